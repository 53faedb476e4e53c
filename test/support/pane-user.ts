import type { Locator, Page } from 'playwright-core';
import { messages, paneTexts, readingTexts } from '../../src/messages';
import type { EntityKind } from '../../src/plan';
import { folded, keyOf, isClose, score, type Score } from '../reading/support/score';
import { KINDS, type Alternative, type TrueEntity, type Truth } from '../reading/support/truth';

/** What somebody did in the pane until it told of no more doubt, and what came of it. */
export interface Journey extends Score {
  readonly answers: number;
  readonly corrections: number;
  /** Of the virtual clock: 2 for a click, 4 for what is read. */
  readonly seconds: number;
  /** Whether the pane still says that the reading is not sure. */
  readonly doubt: boolean;
  /** What was answered and corrected, in the words of the pane. */
  readonly steps: readonly string[];
}

const CLICK = 2;
const READ = 4;
const MOST_STEPS = 6;
/** Levels that are tried for one correction before somebody gives up. */
const MOST_TRIES = 3;

const words = paneTexts('it').reading;
const { entities: phrases, none } = readingTexts('it');
const { kind: nouns } = messages('it');

type Counts = ReadonlyMap<EntityKind, number>;

/** An answer as it is shown. */
interface Shown {
  readonly what: string;
  readonly counts: string;
  readonly rows: readonly string[];
}

/**
 * Somebody of the office: knows what the workbook says, and of the program only what the pane shows. Answers the
 * questions, then compares the counts with the truth, and where they differ points at something that is missing and
 * says what it is.
 */
export class PaneUser {
  private seconds = 0;
  private answers = 0;
  private corrections = 0;
  private readonly steps: string[] = [];

  constructor(
    private readonly page: Page,
    private readonly truth: Truth,
    private readonly by: 'mouse' | 'keyboard' = 'mouse',
  ) {}

  async confirm(): Promise<Journey> {
    while (this.answers + this.corrections < MOST_STEPS) {
      await this.settled();
      if (await this.page.locator('#question').isVisible()) await this.answer();
      else if (!(await this.correct())) break;
    }
    const plan = await this.page.evaluate(() => window.harness.plan());
    if (!plan) throw new TypeError('the pane has no plan');
    return {
      ...score(plan, this.truth),
      answers: this.answers,
      corrections: this.corrections,
      seconds: this.seconds,
      doubt: (await this.page.locator('#question, #partial, #doubt').count()) > 0,
      steps: this.steps,
    };
  }

  private async settled(): Promise<void> {
    await this.page.locator('#question, #how-read, #verdict').first().waitFor({ timeout: 60_000 });
    await this.page.waitForFunction(
      () => document.querySelector('[role=status] [role=progressbar]') === null,
      undefined,
      { timeout: 60_000 },
    );
  }

  private async answer(): Promise<void> {
    this.seconds += READ;
    const question = (await this.page.locator('#question').textContent()) ?? '';
    const asked = await this.page.locator('section[aria-labelledby=question]').textContent();
    const buttons = this.page.locator('section[aria-labelledby=question] li button');
    const shown = await buttons.evaluateAll((all) =>
      all.map((button): Shown => {
        const [what, more] = [...button.children];
        const [counts, ...rows] = [...(more?.children ?? [])].map(({ textContent }) => textContent ?? '');
        return { what: what?.textContent?.split(' · ')[0] ?? '', counts: counts ?? '', rows };
      }),
    );
    const here = this.levelAskedAbout(question);
    const worths = shown.map((one) => this.worthOf(one, here));
    const best = worths.indexOf(Math.max(...worths));
    if (shown[best]?.what === none && here && (await this.sayOtherwise(question, here))) return;
    this.steps.push(`${question} ${shown[best]?.what ?? ''}`);
    this.answers += 1;
    await this.press(buttons.nth(best));
    // Done when other answers are offered, or none: the next question may have the same words.
    await this.page.waitForFunction(
      (before) => document.querySelector('section[aria-labelledby=question]')?.textContent !== before,
      asked,
      { timeout: 30_000 },
    );
  }

  /** The level whose titles stand in the column a question is about; null where it is no level, or no column. */
  private levelAskedAbout(question: string): EntityKind | null {
    const [, sheet = '', column = ''] = /«([^»]+)».* colonna ([A-Z]+)/.exec(question) ?? [];
    const kinds = this.truth.entities
      .filter(({ cell }) => cell?.replace(/\d+$/, '') === `${sheet}!${column}`)
      .map(({ kind }) => kind);
    const ranked = KINDS.filter((one) => kinds.includes(one)).sort(
      (one, other) => times(kinds, other) - times(kinds, one),
    );
    return ranked[0] ?? null;
  }

  /** Says which level a column holds, where no answer does; false when that is not offered, or makes it worse. */
  private async sayOtherwise(question: string, kind: EntityKind): Promise<boolean> {
    if ((await this.page.getByLabel(words.otherwise, { exact: true }).count()) === 0) return false;
    await this.choose(words.otherwise, words.subjects[kind]);
    return this.keepIfBetter(`${question} (${words.otherwise}) ${phrases[kind]}`, true);
  }

  /** Looks at the effect of a correction, and keeps it where the counts come nearer to the truth. */
  private async keepIfBetter(step: string, likely: boolean): Promise<boolean> {
    await this.page.locator('section[aria-labelledby=effect][aria-busy=false]').waitFor({ timeout: 60_000 });
    this.seconds += READ;
    const worth = this.best(await this.countsOf('effect', 0));
    const then = this.best(await this.countsOf('effect', 1));
    if (then < worth || (then === worth && !likely)) {
      await this.press(this.page.getByRole('button', { name: paneTexts('it').shell.cancel }));
      return false;
    }
    this.steps.push(`${step}: ${then.toFixed(2)} after ${worth.toFixed(2)}`);
    await this.press(this.page.getByRole('button', { name: words.keep }));
    await this.page.locator('#effect').waitFor({ state: 'detached' });
    this.corrections += 1;
    return true;
  }

  /** How well an answer agrees with what is known: its counts, and its rows with what they stand under. */
  private worthOf({ what, counts, rows }: Shown, here: EntityKind | null): number {
    // Better than an answer of which nothing shown is so.
    if (what === none) return 0.1;
    const numbers = countsIn(counts);
    const kind = KINDS.find((one) => phrases[one] === what) ?? null;
    return Math.max(
      ...this.namings().map((naming) => {
        const said = kind && (naming.readAs?.[kind] ?? kind);
        if (here !== null && said !== here) return 0;
        const right =
          rows.length === 0 ? 0.5 : rows.filter((row) => this.isTrue(row, said)).length / rows.length;
        return right === 0 ? 0 : (2 * this.agreement(numbers, naming) + right) / 3;
      }),
    );
  }

  /** Whether a row of an answer names something of the workbook, as what it is, under what it stands under. */
  private isTrue(row: string, kind: string | null): boolean {
    const [own = '', ...rest] = row.split(' · ');
    const under = folded(rest.join(' '));
    return this.truth.entities.some((entity) => {
      if (kind !== null && entity.kind !== kind) return false;
      const key = keyOf(entity.title, entity.code);
      if (!isClose(keyOf(own, entity.code), key) && !folded(own).endsWith(key)) return false;
      // What is not said of it yet is not wrong.
      return under === '' || !entity.parent || under.includes(keyOf(entity.parent.title, entity.parent.code));
    });
  }

  private namings(): readonly Alternative[] {
    return [{}, ...this.truth.alternatives];
  }

  /** How far counts are those of the truth, 0–1. */
  private agreement(counts: Counts, { readAs, drop = [] }: Alternative): number {
    let [difference, sum] = [0, 0];
    for (const kind of KINDS) {
      if (drop.includes(kind)) continue;
      const wanted = this.truth.entities.filter((entity) => entity.kind === kind).length;
      const got = KINDS.filter((one) => (readAs?.[one] ?? one) === kind)
        .map((one) => counts.get(one) ?? 0)
        .reduce((all, one) => all + one, 0);
      difference += Math.abs(wanted - got);
      sum += Math.max(wanted, got);
    }
    return sum === 0 ? 1 : 1 - difference / sum;
  }

  private best(counts: Counts): number {
    return Math.max(...this.namings().map((naming) => this.agreement(counts, naming)));
  }

  /** Shows the program something it has not read as what it is; false when there is nothing, or nothing helps. */
  private async correct(): Promise<boolean> {
    const reading = this.page.getByRole('tab', { name: 'Lettura' });
    if ((await reading.getAttribute('aria-selected')) !== 'true') await this.press(reading);
    await this.page.locator('#how-read').waitFor();
    this.seconds += READ;
    const now = await this.countsOf('read', 0);
    const worth = this.best(now);
    const strange = await this.strangeObjective();
    if (worth === 1 && !strange) return false;
    const [peg] = this.truth.entities.filter(({ kind, cell }) => kind === 'pegObjective' && cell !== null);
    const wanted = [...(strange && peg ? [peg] : []), ...this.missing(now)];
    for (const entity of wanted.slice(0, MOST_TRIES)) {
      await this.point(entity);
      if (await this.keepIfBetter(`${entity.cell ?? ''} ${phrases[entity.kind]}`, strange)) return true;
    }
    return false;
  }

  /** Whether the objective that is shown as it was read is none. */
  private async strangeObjective(): Promise<boolean> {
    const title = this.page.locator('section[aria-labelledby=as-read] dt', { hasText: words.parts.title });
    if ((await title.count()) === 0) return false;
    const shown = await title
      .first()
      .evaluate((one) => one.nextElementSibling?.firstChild?.textContent ?? '');
    const kinds = this.namings().map(({ readAs }) => readAs?.['pegObjective'] ?? 'pegObjective');
    return !this.truth.entities.some(
      ({ kind, title: own, code }) => kinds.includes(kind) && isClose(keyOf(shown, code), keyOf(own, code)),
    );
  }

  /** The first entity of each level of which the counts lack some, the level that lacks most first. */
  private missing(counts: Counts): TrueEntity[] {
    return KINDS.map((kind) => {
      const all = this.truth.entities.filter((entity) => entity.kind === kind && entity.cell !== null);
      return { first: all[0], lacks: Math.abs(all.length - (counts.get(kind) ?? 0)) };
    })
      .filter(({ lacks }) => lacks > 0)
      .sort((a, b) => b.lacks - a.lacks)
      .flatMap(({ first }) => first ?? []);
  }

  /** Points at the title of an entity and says what it is. */
  private async point({ kind, cell }: TrueEntity): Promise<void> {
    const [sheet = '', address = ''] = (cell ?? '').split(/!(?=[A-Z]+\d+$)/);
    // Its sheet, then the cell.
    this.seconds += 2 * CLICK;
    await this.page.evaluate((ref) => window.harness.select(ref), { sheet, address });
    await this.press(this.page.getByRole('button', { name: words.pick }));
    await this.choose(words.is, words.statements.field);
    await this.choose(words.level, words.subjects[kind]);
  }

  /** The counts of the table that is shown: how it is read, or the effect of a correction. */
  private async countsOf(shown: 'read' | 'effect', column: 0 | 1): Promise<Counts> {
    const place = shown === 'read' ? '#how-read ~ table' : 'section[aria-labelledby=effect] table';
    const rows = await this.page
      .locator(`${place} tbody tr`)
      .evaluateAll((all) => all.map((row) => [...row.children].map(({ textContent }) => textContent ?? '')));
    return new Map(
      rows.flatMap(([name, ...numbers]) => {
        const kind = KINDS.find((one) => nouns[one].many === name);
        return kind ? [[kind, Number(numbers[column] ?? 0)] as const] : [];
      }),
    );
  }

  private async press(target: Locator): Promise<void> {
    this.seconds += CLICK;
    if (this.by === 'mouse') return target.click();
    await this.reach(target);
    await this.page.keyboard.press('Enter');
  }

  private async choose(label: string, text: string): Promise<void> {
    this.seconds += 2 * CLICK;
    const list = this.page.getByLabel(label, { exact: true }).first();
    if (this.by === 'mouse') {
      await list.selectOption({ label: text });
      return;
    }
    await this.reach(list);
    const chosen = () =>
      list.evaluate((one) => (one as HTMLSelectElement).selectedOptions[0]?.textContent ?? '');
    for (let press = 0; press < 20 && (await chosen()) !== text; press++)
      await this.page.keyboard.press('ArrowDown');
  }

  /** Brings the keyboard to something by Tab alone. */
  private async reach(target: Locator): Promise<void> {
    // Of tabs the chosen one is reached by Tab, its neighbours by the arrows.
    const tab = (await target.getAttribute('role')) === 'tab';
    for (let press = 0; press < 200; press++) {
      const [here, onTab] = await target.evaluate((one) => [
        one === document.activeElement,
        document.activeElement?.getAttribute('role') === 'tab',
      ]);
      if (here) return;
      await this.page.keyboard.press(tab && onTab ? 'ArrowRight' : 'Tab');
    }
    throw new RangeError(`the keyboard does not reach ${(await target.textContent()) ?? ''}`);
  }
}

const times = <T>(list: readonly T[], one: T): number => list.filter((other) => other === one).length;

/** Counts as an answer shows them: `30 obiettivi di PEG, 12 fasi e 1 indicatore`. */
function countsIn(text: string): Counts {
  const found = new Map<EntityKind, number>();
  for (const kind of KINDS)
    for (const noun of [nouns[kind].one, nouns[kind].many]) {
      const number = new RegExp(`(\\d+) ${noun}(?!\\p{L})`, 'u').exec(text)?.[1];
      if (number !== undefined) found.set(kind, Number(number));
    }
  return found;
}
