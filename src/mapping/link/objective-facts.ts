import {
  normalise,
  readNumber,
  type Office,
  type PegObjective,
  type PeriodFact,
  type ResourceFact,
  type SourcedText,
} from '../../plan';
import { oneLine } from '../grid/sheet-view';
import { factOf, factsOf, type Fact, type Statement } from '../rows/statements';
import { addOnce, sourced, weightOf, type Draft } from './drafts';
import { Said } from './said';
import type { Above } from './source';

const TEXTS = ['centre', 'type', 'mission', 'programme', 'description'] as const;
const DATES = ['start', 'end'] as const;
const SINGLE = [...TEXTS, ...DATES, 'weight'] as const;
type Single = (typeof SINGLE)[number];

const MULTI_YEAR = /^(?:s[iì]|x|pluriennale|biennale|triennale|yes)\b/i;

/** Collects what rows and cards say of one objective of PEG. */
export class ObjectiveFacts {
  private readonly names = new Said<Fact>();
  /** How rows that refer to it name it. */
  private readonly otherNames = new Said<Fact>();
  private readonly own = new Collected();
  /** Said where the objective is only referred to: it counts where nobody else says it. */
  private readonly further = new Collected();

  private readonly furtherOperating = new Set<string>();
  private readonly furtherStrategic = new Set<string>();

  constructor(private readonly draft: Draft<PegObjective>) {}

  /** How a row that states the objective names it. */
  name(label: string, anchor: Fact): void {
    this.names.add({ ...anchor, text: label });
  }

  /** How a row that refers to the objective names it: more of the name, where it was cut short. */
  alsoCalled(label: string, anchor: Fact): void {
    this.otherNames.add({ ...anchor, text: label });
  }

  add(statement: Statement, { operatingId, strategicId, areaId }: Above): void {
    const { draft } = this;
    if (operatingId && !draft.operatingIds.includes(operatingId)) draft.operatingIds.push(operatingId);
    if (strategicId && !draft.strategicIds.includes(strategicId)) draft.strategicIds.push(strategicId);
    if (areaId && !operatingId && !strategicId)
      draft.areaIds = [...new Set([...(draft.areaIds ?? []), areaId])];
    this.own.add(statement);
  }

  /** What a list that only refers to the objective adds. */
  complete(statement: Statement, { operatingId, strategicId }: Above): void {
    if (operatingId) this.furtherOperating.add(operatingId);
    if (strategicId) this.furtherStrategic.add(strategicId);
    this.further.add(statement);
  }

  /** Writes what was said most into the objective. */
  settle(): void {
    const { draft, own, further } = this;
    const best = (attribute: Single): Fact | null => own.best(attribute) ?? further.best(attribute);
    if (draft.operatingIds.length === 0) draft.operatingIds.push(...this.furtherOperating);
    if (draft.strategicIds.length === 0) draft.strategicIds.push(...this.furtherStrategic);
    const name = this.names.fullest(this.otherNames);
    if (name) draft.title = sourced(name);
    for (const attribute of TEXTS) {
      const fact = best(attribute);
      draft[attribute] = fact && sourced(fact, attribute === 'description' ? fact.text : oneLine(fact.text));
    }
    for (const attribute of DATES) {
      const fact = best(attribute);
      draft[attribute] = fact && { ...sourced(fact), iso: fact.iso };
    }
    const weight = best('weight');
    draft.weight = weight && weightOf(weight);
    draft.owners = own.owners.length > 0 ? own.owners : further.owners;
    draft.participants = own.participants.length > 0 ? own.participants : further.participants;
    draft.multiYear = own.multiYear || further.multiYear;
    const resources = own.resources.length > 0 ? own.resources : further.resources;
    if (resources.length > 0) draft.resources = firstPeriod(resources);
    const results = own.results.length > 0 ? own.results : further.results;
    if (results.length > 0) draft.results = results;
    const offices = [...own.offices.values()];
    if (offices.length > 1) draft.offices = offices;
  }
}

class Collected {
  readonly owners: SourcedText[] = [];
  readonly participants: SourcedText[] = [];
  readonly offices = new Map<string, Office>();
  readonly resources: Fact[] = [];
  readonly results: PeriodFact[] = [];
  multiYear = false;
  private readonly said = new Map<Single, Said<Fact>>();

  add(statement: Statement): void {
    for (const [attribute, list] of [
      ['owner', this.owners],
      ['participants', this.participants],
    ] as const)
      for (const fact of factsOf(statement, 'pegObjective', attribute))
        for (const name of listed(fact.text)) addOnce(list, sourced(fact, name));
    for (const attribute of SINGLE) {
      const fact = factOf(statement, 'pegObjective', attribute);
      if (fact) this.of(attribute).add(fact);
    }
    this.addOffices(statement);
    for (const fact of factsOf(statement, 'pegObjective', 'resources'))
      if (!fact.inherited) this.resources.push(fact);
    this.results.push(...resultsOf(statement));
    const multiYear = factOf(statement, 'pegObjective', 'multiYear');
    if (multiYear && MULTI_YEAR.test(multiYear.text)) this.multiYear = true;
  }

  /** Each centre with each of its owners, once, with the weight its first row gives. */
  private addOffices(statement: Statement): void {
    const part = (attribute: 'centre' | 'weight'): Fact | null =>
      factOf(statement, 'pegObjective', attribute);
    const [centre, weight] = [part('centre'), part('weight')];
    const owners = factsOf(statement, 'pegObjective', 'owner').flatMap((fact) =>
      listed(fact.text).map((name) => sourced(fact, name)),
    );
    if (owners.length === 0 && centre === null) return;
    for (const owner of owners.length > 0 ? owners : [null]) {
      const key = `${normalise(centre?.text ?? '')}|${normalise(owner?.value ?? '')}`;
      if (this.offices.has(key)) continue;
      this.offices.set(key, {
        centre: centre && sourced(centre),
        owner,
        ...(weight ? { weight: weightOf(weight) } : {}),
      });
    }
  }

  best(attribute: Single): Fact | null {
    return this.of(attribute).best();
  }

  private of(attribute: Single): Said<Fact> {
    const own = this.said.get(attribute) ?? new Said<Fact>();
    this.said.set(attribute, own);
    return own;
  }
}

/** What was achieved of the objective itself, as a row without an indicator says it (`% realizzazione al 30/06/2026`). */
function resultsOf(statement: Statement): PeriodFact[] {
  if (factOf(statement, 'indicator', 'title')) return [];
  return [
    ...factsOf(statement, 'pegObjective', 'progress'),
    ...factsOf(statement, 'indicator', 'actual'),
  ].flatMap((fact) => (fact.inherited ? [] : [{ ...sourced(fact), period: fact.field.period }]));
}

/** Money of the first year that is given (of none where columns name none): later years are not added to it. */
function firstPeriod(facts: readonly Fact[]): ResourceFact[] {
  const [first] = facts.map(({ field }) => field.period ?? '').sort();
  return facts
    .filter(({ field }) => (field.period ?? '') === first)
    .map((fact) => ({ ...sourced(fact), kind: 'financial', amount: fact.number ?? readNumber(fact.text) }));
}

/** Names in one cell: one in each line, or with semicolons or spaced slashes between them. */
function listed(text: string): string[] {
  return text
    .split(/\n|;|\s\/\s/)
    .map((name) => name.replace(/^[-–•*·]\s*/, '').trim())
    .filter((name) => name !== '');
}
