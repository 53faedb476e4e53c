import type { Random } from '../support/random';
import { closing, preamble, strayPages, totalLine } from './dirt';
import content from './content.json';
import { Page, written, type Written } from './page';
import { InventedPlan, SMALL, type Node } from './plan';
import {
  LEVELS,
  TWO_LINES,
  factColumns,
  indicatorColumns,
  levelColumns,
  monitoringColumns,
  monthColumns,
  pegColumns,
  phaseColumns,
  rowsOf,
  writeHeader,
  writeRows,
  type Codes,
  type Column,
  type Fill,
  type LevelKind,
  type Row,
} from './tables';
import { Wording } from './wording';

/** How many concepts an office says in its own words: mostly none. */
export function strangeness(random: Random): number {
  return random.pick([0, 0, 0, 1, 1, 2, 4]);
}

const CODES: readonly Codes[] = ['column', 'column', 'in title', 'none'];
const BETWEEN = [' - ', ' – ', ' ', ') ', '. '];

/** The levels a table names: the lowest ones, as many as the office cares for. */
function levelsOf(random: Random): readonly LevelKind[] {
  return LEVELS.slice(random.pick([0, 0, 1, 1, 2, 2, 3]));
}

interface Drawn {
  readonly plan: InventedPlan;
  readonly words: Wording;
  readonly columns: Column[];
  readonly phases: boolean;
  readonly indicators: boolean;
  readonly fill: Fill;
  readonly weights: boolean;
}

function drawn(
  random: Random,
  what: { readonly levels?: readonly LevelKind[]; readonly codes?: Codes } = {},
): Drawn {
  const codes = what.codes ?? random.pick(CODES);
  const plan = new InventedPlan(random, SMALL, { coded: codes !== 'none' });
  const words = new Wording(random, strangeness(random));
  const between = random.pick(BETWEEN);
  const levelCodes = codesOfLevels(codes, random);
  if (levelCodes === 'none') for (const kind of LEVELS) for (const node of plan.of(kind)) node.code = null;
  const phases = random.chance(0.5);
  const indicators = random.chance(phases ? 0.4 : 0.8);
  const weights = random.chance(0.5);
  const columns = [
    ...levelColumns(words, what.levels ?? levelsOf(random), levelCodes, between),
    ...pegColumns(words, codes, between),
    ...factColumns(plan, words, weights),
    ...(phases ? [...phaseColumns(plan, words), ...sometimes(random, () => monthColumns(plan))] : []),
    ...(indicators
      ? [...indicatorColumns(plan, words), ...sometimes(random, () => monitoringColumns(plan))]
      : []),
  ];
  const fill = random.pick<Fill>(['repeat', 'blank', 'merge']);
  return { plan, words, columns, phases, indicators, fill, weights };
}

function codesOfLevels(codes: Codes, random: Random): Codes {
  if (codes === 'column') return random.chance(0.4) ? 'column' : 'none';
  return codes;
}

function sometimes(random: Random, columns: () => Column[]): Column[] {
  return random.chance(0.2) ? columns() : [];
}

/** One table with everything, its header in one line or two. */
export function wideTable(random: Random): Written {
  const { plan, columns, phases, indicators, fill, weights } = drawn(random);
  const page = new Page(random.pick(['Foglio1', 'PEG', `Obiettivi ${plan.year}`, 'PDO', 'Piano']));
  const dirt = random.pick([0, 0, 0.05, 0.15]);
  preamble(page, plan, columns.length);
  const grouped = random.chance(0.25)
    ? columns.map((column) => ({ ...column, group: groupOf(column) }))
    : columns;
  const extra = random.chance(0.2);
  const all = extra ? [runningNumbers(random.pick(['', 'N.', 'Prog.'])), ...grouped] : grouped;
  writeHeader(page, all);
  if (random.chance(0.1)) page.line(...all.map((_, at) => `(${at + 1})`));
  const rows = rowsOf(plan.of('pegObjective'), phases, indicators);
  writeRows(page, plan, all, rows, { fill, dirt });
  const weight = all.findIndex(({ header }) => weights && /pes|pond/i.test(header));
  if (weight > 1 && random.chance(0.4))
    page.rows.push(totalLine(random, all.length, weight, 100 * plan.offices.length));
  closing(page, plan);
  return written(plan, [page, ...strayPages(plan, random)], `PEG ${plan.year}.xlsx`);

  function groupOf({ of, header }: Column): string {
    const [row] = rowsOf(plan.of('pegObjective').slice(0, 1), phases, indicators);
    const kind = row && of(row)?.kind;
    if (header === '') return '';
    if (kind === 'indicator') return 'MISURAZIONE';
    return kind === 'phase' ? 'CRONOPROGRAMMA' : kind === 'pegObjective' ? 'OBIETTIVO' : 'DUP';
  }
}

/** A column of running numbers that means nothing. */
function runningNumbers(header: string): Column {
  let number = 0;
  return { header, of: ({ peg }) => peg, value: () => (number += 1) };
}

/** The columns in an order of the office's own. */
export function shuffledTable(random: Random): Written {
  const { plan, columns, phases, indicators } = drawn(random, {
    codes: random.pick<Codes>(['column', 'in title']),
  });
  const page = new Page('Foglio1');
  preamble(page, plan, columns.length);
  const mixed = inAnyOrder(columns, random);
  writeHeader(page, mixed);
  // Blank repeats would hang in the air where the columns they belong to come later.
  writeRows(page, plan, mixed, rowsOf(plan.of('pegObjective'), phases, indicators), { fill: 'repeat' });
  closing(page, plan);
  return written(plan, [page, ...strayPages(plan, random)], `PDO ${plan.year}.xlsx`);
}

/** The columns of a calendar stay together. */
function inAnyOrder(columns: readonly Column[], random: Random): Column[] {
  const months = columns.filter(({ group }) => group !== undefined);
  const parts = columns.filter(({ group }) => group === undefined).map((column) => [column]);
  return random.shuffled(months.length > 0 ? [...parts, months] : parts).flat();
}

/** A table under a header in Italian and German, each in a line of its own or both in one. */
export function twoLanguages(random: Random): Written {
  const { plan, words, phases, indicators, fill, weights } = drawn(random, { codes: 'column' });
  const between = random.pick([' / ', TWO_LINES]);
  const german = content.german as Readonly<Record<string, string>>;
  const both = (concept: keyof typeof content.german): string =>
    `${content.usual[concept][0] ?? ''}${between}${german[concept] ?? ''}`;
  const peg: Column['of'] = (row) => row.peg;
  const columns: Column[] = [
    {
      header: both('operatingObjective'),
      of: (row) => row.peg.parent,
      isTitle: true,
      value: ({ title }) => title,
    },
    { header: both('code'), of: peg, value: ({ code }) => code },
    { header: both('pegObjective'), of: peg, isTitle: true, value: ({ title }) => title },
    { header: both('owner'), of: peg, value: ({ facts }) => facts.owner },
    { header: both('centre'), of: peg, value: ({ facts }) => facts.office },
    ...(weights ? [{ header: both('weight'), of: peg, value: ({ facts }: Node) => facts.weight }] : []),
    ...(phases
      ? [
          {
            header: both('phase'),
            of: (row: Row) => row.phase,
            isTitle: true,
            value: ({ title }: Node) => title,
          },
          { header: both('end'), of: (row: Row) => row.phase, value: ({ facts }: Node) => facts.end },
        ]
      : []),
    ...(indicators
      ? [
          {
            header: both('indicator'),
            of: (row: Row) => row.indicator,
            isTitle: true,
            value: ({ title }: Node) => title,
          },
          {
            header: both('target'),
            of: (row: Row) => row.indicator,
            value: ({ facts }: Node) => facts.target,
          },
        ]
      : []),
  ];
  for (const node of plan.of('operatingObjective')) node.code = null;
  const page = new Page(words.bilingual ? 'Ziele' : 'Obiettivi');
  preamble(page, plan, columns.length);
  writeHeader(page, columns);
  writeRows(page, plan, columns, rowsOf(plan.of('pegObjective'), phases, indicators), { fill });
  closing(page, plan);
  return written(plan, [page, ...strayPages(plan, random)], `PEG ${plan.year}.xlsx`);
}

/** Under each objective a table of phases and one of indicators, whose headers have words in common. */
export function blocksOfBoth(random: Random): Written {
  const plan = new InventedPlan(random, { ...SMALL, areas: [1, 2] });
  const words = new Wording(random, strangeness(random));
  const head = [...pegColumns(words, 'column'), ...factColumns(plan, words, true)];
  const name = random.pick(['Descrizione', 'Denominazione']);
  const renamed = (columns: readonly Column[]): Column[] =>
    columns.map((column) => (column.isTitle ? { ...column, header: name } : column));
  const details = [
    [words.of('phase'), renamed(phaseColumns(plan, words)), true],
    [words.of('indicator'), renamed(indicatorColumns(plan, words)), false],
  ] as const;
  const page = new Page('Schede');
  for (const peg of plan.of('pegObjective')) {
    if (page.next > 0) page.blank();
    writeHeader(page, head);
    writeRows(page, plan, head, rowsOf([peg], false, false), { fill: 'blank' });
    for (const [title, columns, isPhases] of details) {
      page.line(title.toUpperCase());
      writeHeader(page, columns);
      writeRows(page, plan, columns, rowsOf([peg], isPhases, !isPhases), { fill: 'blank' });
    }
  }
  return written(plan, [page, ...strayPages(plan, random)], `Schede ${plan.year}.xlsx`);
}

/** The same table again for each office under a line with its name: header repeated, in other words, or left out. */
export function blocks(random: Random): Written {
  const { plan, words, columns, phases, indicators, fill } = drawn(random, {
    levels: ['operatingObjective'],
  });
  const own = columns.filter(({ header }) => header !== words.of('centre') && header !== words.of('owner'));
  const again = random.pick(['same', 'once', 'other words'] as const);
  const page = new Page(random.pick(['Obiettivi', 'PEG', 'Foglio1']));
  preamble(page, plan, own.length);
  plan.offices
    .filter((office) => plan.pegsOf(office).length > 0)
    .forEach((office, at) => {
      if (at > 0) page.blank(random.int(1, 2));
      page.line(`${random.pick(['SETTORE', 'Settore', 'SERVIZIO'])} ${office}`);
      page.line(`Responsabile: ${plan.ownerOf(office)}`);
      if (at === 0 || again === 'same') writeHeader(page, own);
      if (at > 0 && again === 'other words')
        writeHeader(
          page,
          own.map((column) => ({ ...column, header: other(column) })),
        );
      writeRows(page, plan, own, rowsOf(plan.pegsOf(office), phases, indicators), { fill });
    });
  closing(page, plan);
  return written(plan, [page, ...strayPages(plan, random)], `PEG ${plan.town}.xlsx`);

  /** Another usual word where there is one: capitals only. */
  function other({ header }: Column): string {
    return header.toUpperCase();
  }
}

/** Levels going down merged columns, five of them with the objective and its phases or indicators. */
export function mergedLevels(random: Random): Written {
  const { plan, words, columns: _columns, ...rest } = drawn(random, { levels: LEVELS });
  const codes = random.pick<Codes>(['in title', 'none']);
  if (codes === 'none') for (const node of plan.all()) node.code = null;
  const withPhases = rest.phases;
  const columns = [
    ...levelColumns(words, LEVELS, codes, random.pick(BETWEEN)),
    ...pegColumns(words, codes),
    ...(withPhases ? phaseColumns(plan, words) : indicatorColumns(plan, words)),
  ];
  // A level that the codes of the drawn table had lost is not named in front of titles either.
  const page = new Page(random.pick(['Albero', 'Albero della performance', 'Piano']));
  preamble(page, plan, columns.length);
  writeHeader(page, columns);
  writeRows(page, plan, columns, rowsOf(plan.of('pegObjective'), withPhases, !withPhases), { fill: 'merge' });
  closing(page, plan);
  return written(plan, [page, ...strayPages(plan, random)], `Albero ${plan.year}.xlsx`);
}

/** Lines across the table name what the rows below stand under: missione and programma, office, or a level of the DUP. */
export function bands(random: Random): Written {
  const style = random.pick(['budget', 'level', 'office'] as const);
  const { plan, words, columns, phases, indicators, fill } = drawn(random, { levels: [] });
  const own = columns.filter(({ header }) => style !== 'office' || header !== words.of('centre'));
  const page = new Page(random.pick(['PEG', 'Piano obiettivi', 'Foglio1']));
  preamble(page, plan, own.length);
  writeHeader(page, own);
  const merge = random.chance(0.6);
  const band = (text: string): number => {
    const row = page.line(text);
    if (merge) page.merge(row, 0, row, own.length - 1);
    return row;
  };
  const write = (pegs: ReturnType<InventedPlan['of']>): void =>
    writeRows(page, plan, own, rowsOf(pegs, phases, indicators), { fill });
  if (style === 'office') {
    for (const office of plan.offices.filter((one) => plan.pegsOf(one).length > 0)) {
      band(`Settore: ${office}`);
      write(plan.pegsOf(office));
    }
  } else {
    const word = random.pick(['Obiettivo operativo', 'OBIETTIVO OPERATIVO', 'Ob. operativo']);
    for (const operating of plan.of('operatingObjective')) {
      if (style === 'budget') {
        const { mission, programme } = operating.facts;
        band(`MISSIONE ${mission[0]} - ${mission[1]}`);
        band(`Programma ${programme[0]} - ${programme[1]}`);
      } else {
        const text = operating.code ? `${operating.code} - ${operating.title}` : operating.title;
        page.states(operating, band(`${word}${operating.code ? ' ' : ': '}${text}`), 0);
      }
      write(operating.children);
    }
  }
  closing(page, plan);
  return written(plan, [page, ...strayPages(plan, random)], `peg ${plan.year}.xlsx`);
}
