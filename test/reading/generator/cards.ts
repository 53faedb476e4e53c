import type { CellValue } from '../../../src/workbook';
import type { Random } from '../support/random';
import { strayPages } from './dirt';
import { Page, written, type Written } from './page';
import { InventedPlan, SMALL, type Node } from './plan';
import {
  indicatorColumns,
  levelColumns,
  phaseColumns,
  pegColumns,
  rowsOf,
  writeHeader,
  writeRows,
  type Column,
} from './tables';
import { strangeness } from './wide';
import { Wording } from './wording';

/** How the cards of one office look: the same for all of them. */
interface Form {
  readonly plan: InventedPlan;
  readonly words: Wording;
  readonly place: 'right' | 'below' | 'same' | 'pairs';
  /** Label and value of a card, in order; the title of the objective among them. */
  readonly fields: readonly Field[];
  readonly headline: string | null;
  readonly sections: 'plain' | 'roman' | 'none';
  readonly phases: readonly Column[] | null;
  readonly indicators: readonly Column[] | null;
  readonly boxes: boolean;
  readonly colon: string;
}

interface Field {
  readonly label: string;
  readonly value: (peg: Node) => CellValue;
  /** Whose title it is, where it is one. */
  readonly states?: (peg: Node) => Node | null;
}

function formOf(random: Random): Form {
  const plan = new InventedPlan(random, { ...SMALL, areas: [1, 2] }, { coded: random.chance(0.75) });
  const words = new Wording(random, strangeness(random));
  const place = random.pick(['right', 'right', 'below', 'same', 'pairs'] as const);
  const inTitle = random.chance(0.3);
  const coded = plan.of('pegObjective').some(({ code }) => code !== null);
  const headline = random.chance(0.5)
    ? random.pick(['SCHEDA OBIETTIVO', 'Scheda obiettivo', 'SCHEDA OBIETTIVO GESTIONALE', 'Obiettivo'])
    : null;
  const named = (node: Node | null): string =>
    node === null ? '' : node.code ? `${node.code} - ${node.title}` : node.title;
  const title: Field = {
    label: words.of('pegObjective'),
    value: (peg) => (inTitle ? named(peg) : peg.title),
    states: (peg) => peg,
  };
  const code: Field = { label: words.codeOf('pegObjective'), value: ({ code: own }) => own };
  const operating: Field = {
    label: words.of('operatingObjective'),
    value: (peg) => named(InventedPlan.above(peg, 'operatingObjective')),
    states: (peg) => InventedPlan.above(peg, 'operatingObjective'),
  };
  const strategic: Field = {
    label: words.of('strategicObjective'),
    value: (peg) => named(InventedPlan.above(peg, 'strategicObjective')),
    states: (peg) => InventedPlan.above(peg, 'strategicObjective'),
  };
  const rest: readonly (readonly [number, Field])[] = [
    [0.8, { label: words.of('owner'), value: ({ facts }) => facts.owner }],
    [0.7, { label: words.of('centre'), value: ({ facts }) => facts.office }],
    [0.6, { label: words.of('weight'), value: ({ facts }) => facts.weight }],
    [0.6, { label: words.of('description'), value: ({ facts }) => facts.description }],
    [0.4, { label: words.of('type'), value: ({ facts }) => facts.type }],
    [0.3, { label: words.of('participants'), value: ({ facts }) => `${facts.office}, Segreteria` }],
  ];
  const others = rest.filter(([share]) => random.chance(share)).map(([, field]) => field);
  const heads = [
    ...(random.chance(0.4) ? [strategic] : []),
    ...(random.chance(0.6) ? [operating] : []),
    ...(coded && !inTitle ? [code] : []),
    title,
  ];
  const fields = random.chance(0.3)
    ? [...others.slice(0, 2), ...heads, ...others.slice(2)]
    : [...heads, ...others];
  const both = random.chance(0.6);
  return {
    plan,
    words,
    place,
    fields,
    headline,
    sections: random.pick(['plain', 'roman', 'none'] as const),
    phases: both || random.chance(0.5) ? phaseColumns(plan, words) : null,
    indicators: both || random.chance(0.7) ? indicatorColumns(plan, words) : null,
    boxes: random.chance(0.25),
    colon: random.pick([':', '', ' :']),
  };
}

/** Writes the card of one objective at the end of a page. */
function writeCard(page: Page, form: Form, peg: Node, number: number): void {
  const { words, headline, boxes, sections } = form;
  if (headline !== null) page.line(/scheda/i.test(headline) ? `${headline} n. ${number}` : headline);
  writeFields(page, form, peg);
  if (boxes)
    page.line('Annuale', peg.facts.weight > 25 ? '☒' : '☐', 'Pluriennale', peg.facts.weight > 25 ? '☐' : '☒');
  let section = 0;
  const details = (columns: readonly Column[] | null, word: string, isPhases: boolean): void => {
    if (!columns) return;
    section += 1;
    page.blank();
    const title = `${word.toUpperCase()}`;
    if (sections !== 'none')
      page.line(sections === 'roman' ? `${['I', 'II', 'III'][section - 1]}. ${title}` : title);
    writeHeader(page, columns);
    writeRows(page, form.plan, columns, rowsOf([peg], isPhases, !isPhases), { fill: 'blank' });
  };
  details(form.phases, words.of('phase'), true);
  details(form.indicators, words.of('indicator'), false);
}

function writeFields(page: Page, { place, fields, colon }: Form, peg: Node): void {
  const state = (field: Field, row: number, column: number): void => {
    const node = field.states?.(peg);
    if (node) page.states(node, row, column);
  };
  if (place === 'pairs') {
    for (let at = 0; at < fields.length; at += 2) {
      const row = page.next;
      fields.slice(at, at + 2).forEach((field, side) => {
        page.put(row, side * 2, `${field.label}${colon}`);
        page.put(row, side * 2 + 1, field.value(peg));
        state(field, row, side * 2 + 1);
      });
    }
    return;
  }
  for (const field of fields) {
    const value = field.value(peg);
    if (place === 'same') state(field, page.line(`${field.label}: ${value ?? ''}`), 0);
    else if (place === 'right') state(field, page.line(`${field.label}${colon}`, value), 1);
    else {
      page.line(field.label.toUpperCase());
      state(field, page.line(value), 0);
    }
  }
}

/** A card for each objective, each on its own sheet; sometimes a sheet for the DUP. */
export function cardSheets(random: Random): Written {
  const form = formOf(random);
  const { plan } = form;
  const pages = plan
    .of('pegObjective')
    .slice(0, 8)
    .map((peg, at) => {
      const page = new Page(`${random.pick(['Scheda', 'Ob.'])} ${at + 1}`);
      if (random.chance(0.5)) page.line(`COMUNE DI ${plan.town.toUpperCase()}`);
      writeCard(page, form, peg, at + 1);
      return page;
    });
  const dup = random.chance(0.4) ? [dupPage(form)] : [];
  return written(plan, [...dup, ...pages, ...strayPages(plan, random)], `Schede obiettivo ${plan.year}.xlsx`);
}

/** Cards below each other, all on one sheet or on a sheet for each office. */
export function stackedCards(random: Random): Written {
  const form = formOf(random);
  const { plan } = form;
  const byOffice = random.chance(0.5);
  const groups = byOffice
    ? plan.offices.map((office) => [office, plan.pegsOf(office)] as const)
    : [['Schede', plan.of('pegObjective')] as const];
  const pages = groups
    .filter(([, pegs]) => pegs.length > 0)
    .map(([name, pegs]) => {
      const page = new Page(name.slice(0, 31));
      if (random.chance(0.6)) page.line(`SCHEDE DEGLI OBIETTIVI - ANNO ${plan.year}`);
      pegs.forEach((peg, at) => {
        if (page.next > 0) page.blank(2);
        writeCard(page, form, peg, at + 1);
      });
      return page;
    });
  const dup = random.chance(0.4) ? [dupPage(form)] : [];
  return written(plan, [...dup, ...pages, ...strayPages(plan, random)], `Schede ${plan.town}.xlsx`);
}

/** The DUP that the cards refer to, as a table. */
function dupPage({ plan, words }: Form): Page {
  const page = new Page(`DUP ${plan.year}-${plan.year + 2}`);
  const coded = plan.of('operatingObjective').some(({ code }) => code !== null);
  const columns = levelColumns(
    words,
    ['strategicArea', 'strategicObjective', 'operatingObjective'],
    coded ? 'column' : 'none',
  );
  writeHeader(page, columns);
  const firsts = plan.of('operatingObjective').flatMap(({ children }) => children.slice(0, 1));
  writeRows(page, plan, columns, rowsOf(firsts, false, false), { fill: 'repeat' });
  return page;
}

/** Attributes in rows, one column for each objective. */
export function transposed(random: Random): Written {
  const form = formOf(random);
  const { plan } = form;
  const pages = plan.offices
    .filter((office) => plan.pegsOf(office).length > 0)
    .map((office) => {
      const page = new Page(office.slice(0, 31));
      page.line(`Obiettivi ${plan.year} - ${office}`);
      page.blank();
      const top = page.next;
      const pegs = plan.pegsOf(office);
      form.fields.forEach((field, at) => {
        page.put(top + at, 0, field.label);
        pegs.forEach((peg, column) => {
          page.put(top + at, column + 1, field.value(peg));
          const node = field.states?.(peg);
          if (node) page.states(node, top + at, column + 1);
        });
      });
      const bottom = page.next;
      // One indicator for each objective, with its target below.
      page.put(bottom, 0, form.words.of('indicator'));
      page.put(bottom + 1, 0, form.words.year('target', plan.year));
      pegs.forEach((peg, column) => {
        const [one] = peg.children.filter(({ kind }) => kind === 'indicator');
        if (!one) return;
        page.put(bottom, column + 1, one.title);
        page.put(bottom + 1, column + 1, one.facts.target);
        page.states(one, bottom, column + 1);
      });
      return page;
    });
  return written(plan, pages, `Obiettivi per settore ${plan.year}.xlsx`);
}

/** Which offices take part in which objective: marks or shares where they cross. */
export function matrix(random: Random): Written {
  const plan = new InventedPlan(random, SMALL);
  const words = new Wording(random, strangeness(random));
  const marks = random.pick([['X'], ['x'], ['●'], ['50%', '25%', '100%'], ['C', 'P']]);
  const page = new Page(random.pick(['Matrice', 'Obiettivi trasversali', 'Foglio1']));
  page.line(`MATRICE OBIETTIVI / SETTORI ${plan.year}`);
  page.blank();
  const columns: Column[] = [
    ...(random.chance(0.5) ? levelColumns(words, ['operatingObjective'], 'none') : []),
    ...pegColumns(words, 'column'),
  ];
  for (const node of plan.of('operatingObjective')) node.code = null;
  const offices = plan.offices.map((office): Column => ({
    header: office,
    of: ({ peg }) => peg,
    value: ({ facts }) => (facts.office === office || random.chance(0.2) ? random.pick(marks) : null),
  }));
  writeHeader(page, [...columns, ...offices]);
  writeRows(page, plan, [...columns, ...offices], rowsOf(plan.of('pegObjective'), false, false), {
    fill: 'repeat',
  });
  return written(plan, [page, ...strayPages(plan, random)], `Matrice ${plan.year}.xlsx`);
}
