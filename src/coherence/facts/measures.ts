import { fold, type Indicator, type PegObjective } from '../../plan';
import { planSubject, subjectOf, type FactContext } from './context';
import { unitKind } from './dimensions';
import { list, number, view } from './view';
import { isYesNo } from './indicators';

/** What an indicator tells of, besides how much was done. */
const TELLS =
  /soddisfazion|gradiment|customer|reclam|qualita|\btemp[oi]\b|\bgiorni\b|ritard|attesa|\bcost[oi]\b|\bspes[ae]\b|pro capite|per (?:abitante|utente|dipendente)|produttiv|copertura|\bgrado\b|\btass[oi]\b|percentual|%|impatt|incident|\breati\b|occupazion|emission|poverta|riduzion|risparmi|efficien|efficac/;
const COST_COVER = /copertur\w*.{0,40}(?:cost|spes|tariff)|(?:cost|spes)\w*.{0,40}copertur/;
const ON_DEMAND =
  /\bmens[ae]\b|refezion|\bnid[oi]\b|trasport\w+ scolastic|scuolabus|centr\w+ estiv|cas[ae] di riposo|illuminazione votiva|lampade votive|pre ?-?scuola/;
/** What the family pays or the municipality spends: opening a nursery in summer says nothing of it. */
const PRICE =
  /\btariff|\brett[ae]\b|\bcost[oi]\b|\bspes[ae]\b|\bprezz|contribuzion|compartecipa|economicit|morosit|insolut/;
/** What is built or repaired is no service. */
const WORKS =
  /^(?:rifare|rifacimento|riqualific|costru|ristruttur|adegu|lavori|manuten|ampliamento dell'edificio|progett)/;

/** The indicators of PEG objectives. */
export function objectiveIndicators({ plan, entities }: FactContext): readonly Indicator[] {
  return plan.indicators.filter(
    ({ objectiveId }) => objectiveId !== null && entities.get(objectiveId)?.kind === 'pegObjective',
  );
}

/** Whether an indicator tells of quality, efficiency or effect, besides how much was done. */
export function isTelling(one: Indicator): boolean {
  return (
    !isYesNo(one) &&
    (/^(?:percent|permille|euro)$/.test(unitKind(one.unit?.value ?? null)) ||
      TELLS.test(fold(`${one.title.value} ${one.formula?.value ?? ''} ${one.type?.value ?? ''}`)))
  );
}

/** Objectives on the price or the costs of services on demand, all together. */
export const servicesOnDemand = view<readonly [PegObjective, ...PegObjective[]]>({
  name: 'servicesOnDemand',
  about: {
    it: 'Gli obiettivi su tariffe o costi dei servizi a domanda, tutti insieme',
    en: 'The objectives on prices or costs of services on demand, all together',
  },
  items: (context) => {
    const [first, ...others] = context.plan.pegObjectives.filter(({ title, description }) => {
      const plain = fold(title.value);
      const isPriced = PRICE.test(`${plain} ${fold(description?.value ?? '')}`);
      return ON_DEMAND.test(plain) && isPriced && !WORKS.test(plain);
    });
    return first && objectiveIndicators(context).length > 0 ? [[first, ...others]] : [];
  },
  subject: ([first, ...others], { plan }) =>
    others.length === 0 ? subjectOf(first) : { ...planSubject(plan), id: 'on-demand' },
  involved: (services) => services.map(({ id }) => id),
  fields: {
    services: list(
      'servizi a domanda / services on demand',
      (services) => services.map(({ title }) => title.value),
      (services) => services.flatMap(({ title }) => title.cells.slice(0, 1)),
    ),
    indicators: number(
      'quanti indicatori del piano ne misurano la copertura dei costi / how many indicators of the plan measure the cover of their costs',
      (_, { plan }) =>
        plan.indicators.filter(({ title, formula }) =>
          COST_COVER.test(fold(`${title.value} ${formula?.value ?? ''}`)),
        ).length,
    ),
  },
});
