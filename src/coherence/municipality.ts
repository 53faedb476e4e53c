import { fold, readDate, type Plan } from '../plan';

/** Who stands at the head of the offices: dirigenti, or officers with special responsibility (EQ) where there are none. */
export type Heads = 'managers' | 'officers';

/**
 * What the rules need to know of the municipality itself. Everything may be unknown: then a rule makes the weakest
 * claim. Kept in the workbook, or given as a file (`--municipality`).
 */
export interface Municipality {
  readonly inhabitants?: number;
  readonly heads?: Heads;
  /** Share of the result pay that depends on the objectives, 0–1 (0.6 where behaviour counts 40 %). */
  readonly objectiveShare?: number;
  /** The DUP is the simplified one: the link is missione and programma, not an operating objective. */
  readonly simplifiedDup?: boolean;
  /** Objectives, indicators and targets stand in section 2.2 of the PIAO. */
  readonly objectivesInPiao?: boolean;
  /** Last day for the budget of the plan's year, ISO, where it was deferred. */
  readonly budgetDeadline?: string;
}

/** What is wrong with one entry of a municipality file, in both languages. */
export interface MunicipalityProblem {
  readonly entry: string;
  readonly message: { readonly it: string; readonly en: string };
}

interface Entry {
  readonly fits: (value: unknown) => boolean;
  readonly it: string;
  readonly en: string;
}

const flag: Entry = {
  fits: (value) => typeof value === 'boolean',
  it: 'true oppure false',
  en: 'true or false',
};
const ENTRIES: Readonly<Record<keyof Municipality, Entry>> = {
  inhabitants: {
    fits: (value) => Number.isInteger(value) && Number(value) > 0 && Number(value) < 10_000_000,
    it: 'un numero intero di abitanti, per esempio 12500',
    en: 'a whole number of inhabitants, for example 12500',
  },
  heads: {
    fits: (value) => value === 'managers' || value === 'officers',
    it: '"managers" (dirigenti) oppure "officers" (elevate qualificazioni)',
    en: '"managers" or "officers"',
  },
  objectiveShare: {
    fits: (value) => typeof value === 'number' && value > 0 && value <= 1,
    it: 'una quota fra 0 e 1, per esempio 0.6',
    en: 'a share between 0 and 1, for example 0.6',
  },
  simplifiedDup: flag,
  objectivesInPiao: flag,
  budgetDeadline: {
    fits: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
    it: 'una data come "2026-02-28"',
    en: 'a date such as "2026-02-28"',
  },
};

/** Reads the content of a municipality file: what fits, and what is wrong with the rest. Never throws. */
export function readMunicipality(content: unknown): {
  municipality: Municipality;
  problems: readonly MunicipalityProblem[];
} {
  const problems: MunicipalityProblem[] = [];
  const say = (entry: string, it: string, en: string): void => {
    problems.push({ entry, message: { it, en } });
  };
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    say('', 'atteso un oggetto JSON con i dati del Comune', 'expected a JSON object about the municipality');
    return { municipality: {}, problems };
  }
  const fitting = Object.entries(content).filter(([name, value]) => {
    const entry = Object.hasOwn(ENTRIES, name) ? ENTRIES[name as keyof Municipality] : undefined;
    if (name === '$schema' || value === null) return false;
    if (!entry) {
      const names = Object.keys(ENTRIES).join(', ');
      say(name, `voce non prevista; previste: ${names}`, `unexpected entry; expected: ${names}`);
      return false;
    }
    if (!entry.fits(value)) say(name, `atteso ${entry.it}`, `expected ${entry.en}`);
    return entry.fits(value);
  });
  return { municipality: Object.fromEntries(fitting), problems };
}

/** What the plan's own words say of the municipality; only what they say. */
export function municipalityIn(plan: Plan): Municipality {
  const { title, annexes, yearSource, remarks = [] } = plan.document;
  const texts = [title, yearSource, ...annexes, ...remarks].flatMap((one) => (one ? [fold(one.value)] : []));
  const objectiveShare = firstOf(texts, shareIn);
  const budgetDeadline = firstOf(texts, deadlineIn);
  const inhabitants = texts.flatMap(
    (text) => /(\d{1,3}(?:\.\d{3})+|\d{3,7}) abitanti\b/.exec(text)?.[1] ?? [],
  )[0];
  return {
    ...(inhabitants === undefined ? {} : { inhabitants: Number(inhabitants.replaceAll('.', '')) }),
    ...(texts.some((text) => PIAO.test(text)) ? { objectivesInPiao: true } : {}),
    ...(texts.some((text) => SIMPLIFIED.test(text)) ? { simplifiedDup: true } : {}),
    ...(objectiveShare === null ? {} : { objectiveShare }),
    ...(budgetDeadline === null ? {} : { budgetDeadline }),
    ...headsIn(plan),
  };
}

/** Says that the objectives, or what measures them, stand in the PIAO. */
const PIAO = /\b(?:obiettiv\w+|indicator\w+|valor\w+ attes\w+|target)\b.{0,120}\b(?:piao|piano integrato)\b/;

const SIMPLIFIED = /\b(?:dup|documento unico di programmazione) (?:in forma |e )?semplificat[ao]\b/;

function firstOf<T>(texts: readonly string[], read: (text: string) => T | null): T | null {
  return texts.reduce<T | null>((found, text) => found ?? read(text), null);
}

const SHARE = /\b(\d{1,3})\s*(?:%|punti|per cento)/;

/** `gli obiettivi valgono il 60 %`, `60 punti agli obiettivi, 40 ai comportamenti`: the part of the evaluation they make. */
function shareIn(text: string): number | null {
  if (!/\bvalutazion|\bretribuzione di risultato|\bcomportament/.test(text) || /pagament/.test(text))
    return null;
  const clause = text.split(/[,;]| e /).find((part) => /\bobiettivi\b/.test(part) && SHARE.test(part));
  const share = Number(SHARE.exec(clause ?? '')?.[1] ?? 0) / 100;
  return share > 0 && share <= 1 ? share : null;
}

/** `il termine per il bilancio 2026 e differito al 31/03/2026`: its day, ISO. */
function deadlineIn(text: string): string | null {
  const said =
    /\bbilancio\b.{0,80}\b(?:differi|prorog)\w+.{0,20}?\b(\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}[°º]? [a-z]{4,10} \d{4})\b/;
  const day = said.exec(text)?.[1];
  return day === undefined ? null : readDate(day);
}

function headsIn({ pegObjectives, centres }: Plan): Pick<Municipality, 'heads'> {
  const owners = [
    ...pegObjectives.flatMap((peg) => peg.owners),
    ...centres.flatMap(({ owner }) => owner ?? []),
  ];
  return owners.some((owner) => /\bdirigent[ei]\b/.test(fold(owner.value))) ? { heads: 'managers' } : {};
}
