import type { Language } from '../../application';
import { plural } from '../../messages';

/** Texts of the workbench page. */
export interface BenchTexts {
  readonly title: string;
  readonly what: string;
  readonly file: {
    readonly open: string;
    readonly samples: string;
    readonly save: string;
    readonly drop: string;
    readonly opening: (name: string) => string;
    readonly opened: (name: string, sheets: number) => string;
    readonly notOpened: (name: string) => string;
    readonly saved: (name: string, cells: number) => string;
    readonly lost: (what: readonly string[]) => string;
    readonly notSaved: string;
    readonly copy: (stem: string) => string;
  };
  readonly lost: {
    readonly moved: (sheet: string) => string;
    readonly added: (sheet: string) => string;
    readonly removed: (sheet: string) => string;
    readonly renamed: (before: string, after: string) => string;
    readonly looks: (sheet: string) => string;
    readonly formulas: (sheet: string, count: number) => string;
  };
  readonly grid: string;
  readonly pane: { readonly close: string; readonly show: string };
  readonly ribbon: { readonly addIns: string };
  readonly failed: { readonly code: string; readonly message: string };
  readonly scenario: {
    readonly title: string;
    readonly language: string;
    readonly languages: Readonly<Record<Language, string>>;
    readonly dark: string;
    readonly protect: string;
    readonly readOnly: string;
    readonly oldExcel: string;
    readonly delay: string;
    readonly delays: Readonly<Record<number, string>>;
    readonly fails: string;
    readonly failing: Readonly<Record<'never' | 'next' | 'third' | 'editing', string>>;
    readonly secondUser: string;
    readonly paneWidth: string;
    readonly paneWidths: Readonly<Record<320 | 350 | 480, string>>;
    readonly reset: string;
    readonly wrote: (cell: string) => string;
  };
}

const it: BenchTexts = {
  title: 'Banco di prova',
  what: 'Un foglio di calcolo al posto di Excel, con il vero componente aggiuntivo accanto. Tutto resta su questo computer.',
  file: {
    open: 'Apri…',
    samples: 'Cartelle di esempio',
    save: 'Salva una copia',
    drop: 'Lascia qui il file di Excel (.xlsx)',
    opening: (name) => `Apro ${name} …`,
    opened: (name, sheets) => `${name}: ${plural(sheets, 'foglio', 'fogli')}.`,
    notOpened: (name) => `${name} non si apre.`,
    saved: (name, cells) =>
      `${name} salvata: ${cells === 1 ? '1 cella cambiata' : `${cells} celle cambiate`}, il resto è identico all’originale.`,
    lost: (what) =>
      `La copia non contiene: ${what.join('; ')}. Il banco di prova riscrive solo il contenuto delle celle.`,
    notSaved: 'La copia non è stata salvata.',
    copy: (stem) => `${stem} (copia)`,
  },
  lost: {
    moved: (sheet) => `le modifiche a «${sheet}», dove sono state inserite o tolte righe o colonne`,
    added: (sheet) => `il nuovo foglio «${sheet}»`,
    removed: (sheet) => `l’eliminazione di «${sheet}»`,
    renamed: (before, after) => `il nuovo nome «${after}» di «${before}»`,
    looks: (sheet) => `colori e formati cambiati in «${sheet}»`,
    formulas: (sheet, count) =>
      count === 1
        ? `la nuova formula in «${sheet}» (ne è salvato il valore)`
        : `le ${count} nuove formule in «${sheet}» (ne è salvato il valore)`,
  },
  grid: 'Foglio di calcolo',
  pane: { close: 'Chiudi il pannello', show: 'Mostra il pannello' },
  ribbon: { addIns: 'Componenti aggiuntivi' },
  failed: {
    code: 'GeneralException',
    message: 'Si è verificato un errore interno durante l’elaborazione della richiesta.',
  },
  scenario: {
    title: 'Situazioni da provare',
    language: 'Lingua di Excel',
    languages: { it: 'Italiano', en: 'English' },
    dark: 'Tema scuro',
    protect: 'Foglio protetto',
    readOnly: 'Sola lettura',
    oldExcel: 'Excel vecchio (ExcelApi 1.8)',
    delay: 'Ogni andata e ritorno',
    delays: { 0: 'subito', 300: '+0,3 s', 2000: '+2 s', 6000: '+6 s' },
    fails: 'Sincronizzazione',
    failing: {
      never: 'riesce',
      next: 'la prossima fallisce',
      third: 'una su tre fallisce',
      editing: 'cella in modifica',
    },
    secondUser: 'Un altro utente scrive',
    paneWidth: 'Pannello',
    paneWidths: { 320: 'stretto (320 px)', 350: 'normale (350 px)', 480: 'largo (480 px)' },
    reset: 'Tutto normale',
    wrote: (cell) => `L’altro utente ha scritto in ${cell}.`,
  },
};

const en: BenchTexts = {
  title: 'Workbench',
  what: 'A spreadsheet in place of Excel, with the real add-in beside it. Everything stays on this computer.',
  file: {
    open: 'Open…',
    samples: 'Sample workbooks',
    save: 'Save a copy',
    drop: 'Drop the workbook (.xlsx) here',
    opening: (name) => `Opening ${name} …`,
    opened: (name, sheets) => `${name}: ${plural(sheets, 'sheet', 'sheets')}.`,
    notOpened: (name) => `${name} cannot be opened.`,
    saved: (name, cells) =>
      `${name} saved: ${cells === 1 ? '1 cell changed' : `${cells} cells changed`}, the rest is identical to the original.`,
    lost: (what) =>
      `The copy does not contain: ${what.join('; ')}. The workbench only rewrites the content of cells.`,
    notSaved: 'The copy was not saved.',
    copy: (stem) => `${stem} (copy)`,
  },
  lost: {
    moved: (sheet) => `the changes to “${sheet}”, where rows or columns were inserted or removed`,
    added: (sheet) => `the new sheet “${sheet}”`,
    removed: (sheet) => `the removal of “${sheet}”`,
    renamed: (before, after) => `the new name “${after}” of “${before}”`,
    looks: (sheet) => `colours and formats changed in “${sheet}”`,
    formulas: (sheet, count) =>
      count === 1
        ? `the new formula in “${sheet}” (its value is saved)`
        : `the ${count} new formulas in “${sheet}” (their values are saved)`,
  },
  grid: 'Spreadsheet',
  pane: { close: 'Close the pane', show: 'Show the pane' },
  ribbon: { addIns: 'Add-ins' },
  failed: {
    code: 'GeneralException',
    message: 'There was an internal error while processing the request.',
  },
  scenario: {
    title: 'Situations to try',
    language: 'Language of Excel',
    languages: { it: 'Italiano', en: 'English' },
    dark: 'Dark theme',
    protect: 'Protected sheet',
    readOnly: 'Read-only',
    oldExcel: 'Old Excel (ExcelApi 1.8)',
    delay: 'Every round trip',
    delays: { 0: 'at once', 300: '+0.3 s', 2000: '+2 s', 6000: '+6 s' },
    fails: 'Synchronisation',
    failing: {
      never: 'succeeds',
      next: 'the next one fails',
      third: 'one in three fails',
      editing: 'cell being edited',
    },
    secondUser: 'Another user types',
    paneWidth: 'Pane',
    paneWidths: { 320: 'narrow (320 px)', 350: 'normal (350 px)', 480: 'wide (480 px)' },
    reset: 'Everything usual',
    wrote: (cell) => `The other user typed in ${cell}.`,
  },
};

const catalogues: Readonly<Record<Language, BenchTexts>> = { it, en };

export const benchTexts = (language: Language): BenchTexts => catalogues[language];
