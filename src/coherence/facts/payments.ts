import { fold, normalise, normaliseCode, type Indicator, type PegObjective } from '../../plan';
import { groupBy, subjectOf, type FactContext } from './context';
import { factSet, flag, list, number, text, type Fact } from './fact';
import { readTarget } from './target-text';
import { expectedSum, isWeight, objectiveGroups } from './weight-groups';

const PAYMENT =
  /temp(?:o|i|istiche|istica) (?:medi[oa]? )?(?:d(?:i|ei|elle?) )?pagament|tempestiv\w* (?:\w+ ){0,2}pagament|ritard\w* (?:\w+ ){0,2}pagament|termin\w* (?:d(?:i|ei) )?pagament|pagament\w* (?:tempestiv|nei termini|(?:delle |di |dei )?fattur)|fattur\w* (?:\w+ ){0,3}entro (?:\w+ ){0,2}30 giorni|debit\w* commercial|\bitp\b/;

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

const fields = {
  code: text('codice', 'code'),
  title: text('titolo', 'title'),
  owner: text('responsabile', 'owner'),
  weight: number('peso in percentuale', 'weight in percent'),
  ofPay: number(
    'peso in percentuale della retribuzione di risultato, se si sa quanto vi contano gli obiettivi',
    'weight in percent of the result pay, where the share of the objectives in it is known',
  ),
  share: number(
    'quanto contano gli obiettivi nella valutazione, in percentuale',
    'share of the objectives in the evaluation, in percent',
  ),
  needed: number('peso che serve per arrivare al 30%', 'weight that makes 30 %'),
  named: flag('il titolo o la descrizione parlano dei tempi di pagamento', 'title or description say so'),
  indicators: list('indicatori', 'indicators'),
  timelinessTarget: number(
    'valore atteso dell’indicatore di tempestività, in giorni',
    'expected timeliness, in days',
  ),
  one: text('obiettivo da dire da solo', 'objective told on its own'),
  byDelay: flag('un indicatore è il ritardo (annuale)', 'an indicator is the (annual) delay'),
  delayTarget: number('valore atteso del ritardo', 'expected delay'),
  absent: flag(
    'il responsabile dei servizi finanziari ha obiettivi con pesi e nessuno sui tempi di pagamento',
    'the head of finance has weighted objectives and none on payment times',
  ),
} as const;

/** Payment-time objectives with their weight in percent, and heads of finance that have none. */
export const paymentObjectives = factSet({
  name: 'paymentObjectives',
  about: {
    it: 'Gli obiettivi sui tempi di pagamento con il peso in percentuale, e i responsabili finanziari che non ne hanno',
    en: 'Objectives on payment times with their weight in percent, and heads of finance that have none',
  },
  fields,
  facts: (context): Fact<typeof fields>[] => {
    const groups = objectiveGroups(context);
    const expected = expectedSum(groups, context);
    const times = paymentTimes(context);
    const own = context.plan.pegObjectives.flatMap((peg): Fact<typeof fields>[] => {
      const how = times.get(peg.id);
      if (!how) return [];
      const written = peg.weight?.number ?? null;
      const weight = expected === null || written === null ? null : (written / expected) * 100;
      return [
        {
          subject: subjectOf(peg),
          values: {
            code: peg.code?.value ?? null,
            title: peg.title.value,
            owner: peg.owners[0]?.value ?? peg.centre?.value ?? null,
            weight,
            ...ofPay(weight, context),
            named: how === 'named',
            ...measuredBy(peg, context),
            one: isToldAlone(weight, context) ? peg.id : null,
            absent: false,
          },
          cells: {
            title: peg.title.cells,
            weight: peg.weight?.cells ?? [],
            indicators: context.plan.indicators
              .filter(({ objectiveId }) => objectiveId === peg.id)
              .flatMap((one) => [...one.title.cells, ...one.targets.flatMap((target) => target.cells)]),
          },
          involved: [peg.id],
        },
      ];
    });
    return expected === null ? own : [...own, ...withoutOne(context, times)];
  },
});

/** Weighs too little, or what it makes of the pay is known; the others are one question for the whole plan. */
function isToldAlone(weight: number | null, { municipality }: FactContext): boolean {
  return weight === null || weight < LEAST || municipality.objectiveShare !== undefined;
}

/** The index of the law on timeliness (DPCM 22/9/2014): days of delay, weighted; not the yearly delay. */
const TIMELINESS = /\btempestivit|\bitp\b/;

/** How an objective on payment times is measured: the law wants the yearly delay, expected at zero or less. */
function measuredBy(peg: PegObjective, { plan, year }: FactContext) {
  const own = plan.indicators.filter(({ objectiveId }) => objectiveId === peg.id);
  const delays = own.filter((one) => /\britard[oi]\b/.test(fold(one.title.value)));
  const timely = own.filter((one) => !delays.includes(one) && TIMELINESS.test(fold(one.title.value)));
  const highest = (ones: readonly Indicator[]): number | null => {
    const values = ones
      .flatMap((one) => one.targets)
      .flatMap(({ period, value }) => {
        const read = readTarget(value, { year });
        const due = period === null || year === null || period === String(year);
        return due && read.kind === 'number' && !read.percent ? [read.value] : [];
      });
    return values.length === 0 ? null : Math.max(...values);
  };
  return {
    indicators: own.map((one) => one.title.value),
    byDelay: delays.length > 0,
    delayTarget: highest(delays),
    timelinessTarget: highest(timely),
  };
}

const LEAST = 30;

/** A weight among the objectives as a part of the result pay: 30 of 60 % are 18 %. */
function ofPay(weight: number | null, { municipality }: FactContext) {
  const share = municipality.objectiveShare ?? null;
  return {
    ofPay: share === null || weight === null ? null : weight * share,
    share: share === null ? null : share * 100,
    needed: share === null ? null : Math.ceil((LEAST / share) * 100) / 100,
  };
}

const FINANCE =
  /\b(?:ragioneri|serviz(?:i|io) finanziar|area (?:economic[ao]|finanziari)|settore (?:economic|finanziari)|economico[ -]finanziari|finanze\b|finanziari[oa]\b|contabilita\b|bilancio\b)/;

/**
 * Heads of finance whose weighted objectives name payment times nowhere, unless an objective shared by all does, or
 * somebody else in finance has one: a name such as `Servizi finanziari` does not tell who pays the invoices.
 */
function withoutOne(
  context: FactContext,
  times: ReadonlyMap<string, 'named' | 'measured'>,
): Fact<typeof fields>[] {
  const { pegObjectives } = context.plan;
  const given = pegObjectives.filter((peg) => times.has(peg.id));
  // None in the whole plan is another matter (PRF-01).
  if (given.length === 0) return [];
  if (given.some((peg) => isShared(peg) || isFinance(peg, context))) return [];
  const byHead = groupBy(pegObjectives, (peg) => fold(peg.owners[0]?.value ?? peg.centre?.value ?? ''));
  return [...byHead].flatMap(([key, members]): Fact<typeof fields>[] => {
    const finance = members.filter((peg) => isFinance(peg, context));
    const weighed = members.some((peg) => isWeight(peg.weight));
    if (key === '' || finance.length * 2 < members.length || !weighed) return [];
    if (members.some((peg) => times.has(peg.id))) return [];
    const head = members[0]?.owners[0] ?? members[0]?.centre ?? null;
    return [
      {
        subject: { kind: 'centre', id: `payer|${key}`, code: null, title: head?.value ?? key },
        values: {
          code: null,
          title: null,
          owner: head?.value ?? key,
          weight: null,
          ...ofPay(null, context),
          named: false,
          indicators: [],
          timelinessTarget: null,
          one: key,
          byDelay: false,
          delayTarget: null,
          absent: true,
        },
        cells: { title: (head?.cells ?? []).slice(0, 1), weight: [] },
        involved: members.map((peg) => peg.id),
      },
    ];
  });
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
