import type { Random } from '../support/random';
import { closing, preamble, strayPages } from './dirt';
import { Page, written, type Written } from './page';
import { InventedPlan, SMALL, type Node } from './plan';
import {
  factColumns,
  indicatorColumns,
  levelColumns,
  pegColumns,
  phaseColumns,
  rowsOf,
  writeHeader,
  writeRows,
  type Column,
} from './tables';
import { strangeness } from './wide';
import { Wording } from './wording';

const LEVEL_NAMES: Readonly<Record<string, readonly string[]>> = {
  strategicArea: ['AMBITO', 'Ambito strategico', 'LINEA DI MANDATO'],
  strategicObjective: ['OB. STRATEGICO', 'Obiettivo strategico', 'OBSTR'],
  operatingObjective: ['OB. OPERATIVO', 'Obiettivo operativo', 'OBOPE'],
  pegObjective: ['OB. GESTIONALE', 'Obiettivo di PEG', 'OBGES'],
  phase: ['FASE', 'Attività', 'FASE'],
};

const HEADERS: readonly (readonly string[])[] = [
  ['LIVELLO', 'ID', 'ID_PADRE', 'DESCRIZIONE', 'RESPONSABILE', 'DT_INIZIO', 'DT_FINE', 'PESO'],
  ['LIV', 'COD_OBI', 'COD_PADRE', 'DES_OBI', 'DES_RESP', 'DT_INI', 'DT_FIN', 'PESO'],
  [
    'Tipo nodo',
    'Codice',
    'Codice padre',
    'Denominazione',
    'Responsabile',
    'Data inizio',
    'Data fine',
    'Peso',
  ],
];
const TITLE_COLUMN = 3;

/** Gives every entity of an export its id: its code, or a number that means nothing. */
function numbered(nodes: readonly Node[], random: Random): void {
  const meaningless = random.chance(0.4);
  let next = random.int(1000, 5000);
  for (const node of nodes) {
    next += random.int(1, 4);
    const { parent } = node;
    const own =
      node.kind === 'phase'
        ? `${parent?.code ?? ''}.${(parent?.children.indexOf(node) ?? 0) + 1}`
        : node.code;
    node.code = meaningless ? String(next) : own;
  }
}

/** The export of a program: every level a row, put under each other by ids, with a column for the level. */
export function exported(random: Random): Written {
  const plan = new InventedPlan(random, { ...SMALL, areas: [2, 2] });
  const style = random.pick([0, 1, 2]);
  const header = random.pick(HEADERS);
  const nodes = plan.all().filter(({ kind }) => kind !== 'indicator');
  numbered(nodes, random);
  const legend = random.chance(0.3);
  const depth = (node: Node): number => Object.keys(LEVEL_NAMES).indexOf(node.kind) + 1;
  const levelOf = (node: Node): string | number =>
    legend ? depth(node) : (LEVEL_NAMES[node.kind]?.[style] ?? '');
  const page = new Page(random.pick(['Export', 'Foglio1', 'ESTRAZIONE_PEG', 'query']));
  page.line(...header, 'UTENTE', 'DT_AGG');
  const rows = random.chance(0.5) ? nodes : random.shuffled(nodes).sort((a, b) => depth(a) - depth(b));
  for (const node of rows) {
    const { owner, start, end, weight } = node.facts;
    const hasFacts = node.kind === 'pegObjective' || node.kind === 'phase';
    const facts = hasFacts ? [owner, start, end, weight] : [null, null, null, null];
    const ids = [levelOf(node), node.code, node.parent?.code ?? null];
    page.states(node, page.line(...ids, node.title, ...facts, 'ADM01', `15/01/${plan.year}`), TITLE_COLUMN);
  }
  const key = new Page('Legenda');
  key.line(header[0] ?? '', 'Significato');
  Object.values(LEVEL_NAMES).forEach((names, at) => key.line(at + 1, names[1] ?? ''));
  return written(plan, legend ? [page, key] : [page], `export_${plan.year}.xlsx`);
}

/** Normalised sheets joined by codes or by ids that mean nothing; base data beside them. */
export function normalised(random: Random): Written {
  const plan = new InventedPlan(random, SMALL);
  const words = new Wording(random, strangeness(random));
  const own = new Map(
    plan.of('pegObjective').map((node, at) => [node, 1001 + at * random.int(1, 1)] as const),
  );
  const byId = random.chance(0.4);
  const key = (node: Node | null): string | number | null =>
    node === null ? null : byId ? (own.get(node) ?? null) : node.code;
  const idHeader = byId ? random.pick(['ID', 'ID_OBIETTIVO', 'Chiave']) : words.codeOf('pegObjective');
  const dup = new Page('DUP');
  const dupColumns = levelColumns(words, ['strategicObjective', 'operatingObjective'], 'column');
  writeHeader(dup, dupColumns);
  const firsts = plan.of('operatingObjective').flatMap(({ children }) => children.slice(0, 1));
  writeRows(dup, plan, dupColumns, rowsOf(firsts, false, false), { fill: 'repeat' });
  const pegs = new Page('Obiettivi');
  const link: Column = {
    header: words.codeOf('operatingObjective'),
    of: ({ peg }) => peg,
    value: ({ parent }) => parent?.code ?? null,
  };
  const id: Column = { header: idHeader, of: ({ peg }) => peg, value: (node) => key(node) };
  const pegColumnsHere = [
    ...(byId ? [id] : []),
    ...pegColumns(words, 'column'),
    link,
    ...factColumns(plan, words, true),
  ];
  writeHeader(pegs, pegColumnsHere);
  writeRows(pegs, plan, pegColumnsHere, rowsOf(plan.of('pegObjective'), false, false), { fill: 'repeat' });
  const detail = (name: string, columns: readonly Column[], isPhases: boolean): Page => {
    const page = new Page(name);
    const all = [id, ...columns];
    writeHeader(page, all);
    writeRows(page, plan, all, rowsOf(plan.of('pegObjective'), isPhases, !isPhases), { fill: 'repeat' });
    return page;
  };
  const pages = [
    dup,
    pegs,
    detail('Fasi', phaseColumns(plan, words), true),
    detail('Indicatori', indicatorColumns(plan, words), false),
    ...(random.chance(0.7) ? [baseData(plan, random)] : []),
    ...(random.chance(0.4) ? [centres(plan)] : []),
  ];
  return written(plan, pages, `piano ${plan.year}.xlsx`);
}

function baseData(plan: InventedPlan, random: Random): Page {
  const page = new Page(random.pick(['Dati di base', 'Dati', 'Grandezze']));
  page.line('Grandezza', 'Unità', String(plan.year - 2), String(plan.year - 1), 'Fonte');
  for (const name of [
    'Popolazione',
    'Rifiuti totali',
    'Rifiuti differenziati',
    'Dipendenti',
    'Riscosso',
    'Accertato',
  ])
    page.line(
      name,
      random.pick(['n.', 't', '€']),
      random.int(100, 90000),
      random.int(100, 90000),
      'Ragioneria',
    );
  return page;
}

function centres(plan: InventedPlan): Page {
  const page = new Page('Centri di responsabilità');
  page.line('Codice', 'Centro di responsabilità', 'Responsabile');
  plan.offices.forEach((office, at) => page.line(`C${at + 1}`, office, plan.ownerOf(office)));
  return page;
}

/** One row for each indicator and year; the objective again on each. */
export function longForm(random: Random): Written {
  const plan = new InventedPlan(random, SMALL);
  const words = new Wording(random, strangeness(random));
  for (const node of plan.of('operatingObjective')) node.code = null;
  const page = new Page(random.pick(['Indicatori', 'dati', 'Foglio1']));
  const years = [plan.year, plan.year + 1, plan.year + 2].slice(0, random.int(2, 3));
  page.line(
    words.of('operatingObjective'),
    words.of('code'),
    words.of('pegObjective'),
    words.of('centre'),
    words.of('indicator'),
    words.of('unit'),
    'Anno',
    words.of('target'),
  );
  for (const peg of plan.of('pegObjective'))
    for (const indicator of peg.children.filter(({ kind }) => kind === 'indicator'))
      for (const year of years) {
        const row = page.line(
          peg.parent?.title ?? null,
          peg.code,
          peg.title,
          peg.facts.office,
          indicator.title,
          indicator.facts.unit,
          year,
          indicator.facts.target,
        );
        if (peg.parent) page.states(peg.parent, row, 0);
        page.states(peg, row, 2);
        page.states(indicator, row, 4);
      }
  return written(plan, [page, ...strayPages(plan, random)], `indicatori ${plan.year}.xlsx`);
}

/** Two hierarchies side by side: missione and programma of the budget, and the centre; the DUP is a reference. */
export function twoHierarchies(random: Random): Written {
  const plan = new InventedPlan(random, SMALL);
  const words = new Wording(random, strangeness(random));
  const code = random.chance(0.5);
  const budget: Column[] = [
    {
      header: 'Missione',
      of: ({ peg }) => peg.parent,
      value: ({ facts }) => (code ? facts.mission[0] : `${facts.mission[0]} - ${facts.mission[1]}`),
    },
    {
      header: 'Programma',
      of: ({ peg }) => peg.parent,
      value: ({ facts }) => (code ? facts.programme[0] : `${facts.programme[0]} - ${facts.programme[1]}`),
    },
  ];
  const columns = [
    ...budget,
    ...levelColumns(words, ['operatingObjective'], 'column'),
    {
      header: words.of('centre'),
      of: ({ peg }: { peg: Node }) => peg,
      value: ({ facts }: Node) => facts.office,
    },
    {
      header: words.of('owner'),
      of: ({ peg }: { peg: Node }) => peg,
      value: ({ facts }: Node) => facts.owner,
    },
    ...pegColumns(words, 'column'),
    ...indicatorColumns(plan, words),
  ];
  const page = new Page(random.pick(['PEG', 'Foglio1', 'Piano']));
  preamble(page, plan, columns.length);
  writeHeader(page, columns);
  writeRows(page, plan, columns, rowsOf(plan.of('pegObjective'), false, true), {
    fill: random.pick(['repeat', 'blank', 'merge']),
  });
  closing(page, plan);
  return written(plan, [page, ...strayPages(plan, random)], `PEG ${plan.year}.xlsx`);
}

/** Objectives of the body and of single officers, with behaviours that are none; equal titles of several offices. */
export function twoParts(random: Random): Written {
  const plan = new InventedPlan(random, SMALL);
  const words = new Wording(random, strangeness(random));
  const columns = [
    ...pegColumns(words, 'column'),
    {
      header: words.of('owner'),
      of: ({ peg }: { peg: Node }) => peg,
      value: ({ facts }: Node) => facts.owner,
    },
    {
      header: words.of('weight'),
      of: ({ peg }: { peg: Node }) => peg,
      value: ({ facts }: Node) => facts.weight,
    },
    ...indicatorColumns(plan, words),
  ];
  const all = plan.of('pegObjective');
  const half = Math.ceil(all.length / 2);
  const parts = [
    [random.pick(['Performance organizzativa', 'Obiettivi di ente']), all.slice(0, half)],
    [random.pick(['Performance individuale', 'Obiettivi individuali']), all.slice(half)],
  ] as const;
  const together = random.chance(0.5);
  const pages: Page[] = [];
  let page = new Page('Performance');
  for (const [name, pegs] of parts) {
    if (!together || pages.length === 0) pages.push((page = new Page(together ? 'Performance' : name)));
    else page.blank();
    page.line(name.toUpperCase());
    writeHeader(page, columns);
    writeRows(page, plan, columns, rowsOf(pegs, false, true), { fill: 'blank' });
  }
  page.blank();
  page.line('COMPORTAMENTI');
  page.line('Fattore', 'Punteggio massimo');
  for (const name of ['Orientamento al risultato', 'Collaborazione', 'Innovazione']) page.line(name, 10);
  return written(plan, pages, `Performance ${plan.year}.xlsx`);
}

/** Every office has the same objective, told apart by its office alone; no codes. */
export function sameTitles(random: Random): Written {
  const plan = new InventedPlan(random, { ...SMALL, areas: [2, 2] }, { coded: false });
  const words = new Wording(random, strangeness(random));
  const shared = random.pick([
    'Rispettare i tempi di pagamento',
    'Aggiornare il piano anticorruzione',
    'Formare il personale',
  ]);
  const firsts = plan.offices.flatMap((office) => plan.pegsOf(office).slice(0, 1));
  for (const node of firsts) node.title = shared;
  const columns = [
    {
      header: words.of('centre'),
      of: ({ peg }: { peg: Node }) => peg,
      value: ({ facts }: Node) => facts.office,
    },
    {
      header: words.of('owner'),
      of: ({ peg }: { peg: Node }) => peg,
      value: ({ facts }: Node) => facts.owner,
    },
    ...pegColumns(words, 'none'),
    {
      header: words.of('weight'),
      of: ({ peg }: { peg: Node }) => peg,
      value: ({ facts }: Node) => facts.weight,
    },
    ...(random.chance(0.5) ? phaseColumns(plan, words) : []),
  ];
  const page = new Page('Obiettivi');
  preamble(page, plan, columns.length);
  writeHeader(page, columns);
  const pegs = plan.offices.flatMap((office) => plan.pegsOf(office));
  writeRows(page, plan, columns, rowsOf(pegs, columns.length > 4, false), {
    fill: random.pick(['repeat', 'blank']),
  });
  closing(page, plan);
  return written(plan, [page, ...strayPages(plan, random)], `PEG ${plan.year}.xlsx`);
}

/** A workbook of each office, joined: their objectives are numbered from one, each for itself. */
export function severalFiles(random: Random): Written {
  const plan = new InventedPlan(random, { ...SMALL, areas: [2, 2] });
  const words = new Wording(random, strangeness(random));
  const offices = plan.offices.filter((office) => plan.pegsOf(office).length > 0);
  const pages = offices.map((office) => {
    plan.pegsOf(office).forEach((node, at) => (node.code = String(at + 1)));
    const columns = [
      ...pegColumns(words, 'column'),
      {
        header: words.of('weight'),
        of: ({ peg }: { peg: Node }) => peg,
        value: ({ facts }: Node) => facts.weight,
      },
      ...indicatorColumns(plan, words),
    ];
    const page = new Page(office.slice(0, 31));
    page.line(`Servizio: ${office}`);
    page.line(`Responsabile: ${plan.ownerOf(office)}`);
    page.blank();
    writeHeader(page, columns);
    writeRows(page, plan, columns, rowsOf(plan.pegsOf(office), false, true), { fill: 'blank' });
    return page;
  });
  const files = pages.map((page) => written(plan, [page], `${page.name}.xlsx`));
  const [first] = files;
  return {
    workbooks: files.flatMap(({ workbooks }) => workbooks),
    truth: first?.truth ?? { entities: [], alternatives: [], once: true },
  };
}
