import type { PegObjective } from '../../plan';
import { factOf, factsOf, type Fact, type Statement } from '../rows/statements';
import { addOnce, sourced, weightOf, type Draft } from './drafts';
import { Said } from './said';
import type { Above } from './source';

const TEXTS = ['centre', 'type', 'mission', 'programme', 'description'] as const;
const DATES = ['start', 'end'] as const;
type Single = (typeof TEXTS)[number] | (typeof DATES)[number] | 'weight';

const MULTI_YEAR = /^(?:s[iì]|x|pluriennale|biennale|triennale|yes)\b/i;

/** Collects what rows and cards say of one objective of PEG. */
export class ObjectiveFacts {
  private readonly said = new Map<Single, Said<Fact>>();
  private readonly names = new Said<Fact & { readonly label: string }>();

  constructor(private readonly draft: Draft<PegObjective>) {}

  /** How a row that states the objective names it. */
  name(label: string, anchor: Fact): void {
    this.names.add({ ...anchor, text: label, label });
  }

  add(statement: Statement, { operatingId, strategicId }: Above): void {
    const { draft } = this;
    if (operatingId && !draft.operatingIds.includes(operatingId)) draft.operatingIds.push(operatingId);
    if (strategicId && !draft.strategicIds.includes(strategicId)) draft.strategicIds.push(strategicId);
    for (const fact of factsOf(statement, 'pegObjective', 'owner'))
      for (const name of fact.text.split(/\n|;|\s\/\s/))
        if (name.trim() !== '') addOnce(draft.owners, sourced(fact, name.trim()));
    for (const fact of factsOf(statement, 'pegObjective', 'participants'))
      addOnce(draft.participants, sourced(fact));
    for (const attribute of [...TEXTS, ...DATES, 'weight'] as const) {
      const fact = factOf(statement, 'pegObjective', attribute);
      if (fact) this.of(attribute).add(fact);
    }
    const multiYear = factOf(statement, 'pegObjective', 'multiYear');
    if (multiYear && MULTI_YEAR.test(multiYear.text)) draft.multiYear = true;
  }

  /** Writes what was said most into the objective. */
  settle(): void {
    const { draft } = this;
    const name = this.names.best();
    if (name) draft.title = sourced(name, name.label);
    for (const attribute of TEXTS) {
      const fact = this.of(attribute).best();
      draft[attribute] = fact && sourced(fact);
    }
    for (const attribute of DATES) {
      const fact = this.of(attribute).best();
      draft[attribute] = fact && { ...sourced(fact), iso: fact.iso };
    }
    const weight = this.of('weight').best();
    draft.weight = weight && weightOf(weight);
  }

  private of(attribute: Single): Said<Fact> {
    const own = this.said.get(attribute) ?? new Said<Fact>();
    this.said.set(attribute, own);
    return own;
  }
}
