import type { Language } from '../coherence';
import { formatRef, type CellRef } from '../workbook';

/** Texts of the ribbon commands. */
export interface ExcelTexts {
  readonly failure: {
    readonly title: Readonly<Record<'check' | 'attest' | 'freeze', string>>;
    readonly unknown: string;
  };
  readonly freeze: {
    readonly title: string;
    readonly none: string;
    readonly done: (count: number, selected: boolean) => string;
    /** '' when nothing was left. */
    readonly left: (cells: readonly CellRef[]) => string;
  };
  readonly dismiss: string;
}

/** Cells named in a sentence before it says "and others". */
const NAMED = 5;

const named = (cells: readonly CellRef[], more: (count: number) => string): string => {
  const rest = cells.length - NAMED;
  return `${cells.slice(0, NAMED).map(formatRef).join(', ')}${rest > 0 ? ` ${more(rest)}` : ''}`;
};

const it: ExcelTexts = {
  failure: {
    title: {
      check: 'La verifica non è riuscita',
      attest: 'L’attestazione non si è aperta',
      freeze: 'Le formule sono rimaste formule',
    },
    unknown: 'Si è verificato un errore imprevisto. Riprova.',
  },
  freeze: {
    title: 'Trasforma le formule in valori',
    none: 'Nel file non ci sono formule PEG: nulla è cambiato.',
    done: (count, selected) =>
      `${count === 1 ? 'Una formula PEG è' : `${count} formule PEG sono`} ora un valore${selected ? ' (solo nelle celle scelte)' : ''}. Annulla (Ctrl+Z) le riporta.`,
    left: (cells) =>
      cells.length === 0
        ? ''
        : `${cells.length === 1 ? 'Una è rimasta com’era, perché mostra' : `${cells.length} sono rimaste com’erano, perché mostrano`} un errore o ${cells.length === 1 ? 'è' : 'sono'} ancora in calcolo: ${named(cells, (count) => `e altre ${count}`)}.`,
  },
  dismiss: 'Chiudi il messaggio',
};

const en: ExcelTexts = {
  failure: {
    title: {
      check: 'The check did not succeed',
      attest: 'The attestation did not open',
      freeze: 'The formulas were left as they are',
    },
    unknown: 'Something unexpected went wrong. Try again.',
  },
  freeze: {
    title: 'Turn formulas into values',
    none: 'This workbook has no PEG formulas: nothing was changed.',
    done: (count, selected) =>
      `${count === 1 ? 'One PEG formula is a value' : `${count} PEG formulas are values`} now${selected ? ' (only in the selected cells)' : ''}. Undo (Ctrl+Z) brings ${count === 1 ? 'it' : 'them'} back.`,
    left: (cells) =>
      cells.length === 0
        ? ''
        : `${cells.length === 1 ? 'One was left as it was, because it shows an error or is' : `${cells.length} were left as they were, because they show an error or are`} still being worked out: ${named(cells, (count) => `and ${count} more`)}.`,
  },
  dismiss: 'Dismiss the message',
};

/** The texts in a language. */
export const excelTexts = (language: Language): ExcelTexts => ({ it, en })[language];
