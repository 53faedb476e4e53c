import type { PlanSubject } from '../words/field';
import { Looks, MOST, type ByField } from './looks';
import { CHAIN } from './roles';
import type { Tell } from './terms';

/** What the names of a relation say of each other: which stand above which, and what phases and indicators need. */
export class LevelEvidence extends Looks {
  score(by: ByField, add: Tell): void {
    this.chain(by, add);
    this.finest(by, add);
    this.supported(by, add);
    this.phasesHang(by, add);
    this.described(by, add);
    this.ownWords(by, add);
    this.ofTheParent(by, add);
    this.ofKind(by, add);
    this.assigned(by, add);
  }

  /** What has somebody who answers for it, a weight and a value to reach is assigned to offices: an objective of PEG. */
  private assigned(by: ByField, add: Tell): void {
    const [lowest] = by.get('operatingObjective.title') ?? [];
    const named = ['title', 'code', 'ordinal'].some((one) => by.has(`pegObjective.${one}`));
    if (lowest === undefined || named || by.has('phase.title')) return;
    const weighed = by.has('pegObjective.weight') || by.has('indicator.weight');
    if (weighed && by.has('pegObjective.owner') && by.has('indicator.target'))
      add('lowest-is-assigned', -8, [lowest]);
  }

  /** The levels from the highest: each parent goes with many children, each child with one parent. */
  private chain(by: ByField, add: Tell): void {
    const present = CHAIN.flatMap((subject) => {
      const [title] = by.get(`${subject}.title`) ?? [];
      const [code] = by.get(`${subject}.code`) ?? [];
      const [described] =
        title === undefined && code !== undefined ? (by.get(`${subject}.description`) ?? []) : [];
      const at = title ?? described ?? code;
      return at === undefined ? [] : [{ subject, at, code }];
    });
    const [highest] = present;
    if (highest && present.length > 1) {
      const together = this.relation.columns[highest.at]?.content.together ?? 1;
      add('parents-stand-together', 1.6 * together - 0.8, [highest.at]);
    }
    const area = present.find(({ subject }) => subject === 'strategicArea');
    if (area && this.count(area.at) > MANY_AREAS) add('many-areas', -1.5, [area.at]);
    for (const one of present) add('a-level-more', LEVEL_COST[one.subject] ?? -0.7, [one.at]);
    for (const [i, child] of present.entries()) {
      const parent = present
        .slice(0, i)
        .reverse()
        .find(({ subject }) => !(subject === 'phase' && child.subject === 'indicator'));
      if (!parent) continue;
      this.parentOf(parent, child, add);
    }
  }

  private parentOf(
    parent: { subject: PlanSubject; at: number; code?: number | undefined },
    child: { subject: PlanSubject; at: number; code?: number | undefined },
    add: Tell,
  ): void {
    const finer = child.subject === 'phase' || child.subject === 'indicator';
    const [p, c] = [this.count(parent.at), this.count(child.at)];
    if (!finer && parent.at !== parent.code && this.isSame(parent.at, child.at)) {
      add('same-as-child', -2, [parent.at, child.at]);
      return;
    }
    const determined = this.pairs.determined(child.at, parent.at);
    if (determined !== null && !finer)
      add('child-has-one-parent', 5 * determined - 3.4, [parent.at, child.at]);
    if (p > 0 && c > 0) {
      if (p > c && !finer)
        add('more-parents-than-children', -Math.min(4, 2.2 * Math.log2(p / c)), [parent.at, child.at]);
      else if (p < c) add('parents-are-fewer', Math.min(1.6, 0.7 * Math.log2(c / p)), [parent.at, child.at]);
    }
    add('order', parent.at < child.at ? 0.7 : -1.2, [parent.at, child.at]);
    if (parent.code !== undefined && child.code !== undefined)
      add('code-goes-on', 2 * this.pairs.goesOnFrom(child.code, parent.code), [parent.code, child.code]);
    else if (this.isCoded(parent.at) && this.isCoded(child.at))
      add('code-goes-on', 3 * this.pairs.goesOnFrom(child.at, parent.at), [parent.at, child.at]);
  }

  /** Its names have their codes in front. */
  private isCoded(at: number): boolean {
    return (this.relation.columns[at]?.content.share.coded ?? 0) > MOST;
  }

  /** Names that go with each other one by one are no two levels: the second says the first in other words. */
  private isSame(a: number, b: number): boolean {
    const [p, c] = [this.count(a), this.count(b)];
    const alike = p === c ? p > 2 : p > 4 && Math.min(p, c) >= 0.9 * Math.max(p, c);
    return alike && this.pairs.oneToOne(a, b) > 0.8;
  }

  /** Phases and indicators are known by their word, or by what only they have: dates and months, formulas and units. */
  private supported(by: ByField, add: Tell): void {
    for (const subject of ['phase', 'indicator'] as const) {
      const titles = by.get(`${subject}.title`) ?? [];
      const unnamed = titles.filter((at) => !this.isSurely(at, subject));
      if (unnamed.length === 0) continue;
      if (this.context.named?.has(subject)) add('named-elsewhere', -2.5, unnamed);
      const own = [...by.keys()].filter((name) => name.startsWith(`${subject}.`) && OWN.test(name)).length;
      const announced = this.context.role === `${subject}s`;
      const nothing = this.areNamed(unnamed, subject) ? -1.6 : -3.2;
      const something = Math.min(0.6, 0.3 * own) - (announced ? 0 : 0.6);
      add('nothing-of-its-own', own === 0 && !announced ? nothing : something, unnamed);
    }
  }

  /** Their headers name the subject, though in words that may mean something else. */
  private areNamed(columns: readonly number[], subject: PlanSubject): boolean {
    return columns.every((at) => this.meaning(at)?.subject === subject);
  }

  /** A weight or an indicator that is one for all objectives of a parent is that one's: the parent is the objective. */
  private ofTheParent(by: ByField, add: Tell): void {
    const [peg] = by.get('pegObjective.title') ?? [];
    const parent = [...CHAIN.slice(0, 3)]
      .reverse()
      .flatMap((level) => by.get(`${level}.title`)?.[0] ?? [])[0];
    if (peg === undefined || parent === undefined || by.has('phase.title')) return;
    if (/^(?:objective|pegObjective)$/.test(this.meaning(peg)?.subject ?? '')) return;
    for (const name of ['pegObjective.weight', 'indicator.weight', 'indicator.title']) {
      const [at] = by.get(name) ?? [];
      if (at === undefined || this.count(at) < 2 || this.pairs.determined(parent, peg) === null) continue;
      if (this.pairs.variesWithin(parent, at) === 0) add('one-for-the-parent', -2.2, [at, parent]);
    }
  }

  /** What describes a level of the DUP is the same wherever it is named. */
  private described(by: ByField, add: Tell): void {
    for (const level of CHAIN.slice(0, 3)) {
      const [title] = by.get(`${level}.title`) ?? [];
      const [text] = by.get(`${level}.description`) ?? [];
      const same = title === undefined || text === undefined ? null : this.pairs.determined(title, text);
      if (text !== undefined && same !== null) add('description-varies', -4 * (1 - same), [text]);
    }
  }

  /** Words that say what something is or how it is reckoned are its own: what comes again over several is above them. */
  private ownWords(by: ByField, add: Tell): void {
    for (const subject of ['pegObjective', 'phase', 'indicator'] as const) {
      const [title] = by.get(`${subject}.title`) ?? [];
      if (title === undefined) continue;
      for (const at of ['description', 'formula'].flatMap((one) => by.get(`${subject}.${one}`) ?? [])) {
        const content = this.relation.columns[at]?.content;
        if (!content || content.share.name < MOST || content.filled < 6) continue;
        if (this.meaning(at)?.attribute === null && this.count(at) < MOST * this.count(title))
          add('words-of-several', -3, [at, title]);
      }
    }
  }

  /** Phases are of objectives of PEG: under levels of the DUP alone they are something else. */
  private phasesHang(by: ByField, add: Tell): void {
    const [phase] = by.get('phase.title') ?? [];
    if (phase === undefined || this.context.inCard) return;
    const named = ['title', 'code', 'ordinal'].some((attribute) => by.has(`pegObjective.${attribute}`));
    const levels = CHAIN.slice(0, 3).some((level) => by.has(`${level}.title`));
    if (!named && levels && !this.isSurely(phase, 'phase'))
      add('phases-of-no-objective', this.areNamed([phase], 'phase') ? -1.2 : -2.5, [phase]);
    if (!named && !levels && by.has('indicator.title')) add('phases-and-indicators-of-nothing', -3, [phase]);
    // What has phases is an objective, whatever is measured of it.
    const [measure] = by.get('indicator.title') ?? [];
    const titled = by.has('pegObjective.title') || by.has('operatingObjective.title');
    if (measure !== undefined && !titled && !this.isSurely(measure, 'indicator'))
      add('has-phases-of-its-own', -4, [measure, phase]);
  }

  /** The finest name tells the rows apart; rows that nothing names are no records of a plan. */
  private finest(by: ByField, add: Tell): void {
    const names = [...CHAIN]
      .reverse()
      .concat('centre', 'quantity')
      .flatMap((subject) => by.get(`${subject}.title`)?.slice(0, 1) ?? []);
    const [finest] = names;
    if (finest === undefined) {
      if (![...by.keys()].some((name) => name.endsWith('.code') || name.endsWith('.month')))
        add('nothing-named', -6);
      else add('only-codes', -1.5);
      return;
    }
    const content = this.relation.columns[finest]?.content;
    if (!content || content.filled < 3) return;
    const rows = this.relation.columns[finest]?.texts.length ?? 0;
    add(
      'finest-name',
      2 * (2 * content.distinct - 1) + 1.2 * (2 * content.density - 1) * (rows > 3 ? 1 : 0.3),
      [finest],
    );
  }

  /** Records of one kind name that kind, and what is finer has records of its own. */
  private ofKind(by: ByField, add: Tell): void {
    const { kind } = this.context;
    if (kind === undefined) return;
    add('records-of-this-kind', by.has(`${kind}.title`) ? 6 : -6);
    for (const other of ['pegObjective', 'phase', 'indicator'] as const) {
      if (other === kind || other === 'pegObjective') continue;
      const strange = [...by]
        .filter(([name]) => name.startsWith(`${other}.`))
        .flatMap(([, columns]) => columns);
      if (strange.length > 0) add('records-of-this-kind', -3 * strange.length, strange);
    }
  }
}

/**
 * What a level costs: each must be paid for by what it explains. One level above the objectives is most often the
 * operating objective, the second the strategic one.
 */
const LEVEL_COST: Readonly<Partial<Record<PlanSubject, number>>> = {
  pegObjective: 0.3,
  operatingObjective: -0.3,
  strategicObjective: -0.9,
  strategicArea: -1.5,
};

/** Plans have fewer strategic areas. */
const MANY_AREAS = 12;

/** What only phases or only indicators have. */
const OWN =
  /\.(?:start|end|month|formula|numerator|denominator|unit|source|target|baseline|actual|progress)$/;
