import {
  EMPTY_PROFILE,
  withAnswer,
  withEntry,
  withoutAnswer,
  withoutEntry,
  type Answer,
  type MappingProfile,
  type MappingResult,
  type ProfileEntry,
  type Question,
  type Reading,
} from '../mapping';

/** Something the user said of the reading, to be shown in a list and taken back singly. */
export type Confirmation =
  | { readonly kind: 'entry'; readonly entry: ProfileEntry }
  /** A question that was answered with “none of these”. */
  | { readonly kind: 'none'; readonly answer: Answer }
  /** The whole was said to be read well. */
  | { readonly kind: 'right'; readonly answer: Answer };

/** The session that keeps what is said. */
export interface ProfileKeeper {
  readonly mapping: MappingResult;
  readonly profile: MappingProfile | null;
  preview(profile: MappingProfile): MappingResult;
  saveProfile(profile: MappingProfile | null): Promise<void>;
}

/**
 * First the reading, then the verdict: the questions the reading asks, and what the user answered or corrected. All
 * of it is kept in the workbook's profile, holds at once and serves next year's file.
 */
export class Confirmations {
  constructor(private readonly keeper: ProfileKeeper) {}

  get reading(): Reading {
    return this.keeper.mapping.reading;
  }

  /** What was said, in the order it was said. */
  get list(): Confirmation[] {
    const { entries, answers } = this.keeper.profile ?? EMPTY_PROFILE;
    const said = new Set(entries.map(({ question }) => question));
    return [
      ...entries.map((entry): Confirmation => ({ kind: 'entry', entry })),
      ...answers
        .filter(({ question }) => !said.has(question))
        .map((answer): Confirmation => ({ kind: answer.option === 'none' ? 'none' : 'right', answer })),
    ];
  }

  /** Answers a question of the reading with one of its options: kept, and the workbook is understood again. */
  async answer(question: Question, option: string): Promise<void> {
    await this.keeper.saveProfile(withAnswer(this.keeper.profile, question, option));
  }

  /** Keeps corrections by example. */
  async correct(entries: readonly ProfileEntry[]): Promise<void> {
    await this.keeper.saveProfile(this.with(entries));
  }

  /** The workbook as corrections would have it read; nothing is kept. */
  preview(entries: readonly ProfileEntry[]): MappingResult {
    return this.keeper.preview(this.with(entries) ?? EMPTY_PROFILE);
  }

  /** Takes back one thing said. */
  async takeBack(said: Confirmation): Promise<void> {
    const { profile } = this.keeper;
    if (profile === null) return;
    await this.keeper.saveProfile(
      said.kind === 'entry'
        ? withoutEntry(profile, said.entry)
        : withoutAnswer(profile, said.answer.question),
    );
  }

  private with(entries: readonly ProfileEntry[]): MappingProfile | null {
    return entries.reduce<MappingProfile | null>(withEntry, this.keeper.profile);
  }
}
