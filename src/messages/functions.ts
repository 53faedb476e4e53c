import type { ObjectiveKind } from '../application';
import type { Language, Severity } from '../coherence';
import type { AchievementProblem } from '../indicators';

/** Texts that the functions PEG.* put into cells and beside their errors, but those of the values: {@link ValueTexts}. */
export interface FunctionTexts {
  readonly noObjective: (name: string, near: readonly string[]) => string;
  readonly manyObjectives: (name: string, titles: readonly string[]) => string;
  readonly badDate: (date: string) => string;
  readonly badLevel: (level: string) => string;
  readonly badSeverity: (severity: string) => string;
  readonly noFindings: string;
  readonly findings: (count: number, first: string) => string;
  readonly noTitle: (code: string) => string;
  readonly noParent: (name: string) => string;
  readonly noChildren: (name: string) => string;
  readonly noIndicators: (name: string | null) => string;
  readonly noTarget: (name: string, period: string | null, others: readonly string[]) => string;
  readonly noAchievement: Readonly<Record<AchievementProblem, (name: string) => string>>;
  readonly noProgress: (name: string) => string;
  readonly noSchedule: (name: string) => string;
  readonly kind: Readonly<Record<ObjectiveKind, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  /** Headings of the tables that spill. */
  readonly indicatorsTable: readonly string[];
  readonly childrenTable: readonly string[];
  readonly findingsTable: readonly string[];
  readonly workbook: string;
}

const listed = (names: readonly string[], open: string, close: string): string =>
  names.map((name) => `${open}${name}${close}`).join(', ');

const it: FunctionTexts = {
  noObjective: (name, near) =>
    `Nessun obiettivo ha il codice o il titolo «${name}».${near.length ? ` I più vicini: ${near.join('; ')}.` : ''}`,
  manyObjectives: (name, titles) =>
    `Più obiettivi rispondono a «${name}»: ${listed(titles, '«', '»')}. Scrivi il codice di uno.`,
  badDate: (date) => `«${date}» non è una data: scrivi ad esempio 30/06/2016.`,
  badLevel: (level) =>
    `«${level}» non è un livello: scrivi operativo, strategico, ambito oppure di quanti passi salire.`,
  badSeverity: (severity) => `«${severity}» non è una gravità: scrivi bloccante, avviso oppure informazione.`,
  noFindings: 'Nessuna segnalazione',
  findings: (count, first) => `${count} ${count === 1 ? 'segnalazione' : 'segnalazioni'}: ${first}`,
  noTitle: (code) => `L’obiettivo ${code} non ha titolo.`,
  noParent: (name) => `Il piano non dice sotto quale obiettivo sta «${name}» a questo livello.`,
  noChildren: (name) => `Sotto «${name}» il piano non ha obiettivi.`,
  noIndicators: (name) =>
    name === null ? 'Il piano non ha indicatori.' : `«${name}» non ha indicatori, né suoi né sotto di sé.`,
  noTarget: (name, period, others) =>
    `«${name}» non ha un valore atteso${period ? ` per ${period}` : ''}.${others.length ? ` Ci sono quelli per: ${others.join(', ')}.` : ''}`,
  noAchievement: {
    'no-target': (name) => `«${name}» non ha un valore atteso che si possa confrontare con il risultato.`,
    'no-result': (name) =>
      `Per «${name}» non c’è ancora un risultato: né scritto nel piano né dai dati di base.`,
    'no-baseline': (name) =>
      `Il valore atteso di «${name}» è una variazione: serve il valore di partenza, che non c’è.`,
    'unknown-direction': (name) => `Per «${name}» non è detto se sia meglio di più o di meno.`,
    'other-kind': (name) => `Il risultato di «${name}» è di un altro genere rispetto al valore atteso.`,
  },
  noProgress: (name) => `Le fasi di «${name}» non dicono a che punto sono.`,
  noSchedule: (name) => `Le fasi di «${name}» non hanno date.`,
  kind: {
    strategicArea: 'ambito strategico',
    strategicObjective: 'obiettivo strategico',
    operatingObjective: 'obiettivo operativo',
    pegObjective: 'obiettivo di PEG',
  },
  severity: { error: 'bloccante', warning: 'avviso', info: 'informazione' },
  indicatorsTable: [
    'Indicatore',
    'Valore',
    'Unità',
    'Periodo',
    'Valore atteso',
    'Raggiungimento',
    'Obiettivo',
    'Nota',
  ],
  childrenTable: ['Codice', 'Titolo', 'Livello'],
  findingsTable: ['Gravità', 'Regola', 'Riguarda', 'Segnalazione', 'Cella'],
  workbook: 'tutto il file',
};

const en: FunctionTexts = {
  noObjective: (name, near) =>
    `No objective has the code or the title “${name}”.${near.length ? ` Nearest: ${near.join('; ')}.` : ''}`,
  manyObjectives: (name, titles) =>
    `Several objectives answer to “${name}”: ${listed(titles, '“', '”')}. Write the code of one.`,
  badDate: (date) => `“${date}” is not a date: write 30/06/2016, for example.`,
  badLevel: (level) =>
    `“${level}” is not a level: write operating, strategic, area or how many steps to go up.`,
  badSeverity: (severity) => `“${severity}” is not a severity: write blocking, warning or info.`,
  noFindings: 'No findings',
  findings: (count, first) => `${count} ${count === 1 ? 'finding' : 'findings'}: ${first}`,
  noTitle: (code) => `Objective ${code} has no title.`,
  noParent: (name) => `The plan does not say under which objective of this level “${name}” stands.`,
  noChildren: (name) => `The plan has no objectives under “${name}”.`,
  noIndicators: (name) =>
    name === null ? 'The plan has no indicators.' : `“${name}” has no indicators, nor has anything under it.`,
  noTarget: (name, period, others) =>
    `“${name}” has no target${period ? ` for ${period}` : ''}.${others.length ? ` There are those for: ${others.join(', ')}.` : ''}`,
  noAchievement: {
    'no-target': (name) => `“${name}” has no target that can be compared with the result.`,
    'no-result': (name) =>
      `There is no result for “${name}” yet, neither written in the plan nor from the base data.`,
    'no-baseline': (name) => `The target of “${name}” is a change: its starting value is missing.`,
    'unknown-direction': (name) => `It is not said whether more or less is better for “${name}”.`,
    'other-kind': (name) => `The result of “${name}” is of another kind than its target.`,
  },
  noProgress: (name) => `The phases of “${name}” do not say how far they have come.`,
  noSchedule: (name) => `The phases of “${name}” have no dates.`,
  kind: {
    strategicArea: 'strategic area',
    strategicObjective: 'strategic objective',
    operatingObjective: 'operating objective',
    pegObjective: 'PEG objective',
  },
  severity: { error: 'blocking', warning: 'warning', info: 'info' },
  indicatorsTable: ['Indicator', 'Value', 'Unit', 'Period', 'Target', 'Achievement', 'Objective', 'Note'],
  childrenTable: ['Code', 'Title', 'Level'],
  findingsTable: ['Severity', 'Rule', 'About', 'Finding', 'Cell'],
  workbook: 'the whole workbook',
};

/** The texts in a language. */
export const functionTexts = (language: Language): FunctionTexts => ({ it, en })[language];
