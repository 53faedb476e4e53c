import { fold, type PlanEntity } from '../../plan';
import { subjectOf } from './context';
import { factSet, text, token } from './fact';

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

/** Every title, description and formula of the plan, with what is strange in its words. */
export const wordings = factSet({
  name: 'wordings',
  about: {
    it: 'I testi del piano (titoli, descrizioni, unità), con segnaposto e norme superate',
    en: 'The texts of the plan (titles, descriptions, units), with placeholders and superseded norms',
  },
  fields: {
    text: text('testo', 'text'),
    level: token('di che cosa', 'of what'),
    placeholder: text('segnaposto da sostituire', 'placeholder to replace'),
    superseded: token('norma o nome superato', 'superseded norm or name'),
  },
  facts: ({ entities, year }) =>
    [...entities.values()].flatMap((entity) =>
      textsOf(entity).map(({ value, cells }) => {
        const plain = fold(value).trim();
        const old = SUPERSEDED.find(({ from, said }) => year !== null && year >= from && said.test(plain));
        return {
          subject: subjectOf(entity),
          values: {
            text: value,
            level: entity.kind,
            placeholder: PLACEHOLDER.exec(plain)?.[0] ?? null,
            superseded: old?.id ?? null,
          },
          cells: { text: cells },
          involved: [entity.id],
        };
      }),
    ),
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
