import { fold, type PlanEntity, type Sourced } from '../../plan';
import { subjectOf } from './context';
import { text, token, view } from './view';

/** A text that stands where something is still to be written; `verificate / utenze da verificare` counts what is left. */
const PLACEHOLDER =
  /\[[^\][]*(?:verific|complet|inserir|defin|indicar|\.\.\.|…|xx)[^\]]*\]|\bx{3,}\b|(?<![/.] \w{3,40} )\bda (?:definire|completare|inserire|verificare|individuare|compilare|stabilire)\b|^(?:indicatore|fase|attivita|azione|titolo|obiettivo|descrizione)(?: \d{1,2})?$|^(?:a\/b|n\. ?x|lorem ipsum.*|tbd|todo|\?+|\.{2,}|…)$/;

/** Norms and names that later ones took the place of: from which plan year, and what stands in their place. */
const SUPERSEDED: readonly { readonly id: string; readonly from: number; readonly said: RegExp }[] = [
  {
    id: 'old-contracts-code',
    from: 2024,
    said: /\bd\.? ?lgs\.? ?(?:n\.? ?)?(?:18 aprile 2016,? n\. ?)?50(?: ?\/ ?| del )(?:20)?16\b|decreto legislativo (?:n\. ?)?50\/2016/,
  },
  { id: 'old-position', from: 2024, said: /\bposizion[ei] organizzativ[ae]\b|\bp\.o\.(?=\s|$)/ },
  {
    id: 'old-anticorruption-plan',
    from: 2023,
    said: /\bptpct?\b|piano triennale (?:di|per la) prevenzione della corruzione/,
  },
  { id: 'old-performance-plan', from: 2023, said: /\bpiano (?:della|triennale della|delle) performance\b/ },
];

interface Wording {
  readonly entity: PlanEntity;
  readonly said: Sourced<string>;
}

/** Every title, description and formula of the plan, with what is strange in its words. */
export const wordings = view<Wording>({
  name: 'wordings',
  about: {
    it: 'I testi del piano (titoli, descrizioni, formule), con segnaposto e norme superate',
    en: 'The texts of the plan (titles, descriptions, formulas), with placeholders and superseded norms',
  },
  items: ({ entities }) =>
    [...entities.values()].flatMap((entity) => textsOf(entity).map((said) => ({ entity, said }))),
  subject: ({ entity }) => subjectOf(entity),
  involved: ({ entity }) => [entity.id],
  fields: {
    text: text('testo / text', ({ said }) => said),
    level: token('di che cosa / of what', ({ entity }) => entity.kind),
    placeholder: text(
      'segnaposto da sostituire / placeholder to replace',
      ({ said }) => PLACEHOLDER.exec(fold(said.value).trim())?.[0],
    ),
    superseded: token('norma o nome superato / superseded norm or name', ({ said: { value } }, { year }) => {
      const plain = fold(value).trim();
      return SUPERSEDED.find(({ from, said }) => year !== null && year >= from && said.test(plain))?.id;
    }),
  },
});

/** `da definire` in the place of a value; `da definire con il gestore` says at least how it will be. */
function isStandIn({ value }: { readonly value: string }): boolean {
  return /^[[(]?da \w+[\])]?$/.test(fold(value).trim());
}

function textsOf(entity: PlanEntity) {
  if (entity.kind === 'pegObjective')
    return [entity.title, ...[entity.description].flatMap((one) => one ?? [])];
  if (entity.kind === 'indicator')
    return [
      entity.title,
      ...[entity.formula].flatMap((one) => one ?? []),
      ...entity.targets.filter(isStandIn),
    ];
  return [entity.title];
}
