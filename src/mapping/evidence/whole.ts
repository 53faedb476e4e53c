import type { PlanSubject } from '../words/field';
import { plainCode } from './columns';
import { LevelEvidence } from './levels';
import { Looks, MOST, type ByField } from './looks';
import { CHAIN, type FieldRole, type Role } from './roles';
import type { Tell } from './terms';
import { weightOf } from './weights';

/** What an assignment of roles to all columns of a relation says as a whole. */
export class WholeEvidence extends Looks {
  private readonly levels = new LevelEvidence(this.relation, this.pairs, this.context);
  private readonly shares = new Map<string, number | null>();

  score(roles: readonly Role[], tell?: Tell): number {
    let sum = 0;
    const add: Tell = (evidence, said, columns) => {
      const role = roles[columns?.[0] ?? -1];
      const of = role === undefined || typeof role === 'string' ? '' : role.subject;
      const value = said * weightOf(evidence, of);
      sum += value;
      tell?.(evidence, value, columns, of);
    };
    const by = fieldsOf(roles);
    this.duplicates(by, add);
    this.codes(by, add);
    this.attributes(roles, by, add);
    this.levels.score(by, add);
    this.shared(roles, by, add);
    this.inTheSameRows(roles, by, add);
    this.announced(by, add);
    this.registers(by, add);
    return sum;
  }

  /** Two columns for one field: never right for names, rarely for the rest. */
  private duplicates(by: ByField, add: Tell): void {
    for (const [name, columns] of by) {
      if (columns.length < 2) continue;
      const [subject = '', attribute = ''] = name.split('.');
      const more = columns.length - 1;
      const headers = new Set(columns.map((at) => this.header(at)));
      if (attribute === 'month' || attribute === 'value') continue;
      if (/^(?:target|baseline|actual)$/.test(attribute))
        add('several-values', headers.size > more ? -0.3 * more : -1.5 * more, columns);
      else if (subject === 'phase' || subject === 'indicator')
        add('several-in-a-row', this.several(columns, attribute, measuresOf(subject, by)) * more, columns);
      else if (attribute === 'title' || attribute === 'code') add('two-names', -7 * more, columns);
      else if (attribute === 'owner' || attribute === 'participants' || attribute === 'description')
        add('two-attributes', -1.6 * more, columns);
      else add('two-attributes', -4 * more, columns);
    }
  }

  /** Numbered headers (`Fase 1`, `Fase 2`) may well stand side by side, and so may names each with its value after it. */
  private several(columns: readonly number[], attribute: string, measures: readonly number[]): number {
    const numbered = columns.every((at, i) =>
      i === 0 ? this.isNumbered(at) || this.isFirstOf(columns) : this.isNumbered(at),
    );
    if (numbered) return 0.2;
    const named = columns.every(
      (at) => (this.meaning(at)?.confidence ?? 0) >= 0.6 && this.meaning(at)?.subject !== null,
    );
    if (attribute !== 'title') return named ? -1.2 : -3;
    const parted = columns.every((at, i) =>
      measures.some((one) => one > at && one < (columns[i + 1] ?? Infinity)),
    );
    return (named ? -1.6 : -4.5) + (parted ? EACH_MEASURED : 0);
  }

  private isNumbered(at: number): boolean {
    return this.meaning(at)?.group !== null || this.meaning(at)?.period !== null;
  }

  /** `Indicatore` beside `Indicatore 2`: the first needs no number. */
  private isFirstOf([first = 0, ...more]: readonly number[]): boolean {
    return more.every((at) => this.header(at).replace(/\s*\d$/, '') === this.header(first));
  }

  private codes(by: ByField, add: Tell): void {
    for (const subject of [...CHAIN, 'centre' as const]) {
      const [code] = by.get(`${subject}.code`) ?? [];
      if (code === undefined) continue;
      const finer = subject === 'phase' || subject === 'indicator' || subject === 'centre';
      const [title] = by.get(`${subject}.title`) ?? (finer ? [] : (by.get(`${subject}.description`) ?? []));
      if (title === undefined) {
        // Beside an objective a bare `Codice` is its own, rather than another level's.
        const named =
          this.meaning(code)?.subject === subject ||
          !by.has('pegObjective.title') ||
          this.refers(code, subject);
        if (this.refersToNothing(code, subject)) add('refers-to-nothing', -4, [code]);
        add('code-without-name', finer ? -5.5 : named ? -0.8 : -5.5, [code]);
        continue;
      }
      const fit = this.pairs.oneToOne(code, title);
      // More codes than names are not theirs.
      const [codes, names] = [this.count(code), this.count(title)];
      if (names > 0 && codes > 2 * names) add('more-codes-than-names', -4, [code, title]);
      // A code of several names is what they stand under.
      if (!finer && names >= A_LIST && this.pairs.single(code, title) < 0.75)
        add('code-of-several', -4, [code, title]);
      const counted = subject === 'phase' || subject === 'indicator';
      add('code-and-name', counted ? 1.2 * this.besideShare(code, title) : 4.4 * fit - 2.6, [code, title]);
      const apart = Math.abs(code - title);
      add('code-beside-name', apart === 1 ? (code < title ? 1.2 : 0.6) : -0.3 * Math.min(apart, 5), [
        code,
        title,
      ]);
    }
    for (const subject of ['phase', 'indicator', 'pegObjective'] as const) {
      const [ordinal] = by.get(`${subject}.ordinal`) ?? [];
      const [title] = by.get(`${subject}.title`) ?? [];
      if (ordinal === undefined) continue;
      if (title === undefined) add('number-without-name', -1.5, [ordinal]);
      else
        add('number-beside-name', ordinal === title - 1 ? 0.8 : -0.1 * Math.abs(ordinal - title), [ordinal]);
      if (subject !== 'pegObjective' && by.has(`${subject}.code`)) add('number-and-code', -0.4, [ordinal]);
    }
  }

  /** Its codes are those another table gives to the level. */
  private refers(at: number, subject: PlanSubject): boolean {
    const share = this.knownShare(at, subject);
    return share !== null && share >= MOST;
  }

  /** Another table names the level with its codes, and these are none of them. */
  private refersToNothing(at: number, subject: PlanSubject): boolean {
    const share = this.knownShare(at, subject);
    return share !== null && share < FEW && (this.context.known?.codes.get(subject)?.size ?? 0) >= SEVERAL;
  }

  /** Share of its codes that another table gives to the level; null where too little can be said. */
  private knownShare(at: number, subject: PlanSubject): number | null {
    const key = `${at} ${subject}`;
    const known = this.shares.get(key);
    if (known !== undefined) return known;
    const found = this.knownShareOf(at, subject);
    this.shares.set(key, found);
    return found;
  }

  private knownShareOf(at: number, subject: PlanSubject): number | null {
    const codes = this.context.known?.codes.get(subject);
    const own = new Set(
      (this.relation.columns[at]?.texts ?? []).filter((text) => text !== '').map(plainCode),
    );
    return codes === undefined || own.size < 2
      ? null
      : [...own].reduce((sum, code) => sum + (codes.get(code) ?? 0), 0) / own.size;
  }

  private besideShare(a: number, b: number): number {
    const [x, y] = [this.relation.columns[a]?.texts ?? [], this.relation.columns[b]?.texts ?? []];
    const both = x.filter((text, row) => text !== '' && (y[row] ?? '') !== '').length;
    const any = x.filter((text, row) => text !== '' || (y[row] ?? '') !== '').length;
    return any === 0 ? 0 : both / any;
  }

  /** Attributes need what they are attributes of, and stand right of its name. */
  private attributes(roles: readonly Role[], by: ByField, add: Tell): void {
    const titles = [...by]
      .filter(([name]) => name.endsWith('.title'))
      .flatMap(([name, columns]) => columns.map((at) => ({ subject: name.slice(0, -6) as PlanSubject, at })));
    for (const [at, role] of roles.entries()) {
      if (
        typeof role === 'string' ||
        role.attribute === 'title' ||
        role.attribute === 'code' ||
        role.attribute === 'ordinal'
      )
        continue;
      const { subject } = role;
      const finer = subject === 'phase' || subject === 'indicator';
      const named = by.has(`${subject}.title`) || (!finer && by.has(`${subject}.code`));
      if (!named) add('attribute-of-nothing', this.ofNothing(role, by), [at]);
      if (!finer) continue;
      const own = titles.filter((one) => one.subject === subject).map((one) => one.at);
      if (own.length > 0) {
        const right = own.some((one) => one < at);
        add('attribute-side', right ? 0.25 : -0.35, [at]);
      }
    }
    for (const [at, role] of roles.entries()) {
      const before = roles[at - 1];
      const meaning = this.meaning(at);
      if (
        typeof role === 'string' ||
        before === undefined ||
        typeof before === 'string' ||
        meaning?.subject !== null
      )
        continue;
      if (
        meaning.attribute === 'title' &&
        before.attribute === 'title' &&
        role.attribute === 'description' &&
        role.subject === before.subject
      )
        add('describes-its-neighbour', 1.8, [at]);
    }
    for (const [at, role] of roles.entries()) {
      if (typeof role === 'string' || role.attribute === 'title' || this.meaning(at)?.subject) continue;
      const left = titles.filter((one) => one.at < at).sort((a, b) => b.at - a.at)[0];
      if (left && /^(?:weight|owner|start|end|progress|description)$/.test(role.attribute))
        add('nearest-name', left.subject === role.subject ? 0.9 : -0.2, [at]);
    }
  }

  /** What is said of a thing stands in the rows of its name: that tells where a name goes on over several rows. */
  private inTheSameRows(roles: readonly Role[], by: ByField, add: Tell): void {
    for (const [at, role] of roles.entries()) {
      if (typeof role === 'string' || !OF_ITS_ROW.test(role.attribute)) continue;
      const names = ['title', 'code'].flatMap((one) => by.get(`${role.subject}.${one}`)?.[0] ?? []);
      const [name] = names.sort((a, b) => this.begins(b) - this.begins(a));
      if (name === undefined || this.begins(name) < SEVERAL || this.begins(at) < SEVERAL) continue;
      const rows = this.relation.columns[name]?.texts.length ?? 0;
      const { together, elsewhere } = this.pairs.beginning(at, name);
      const sparse = 1 - this.begins(name) / rows;
      add('in-the-same-rows', 3 * sparse * Math.max(0, 2 * together - 1) - 2 * elsewhere, [at, name]);
    }
  }

  private begins(at: number): number {
    return this.relation.columns[at]?.begins.size ?? 0;
  }

  private ofNothing({ subject, attribute }: FieldRole, by: ByField): number {
    if (subject === 'pegObjective') {
      if (this.context.inCard) return attribute === 'participants' ? 0 : -1;
      return by.has('centre.title') ? -4 : -1.2;
    }
    if (subject === 'phase' && attribute === 'month') return by.has('pegObjective.title') ? 0 : -2;
    return subject === 'phase' || subject === 'indicator' ? -3.4 : -2.5;
  }

  /** A bare `Peso` or `Responsabile` beside phases may be theirs or their objective's: what varies within an objective is not its. */
  private shared(roles: readonly Role[], by: ByField, add: Tell): void {
    const objective = this.identity(by);
    if (objective === undefined) return;
    const finer = by.has('phase.title') || by.has('indicator.title');
    for (const [at, role] of roles.entries()) {
      if (
        typeof role === 'string' ||
        !/^(?:weight|owner|start|end|type|centre|mission|programme)$/.test(role.attribute)
      )
        continue;
      // Each office that shares an objective weighs it on its own.
      const [who] =
        role.attribute === 'weight'
          ? (by.get('pegObjective.owner') ?? by.get('pegObjective.centre') ?? [])
          : [];
      const varies = this.pairs.variesWithin(objective, at, who);
      if (varies === null || !finer) {
        if (
          varies === null &&
          finer &&
          role.attribute === 'weight' &&
          role.subject !== 'pegObjective' &&
          !this.context.inCard
        )
          add('weight-of-the-only-one', -2.4, [at]);
        continue;
      }
      if (role.subject === 'pegObjective') add('varies-within-objective', -3 * varies + 0.4, [at]);
      else if (role.subject === 'phase' || role.subject === 'indicator')
        add(
          'same-within-objective',
          this.onlyFirst(objective, at)
            ? -2.6
            : varies === 0 && role.attribute === 'owner'
              ? -2.4
              : varies === 0 && role.attribute !== 'end'
                ? -0.9
                : 0.4,
          [at],
        );
    }
  }

  /** What tells objectives apart: their code where it tells more of them than their title. */
  private identity(by: ByField): number | undefined {
    const [title] = by.get('pegObjective.title') ?? [];
    const [code] = by.get('pegObjective.code') ?? [];
    if (title !== undefined && code !== undefined) return this.count(code) > this.count(title) ? code : title;
    return title ?? code ?? by.get('operatingObjective.title')?.[0];
  }

  /** Written only where an objective begins. */
  private onlyFirst(objective: number, at: number): boolean {
    const names = this.relation.columns[objective]?.filled ?? [];
    const texts = this.relation.columns[at]?.texts ?? [];
    let several = 0;
    for (const [row, text] of texts.entries()) {
      const goesOn = row > 0 && names[row] === names[row - 1];
      if (!goesOn) continue;
      several += 1;
      if (text !== '') return false;
    }
    return several > 0;
  }

  /** What titles announce: one weak term. */
  private announced(by: ByField, add: Tell): void {
    const { role, inCard } = this.context;
    const has = (subject: PlanSubject) => by.has(`${subject}.title`);
    const peg = has('pegObjective') || (inCard && by.has('pegObjective.code'));
    const levels = has('operatingObjective') || has('strategicObjective') || has('strategicArea');
    if (inCard) {
      if (peg) add('inside-a-card', -4);
      if (levels) add('inside-a-card', -2.5);
      if (has('phase') || has('indicator')) add('inside-a-card', 1);
      if (has('centre')) add('inside-a-card', -3);
    }
    const [cited] = by.get('indicator.citation') ?? [];
    const [measure] = by.get('indicator.title') ?? [];
    if (
      cited !== undefined &&
      measure !== undefined &&
      cited < measure &&
      this.meaning(measure)?.subject === 'indicator'
    )
      add('left-of-the-indicator', 2, [cited, measure]);
    if (role === 'dup')
      add(
        'title-says-dup',
        (peg || by.has('pegObjective.code') ? (this.assigned(by) ? -1.6 : -4) : 0) +
          (has('phase') ? -3 : 0) +
          (has('indicator') ? -1.5 : 0) +
          (levels ? 1.2 : 0),
      );
    else if (role === 'objectives') add('title-says-objectives', peg ? 1.4 : 0);
    else if (role === 'phases') add('title-says-phases', has('phase') ? 2.4 : -0.8);
    else if (role === 'indicators') {
      add('title-says-indicators', has('indicator') ? 2.4 : -0.8);
      const unnamed = CHAIN.slice(0, 4)
        .flatMap((subject) => by.get(`${subject}.title`) ?? [])
        .filter((at) => (this.meaning(at)?.confidence ?? 0) < 0.5);
      if (unnamed.length > 0) add('only-cited-among-indicators', -4.5 * unnamed.length, unnamed);
      if (by.has('indicator.citation') && has('indicator')) add('cites-what-it-measures', 2.4);
    } else if (role === 'centres') add('title-says-centres', has('centre') ? 2.4 : 0);
    else if (role === 'data') add('title-says-data', has('quantity') ? 2.6 : 0);
  }

  /** Somebody or some time is set: what a PEG assigns. */
  private assigned(by: ByField): boolean {
    return ['owner', 'weight'].some((attribute) => by.has(`pegObjective.${attribute}`));
  }

  /** Registers of centres and tables of base data have names, and what they are registers of. */
  private registers(by: ByField, add: Tell): void {
    const has = (subject: string) => [...by.keys()].some((name) => name.startsWith(`${subject}.`));
    if (has('quantity')) {
      if (!by.has('quantity.value')) add('data-without-values', -6);
      if (!by.has('quantity.title')) add('data-without-names', -5);
    }
    if (has('centre') && !by.has('centre.title')) add('centres-without-names', -3);
  }
}

/** Attributes that each record has once. */
const OF_ITS_ROW =
  /^(?:weight|owner|start|end|type|unit|formula|target|baseline|actual|source|progress|centre|participants)$/;
/** Names each followed by values of its own are several in a row. */
const EACH_MEASURED = 1.8;

function measuresOf(subject: string, by: ByField): readonly number[] {
  return ['target', 'baseline', 'actual', 'unit', 'formula', 'end'].flatMap(
    (attribute) => by.get(`${subject}.${attribute}`) ?? [],
  );
}

/** So small a share is an exception. */
const FEW = 0.2;
/** So many codes are a list of them. */
const SEVERAL = 4;
/** In so long a list a few codes given twice are mistakes, many are another thing's. */
const A_LIST = 8;

function fieldsOf(roles: readonly Role[]): Map<string, number[]> {
  const by = new Map<string, number[]>();
  for (const [at, role] of roles.entries()) {
    if (typeof role === 'string') continue;
    const list = by.get(role.name);
    if (list) list.push(at);
    else by.set(role.name, [at]);
  }
  return by;
}
