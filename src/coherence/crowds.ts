import type { Plan } from '../plan';
import { columnName, parseArea, type CellRef } from '../workbook';
import { bareObjectives } from './facts/bare';
import { groupBy, uniqueCells, type FactContext } from './facts/context';
import type { Entry, View } from './facts';
import type { Finding, Subject } from './finding';
import { MOST_CELLS } from './findings';
import { fingerprintOf, placeOf } from './fingerprint';
import type { LocalisedText, Rule, SubjectKind } from './rule';

/** Of many rows this share cannot be wrong by mistake … */
const SHARE = 1 / 5;
const MANY = 5;
/** … and of few ones nearly all of them. */
const NEARLY_ALL = 4 / 5;
const SOME = 4;
/** Rules that reject all rows of a sheet before these count as rows of nothing. */
const EVERYTHING = 3;
/** A column that this share of the findings points at is the one to look at. */
const SAME_COLUMN = 4 / 5;

/** Id of the message of a crowd, in the place of a rule's own. */
export const PERHAPS_MISREAD = 'perhapsMisread';

/** What a finding may be about as one of many: never the plan, a table or an office as a whole. */
const WHOLE: ReadonlySet<SubjectKind> = new Set(['plan', 'table', 'centre']);

/** Views with an entry for every thing of their kind: of the others, which list what looks odd, no share means anything. */
const ROW_VIEWS: ReadonlySet<string> = new Set([
  'codeLinks',
  'datedObjectives',
  'indicators',
  'operatingNames',
  'operatingObjectives',
  'pegObjectives',
  'pegRows',
  'phaseGroups',
  'phases',
  'references',
  'schedule',
  'strategicAreas',
  'strategicObjectives',
]);

/** Findings of one rule about things of one kind, too many in one place to be mistakes of the plan. */
interface Crowd {
  readonly rule: Rule;
  readonly kind: SubjectKind;
  /** The sheets it fills; none where it is spread over the plan. */
  readonly places: readonly string[];
  readonly members: readonly Finding[];
  readonly examined: number;
}

/** A rule that ran, with the entries it asked about and their view. */
export interface AskedRule {
  readonly rule: Rule;
  readonly view: View;
  readonly entries: readonly Entry[];
}

/**
 * One rule that hits more than a fifth of the rows of a sheet, or of the plan, tells of a column that was misread before
 * it tells of the plan: its findings are folded under one that says so, doubtful like them. Where two rules hit nearly
 * every row of a sheet, its rows are perhaps not what they were taken for: whatever else is found there is doubtful too,
 * as is what is found of a row that says nothing but a title.
 * @param confirmed fingerprints that a person has dealt with one by one: they are no part of a crowd
 */
export function withCrowds(
  findings: readonly Finding[],
  asked: readonly AskedRule[],
  context: FactContext,
  confirmed: ReadonlySet<string>,
): Finding[] {
  const homeOf = homes(context);
  const byRule = groupBy(
    findings.filter(
      ({ subject, doubtful, fingerprint }) =>
        !WHOLE.has(subject.kind) && !doubtful && !confirmed.has(fingerprint),
    ),
    ({ rule }) => rule,
  );
  const byRows = asked
    .filter(({ view }) => ROW_VIEWS.has(view.name))
    .map(({ rule, view, entries }) => ({ rule, things: entries.map((entry) => thingOf(entry, view)) }));
  const crowds = byRows.flatMap(({ rule, things }) =>
    crowdsOf(rule, byRule.get(rule.id) ?? [], things, homeOf),
  );
  const wrongRows = new Set([...misreadRows(crowds), ...rowsOfNothing(byRows, byRule, homeOf)]);
  const bare = bareObjectives(context);
  if (crowds.length === 0 && wrongRows.size === 0 && bare.size === 0) return [...findings];
  const heads = crowds.map((crowd) => headOf(crowd, context.plan));
  const causes = new Map(
    crowds.flatMap(({ members }, at) =>
      members.map(({ fingerprint }) => [fingerprint, heads[at]?.fingerprint ?? ''] as const),
    ),
  );
  const followers = findings.map((finding): Finding => {
    const head = causes.get(finding.fingerprint);
    if (head !== undefined) return { ...finding, doubtful: true, causes: [head] };
    const left = finding.causes.filter((cause) => !causes.has(cause));
    const doubtful =
      finding.doubtful ||
      bare.has(finding.subject.id) ||
      wrongRows.has(rowsKey(finding.subject.kind, homeOf(finding)));
    return { ...finding, causes: left, doubtful };
  });
  const doubtful = new Set(followers.flatMap((one) => (one.doubtful ? one.fingerprint : [])));
  // A certain finding never hides behind a doubtful one.
  const standing = followers.map((finding) =>
    finding.doubtful || !finding.causes.some((cause) => doubtful.has(cause))
      ? finding
      : { ...finding, causes: finding.causes.filter((cause) => !doubtful.has(cause)) },
  );
  return [...heads, ...standing];
}

/** The sheet a thing stands on: where its title is, or the first cell that tells of it. */
type HomeOf = (one: Thing) => string;

interface Thing {
  readonly subject: Subject;
  readonly cells: readonly CellRef[] | (() => readonly CellRef[]);
}

function homes({ entities }: FactContext): HomeOf {
  return ({ subject, cells }) => {
    const own = entities.get(subject.id)?.title.cells[0];
    return placeName(own ?? (typeof cells === 'function' ? cells() : cells)[0]);
  };
}

/** An entry with the cells that tell of it, looked for only where its subject stands nowhere. */
function thingOf(entry: Entry, { fields }: View): Thing {
  return {
    subject: entry.subject,
    cells: () => [...Object.keys(fields), '*'].flatMap((field) => entry.cells(field).slice(0, 1)),
  };
}

function placeName(cell: CellRef | undefined): string {
  return cell ? `${cell.file ?? ''}|${cell.sheet}` : '';
}

/** One crowd of the sheets that are full of them; what is left on the others may still be one of the whole plan. */
function crowdsOf(rule: Rule, own: readonly Finding[], things: readonly Thing[], homeOf: HomeOf): Crowd[] {
  return [...groupBy(own, ({ subject }) => subject.kind)].flatMap(([kind, found]) => {
    if (found.length < SOME) return [];
    const examined = groupBy(
      things.filter(({ subject }) => subject.kind === kind),
      homeOf,
    );
    const sheets = [...groupBy(found, homeOf)].map(([place, members]) => {
      const of = distinct(examined.get(place) ?? []);
      return { place, members, of, full: isCrowd(distinct(members), of) };
    });
    const full = sheets.filter((sheet) => sheet.full);
    const left = sheets.filter((sheet) => !sheet.full).flatMap(({ members }) => members);
    const away = new Set(full.map(({ place }) => place));
    const others = [...examined].reduce(
      (sum, [place, here]) => sum + (away.has(place) ? 0 : distinct(here)),
      0,
    );
    const crowd = (members: readonly Finding[], of: number): Crowd => ({
      rule,
      kind,
      places: members === left ? [] : full.map(({ place }) => place),
      members,
      examined: of,
    });
    return [
      ...(full.length === 0
        ? []
        : [
            crowd(
              full.flatMap(({ members }) => members),
              full.reduce((sum, { of }) => sum + of, 0),
            ),
          ]),
      ...(isCrowd(distinct(left), others) ? [crowd(left, others)] : []),
    ];
  });
}

function distinct(list: readonly { readonly subject: Subject }[]): number {
  return new Set(list.map(({ subject }) => subject.id)).size;
}

function isCrowd(hit: number, examined: number): boolean {
  return (hit >= MANY && hit > examined * SHARE) || (hit >= SOME && hit >= examined * NEARLY_ALL);
}

/** Kind and sheet of rows that at least two rules reject nearly all together. */
function misreadRows(crowds: readonly Crowd[]): ReadonlySet<string> {
  const full = crowds
    .filter(({ members, examined }) => distinct(members) >= examined * NEARLY_ALL)
    .flatMap(({ kind, places }) => places.map((place) => rowsKey(kind, place)));
  return new Set(full.filter((key, at) => full.indexOf(key) !== at));
}

/**
 * Kind and sheet of two rows or more that lack everything others have, an owner, a link, a measure: notes that happen to
 * stand under a known header. The only sheet of its kind is the plan itself and stays.
 */
function rowsOfNothing(
  asked: readonly { readonly rule: Rule; readonly things: readonly Thing[] }[],
  byRule: ReadonlyMap<string, readonly Finding[]>,
  homeOf: HomeOf,
): ReadonlySet<string> {
  const rejecting = new Map<string, number>();
  for (const { rule, things } of asked) {
    const found = groupBy(byRule.get(rule.id) ?? [], (one) => rowsKey(one.subject.kind, homeOf(one)));
    if (found.size === 0) continue;
    const rows = groupBy(things, (one) => rowsKey(one.subject.kind, homeOf(one)));
    for (const [key, own] of found) {
      const all = distinct(rows.get(key) ?? []);
      const kind = key.slice(0, key.indexOf('|') + 1);
      const elsewhere = [...rows.keys()].some((other) => other !== key && other.startsWith(kind));
      if (elsewhere && all >= 2 && distinct(own) === all) rejecting.set(key, (rejecting.get(key) ?? 0) + 1);
    }
  }
  return new Set([...rejecting].flatMap(([key, rules]) => (rules >= EVERYTHING ? key : [])));
}

function rowsKey(kind: SubjectKind, place: string): string {
  return `${kind}|${place}`;
}

/** The one finding that stands for a crowd. */
function headOf({ rule, kind, places, members, examined }: Crowd, plan: Plan): Finding {
  const identity = placeOf(rule.id, [kind, ...places], [PERHAPS_MISREAD]);
  const worst = [...members].sort((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity))[0];
  const sheets = [...new Set(places.map((place) => place.slice(place.indexOf('|') + 1)))];
  const count = distinct(members);
  return {
    rule: rule.id,
    severity: worst?.severity ?? 'info',
    status: 'open',
    fingerprint: fingerprintOf(
      identity,
      members.map(({ fingerprint }) => [fingerprint]),
    ),
    place: identity,
    subject: { kind: 'table', id: identity, code: null, title: sheets[0] ?? '' },
    cells: uniqueCells(members.flatMap(({ cells }) => cells)).slice(0, MOST_CELLS),
    messageId: PERHAPS_MISREAD,
    message: wordsOf(rule.title, [count, examined], sheets, columnAt(members, plan)),
    reason: {
      it: 'Una regola che colpisce tante righe insieme parla più spesso di una colonna letta male che di un piano sbagliato.',
      en: 'A rule that hits so many rows at once more often tells of a misread column than of a wrong plan.',
    },
    references: [],
    fix: {
      kind: 'suggestion',
      label: { it: 'Controllare come è stata letta la colonna', en: 'Check how the column was read' },
    },
    edits: null,
    causes: [],
    doubtful: true,
    values: {},
    involved: [...new Set(members.flatMap(({ involved }) => involved))],
    offices: [],
    waiver: null,
  };
}

const GRAVITY: readonly Finding['severity'][] = ['error', 'warning', 'info'];

/** The column nearly all of them point at, by its header or its letter; null where there is no such column. */
function columnAt(members: readonly Finding[], plan: Plan): string | null {
  const columns = members.flatMap(({ cells }) => {
    const [cell] = cells;
    const area = cell ? parseArea(cell.address) : null;
    return cell && area ? { sheet: cell.sheet, letter: columnName(area.left) } : [];
  });
  const [most] = [...groupBy(columns, ({ letter }) => letter)].sort(([, a], [, b]) => b.length - a.length);
  if (!most || most[1].length < members.length * SAME_COLUMN) return null;
  const [letter, cells] = most;
  const sheets = new Set(cells.map(({ sheet }) => sheet));
  const header = plan.tables
    .filter(({ sheet }) => sheets.has(sheet))
    .flatMap(({ columns: own }) => own.find(({ column }) => column === letter)?.header ?? [])[0];
  return header ? `${letter} «${header.value}»` : letter;
}

function wordsOf(
  title: LocalisedText,
  [count, examined]: readonly [number, number],
  sheets: readonly string[],
  column: string | null,
): LocalisedText {
  const [first, ...more] = sheets;
  const [it, en] =
    first === undefined
      ? ['', '']
      : more.length === 0
        ? [` nel foglio «${first}»`, ` on sheet “${first}”`]
        : [
            ` in ${sheets.length} fogli (il primo è «${first}»)`,
            ` on ${sheets.length} sheets (first “${first}”)`,
          ];
  return {
    it: `${title.it}: ${count} casi su ${examined}${it}. Così tanti insieme fanno pensare a una lettura sbagliata${column === null ? '' : ` della colonna ${column}`}: controllarla prima di dare torto al piano.`,
    en: `${title.en}: ${count} cases of ${examined}${en}. So many at once suggest ${column === null ? 'a misreading' : `that column ${column} was misread`}: check it before blaming the plan.`,
  };
}
