import type { CheckJson, FindingJson, Language } from '../../application';
import { messages, readingTexts } from '../../messages';
import { formatRef } from '../../workbook';
import { line, paint } from './paint';

const MAX_CELLS = 6;
const MAX_PER_RULE = 8;
/** Informations are there to be looked up, not to be read through. */
const MAX_INFO_PER_RULE = 2;
const ORDER = ['error', 'warning', 'info'] as const;

/** The check for people: the verdict first, then the findings by gravity and rule, then what could not be assessed. */
export function checkText(check: CheckJson, language: Language, colour: boolean): string {
  const words = messages(language);
  const p = paint(colour);
  const { verdict, plan } = check;
  const lines: string[] = [];
  lines.push(`${p.bold(headline(check, language, p))}  ${line(check.file)}`);
  if (verdict.reading) lines.push(line(verdict.reading.text), ...questionLines(check, p));
  lines.push(
    [
      words.check.open(verdict.open.error, verdict.open.warning, verdict.open.info),
      verdict.waived > 0 ? words.check.waived(verdict.waived) : null,
      verdict.notVerifiable > 0 ? words.check.notVerifiable(verdict.notVerifiable) : null,
      verdict.indicatorsWithoutData > 0 ? words.check.withoutData(verdict.indicatorsWithoutData) : null,
    ]
      .filter((part) => part !== null)
      .join('; '),
  );
  const { counts } = plan;
  const { kind } = words;
  const count = (n: number, name: { one: string; many: string }) => `${n} ${n === 1 ? name.one : name.many}`;
  lines.push(
    p.dim(
      `${words.check.plan(plan.year, plan.codeScheme)}: ${[count(counts.strategicAreas, kind.strategicArea), count(counts.strategicObjectives, kind.strategicObjective), count(counts.operatingObjectives, kind.operatingObjective), count(counts.pegObjectives, kind.pegObjective), count(counts.phases, kind.phase), count(counts.indicators, kind.indicator)].join(', ')}`,
    ),
  );
  lines.push(
    p.dim(
      plan.dup
        ? words.check.dup(line(plan.dup.file), plan.dup.sheets.map(line).join(', '))
        : words.check.noDup,
    ),
  );

  for (const severity of ORDER) {
    const roots = check.findings.filter(
      (finding) =>
        finding.severity === severity &&
        finding.causes.length === 0 &&
        finding.status === 'open' &&
        !finding.doubtful,
    );
    if (roots.length === 0) continue;
    const name = words.severity[severity];
    const tint = severity === 'error' ? p.red : severity === 'warning' ? p.yellow : p.blue;
    lines.push(
      '',
      p.bold(tint(`${roots.length} ${roots.length === 1 ? name.one : name.many}`.toUpperCase())),
    );
    for (const [rule, group] of groupByRule(roots))
      lines.push(...ruleLines(rule, group, check, language, colour, tint));
  }
  lines.push(...monitoringLines(check, language, colour));
  lines.push(...acceptedLines(check, language, colour));
  const notVerifiable = check.rules.filter((rule) => rule.status === 'notVerifiable');
  if (notVerifiable.length > 0) {
    lines.push('', p.bold(words.check.notVerifiableTitle));
    for (const [reason, rules] of groupByReason(notVerifiable))
      lines.push(`  ${rules.join(', ')}: ${line(reason)}`);
  }
  const failed = check.rules.filter((rule) => rule.status === 'failed');
  if (failed.length > 0) {
    lines.push('', p.bold(p.red(words.check.failedTitle)));
    for (const rule of failed) lines.push(`  ${rule.rule}: ${line(rule.reason ?? '')}`);
  }
  if (check.mapping.notes.length > 0) {
    lines.push('', p.bold(words.check.unread));
    for (const note of check.mapping.notes.slice(0, 12))
      lines.push(
        `  ${note.sheet ? `${line(note.sheet)}${note.address ? `!${note.address}` : ''}: ` : ''}${line(note.note)}`,
      );
    if (check.mapping.notes.length > 12) lines.push(`  ${words.check.more(check.mapping.notes.length - 12)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** The verdict in capitals; what keeps it from being one comes first. */
function headline({ plan, verdict }: CheckJson, language: Language, p: ReturnType<typeof paint>): string {
  const words = messages(language).check;
  if ((verdict.reading?.question ?? null) !== null) return p.yellow(readingTexts(language).toConfirm);
  if (plan.counts.pegObjectives === 0) return p.yellow(words.noPlan);
  if (verdict.reading !== null) return p.yellow(readingTexts(language).toConfirm);
  if (verdict.failed > 0) return p.red(words.incomplete(verdict.failed));
  return verdict.ready ? p.green(words.ready(verdict.stage)) : p.red(words.notReady(verdict.stage));
}

/** The first question with its answers, as `--answer` takes them. */
function questionLines({ mapping }: CheckJson, p: ReturnType<typeof paint>): string[] {
  const [question] = mapping.questions;
  if (!question) return [];
  return [
    `  ${p.bold(line(question.text))}`,
    ...question.options.map(({ id, text }) => `    ${line(text)}  ${p.dim(`--answer ${question.id}=${id}`)}`),
  ];
}

function groupByRule(findings: readonly FindingJson[]): [string, FindingJson[]][] {
  const groups = new Map<string, FindingJson[]>();
  for (const finding of findings) groups.set(finding.rule, [...(groups.get(finding.rule) ?? []), finding]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function groupByReason(rules: CheckJson['rules']): [string, string[]][] {
  const groups = new Map<string, string[]>();
  for (const rule of rules)
    groups.set(rule.reason ?? '', [...(groups.get(rule.reason ?? '') ?? []), rule.rule]);
  return [...groups];
}

function ruleLines(
  rule: string,
  findings: readonly FindingJson[],
  check: CheckJson,
  language: Language,
  colour: boolean,
  tint: (text: string) => string,
): string[] {
  const words = messages(language);
  const p = paint(colour);
  const lines: string[] = [];
  const [first] = findings;
  const limit = first?.severity === 'info' ? MAX_INFO_PER_RULE : MAX_PER_RULE;
  for (const finding of findings.slice(0, limit)) {
    const cells = finding.cells.slice(0, MAX_CELLS).map((cell) => line(formatRef(cell)));
    const rest = finding.cells.length - cells.length;
    lines.push(`  ${tint(rule)} ${line(finding.message)}`);
    if (cells.length > 0) lines.push(p.dim(`         ${cells.join(', ')}${rest > 0 ? ` +${rest}` : ''}`));
    const followers = check.findings.filter((other) => other.causes.includes(finding.fingerprint)).length;
    if (followers > 0) lines.push(p.dim(`         ${words.check.follows(followers)}`));
    if (finding.waiver && finding.status === 'open')
      lines.push(
        p.dim(
          `         ${line(words.check.formerly(finding.waiver.author, finding.waiver.date, finding.waiver.reason))}`,
        ),
      );
  }
  if (findings.length > limit) lines.push(p.dim(`         ${words.check.more(findings.length - limit)}`));
  if (first) {
    const references = first.references.length > 0 ? ` (${first.references.join('; ')})` : '';
    lines.push(p.dim(`         ${words.check.why}: ${line(first.reason)}${references}`));
    if (first.fix.label !== '') lines.push(p.dim(`         ${words.check.fix}: ${line(first.fix.label)}`));
  }
  return lines;
}

function acceptedLines(check: CheckJson, language: Language, colour: boolean): string[] {
  const words = messages(language);
  const p = paint(colour);
  const waived = check.findings.filter((finding) => finding.status === 'waived');
  if (waived.length === 0) return [];
  return [
    '',
    p.bold(words.check.waived(waived.length)),
    ...waived.map(
      (finding) =>
        `  ${finding.rule} ${line(finding.message)}${finding.waiver ? ` – ${line(words.check.acceptedBy(finding.waiver.author, finding.waiver.date, finding.waiver.reason))}` : ''}`,
    ),
  ];
}

/** What the year's monitoring adds: late phases first, then results. */
function monitoringLines(check: CheckJson, language: Language, colour: boolean): string[] {
  const { monitoring } = check;
  if (!monitoring) return [];
  const words = messages(language).check;
  const p = paint(colour);
  const percent =
    monitoring.achievement === null
      ? null
      : new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(
          monitoring.achievement,
        );
  return [
    '',
    p.bold(words.monitoring(monitoring.date)),
    `  ${check.plan.counts.phases === 0 ? words.noPhases : monitoring.latePhases.length === 0 ? words.noneLate : words.late(monitoring.latePhases.length)}`,
    ...monitoring.latePhases
      .slice(0, MAX_PER_RULE)
      .map(
        (late) =>
          `    ${late.objective ? `${line(late.objective)}: ` : ''}${line(late.phase)} (${late.end ?? ''})${late.cells[0] ? p.dim(`  [${line(formatRef(late.cells[0]))}]`) : ''}`,
      ),
    ...(monitoring.latePhases.length > MAX_PER_RULE
      ? [`    ${words.more(monitoring.latePhases.length - MAX_PER_RULE)}`]
      : []),
    ...(monitoring.withoutResult > 0 ? [`  ${words.withoutResult(monitoring.withoutResult)}`] : []),
    ...(percent === null ? [] : [`  ${words.achievement(percent)}`]),
  ];
}
