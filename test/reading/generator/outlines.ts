import type { Random } from '../support/random';
import { closing, preamble, strayPages } from './dirt';
import { Page, written, type Written } from './page';
import { InventedPlan, SMALL, type Node } from './plan';
import {
  factColumns,
  indicatorColumns,
  levelColumns,
  pegColumns,
  rowsOf,
  writeHeader,
  writeRows,
  type Column,
} from './tables';
import { strangeness } from './wide';
import { Wording } from './wording';

const DEPTH = ['strategicArea', 'strategicObjective', 'operatingObjective', 'pegObjective'] as const;

/** All levels in one column, told by their words, by the depth of their codes, or by indentation. */
export function outline(random: Random): Written {
  const style = random.pick(['word', 'word', 'code', 'indentation'] as const);
  const plan = new InventedPlan(random, SMALL);
  const words = new Wording(random, style === 'word' ? Math.min(1, strangeness(random)) : 0);
  const kinds = DEPTH.slice(style === 'indentation' ? 0 : random.int(0, 1));
  const grammar = plan.grammar.name;
  // Codes that are no paths say nothing of the depth.
  if (style === 'code' && ['office and year', 'office', 'two-digit year', 'slashes'].includes(grammar))
    return outline(random);
  if (style === 'indentation' && random.chance(0.5)) for (const node of plan.all()) node.code = null;
  const page = new Page(random.pick(['Piano', 'Albero', 'Foglio1', 'PEG']));
  const facts = factColumns(plan, words, random.chance(0.5));
  preamble(page, plan, 1 + facts.length);
  const head = style === 'code' ? 'Cod.' : null;
  const titles = kinds.map((kind) => words.of(kind)).join(random.pick([' / ', ' - ', ', ']));
  page.line(...(head ? [head] : []), titles, ...facts.map(({ header }) => header));
  const step = random.pick(['  ', '   ', '    ']);
  const left = head ? 1 : 0;
  const write = (node: Node): void => {
    const depth = kinds.indexOf(node.kind as (typeof DEPTH)[number]);
    if (depth >= 0) {
      const row = page.next;
      if (head) page.put(row, 0, node.code);
      page.put(row, left, textOf(node, depth));
      page.states(node, row, left);
      if (node.kind === 'pegObjective')
        facts.forEach(({ value }, at) => page.put(row, left + 1 + at, value(node)));
    }
    node.children.filter(({ kind }) => kind !== 'phase' && kind !== 'indicator').forEach(write);
  };
  plan.areas.forEach(write);
  closing(page, plan);
  return written(plan, [page, ...strayPages(plan, random)], `Piano ${plan.year}.xlsx`);

  function textOf(node: Node, depth: number): string {
    const word = words.of(node.kind as (typeof DEPTH)[number]);
    if (style === 'code') return node.title;
    const named = node.code ? `${node.code} - ${node.title}` : node.title;
    if (style === 'word') return node.code ? `${word} ${named}` : `${word}: ${named}`;
    return `${step.repeat(depth)}${named}`;
  }
}

/** The DUP written as paragraphs, the PEG as a table that refers to it by code or name. */
export function paragraphs(random: Random): Written {
  const plan = new InventedPlan(random, SMALL);
  const words = new Wording(random, strangeness(random));
  const listed = random.chance(0.4);
  const dup = new Page(random.pick([`DUP ${plan.year}-${plan.year + 2}`, 'DUP', 'SeS e SeO']));
  dup.line(`DOCUMENTO UNICO DI PROGRAMMAZIONE ${plan.year}-${plan.year + 2}`);
  if (random.chance(0.5))
    dup.line(
      `Il Comune di ${plan.town} definisce qui gli indirizzi del mandato e gli obiettivi che ne discendono.`,
    );
  // In a list within a paragraph the operating objectives are told apart by letters, not by codes.
  if (listed) for (const node of plan.of('operatingObjective')) node.code = null;
  for (const area of plan.areas) {
    dup.states(area, dup.line(`${random.pick(['Ambito strategico'])} ${area.code} - ${area.title}`), 0);
    for (const strategic of area.children) {
      dup.states(strategic, dup.line(`Obiettivo strategico ${strategic.code} - ${strategic.title}`), 0);
      if (listed) {
        const text = strategic.children
          .map(({ title }, at) => `${String.fromCharCode(97 + at)}) ${title}`)
          .join('; ');
        const row = dup.line(`Obiettivi operativi: ${text}.`);
        for (const operating of strategic.children) dup.states(operating, row, 0);
      } else
        for (const operating of strategic.children)
          dup.states(operating, dup.line(`Obiettivo operativo ${operating.code} - ${operating.title}`), 0);
    }
  }
  const page = new Page(`PEG ${plan.year}`);
  const byName = listed || random.chance(0.4);
  const reference: Column = {
    header: byName ? words.of('operatingObjective') : words.codeOf('operatingObjective'),
    of: ({ peg }) => peg,
    value: ({ parent }) => (byName ? (parent?.title ?? '') : (parent?.code ?? '')),
  };
  const columns = [
    reference,
    ...pegColumns(words, 'column'),
    ...factColumns(plan, words, false),
    ...indicatorColumns(plan, words),
  ];
  writeHeader(page, columns);
  writeRows(page, plan, columns, rowsOf(plan.of('pegObjective'), false, true), {
    fill: random.pick(['repeat', 'blank']),
  });
  return written(plan, [dup, page, ...strayPages(plan, random)], `DUP e PEG ${plan.year}.xlsx`);
}

/** The DUP and the PEG as tables on sheets of their own, joined by code in the same or another notation, or by name. */
export function sheetsByReference(random: Random): Written {
  const plan = new InventedPlan(random, { ...SMALL, operatings: [2, 3] });
  const words = new Wording(random, strangeness(random));
  const dup = new Page(random.pick(['DUP', 'SeO', 'Obiettivi operativi']));
  const levels = random.chance(0.5)
    ? (['strategicArea', 'strategicObjective', 'operatingObjective'] as const)
    : (['strategicObjective', 'operatingObjective'] as const);
  const dupColumns = levelColumns(words, levels, 'column');
  writeHeader(dup, dupColumns);
  const firsts = plan.of('operatingObjective').flatMap(({ children }) => children.slice(0, 1));
  writeRows(dup, plan, dupColumns, rowsOf(firsts, false, false), {
    fill: random.pick(['repeat', 'merge', 'blank']),
  });
  const page = new Page(random.pick(['PEG', 'Obiettivi', 'Obiettivi gestionali']));
  const notation = random.pick(['same', 'same', 'padded', 'prefixed', 'name', 'code and name'] as const);
  const [broken] = random.chance(0.25) && notation !== 'name' ? random.shuffled(plan.of('pegObjective')) : [];
  if (broken) broken.cut = true;
  const reference: Column = {
    header: random.pick([
      'Rif. DUP',
      'Rif. SeO',
      words.of('operatingObjective'),
      'Collegamento',
      'Discende da',
    ]),
    of: ({ peg }) => peg,
    value: ({ parent, cut }) => (cut ? gone(parent) : cited(parent)),
  };
  const columns = [
    ...pegColumns(words, 'column'),
    reference,
    ...factColumns(plan, words, random.chance(0.5)),
    ...indicatorColumns(plan, words),
  ];
  preamble(page, plan, columns.length);
  writeHeader(page, columns);
  writeRows(page, plan, columns, rowsOf(plan.of('pegObjective'), false, true), { fill: 'blank' });
  closing(page, plan);
  return written(plan, [dup, page, ...strayPages(plan, random)], `PEG ${plan.town} ${plan.year}.xlsx`);

  /** A code of the same grammar that nothing has. */
  function gone(node: Node | null): string {
    return (node?.code ?? '').replace(/\d+$/, (digits) => '9'.repeat(digits.length));
  }

  function cited(node: Node | null): string {
    const code = node?.code ?? '';
    if (notation === 'name') return (node?.title ?? '').toUpperCase();
    if (notation === 'code and name') return `${code} ${node?.title ?? ''}`;
    if (notation === 'prefixed' && /^\d/.test(code)) return `OB ${code}`;
    // 1.2.3 for 01.02.03 and the other way round.
    if (notation === 'padded' && /^\d+(\.\d+)+$/.test(code))
      return code
        .split('.')
        .map((part) => (part.length > 1 ? String(Number(part)) : part.padStart(2, '0')))
        .join('.');
    return code;
  }
}
