import { normaliseCode, type PegRow } from '../../plan';
import type { CellRef } from '../../workbook';
import { groupBy, rowSubject, uniqueCells, type FactContext } from './context';
import { list, number, text, view } from './view';

/** A code that a row cites, beside the one that is meant. */
interface Citation {
  readonly row: PegRow;
  readonly cited: string;
  readonly cells: readonly CellRef[];
  readonly meant: string;
}

/** The codes of one table that lost their zeros: one cause, the number format of the column. */
type Spoilt = readonly [Citation, ...Citation[]];

const citedOf = (spoilt: Spoilt): string[] => [...new Set(spoilt.map(({ cited }) => cited))];

/** Codes of the DUP that rows cite without their leading zeros, where others of the same table kept them. */
export const spoiltCitations = view<Spoilt>({
  name: 'spoiltCitations',
  about: {
    it: 'I codici del DUP che le righe citano senza gli zeri davanti, mentre altre della stessa tabella li hanno',
    en: 'Codes of the DUP that rows cite without their leading zeros, while others of the same table have them',
  },
  items: (context) =>
    [...groupBy(citations(context), ({ row }) => row.tableId).values()].flatMap((all): Spoilt[] => {
      const kept = all.some(({ cited, meant }) => cited === meant);
      const [first, ...more] = all.filter(({ cited, meant }) => cited !== meant);
      return kept && first ? [[first, ...more]] : [];
    }),
  subject: ([{ row }]) => rowSubject(row),
  involved: (spoilt) => spoilt.map(({ row }) => row.id),
  fields: {
    cited: list<Spoilt>('codici come scritti / codes as written', citedOf, (spoilt) =>
      uniqueCells(spoilt.flatMap(({ cells }) => cells.slice(0, 1))),
    ),
    citedCount: number('quanti sono / how many they are', (spoilt) => citedOf(spoilt).length),
    meant: text('il primo, con i suoi zeri / the first, with its zeros', ([{ meant }]) => meant),
  },
});

/** What rows cite in digits alone of codes that begin with a zero. */
function citations({ plan, entities }: FactContext): readonly Citation[] {
  return plan.pegRows.flatMap((row) =>
    ([row.operating, row.strategic] as const).flatMap((said, at): Citation[] => {
      const entity = entities.get((at === 0 ? row.operatingId : row.strategicId) ?? '');
      const meant = normaliseCode(entity?.code?.value ?? '');
      const cited = normaliseCode(said?.value ?? '');
      const same =
        /^0\d+$/.test(meant) && /^\d+$/.test(cited) && meant.replace(/^0+/, '') === cited.replace(/^0+/, '');
      return said && same ? [{ row, cited, cells: said.cells, meant }] : [];
    }),
  );
}
