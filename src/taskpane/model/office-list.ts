import type { Language } from '../../application';
import { OFFICE_SHEET } from '../../approval';
import type { Finding } from '../../coherence';
import { messages, type PaneTexts } from '../../messages';
import { formatRef, type ReportCell, type ReportSheet } from '../../workbook';
import { SEVERITIES, roots } from './findings';
import { ownersOfFinding, type Owners } from './owners';

const MOST_CELLS = 6;

interface About {
  readonly texts: PaneTexts;
  readonly language: Language;
  /** The day as people write it. */
  readonly date: string;
}

/** What is open for an owner (null: for nobody). */
function openFor(findings: readonly Finding[], owner: string | null, owners: Owners): Finding[] {
  return roots(findings).filter((finding) => {
    const names = ownersOfFinding(finding, owners);
    return finding.status === 'open' && (owner === null ? names.length === 0 : names.includes(owner));
  });
}

/** The open findings of one owner (null: of nobody) as a sheet to print or pass on, blocking ones first. */
export function officeSheet(
  findings: readonly Finding[],
  owner: string | null,
  owners: Owners,
  { texts, language, date }: About,
): ReportSheet {
  const words = texts.findings;
  const own = openFor(findings, owner, owners);
  const title = words.officeListIntro(owner ?? words.noOwner.toLowerCase(), date);
  const lines = SEVERITIES.flatMap((severity) =>
    own
      .filter((finding) => finding.severity === severity)
      .map((finding): ReportCell[] => {
        const [first] = finding.cells;
        const cells = finding.cells.slice(0, MOST_CELLS).map(formatRef).join(', ');
        const rest = finding.cells.length - MOST_CELLS;
        return [
          { value: messages(language).severity[severity].one, style: severity },
          {
            value: rest > 0 ? `${cells} +${rest}` : cells,
            ...(first && first.file === undefined ? { link: first } : {}),
          },
          { value: finding.message[language] },
          { value: finding.fix.label[language] },
        ];
      }),
  );
  return {
    name: OFFICE_SHEET,
    rows: [
      [{ value: title, style: 'title' }],
      [],
      words.officeSheetHeadings.map((value): ReportCell => ({ value, style: 'heading' })),
      ...(lines.length > 0 ? lines : [[{ value: words.officeListEmpty, style: 'muted' as const }]]),
    ],
    widths: [13, 28, 70, 44],
    printTitles: [2, 2],
    header: title,
  };
}

/** The open findings of one owner (null: of nobody) as plain text for a mail, blocking ones first. */
export function officeList(
  findings: readonly Finding[],
  owner: string | null,
  owners: Owners,
  about: About,
): string {
  const { texts, language, date } = about;
  const words = texts.findings;
  const own = openFor(findings, owner, owners);
  const lines: string[] = [words.officeListIntro(owner ?? words.noOwner.toLowerCase(), date), ''];
  if (own.length === 0) lines.push(words.officeListEmpty);
  for (const severity of SEVERITIES) {
    const list = own.filter((finding) => finding.severity === severity);
    if (list.length === 0) continue;
    lines.push(words.severityCount[severity](list.length).toUpperCase());
    for (const finding of list) {
      const cells = finding.cells.slice(0, MOST_CELLS).map(formatRef);
      const rest = finding.cells.length - cells.length;
      lines.push(`- ${finding.message[language]}`);
      if (cells.length > 0) lines.push(`  ${cells.join(', ')}${rest > 0 ? ` +${rest}` : ''}`);
      if (finding.fix.label[language] !== '') lines.push(`  ${words.remedy}: ${finding.fix.label[language]}`);
    }
    lines.push('');
  }
  if (own.length > 0) lines.push(words.officeListClosing);
  return `${lines.join('\n').trim()}\n`;
}
