import type { Language } from '../../application';
import type { Finding, LocalisedText, RuleSet, Severity } from '../../coherence';
import { fold } from '../../plan';
import { formatRef } from '../../workbook';
import { ownersOfFinding, type Owners } from './owners';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** What the reader chose to see. `''` = everything. */
export interface FindingFilter {
  readonly severities: readonly Severity[];
  readonly theme: string;
  readonly owner: string;
  readonly sheet: string;
  readonly status: 'open' | 'waived' | 'all';
  readonly text: string;
}

export const NO_FILTER: FindingFilter = {
  severities: SEVERITIES,
  theme: '',
  owner: '',
  sheet: '',
  status: 'open',
  text: '',
};

/** The value of the owner filter for findings nobody is named for. */
export const NOBODY = '\u0000';

/** A finding as listed: with those that follow from it. */
export interface ListedFinding {
  readonly finding: Finding;
  readonly followers: readonly Finding[];
}

/** Findings of one rule and severity: they share reason, reference and remedy. */
export interface FindingGroup {
  /** Stable from one check to the next. */
  readonly key: string;
  readonly rule: string;
  readonly title: LocalisedText;
  readonly severity: Severity;
  readonly reason: LocalisedText;
  readonly references: readonly string[];
  readonly remedy: LocalisedText;
  readonly findings: readonly ListedFinding[];
}

/** What the filters can be set to, with how many findings each would leave. */
export interface FilterChoices {
  readonly severities: Readonly<Record<Severity, number>>;
  readonly themes: readonly string[];
  readonly owners: readonly string[];
  readonly nobody: boolean;
  readonly sheets: readonly string[];
}

/** `STR-01` → `STR`. */
export function themeOf(rule: string): string {
  return rule.split('-')[0] ?? rule;
}

/** Findings that stand by themselves: roots, those whose causes are all gone, accepted ones. */
export function roots(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.causes.length === 0);
}

/** What the verdict counts, with all that hangs on it, and what rests on an open question of the reading. */
export function byCertainty(findings: readonly Finding[]): {
  readonly certain: readonly Finding[];
  readonly doubtful: readonly Finding[];
} {
  const isDoubtful = ({ doubtful, status }: Finding): boolean => doubtful && status === 'open';
  const aside = roots(findings).filter(isDoubtful);
  const away = new Set(aside.map(({ fingerprint }) => fingerprint));
  return {
    certain: findings.filter(
      ({ fingerprint, causes }) =>
        !away.has(fingerprint) && (causes.length === 0 || !causes.every((cause) => away.has(cause))),
    ),
    doubtful: aside,
  };
}

/** How many filters hide something. */
export function activeFilters(filter: FindingFilter): number {
  return (
    [filter.theme, filter.owner, filter.sheet].filter((value) => value !== '').length +
    Number(filter.status !== 'open')
  );
}

/** Whether a finding passes the filter. Text is searched in message, code, title, rule and cells. */
export function passes(finding: Finding, filter: FindingFilter, owners: Owners, language: Language): boolean {
  return filter.severities.includes(finding.severity) && passesButSeverity(finding, filter, owners, language);
}

function passesButSeverity(
  finding: Finding,
  filter: FindingFilter,
  owners: Owners,
  language: Language,
): boolean {
  if (filter.status !== 'all' && finding.status !== filter.status) return false;
  if (filter.theme !== '' && themeOf(finding.rule) !== filter.theme) return false;
  if (filter.sheet !== '' && !finding.cells.some((cell) => cell.sheet === filter.sheet)) return false;
  if (filter.owner !== '') {
    const own = ownersOfFinding(finding, owners);
    if (filter.owner === NOBODY ? own.length > 0 : !own.includes(filter.owner)) return false;
  }
  const wanted = fold(filter.text).trim();
  return wanted === '' || searchText(finding, language).includes(wanted);
}

const searchTexts = new WeakMap<Finding, Partial<Record<Language, string>>>();

function searchText(finding: Finding, language: Language): string {
  const known = searchTexts.get(finding) ?? {};
  const text =
    known[language] ??
    fold(
      [
        finding.message[language],
        finding.subject.code ?? '',
        finding.subject.title,
        finding.rule,
        ...finding.cells.slice(0, 40).map(formatRef),
      ].join(' '),
    );
  searchTexts.set(finding, { ...known, [language]: text });
  return text;
}

/**
 * Groups for the list: blocking ones first, then by rule; inside a group in the order of the check. Findings that
 * follow from another one hang on it; where the filter hides their root they are not shown by themselves.
 */
export function groupFindings(
  findings: readonly Finding[],
  ruleSet: RuleSet,
  filter: FindingFilter,
  owners: Owners,
  language: Language,
): FindingGroup[] {
  const titles = new Map(ruleSet.settings.map(({ rule }) => [rule.id, rule.title]));
  const followers = new Map<string, Finding[]>();
  for (const finding of findings)
    for (const cause of finding.causes) followers.set(cause, [...(followers.get(cause) ?? []), finding]);
  const groups = new Map<string, Finding[]>();
  for (const finding of roots(findings)) {
    if (!passes(finding, filter, owners, language)) continue;
    const key = `${SEVERITIES.indexOf(finding.severity)} ${finding.rule}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  // Findings come in the order of their consequences.
  return [...groups].flatMap(([key, members]): FindingGroup[] => {
    const [first] = members;
    if (!first) return [];
    return [
      {
        key,
        rule: first.rule,
        title: titles.get(first.rule) ?? { it: first.rule, en: first.rule },
        severity: first.severity,
        reason: first.reason,
        references: first.references,
        remedy: first.fix.label,
        findings: members.map((finding) => ({
          finding,
          followers: followers.get(finding.fingerprint) ?? [],
        })),
      },
    ];
  });
}

/** What can be chosen among the findings there are; the counts of the severities obey the other filters. */
export function filterChoices(
  findings: readonly Finding[],
  filter: FindingFilter,
  owners: Owners,
  language: Language,
): FilterChoices {
  const own = roots(findings);
  const names = own.map((finding) => ownersOfFinding(finding, owners));
  const alphabetical = (list: readonly string[]) =>
    [...new Set(list)].sort((a, b) => a.localeCompare(b, language));
  const severities: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const finding of own)
    if (passesButSeverity(finding, filter, owners, language)) severities[finding.severity] += 1;
  return {
    severities,
    themes: alphabetical(own.map((finding) => themeOf(finding.rule))),
    owners: alphabetical(names.flat()),
    nobody: names.some((list) => list.length === 0),
    sheets: [...new Set(own.flatMap((finding) => finding.cells.map((cell) => cell.sheet)))],
  };
}

/** The listed findings in reading order, for next and previous. */
export function inOrder(groups: readonly FindingGroup[]): Finding[] {
  return groups.flatMap((group) => group.findings.map(({ finding }) => finding));
}

/** What is worth a mark in the sheets: information only where nothing else is listed. */
export function toMark(listed: readonly Finding[]): readonly Finding[] {
  const graver = listed.filter(({ severity }) => severity !== 'info');
  return graver.length > 0 ? graver : listed;
}

/**
 * The finding to stay at after a new check: the same one, else the one at the same place with other evidence, else
 * the one that now stands where it stood.
 */
export function followSelection(
  selected: Finding | null,
  before: readonly Finding[],
  after: readonly Finding[],
): { readonly finding: Finding | null; readonly settled: boolean } {
  if (!selected) return { finding: null, settled: false };
  const same =
    after.find((finding) => finding.fingerprint === selected.fingerprint) ??
    after.find((finding) => finding.place === selected.place);
  if (same) return { finding: same, settled: false };
  const at = before.findIndex((finding) => finding.fingerprint === selected.fingerprint);
  const rest = before
    .slice(at + 1)
    .find((one) => after.some((other) => other.fingerprint === one.fingerprint));
  const next = rest ? after.find((one) => one.fingerprint === rest.fingerprint) : after.at(-1);
  return { finding: next ?? null, settled: true };
}

/** Whether something read back from the pane's memory is a filter. */
export function isFilter(value: unknown): value is FindingFilter {
  if (typeof value !== 'object' || value === null) return false;
  const own = value as Partial<Record<keyof FindingFilter, unknown>>;
  return (
    Array.isArray(own.severities) &&
    own.severities.every((one) => SEVERITIES.some((severity) => severity === one)) &&
    [own.theme, own.owner, own.sheet, own.text].every((text) => typeof text === 'string') &&
    (own.status === 'open' || own.status === 'waived' || own.status === 'all')
  );
}
