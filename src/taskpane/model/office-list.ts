import type { Language } from '../../application';
import type { Finding } from '../../coherence';
import type { PaneTexts } from '../../messages';
import { formatRef } from '../../workbook';
import { SEVERITIES, roots } from './findings';
import { ownersOfFinding, type Owners } from './owners';

const MOST_CELLS = 6;

/** The open findings of one owner (null: of nobody) as plain text for a mail, blocking ones first. */
export function officeList(
  findings: readonly Finding[],
  owner: string | null,
  owners: Owners,
  about: { readonly texts: PaneTexts; readonly language: Language; readonly date: string },
): string {
  const { texts, language, date } = about;
  const words = texts.findings;
  const own = roots(findings).filter((finding) => {
    const names = ownersOfFinding(finding, owners);
    return finding.status === 'open' && (owner === null ? names.length === 0 : names.includes(owner));
  });
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
