/**
 * Builds the empty plan (templates/peg-modello.xlsx) from its description (templates/peg-modello.json).
 *
 *   node scripts/build-templates.mjs           writes it
 *   node scripts/build-templates.mjs --check   exit status 1 when the file is not what the description gives
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const FIRST_ROW = 3; // zero-based: title, hint, headers, then what the user writes
const LOOKS = {
  title: { bold: true, bigger: 7, text: '1F3864', vertical: 'center' },
  muted: { italic: true, text: '595959', wrap: true },
  heading: { bold: true, bigger: 2, text: '1F3864', line: 'below', vertical: 'center' },
  step: { wrap: true },
  text: {},
};
const CELL_LOOKS = {
  code: { format: '@', horizontal: 'left' },
  text: { wrap: true },
  choice: { wrap: true },
  number: { horizontal: 'right' },
  weight: { horizontal: 'right' },
  date: { format: 'dd/mm/yyyy', horizontal: 'center' },
};

/** The workbook writer of the project, compiled on the spot. */
async function workbookWriter() {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/xlsx/index.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

function instructions({ sheet, width, lines }) {
  return {
    name: sheet,
    rows: lines.map(([look, value]) => [{ value, look: LOOKS[look] }]),
    widths: [width],
    // rows without height are fitted by Excel when it opens the file; these are meant to breathe
    heights: Object.fromEntries(
      lines.flatMap(([look], row) =>
        look === 'title' ? [[row, 34]] : look === 'heading' ? [[row, 24]] : [],
      ),
    ),
    showGrid: false,
    portrait: true,
    tabColour: 'BFBFBF',
  };
}

function sheet(description, all, lastRow) {
  const { name, title, hint, colour, columns } = description;
  const header = columns.map(({ header: value, required }) => ({
    value,
    look: {
      bold: true,
      wrap: true,
      vertical: 'center',
      line: 'around',
      ...(required ? { text: 'FFFFFF', fill: colour } : { text: '262626', fill: 'E3E8EF' }),
      ...(/^\d+$/.test(value) ? { format: '@', horizontal: 'right' } : {}),
    },
  }));
  const area = (column) => ({ top: FIRST_ROW, bottom: lastRow - 1, left: column, right: column });
  return {
    name,
    rows: [
      [{ value: title, look: LOOKS.title }],
      [{ value: hint, look: { italic: true, text: '595959' } }],
      header,
    ],
    widths: columns.map(({ width }) => width),
    columns: columns.map(({ kind }) => CELL_LOOKS[kind]),
    heights: { 0: 30, 1: 20, 2: 34 },
    merges: [0, 1].map((row) => ({ top: row, bottom: row, left: 0, right: columns.length - 1 })),
    freeze: { rows: FIRST_ROW, columns: 0 },
    autoFilter: { top: FIRST_ROW - 1, bottom: FIRST_ROW - 1, left: 0, right: columns.length - 1 },
    printTitles: [FIRST_ROW - 1, FIRST_ROW - 1],
    validations: columns.flatMap((column, i) => rules(column, [area(i)], all, lastRow)),
    header: `Piano esecutivo di gestione – ${title}`,
    tabColour: colour,
    printGrid: true,
  };
}

/** What may be typed in a column; everything can be confirmed, because real plans have good reasons. */
function rules(column, areas, all, lastRow) {
  const { header, kind, from, choices, hint } = column;
  const rule = { areas, strictness: 'warning', title: header.slice(0, 32) };
  if (from) {
    const list = listOf(from, all, lastRow);
    const message = `Il valore non è nel foglio «${from.sheet}». Confermare comunque?`;
    return [
      { ...rule, type: 'list', formula1: list, message, prompt: `Un codice del foglio «${from.sheet}».` },
    ];
  }
  if (choices) {
    const message = `Di solito è uno di questi: ${choices.join(', ')}. Confermare comunque?`;
    return [{ ...rule, type: 'list', formula1: `"${choices.join(',')}"`, message }];
  }
  if (kind === 'weight') {
    const message = 'Il peso è un numero da 0 a 100, in punti percentuali. Confermare comunque?';
    return [
      {
        ...rule,
        type: 'decimal',
        formula1: '0',
        formula2: '100',
        message,
        prompt: 'Punti percentuali: 30 significa 30%.',
      },
    ];
  }
  if (kind === 'date') {
    const message = 'Qui serve una data, per esempio 31/12/2026. Confermare comunque?';
    return [{ ...rule, type: 'date', operator: 'greaterThan', formula1: '36525', message }];
  }
  if (kind === 'code') {
    const prompt = hint ?? 'Testo: gli zeri davanti contano.';
    return [
      {
        ...rule,
        type: 'textLength',
        formula1: '1',
        formula2: '40',
        message: 'Il codice è molto lungo. Confermare comunque?',
        prompt,
      },
    ];
  }
  return [];
}

/** The cells filled so far in a column of another sheet. */
function listOf({ sheet: name, column }, all, lastRow) {
  const source = all.find((candidate) => candidate.name === name);
  const letter = String.fromCharCode(65 + source.columns.findIndex(({ header }) => header === column));
  const first = `'${name}'!$${letter}$${FIRST_ROW + 1}`;
  return `OFFSET(${first},0,0,MAX(1,COUNTA(${first}:$${letter}$${lastRow})),1)`;
}

const description = JSON.parse(readFileSync(join(root, 'templates/peg-modello.json'), 'utf8'));
const { newWorkbook } = await workbookWriter();
const bytes = newWorkbook([
  instructions(description.instructions),
  ...description.sheets.map((one) => sheet(one, description.sheets, description.lastRow)),
]);
const target = join(root, 'templates', description.file);
if (process.argv.includes('--check')) {
  if (!readFileSync(target).equals(bytes)) {
    console.error(
      `${description.file}: non corrisponde alla descrizione; eseguire node scripts/build-templates.mjs`,
    );
    process.exitCode = 1;
  }
} else writeFileSync(target, bytes);
