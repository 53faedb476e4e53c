import type { CheckJson, FindingJson, Language } from '../../application';
import { messages, readingTexts, type Messages } from '../../messages';
import { formatRef, type CellRef } from '../../workbook';
import { line, paint, type Paint } from './paint';
import { together, wrap } from './wrap';

/** How a text for people is laid out. */
export interface Layout {
  readonly language: Language;
  readonly colour: boolean;
  /** Signs on a line. */
  readonly width: number;
  /** Everything is shown, not only the first ones of each group. */
  readonly all?: boolean;
}

const MAX_CELLS = 6;
/** Findings shown of a rule before the group is cut short. */
const MAX_PER_RULE = 3;
const MAX_OFFICES = 12;
const MAX_NOTES = 12;
const ORDER = ['error', 'warning', 'info'] as const;
/** Under the message of a finding. */
const UNDER = ' '.repeat(9);

type Severity = FindingJson['severity'];

/** What every part of the text needs. */
interface Page extends Layout {
  readonly check: CheckJson;
  readonly words: Messages;
  readonly p: Paint;
}

/**
 * The check for people: the verdict first, then the findings by gravity and rule, then what could not be assessed, and
 * last the findings of each office and the verdict again, where the eye is when the text has run through.
 */
export function checkText(check: CheckJson, layout: Layout): string {
  const page: Page = { ...layout, check, words: messages(layout.language), p: paint(layout.colour) };
  const lines = [
    ...verdictLines(page),
    ...planLines(page),
    ...ORDER.flatMap((severity) => severityLines(page, severity)),
    ...doubtfulLines(page),
    ...monitoringLines(page),
    ...acceptedLines(page),
    ...unassessedLines(page),
    ...noteLines(page),
    ...officeLines(page),
    '',
    ...verdictLines(page),
  ];
  return `${lines.join('\n')}\n`;
}

function verdictLines(page: Page): string[] {
  const { check, words, p, width, language } = page;
  const { verdict } = check;
  const { open } = verdict;
  const counts = [
    words.check.open(open.error, open.warning, open.info),
    verdict.waived > 0 ? words.check.waived(verdict.waived) : null,
    verdict.notVerifiable > 0 ? words.check.notVerifiable(verdict.notVerifiable) : null,
    verdict.indicatorsWithoutData > 0 ? words.check.withoutData(verdict.indicatorsWithoutData) : null,
  ].filter((part) => part !== null);
  const headline = headlineOf(check, words, p, language);
  return [
    ...wrap(`${p.bold(headline)} – ${line(check.file)}`, width),
    ...doubtLines(page),
    ...wrap(counts.join('; '), width),
  ];
}

/** What is doubtful about the reading: the first question with its answers, as `--answer` takes them. */
function doubtLines({ check, p, width }: Page): string[] {
  const { reading } = check.verdict;
  if (reading === null) return [];
  const [question] = check.mapping.questions;
  return [
    ...wrap(line(reading.text), width),
    ...(question ? wrap(p.bold(line(question.text)), width, '  ') : []),
    ...(question?.options ?? []).flatMap(({ id, text }) =>
      wrap(`${line(text)} ${p.dim(together(`--answer ${question?.id}=${id}`))}`, width, '    ', '      '),
    ),
  ];
}

function headlineOf({ plan, verdict }: CheckJson, words: Messages, p: Paint, language: Language): string {
  const { reading } = verdict;
  if (reading !== null && reading.question !== null) return p.yellow(readingTexts(language).toConfirm);
  if (plan.counts.pegObjectives === 0) return p.yellow(words.check.noPlan);
  if (reading !== null) return p.yellow(readingTexts(language).toConfirm);
  if (verdict.failed > 0) return p.red(words.check.incomplete(verdict.failed));
  return verdict.ready
    ? p.green(words.check.ready(verdict.stage))
    : p.red(words.check.notReady(verdict.stage));
}

function planLines({ check, words, p, width }: Page): string[] {
  const { counts, dup, year, codeScheme } = check.plan;
  const { kind } = words;
  const count = (n: number, name: { one: string; many: string }) => `${n} ${n === 1 ? name.one : name.many}`;
  const told = [
    count(counts.strategicAreas, kind.strategicArea),
    count(counts.strategicObjectives, kind.strategicObjective),
    count(counts.operatingObjectives, kind.operatingObjective),
    count(counts.pegObjectives, kind.pegObjective),
    count(counts.phases, kind.phase),
    count(counts.indicators, kind.indicator),
  ];
  const compared = dup?.file
    ? words.check.dup(line(dup.file), dup.sheets.map(line).join(', '))
    : words.check.noDup;
  return [
    ...wrap(`${words.check.plan(year, codeScheme)}: ${told.map(together).join(', ')}`, width),
    ...wrap(compared, width),
  ]
    .map(p.dim)
    .concat(counts.pegObjectives === 0 ? wrap(hintOf(check, words), width) : []);
}

/** What to do where no objective was found: fill in the sheets that wait for them, or say where they are. */
function hintOf({ mapping }: CheckJson, words: Messages): string {
  const waiting = mapping.sheets.filter(({ role }) => role === 'objectives');
  if (waiting.length === 0) return words.check.noPlanHint;
  return words.check.emptyPlan(waiting.map(({ sheet }) => line(sheet)).join(', '));
}

/** What the verdict counts. */
const isCounted = (finding: FindingJson): boolean =>
  finding.status === 'open' && finding.causes.length === 0 && !finding.doubtful;

function severityLines(page: Page, severity: Severity): string[] {
  const { check, words, p } = page;
  const roots = check.findings.filter((finding) => finding.severity === severity && isCounted(finding));
  const name = words.severity[severity];
  const title = `${roots.length} ${roots.length === 1 ? name.one : name.many}`.toUpperCase();
  return sectionLines(page, tintOf(severity, p)(title), roots);
}

/** What rests on a question of the reading: listed, not counted. */
function doubtfulLines(page: Page): string[] {
  const { check, words, p } = page;
  const doubtful = check.findings.filter(
    ({ status, causes, doubtful: yes }) => yes && status === 'open' && causes.length === 0,
  );
  return sectionLines(page, p.yellow(words.check.doubtful(doubtful.length).toUpperCase()), doubtful);
}

function sectionLines(page: Page, title: string, findings: readonly FindingJson[]): string[] {
  if (findings.length === 0) return [];
  return [
    '',
    page.p.bold(title),
    ...groupBy(findings, (finding) => finding.rule).flatMap(([rule, group]) => ruleLines(page, rule, group)),
  ];
}

const tintOf = (severity: Severity, p: Paint): ((text: string) => string) =>
  ({ error: p.red, warning: p.yellow, info: p.blue })[severity];

function groupBy<T>(list: readonly T[], key: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return [...groups];
}

function ruleLines(page: Page, rule: string, findings: readonly FindingJson[]): string[] {
  const { words, p, width, all } = page;
  const shown = all ? findings : findings.slice(0, MAX_PER_RULE);
  const [first] = findings;
  const under = (text: string): string[] => wrap(text, width, UNDER).map(p.dim);
  const lines = shown.flatMap((finding) => findingLines(page, rule, finding));
  if (findings.length > shown.length) lines.push(...under(words.check.more(findings.length - shown.length)));
  if (!first) return lines;
  const references = first.references.length > 0 ? ` (${first.references.join('; ')})` : '';
  if (first.fix.label !== '') lines.push(...under(`${words.check.fix}: ${line(first.fix.label)}`));
  lines.push(...under(`${words.check.why}: ${line(first.reason)}${references}`));
  return lines;
}

function findingLines({ check, words, p, width }: Page, rule: string, finding: FindingJson): string[] {
  const { cells, severity, waiver, message } = finding;
  const under = (text: string): string[] => wrap(text, width, UNDER).map(p.dim);
  const lines = wrap(line(message), width, `  ${tintOf(severity, p)(rule)} `, UNDER);
  const rest = cells.length - MAX_CELLS;
  if (cells.length > 0)
    lines.push(...under(cells.slice(0, MAX_CELLS).map(ref).join(', ') + (rest > 0 ? ` +${rest}` : '')));
  const followers = check.findings.filter((other) => other.causes.includes(finding.fingerprint)).length;
  if (followers > 0) lines.push(...under(words.check.follows(followers)));
  if (waiver && finding.status === 'open')
    lines.push(...under(line(words.check.formerly(waiver.author, waiver.date, waiver.reason))));
  return lines;
}

/** A cell as formulas write it, on one line. */
const ref = (cell: CellRef): string => together(line(formatRef(cell)));

function acceptedLines({ check, words, p, width }: Page): string[] {
  const waived = check.findings.filter((finding) => finding.status === 'waived');
  if (waived.length === 0) return [];
  return [
    '',
    p.bold(words.check.waived(waived.length)),
    ...waived.flatMap(({ rule, message, waiver }) => {
      const by = waiver
        ? ` – ${line(words.check.acceptedBy(waiver.author, waiver.date, waiver.reason))}`
        : '';
      return wrap(`${line(message)}${by}`, width, `  ${rule} `, UNDER);
    }),
  ];
}

function unassessedLines({ check, words, p, width }: Page): string[] {
  // Where there is no plan, nothing can be verified: that is said once, above.
  const not = check.rules.filter(
    ({ status }) => status === 'notVerifiable' && check.plan.counts.pegObjectives > 0,
  );
  const failed = check.rules.filter((rule) => rule.status === 'failed');
  return [
    ...(not.length > 0 ? ['', p.bold(words.check.notVerifiableTitle)] : []),
    ...groupBy(not, (rule) => rule.reason ?? '').flatMap(([reason, rules]) =>
      wrap(`${rules.map(({ rule }) => rule).join(', ')}: ${line(reason)}`, width, '  ', '    '),
    ),
    ...(failed.length > 0 ? ['', p.bold(p.red(words.check.failedTitle))] : []),
    ...failed.flatMap(({ rule, reason }) => wrap(`${rule}: ${line(reason ?? '')}`, width, '  ', '    ')),
  ];
}

function noteLines({ check, words, p, width, all }: Page): string[] {
  const { notes } = check.mapping;
  if (notes.length === 0) return [];
  const shown = all ? notes : notes.slice(0, MAX_NOTES);
  const rest = notes.length - shown.length;
  return [
    '',
    p.bold(words.check.unread),
    ...shown.flatMap((note) => wrap(placed(note), width, '  ', '    ')),
    ...(rest > 0 ? wrap(words.check.more(rest), width, '  ') : []),
  ];
}

/** A note of the reading after its place. */
export function placed({ sheet, address, note }: CheckJson['mapping']['notes'][number]): string {
  const place = sheet === '' ? '' : `${line(sheet)}${address ? `!${address}` : ''}`;
  return `${place === '' ? '' : `${together(place)}: `}${line(note)}`;
}

/** How many open findings each office has, the most first; nothing where the plan names no office. */
function officeLines({ check, words, p, width, all }: Page): string[] {
  const counts = new Map<string, Record<Severity, number>>();
  for (const finding of check.findings.filter(isCounted)) {
    for (const office of officesOf(finding)) {
      const count = counts.get(office) ?? { error: 0, warning: 0, info: 0 };
      count[finding.severity] += 1;
      counts.set(office, count);
    }
  }
  if (counts.size === 0) return [];
  const sorted = [...counts].sort(
    ([a, x], [b, y]) => y.error - x.error || y.warning - x.warning || (a < b ? -1 : 1),
  );
  const shown = all ? sorted : sorted.slice(0, MAX_OFFICES);
  return [
    '',
    p.bold(words.check.byOffice),
    ...shown.flatMap(([office, { error, warning, info }]) =>
      wrap(`${office}: ${words.check.open(error, warning, info)}`, width, '  ', '    '),
    ),
    ...(sorted.length > shown.length
      ? wrap(words.check.more(sorted.length - shown.length), width, '  ')
      : []),
  ];
}

/** Centre or owner of each office a finding belongs to, once each. */
function officesOf(finding: FindingJson & { readonly offices?: readonly FindingOffice[] }): Set<string> {
  const names = (finding.offices ?? []).map(({ centre, owner }) => line(centre ?? owner ?? ''));
  return new Set(names.filter((name) => name !== ''));
}

interface FindingOffice {
  readonly centre: string | null;
  readonly owner: string | null;
}

/** What the year's monitoring adds: late phases first, then results. */
function monitoringLines({ check, words, p, width, language, all }: Page): string[] {
  const { monitoring } = check;
  if (!monitoring) return [];
  const { latePhases, achievement, withoutResult } = monitoring;
  const said = words.check;
  const terms =
    check.plan.counts.phases === 0
      ? said.noPhases
      : latePhases.length === 0
        ? said.noneLate
        : said.late(latePhases.length);
  const shown = all ? latePhases : latePhases.slice(0, MAX_PER_RULE);
  const rest = latePhases.length - shown.length;
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const results = [
    ...(withoutResult > 0 ? [said.withoutResult(withoutResult)] : []),
    ...(achievement === null ? [] : [said.achievement(percent.format(achievement))]),
  ];
  return [
    '',
    p.bold(said.monitoring(monitoring.date)),
    ...wrap(terms, width, '  '),
    ...shown.flatMap(({ objective, phase, end, cells: [cell] }) => {
      const whose = objective ? `${line(objective)}: ` : '';
      const where = cell ? ` ${p.dim(`[${ref(cell)}]`)}` : '';
      return wrap(`${whose}${line(phase)} (${end ?? ''})${where}`, width, '    ', '      ');
    }),
    ...(rest > 0 ? wrap(said.more(rest), width, '    ') : []),
    ...results.flatMap((text) => wrap(text, width, '  ')),
  ];
}
