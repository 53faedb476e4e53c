import { fold, normalise, normaliseCode, type Indicator, type PegObjective } from '../../plan';
import { groupBy, indicatorsOf, type FactContext } from './context';
import { readTarget } from './target-text';
import { flag, list, number, text, token, view } from './view';
import { weightInPercent } from './weight-groups';

const PAYMENT =
  /temp(?:o|i|istiche|istica) (?:medi[oa]? )?(?:d(?:i|ei|elle?) )?pagament|tempestiv\w* (?:\w+ ){0,2}pagament|ritard\w* (?:\w+ ){0,2}pagament|termin\w* (?:d(?:i|ei) )?pagament|pagament\w* (?:tempestiv|nei termini|(?:delle |di |dei )?fattur)|fattur\w* (?:\w+ ){0,3}entro (?:\w+ ){0,2}30 giorni|(?:pag(?:are|at[aeio]|ament[oi]|ando|hino)|liquidazion[ei]|fattur[ae]) (?:\w+ ){0,4}(?:(?:nei|entro i) (?:termini|tempi)|(?:entro|in) (?:\w+ ){0,2}(?:30|trenta) giorni)|debit\w* commercial|\bitp\b/;

/** Whether a text is about payment times (DL 13/2023 art. 4-bis). */
export function isAboutPaymentTimes(title: string): boolean {
  return PAYMENT.test(` ${normalise(title)} `);
}

/** Objectives on payment times, and whether their own words say so or only their indicators or phases do. */
export function paymentTimes(context: FactContext): ReadonlyMap<string, 'named' | 'measured'> {
  return context.shared('paymentTimes', () => {
    const { plan } = context;
    const measured = new Set([
      ...plan.indicators.flatMap((one) =>
        isAboutPaymentTimes(one.title.value) ? (one.objectiveId ?? []) : [],
      ),
      ...plan.phases.flatMap((one) => (isAboutPaymentTimes(one.title.value) ? (one.pegId ?? []) : [])),
    ]);
    const found = new Map<string, 'named' | 'measured'>();
    for (const peg of plan.pegObjectives) {
      const titles = (context.rowsOf.get(peg.id) ?? []).map((row) => row.title.value);
      const said = [peg.title.value, ...titles, peg.description?.value ?? ''];
      if (said.some(isAboutPaymentTimes)) found.set(peg.id, 'named');
      else if (measured.has(peg.id)) found.set(peg.id, 'measured');
    }
    return found;
  });
}

/** An objective on payment times: how it is measured, and what it weighs in the result pay. */
export const paymentFields = {
  onPayments: token<PegObjective>(
    'parla dei tempi di pagamento: nel titolo o nella descrizione (named), o solo negli indicatori o nelle fasi (measured) / it is about payment times: title or description say so (named), or only its indicators or phases (measured)',
    ({ id }, context) => paymentTimes(context).get(id),
  ),
  indicators: list<PegObjective>(
    'i suoi indicatori / its indicators',
    ({ id }, context) => indicatorsOf(id, context).map((one) => one.title.value),
    ({ id }, context) =>
      indicatorsOf(id, context).flatMap((one) => [
        ...one.title.cells,
        ...one.targets.flatMap((target) => target.cells),
      ]),
  ),
  byDelay: flag<PegObjective>(
    'un indicatore è il ritardo (annuale) / an indicator is the (annual) delay',
    (peg, context) => delays(peg, context).length > 0,
  ),
  delayTarget: number<PegObjective>('valore atteso del ritardo / expected delay', (peg, context) =>
    highestTarget(delays(peg, context), context),
  ),
  timelinessTarget: number<PegObjective>(
    'valore atteso dell’indicatore di tempestività, in giorni / expected timeliness, in days',
    (peg, context) => {
      const delayed = delays(peg, context);
      const others = indicatorsOf(peg.id, context).filter((one) => !delayed.includes(one));
      return highestTarget(
        others.filter((one) => TIMELINESS.test(fold(one.title.value))),
        context,
      );
    },
  ),
  ofPay: number<PegObjective>(
    'peso in percentuale della retribuzione di risultato, se si sa quanto vi contano gli obiettivi / weight in percent of the result pay, where the share of the objectives in it is known',
    (peg, context) => {
      const { objectiveShare } = context.municipality;
      const weight = weightInPercent(peg, context);
      return objectiveShare === undefined || weight === null ? null : weight * objectiveShare;
    },
  ),
  share: shareField<PegObjective>(),
  needed: neededField<PegObjective>(),
  // What weighs too little, or what it makes of the pay is known; the others are one question for the whole plan.
  one: text<PegObjective>('obiettivo da dire da solo / objective told on its own', (peg, context) => {
    const weight = weightInPercent(peg, context);
    const alone = weight === null || weight < LEAST || context.municipality.objectiveShare !== undefined;
    return alone ? peg.id : null;
  }),
};

function shareField<I>() {
  return number<I>(
    'quanto contano gli obiettivi nella valutazione, in percentuale / share of the objectives in the evaluation, in percent',
    (_, { municipality: { objectiveShare } }) => (objectiveShare === undefined ? null : objectiveShare * 100),
  );
}

function neededField<I>() {
  return number<I>(
    'peso che serve per arrivare al 30% / weight that makes 30 %',
    (_, { municipality: { objectiveShare } }) =>
      objectiveShare === undefined ? null : Math.ceil((LEAST / objectiveShare) * 100) / 100,
  );
}

/** The index of the law on timeliness (DPCM 22/9/2014): days of delay, weighted; not the yearly delay. */
const TIMELINESS = /\btempestivit|\bitp\b/;

function delays({ id }: PegObjective, context: FactContext): readonly Indicator[] {
  return indicatorsOf(id, context).filter((one) => /\britard[oi]\b/.test(fold(one.title.value)));
}

/** The highest number that indicators are expected to have in the plan's year. */
function highestTarget(indicators: readonly Indicator[], { year }: FactContext): number | null {
  const values = indicators
    .flatMap((one) => one.targets)
    .flatMap(({ period, value }) => {
      const read = readTarget(value, { year });
      const due = period === null || year === null || period === String(year);
      return due && read.kind === 'number' && !read.percent ? [read.value] : [];
    });
  return values.length === 0 ? null : Math.max(...values);
}

const LEAST = 30;

const FINANCE =
  /\b(?:ragioneri|serviz(?:i|io) finanziar|area (?:economic[ao]|finanziari)|settore (?:economic|finanziari)|economico[ -]finanziari|finanze\b|finanziari[oa]\b|contabilita\b|bilancio\b)/;

interface FinanceHead {
  readonly key: string;
  readonly head: PegObjective['centre'];
  readonly members: readonly PegObjective[];
}

/** Those most of whose objectives, some of them weighed, are of finance. Their name does not tell who pays the invoices. */
export const financeHeads = view<FinanceHead>({
  name: 'financeHeads',
  about: {
    it: 'I responsabili dei servizi finanziari con obiettivi pesati',
    en: 'Heads of finance with weighed objectives',
  },
  items: (context) => {
    const { pegObjectives } = context.plan;
    const byHead = groupBy(pegObjectives, (peg) => fold(peg.owners[0]?.value ?? peg.centre?.value ?? ''));
    return [...byHead].flatMap(([key, members]) => {
      const finance = members.filter((peg) => isFinance(peg, context));
      const weighed = members.some((peg) => weightInPercent(peg, context) !== null);
      if (key === '' || finance.length * 2 < members.length || !weighed) return [];
      return [{ key, head: members[0]?.owners[0] ?? members[0]?.centre ?? null, members }];
    });
  },
  subject: ({ key, head }) => ({ kind: 'centre', id: `payer|${key}`, code: null, title: head?.value ?? key }),
  involved: ({ members }) => members.map((peg) => peg.id),
  fields: {
    owner: text(
      'responsabile / owner',
      ({ key, head }) => head?.value ?? key,
      ({ head }) => (head?.cells ?? []).slice(0, 1),
    ),
    paymentCount: number(
      'quanti suoi obiettivi sono sui tempi di pagamento / how many of its objectives are on payment times',
      ({ members }, context) => members.filter(({ id }) => paymentTimes(context).has(id)).length,
    ),
    paymentCountOfOthers: number(
      'quanti di altri uffici, non di tutti né della ragioneria / how many of other offices, neither of all nor of finance',
      (_, context) => given(context).filter((peg) => !isOfFinanceOrAll(peg, context)).length,
    ),
    paymentCountShared: number(
      'quanti di tutti o della ragioneria / how many of all offices or of finance',
      (_, context) => given(context).filter((peg) => isOfFinanceOrAll(peg, context)).length,
    ),
    share: shareField(),
    needed: neededField(),
    one: text('da dire da solo / told on its own', ({ key }) => key),
  },
});

function given(context: FactContext): readonly PegObjective[] {
  return context.plan.pegObjectives.filter(({ id }) => paymentTimes(context).has(id));
}

function isOfFinanceOrAll(peg: PegObjective, context: FactContext): boolean {
  return isShared(peg) || isFinance(peg, context);
}

/** Given to everybody: by its type, its owner or those who take part. */
function isShared(peg: PegObjective): boolean {
  const said = [peg.type, ...peg.owners, ...peg.participants, peg.centre].map((one) =>
    fold(one?.value ?? ''),
  );
  return said.some((one) => /trasversal|\btutt[ie]\b|comun[ei] a /.test(one));
}

function isFinance(peg: PegObjective, context: FactContext): boolean {
  const cited = peg.centre?.value ?? '';
  const registered = context.plan.centres.filter(
    (centre) => centre.code !== null && normaliseCode(centre.code.value) === normaliseCode(cited),
  );
  const names = [cited, ...peg.owners.map((one) => one.value), ...registered.map((one) => one.title.value)];
  return names.some((name) => FINANCE.test(fold(name)));
}
