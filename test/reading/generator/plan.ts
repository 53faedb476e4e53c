import type { EntityKind } from '../../../src/plan';
import type { Random } from '../support/random';
import content from './content.json';

/** An entity of an invented plan, with what a workbook may say of it. */
export interface Node {
  readonly kind: EntityKind;
  code: string | null;
  title: string;
  readonly children: Node[];
  readonly parent: Node | null;
  readonly facts: Facts;
  /** What it cites as its parent does not exist. */
  cut?: boolean;
  /** `Sheet!A1` of its title once it is written; what is written nowhere is not in the truth. */
  cell: string | null;
}

export interface Facts {
  owner: string;
  office: string;
  weight: number;
  type: string;
  description: string;
  /** dd/mm/yyyy */
  start: string;
  end: string;
  formula: string;
  unit: string;
  target: string;
  baseline: string;
  source: string;
  mission: readonly [string, string];
  programme: readonly [string, string];
}

/** What a plan is made of. */
export interface PlanShape {
  readonly areas: readonly [number, number];
  readonly strategics: readonly [number, number];
  readonly operatings: readonly [number, number];
  readonly pegs: readonly [number, number];
  readonly phases: readonly [number, number];
  readonly indicators: readonly [number, number];
}

export const SMALL: PlanShape = {
  areas: [2, 3],
  strategics: [1, 2],
  operatings: [1, 3],
  pegs: [1, 3],
  phases: [2, 3],
  indicators: [1, 2],
};

/** What the code of an objective is made of. */
export interface PegNumber {
  readonly path: readonly number[];
  /** Three letters that stand for the office. */
  readonly office: string;
  readonly number: number;
  readonly year: number;
}

/** How codes are written: of a level by its path of numbers, of an objective by its office and number too. */
export interface CodeGrammar {
  readonly name: string;
  readonly level: (path: readonly number[]) => string;
  readonly peg: (about: PegNumber) => string;
}

const two = (value: number): string => String(value).padStart(2, '0');
const three = (value: number): string => String(value).padStart(3, '0');
const letter = (value: number): string => String.fromCharCode(64 + value);
const dotted = (path: readonly number[]): string => path.join('.');
const padded = (path: readonly number[]): string => path.map(two).join('.');
const PREFIXES = ['IS', 'OS', 'OO', 'OG'];

export const GRAMMARS: readonly CodeGrammar[] = [
  { name: 'dotted', level: dotted, peg: ({ path }) => dotted(path) },
  { name: 'padded', level: padded, peg: ({ path }) => padded(path) },
  { name: 'packed', level: (path) => path.map(two).join(''), peg: ({ path }) => path.map(two).join('') },
  {
    name: 'letters',
    level: (path) => [letter(path[0] ?? 1), ...path.slice(1)].join('.'),
    peg: ({ path }) => [letter(path[0] ?? 1), ...path.slice(1)].join('.'),
  },
  {
    name: 'prefixed',
    level: (path) => `${PREFIXES[path.length - 1] ?? 'O'}${dotted(path)}`,
    peg: ({ path }) => `OG${dotted(path)}`,
  },
  {
    name: 'office and year',
    level: dotted,
    peg: ({ office, number, year }) => `${year}-${office.slice(0, 2)}${two(number)}`,
  },
  { name: 'office', level: padded, peg: ({ office, number }) => `${office}-${two(number)}` },
  {
    name: 'two-digit year',
    level: dotted,
    peg: ({ office, number, year }) => `${two(year % 100)}_${office}_${three(number)}`,
  },
  {
    name: 'slashes',
    level: dotted,
    peg: ({ office, number, year }) => `${office}/${two(number)}/${year}`,
  },
];

/** An invented plan: its areas with everything under them. */
export class InventedPlan {
  readonly areas: Node[] = [];
  readonly year: number;
  readonly town: string;
  readonly offices: readonly string[];
  readonly grammar: CodeGrammar;
  private readonly owners = new Map<string, string>();
  private readonly initials = new Map<string, string>();
  private readonly numbers = new Map<string, number>();
  private readonly usedTitles = new Set<string>();

  constructor(
    readonly random: Random,
    shape: PlanShape = SMALL,
    options: { readonly coded?: boolean } = {},
  ) {
    this.year = random.int(2022, 2027);
    this.town = random.pick(content.towns);
    this.offices = random.shuffled(content.offices).slice(0, random.int(3, 5));
    const people = random.shuffled(content.people);
    const withTitle = random.chance(0.4);
    this.offices.forEach((office, at) => {
      const name = people[at] ?? '';
      this.initials.set(office, initialsOf(office, [...this.initials.values()]));
      this.owners.set(office, withTitle ? `${random.pick(content.titles)} ${name}` : name);
    });
    this.grammar = random.pick(GRAMMARS);
    this.grow(shape);
    if (options.coded === false) for (const node of this.all()) node.code = null;
  }

  /** Entities of a kind in the order of the tree. */
  of(kind: EntityKind): Node[] {
    return this.all().filter((node) => node.kind === kind);
  }

  all(): Node[] {
    const list: Node[] = [];
    const walk = (nodes: readonly Node[]): void => {
      for (const node of nodes) {
        list.push(node);
        walk(node.children);
      }
    };
    walk(this.areas);
    return list;
  }

  /** Objectives of an office, in the order of the tree. */
  pegsOf(office: string): Node[] {
    return this.of('pegObjective').filter(({ facts }) => facts.office === office);
  }

  ownerOf(office: string): string {
    return this.owners.get(office) ?? '';
  }

  /** What an entity stands under at a level; null where it does not. */
  static above(node: Node, kind: EntityKind): Node | null {
    for (let at = node.parent; at; at = at.parent) if (at.kind === kind) return at;
    return null;
  }

  private grow(shape: PlanShape): void {
    const { random } = this;
    const themes = random.shuffled(content.themes).slice(0, random.int(...shape.areas));
    themes.forEach((theme, a) => {
      const area = this.node('strategicArea', random.pick(theme.areas), null, [a + 1]);
      this.areas.push(area);
      const counts = { strategics: random.int(...shape.strategics) };
      const operatings = random.shuffled(theme.operatings);
      const pegs = random.shuffled(theme.pegs);
      random
        .shuffled(theme.strategics)
        .slice(0, counts.strategics)
        .forEach((title, s) => {
          const strategic = this.node('strategicObjective', title, area, [a + 1, s + 1]);
          operatings.splice(0, random.int(...shape.operatings)).forEach((name, o) => {
            const path = [a + 1, s + 1, o + 1];
            const operating = this.node('operatingObjective', name, strategic, path);
            const office = random.pick(this.offices);
            pegs
              .splice(0, random.int(...shape.pegs))
              .forEach((peg, p) =>
                this.peg(peg, { parent: operating, path: [...path, p + 1], office, theme, shape }),
              );
          });
        });
    });
  }

  private peg(
    title: string,
    about: {
      parent: Node;
      path: readonly number[];
      office: string;
      theme: (typeof content.themes)[number];
      shape: PlanShape;
    },
  ): void {
    const { random } = this;
    const office = random.chance(0.8) ? about.office : random.pick(this.offices);
    const number = (this.numbers.get(office) ?? 0) + 1;
    this.numbers.set(office, number);
    const node = this.node('pegObjective', this.unlike(title), about.parent, about.path, office);
    node.code = this.grammar.peg({
      path: about.path,
      office: this.initials.get(office) ?? '',
      number,
      year: this.year,
    });
    const phases = random.shuffled(content.phases).slice(0, random.int(...about.shape.phases));
    phases.forEach((phase, at) => {
      const child = this.node('phase', phase, node, [], office);
      const [from, to] = [
        1 + Math.floor((at * 12) / phases.length),
        Math.floor(((at + 1) * 12) / phases.length),
      ];
      child.facts.start = `01/${two(from)}/${this.year}`;
      child.facts.end = `28/${two(Math.max(from, to))}/${this.year}`;
      child.facts.weight = Math.round(100 / phases.length);
    });
    const indicators = random
      .shuffled(about.theme.indicators)
      .slice(0, random.int(...about.shape.indicators));
    for (const [name = '', unit = '', formula = ''] of indicators) {
      const child = this.node('indicator', name, node, [], office);
      child.facts.unit = unit;
      child.facts.formula = formula;
      const value = random.int(5, 90);
      child.facts.target = unit === 'SI/NO' ? 'SI' : unit === '%' ? `${value}%` : String(value);
      child.facts.baseline = unit === 'SI/NO' ? 'NO' : unit === '%' ? `${value - 4}%` : String(value - 4);
    }
  }

  /** A title nobody has yet: a place is added to the second of the same. */
  private unlike(title: string): string {
    let own = title;
    for (let lot = 2; this.usedTitles.has(own); lot++) own = `${title} - lotto ${lot}`;
    this.usedTitles.add(own);
    return own;
  }

  private node(
    kind: EntityKind,
    title: string,
    parent: Node | null,
    path: readonly number[],
    office = '',
  ): Node {
    const { random } = this;
    const mission = random.pick(content.missions) as [string, string];
    const node: Node = {
      kind,
      code: path.length > 0 ? this.grammar.level(path) : null,
      title,
      children: [],
      parent,
      cell: null,
      facts: {
        owner: this.owners.get(office) ?? '',
        office,
        weight: random.pick([10, 15, 20, 25, 30, 40, 50]),
        type: random.pick(['Sviluppo', 'Mantenimento', 'Miglioramento', 'Strategico']),
        description: `${random.pick(['L’attività riguarda', 'Si tratta di', 'Il servizio cura'])} ${title.toLowerCase()}, ${random.pick(['in accordo con le associazioni', 'secondo il cronoprogramma', 'con il personale in servizio', 'nel rispetto del bilancio'])}.`,
        start: `01/0${random.int(1, 6)}/${this.year}`,
        end: random.pick([`31/12/${this.year}`, `30/09/${this.year}`, `30/06/${this.year}`]),
        formula: '',
        unit: '',
        target: '',
        baseline: '',
        source: random.pick(['Ufficio', 'Gestionale', 'Anagrafe', 'Protocollo']),
        mission,
        programme: [`${mission[0]}${two(random.int(1, 9))}`, random.pick(content.programmes)],
      },
    };
    parent?.children.push(node);
    return node;
  }
}

/** Three letters for an office, the first two unlike those of the others. */
function initialsOf(office: string, taken: readonly string[]): string {
  const letters = office.replace(/[^A-Za-z]/g, '').toUpperCase();
  const [first = 'X'] = letters;
  const rest = [...letters.slice(1)];
  const second = rest.find((one) => !taken.some((other) => other.startsWith(first + one))) ?? 'X';
  return first + second + (rest[rest.indexOf(second) + 1] ?? 'X');
}
