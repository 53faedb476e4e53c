import type { MappingJson } from '../../application';
import { messages } from '../../messages';
import { planCounts, planTree, type MatchKind, type Plan, type PlanNode, type TableRole } from '../../plan';
import { formatRef } from '../../workbook';
import { placed, type Layout } from './check-text';
import { line, paint } from './paint';
import { together, wrap } from './wrap';

/**
 * The hierarchy for people, with counts, the sheets as read and what was not understood. An entity whose place was
 * found by its wording says how; one that hangs on nothing, though its kind should, is marked.
 */
export function treeText(file: string, plan: Plan, mapping: MappingJson, layout: Layout): string {
  const { language, width } = layout;
  const words = messages(language);
  const p = paint(layout.colour);
  return `${[
    p.bold(line(file)),
    ...countLines(plan, layout),
    '',
    ...nodeLines(plan, layout),
    '',
    p.bold(words.tree.sheets),
    ...mapping.sheets.flatMap(({ sheet, role, confidence }) =>
      wrap(
        `${line(sheet)}: ${words.role[role as TableRole]} (${words.tree.confidence} ${confidence.toFixed(2)})`,
        width,
        '  ',
        '    ',
      ),
    ),
    ...(mapping.notes.length > 0 ? ['', p.bold(words.tree.notes)] : []),
    ...mapping.notes.flatMap((note) => wrap(placed(note), width, '  ', '    ')),
  ].join('\n')}\n`;
}

function countLines(plan: Plan, { language, width }: Layout): string[] {
  const words = messages(language);
  const counts = Object.entries(planCounts(plan)) as [keyof typeof SINGULAR, number][];
  const { codeScheme: scheme, dup } = plan;
  return [
    ...counts.map(([key, count]) => {
      const name = words.kind[SINGULAR[key]];
      return `  ${String(count).padStart(6)}  ${count === 1 ? name.one : name.many}`;
    }),
    ...wrap(
      scheme ? words.tree.scheme(scheme.mask, scheme.fitting, scheme.total) : words.tree.noScheme,
      width,
      '  ',
      '    ',
    ),
    ...wrap(
      dup?.file ? words.check.dup(line(dup.file), dup.sheets.map(line).join(', ')) : words.check.noDup,
      width,
      '  ',
      '    ',
    ),
  ];
}

function nodeLines(plan: Plan, { language, width, colour }: Layout): string[] {
  const words = messages(language);
  const p = paint(colour);
  const links = linksOf(plan);
  const seen = new Set<string>();
  const walk = (node: PlanNode, depth: number): string[] => {
    const again = seen.has(node.id);
    seen.add(node.id);
    const [cell] = node.cells;
    const link = links.get(node.id);
    const facts = [
      words.kind[node.kind].one,
      ...(cell ? [line(formatRef(cell))] : []),
      ...(link === undefined ? [] : [words.tree.link[link]]),
      ...(again ? [words.tree.again] : []),
    ].map(together);
    const loose = depth === 0 && node.kind !== topOf(plan) ? `${p.yellow(words.tree.loose)} ` : '';
    const code = node.code ? `${p.blue(line(node.code))} ` : '';
    const title = line(node.title) || p.dim(words.tree.noTitle);
    const indent = '  '.repeat(depth);
    return [
      ...wrap(`${loose}${code}${title} ${p.dim(`[${facts.join(', ')}]`)}`, width, indent, `${indent}    `),
      // An objective of several parents stands under each; what it holds is listed once.
      ...(again ? [] : node.children.flatMap((child) => walk(child, depth + 1))),
    ];
  };
  return planTree(plan).flatMap((node) => walk(node, 0));
}

/** The highest kind the plan has: it alone may stand at the top. */
function topOf(plan: Plan): PlanNode['kind'] | null {
  const counts = planCounts(plan);
  const top = (Object.keys(SINGULAR) as (keyof typeof SINGULAR)[]).find((key) => counts[key] > 0);
  return top === undefined ? null : SINGULAR[top];
}

/** How the link upwards of each entity was found, where the workbook's words had to be interpreted for it. */
function linksOf(plan: Plan): Map<string, Exclude<MatchKind, 'exact' | 'none'>> {
  const links = new Map<string, Exclude<MatchKind, 'exact' | 'none'>>();
  for (const { fromId, match, entityId } of plan.mentions)
    if (fromId !== null && entityId !== null && match !== 'exact' && match !== 'none')
      links.set(fromId, match);
  return links;
}

const SINGULAR = {
  strategicAreas: 'strategicArea',
  strategicObjectives: 'strategicObjective',
  operatingObjectives: 'operatingObjective',
  pegObjectives: 'pegObjective',
  phases: 'phase',
  indicators: 'indicator',
} as const;
