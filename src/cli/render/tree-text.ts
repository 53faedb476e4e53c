import type { Language, MappingJson } from '../../application';
import { messages } from '../../messages';
import { planCounts, planTree, type Plan, type PlanNode, type TableRole } from '../../plan';
import { formatRef } from '../../workbook';
import { line, paint } from './paint';

/** The hierarchy for people, with counts, the sheets as read and what was not understood. */
export function treeText(
  file: string,
  plan: Plan,
  mapping: MappingJson,
  language: Language,
  colour: boolean,
): string {
  const words = messages(language);
  const p = paint(colour);
  const counts = planCounts(plan);
  const { kind } = words;
  const lines = [p.bold(line(file))];
  for (const [key, count] of Object.entries(counts) as [keyof typeof counts, number][]) {
    const name = kind[SINGULAR[key]];
    lines.push(`  ${String(count).padStart(6)}  ${count === 1 ? name.one : name.many}`);
  }
  const scheme = plan.codeScheme;
  lines.push(
    `  ${scheme ? words.tree.scheme(scheme.mask, scheme.fitting, scheme.total) : words.tree.noScheme}`,
  );
  lines.push(
    `  ${plan.dup ? words.check.dup(line(plan.dup.file), plan.dup.sheets.map(line).join(', ')) : words.check.noDup}`,
    '',
  );
  const walk = (node: PlanNode, depth: number): void => {
    const [cell] = node.cells;
    const code = node.code ? `${p.blue(line(node.code))} ` : '';
    lines.push(
      `${'  '.repeat(depth)}${code}${line(node.title) || p.dim(words.tree.noTitle)}${p.dim(`  [${kind[node.kind].one}${cell ? `, ${line(formatRef(cell))}` : ''}]`)}`,
    );
    for (const child of node.children) walk(child, depth + 1);
  };
  for (const node of planTree(plan)) walk(node, 0);
  lines.push('', p.bold(words.tree.sheets));
  for (const sheet of mapping.sheets)
    lines.push(
      `  ${line(sheet.sheet)}: ${words.role[sheet.role as TableRole]} (${words.tree.confidence} ${sheet.confidence.toFixed(2)})`,
    );
  if (mapping.notes.length > 0) {
    lines.push('', p.bold(words.tree.notes));
    for (const note of mapping.notes)
      lines.push(
        `  ${note.sheet ? `${line(note.sheet)}${note.address ? `!${note.address}` : ''}: ` : ''}${line(note.note)}`,
      );
  }
  return `${lines.join('\n')}\n`;
}

const SINGULAR = {
  strategicAreas: 'strategicArea',
  strategicObjectives: 'strategicObjective',
  operatingObjectives: 'operatingObjective',
  pegObjectives: 'pegObjective',
  phases: 'phase',
  indicators: 'indicator',
} as const;
