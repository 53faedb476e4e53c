import { fold } from '../../plan';
import { planSubject, subjectOf, type FactContext } from './context';
import { unitKind } from './dimensions';
import { factSet, list, number, token, type Fact } from './fact';
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

const fields = {
  kind: token('di che cosa', 'of what'),
  indicators: number('quanti indicatori hanno gli obiettivi', 'how many indicators objectives have'),
  telling: number(
    'quanti dicono qualità, efficienza o efficacia',
    'how many tell quality, efficiency or effect',
  ),
  services: list(
    'servizi a domanda senza copertura dei costi',
    'services on demand without the cover of their costs',
  ),
} as const;

/** The indicators of the objectives taken together: what they measure and what nobody measures. */
export const indicatorMix = factSet({
  name: 'indicatorMix',
  about: {
    it: 'Gli indicatori degli obiettivi presi insieme, e i servizi a domanda di cui nessuno misura i costi',
    en: 'The indicators of the objectives taken together, and services on demand whose costs nobody measures',
  },
  fields,
  facts: (context): Fact<typeof fields>[] => {
    const { plan, entities } = context;
    const own = plan.indicators.filter(
      ({ objectiveId }) => objectiveId !== null && entities.get(objectiveId)?.kind === 'pegObjective',
    );
    if (own.length === 0) return [];
    const telling = own.filter(
      (one) =>
        !isYesNo(one) &&
        (/^(?:percent|permille|euro)$/.test(unitKind(one.unit?.value ?? null)) ||
          TELLS.test(fold(`${one.title.value} ${one.formula?.value ?? ''} ${one.type?.value ?? ''}`))),
    );
    return [
      {
        subject: { ...planSubject(plan), id: 'mix' },
        values: { kind: 'plan', indicators: own.length, telling: telling.length, services: [] },
        cells: { indicators: own.flatMap(({ title }) => title.cells.slice(0, 1)) },
        involved: [],
      },
      ...servicesWithoutCost(context),
    ];
  },
});

function servicesWithoutCost({ plan }: FactContext): Fact<typeof fields>[] {
  const covered = plan.indicators.some(({ title, formula }) =>
    COST_COVER.test(fold(`${title.value} ${formula?.value ?? ''}`)),
  );
  const services = plan.pegObjectives.filter(({ title, description }) => {
    const plain = fold(title.value);
    const isPriced = PRICE.test(`${plain} ${fold(description?.value ?? '')}`);
    return ON_DEMAND.test(plain) && isPriced && !WORKS.test(plain);
  });
  const [first] = services;
  if (covered || !first) return [];
  return [
    {
      subject: services.length === 1 ? subjectOf(first) : { ...planSubject(plan), id: 'on-demand' },
      values: {
        kind: 'services',
        indicators: 0,
        telling: 0,
        services: services.map(({ title }) => title.value),
      },
      cells: { services: services.flatMap(({ title }) => title.cells.slice(0, 1)) },
      involved: services.map(({ id }) => id),
    },
  ];
}
