import type { Indicator, PegObjective, Plan, PlanTable } from '../../plan';
import { annexOf, lackingFields } from './completeness';
import { groupBy, indicatorsOf, phasesOf, planSubject, uniqueCells, type FactContext } from './context';
import { approvalOf } from './dates';
import { hasColumn } from './tables';
import { isTelling, objectiveIndicators } from './measures';
import { lackingDuties, responsibles } from './offices';
import { date, flag, list, number, text, token, view } from './view';

const MOST_INDICATORS = 4;

/** The plan as a whole, once. */
export const planView = view<Plan>({
  name: 'plan',
  about: { it: 'Il piano nel suo insieme', en: 'The plan as a whole' },
  items: ({ plan }) => [plan],
  subject: planSubject,
  fields: {
    year: number('primo anno / first year', (_, { year }) => year),
    documentTitle: text('titolo del documento / title of the document', ({ document }) => document.title),
    objectiveCount: number(
      'quanti obiettivi di PEG / how many PEG objectives',
      (plan) => plan.pegObjectives.length,
    ),
    phasedShare: number(
      'quanti obiettivi su cento hanno fasi / how many objectives of a hundred have phases',
      ({ pegObjectives: pegs }, context) =>
        (pegs.filter(({ id }) => phasesOf(id, context).length > 0).length / pegs.length) * 100,
    ),
    missing: list('che cosa non ha alcun posto nel piano / what has no place in the plan', (_, context) =>
      lackingFields(context),
    ),
    elsewhere: token(
      'dove sta il resto, a quanto dice il documento / where the rest stands, as the document says',
      (_, context) =>
        context.municipality.objectivesInPiao ? 'in-piao' : annexOf(context) ? 'in-annexes' : null,
    ),
    text: text('testo che lo dice / text that says so', (_, context) => annexOf(context)),
    approvedOn: date('giorno di approvazione del PEG / day the PEG was approved', (_, context) =>
      approvalOf(context),
    ),
    midYear: date('metà dell’anno del piano / middle of the plan’s year', (_, { year }) =>
      year === null ? null : `${year}-06-30`,
    ),
    monitoredOn: date('giorno del monitoraggio / day of the monitoring', (_, { monitoredOn }) => monitoredOn),
    responsibleCount: number(
      'quanti responsabili / how many responsibles',
      (_, context) => responsibles(context).length,
    ),
    lacking: list(
      'materie di legge, con i responsabili senza obiettivo / duties, with who lacks them',
      (_, context) => lackingDuties(context),
    ),
    crowded: list(
      'obiettivi con più di quattro indicatori / objectives with more than four indicators',
      (_, context) => crowded(context).map((peg) => peg.code?.value ?? peg.title.value),
      (_, context) => crowded(context).flatMap((peg) => peg.title.cells.slice(0, 1)),
    ),
    indicators: number(
      'quanti indicatori hanno gli obiettivi / how many indicators objectives have',
      (_, context) => objectiveIndicators(context).length,
      (_, context) => objectiveIndicators(context).flatMap(({ title }) => title.cells.slice(0, 1)),
    ),
    telling: number(
      'quanti dicono qualità, efficienza o efficacia / how many tell quality, efficiency or effect',
      (_, context) => objectiveIndicators(context).filter(isTelling).length,
    ),
    tables: number(
      'quante tabelle di indicatori senza la colonna della fonte / how many tables of indicators without the source column',
      (_, context) => withoutSource(context).length,
    ),
    sheets: list(
      'fogli con tabelle di indicatori senza la colonna della fonte / sheets with tables of indicators without the source column',
      (_, context) => [...new Set(withoutSource(context).map(({ table }) => table.sheet))],
      (_, context) => uniqueCells(withoutSource(context).flatMap(({ table }) => table.header)),
    ),
    unsourced: number(
      'quanti indicatori in quelle tabelle / how many indicators in those tables',
      (_, context) => withoutSource(context).reduce((sum, { members }) => sum + members.length, 0),
    ),
    inhabitants: number(
      'abitanti, se si sanno / inhabitants, where known',
      (_, { municipality }) => municipality.inhabitants,
    ),
    heads: token(
      'chi dirige gli uffici: managers o officers, se si sa / who heads the offices: managers or officers, where known',
      (_, { municipality }) => municipality.heads,
    ),
    simplifiedDup: flag(
      'il DUP è semplificato / the DUP is the simplified one',
      (_, { municipality }) => municipality.simplifiedDup === true,
    ),
  },
});

function crowded(context: FactContext): readonly PegObjective[] {
  return context.plan.pegObjectives.filter(({ id }) => indicatorsOf(id, context).length > MOST_INDICATORS);
}

/** Tables that hold indicators and have no place for their source. */
function withoutSource(context: FactContext) {
  const { plan, tables } = context;
  return [...groupBy(plan.indicators, ({ tableId }) => tableId)].flatMap(
    ([id, members]): { readonly table: PlanTable; readonly members: readonly Indicator[] }[] => {
      const table = tables.get(id);
      return table && !hasColumn(table, 'indicator.source') ? [{ table, members }] : [];
    },
  );
}
