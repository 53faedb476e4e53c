import {
  MARK_TEXT,
  MEANING_FILLS,
  WorkbookError,
  areaAddress,
  parseArea,
  type Area,
  type CellMark,
} from '../workbook';
import { askRefusals } from './refusals';
import { readExcel, writeExcel } from './run';

type Level = CellMark['level'];

/**
 * Marks are conditional formats whose rule is always true: the cells' own formats are never touched, so taking the
 * marks away brings back exactly what was there. They are known by their formula, which travels with the file and
 * with copied cells; ids need not survive saving. `N` of a text is 0.
 */
const FORMULA = new RegExp(
  `^=N\\("${MARK_TEXT} (error|warning|info|peg|phase|measure|dup|attribute|unread)"\\)=0$`,
  'i',
);
const formulaOf = (level: Level): string => `=N("${MARK_TEXT} ${level}")=0`;

/** As on the check sheet; what cells were read as in the colours of the pane's legend. */
const FILLS: Readonly<Record<Level, string>> = {
  error: '#FFC7C7',
  warning: '#FFE699',
  info: '#CFE2F3',
  ...MEANING_FILLS,
};
const GRAVEST: readonly Level[] = [
  'error',
  'warning',
  'info',
  'peg',
  'phase',
  'measure',
  'dup',
  'attribute',
  'unread',
];

/** Rectangles of one round trip. */
const MARKS_PER_SYNC = 400;

/** Whether any sheet has marks of ours. Two round trips. */
export async function hasMarks(): Promise<boolean> {
  return readExcel(async (context) => (await ourMarks(context)).length > 0, { patient: true });
}

/** New marks first, then the old ones go; should that fail half way, the new ones are taken away again. */
export async function writeMarks(marks: readonly CellMark[]): Promise<void> {
  const patches = patchesOf(marks);
  await writeExcel<Seen>({
    sheet: patches[0]?.sheet,
    look: (context) => inspect(context, patches),
    write: async (context, { old, sheetOf }, changed) => {
      if (patches.length === 0 && old.length === 0) return;
      for (let first = 0; first < patches.length; first += MARKS_PER_SYNC) {
        for (const patch of patches.slice(first, first + MARKS_PER_SYNC)) add(sheetOf(patch.sheet), patch);
        if (first + MARKS_PER_SYNC >= patches.length) break;
        await context.sync();
        changed();
      }
      for (const { format } of old) format.delete();
      await context.sync();
    },
    restore: async (context, { old }) => {
      const before = new Set(old.map(({ id }) => id));
      // One that has no formula yet is nobody's: ours, refused half way.
      for (const { format, id } of await ourMarks(context, [''])) if (!before.has(id)) format.delete();
      await context.sync();
    },
  });
}

interface Mark {
  readonly format: Excel.ConditionalFormat;
  readonly id: string;
}

/**
 * The marks of all sheets: first which formats have a formula, then whose formula is ours.
 * @param also formulas that are taken for ours, too
 */
async function ourMarks(context: Excel.RequestContext, also: readonly string[] = []): Promise<Mark[]> {
  const sheets = context.workbook.worksheets.load('items/name');
  await context.sync();
  const formats = sheets.items.map((sheet) =>
    sheet.getRange().conditionalFormats.load('items/id,items/type'),
  );
  await context.sync();
  const custom = formats.flatMap(({ items }) => items.filter(({ type }) => type === 'Custom'));
  if (custom.length === 0) return [];
  const rules = custom.map((format) => format.custom.rule.load('formula'));
  await context.sync();
  return custom.flatMap((format, position) => {
    const formula = rules[position]?.formula ?? '';
    return FORMULA.test(formula) || also.includes(formula) ? [{ format, id: format.id }] : [];
  });
}

/** Cells of one sheet and one level in a rectangle. */
interface Patch {
  readonly sheet: string;
  readonly level: Level;
  readonly area: Area;
}

interface Seen {
  readonly old: readonly Mark[];
  readonly sheetOf: (name: string) => Excel.Worksheet;
}

/** Looks at everything that could refuse, before anything is changed. */
async function inspect(context: Excel.RequestContext, patches: readonly Patch[]): Promise<Seen> {
  const refusals = askRefusals(
    context,
    patches.map(({ sheet }) => sheet),
  );
  const old = await ourMarks(context);
  refusals.check();
  return { old, sheetOf: (name) => refusals.sheet(name) };
}

function add(sheet: Excel.Worksheet, { level, area }: Patch): void {
  const format = sheet.getRange(areaAddress(area)).conditionalFormats.add('Custom');
  format.custom.rule.formula = formulaOf(level);
  format.custom.format.fill.color = FILLS[level];
  // The user's own rules still apply.
  format.stopIfTrue = false;
}

/** Every marked cell once, at its gravest level; cells below each other in one column together. */
function patchesOf(marks: readonly CellMark[]): Patch[] {
  const byLevel = [...marks].sort((a, b) => GRAVEST.indexOf(a.level) - GRAVEST.indexOf(b.level));
  const cells = new Map<string, { sheet: string; level: Level; area: Area }>();
  for (const { sheet, address, level } of byLevel) {
    const area = parseArea(address);
    if (!area) throw new WorkbookError('no-such-cell', { sheet, address });
    const key = `${sheet}!${areaAddress(area)}`;
    if (!cells.has(key)) cells.set(key, { sheet, level, area });
  }
  const patches: Patch[] = [];
  const sorted = [...cells.values()].sort(
    (a, b) => a.sheet.localeCompare(b.sheet) || a.area.left - b.area.left || a.area.top - b.area.top,
  );
  for (const cell of sorted) {
    const last = patches.at(-1);
    const joins =
      last?.sheet === cell.sheet &&
      last.level === cell.level &&
      last.area.left === cell.area.left &&
      last.area.right === cell.area.right &&
      last.area.bottom + 1 === cell.area.top;
    if (last && joins)
      patches[patches.length - 1] = { ...last, area: { ...last.area, bottom: cell.area.bottom } };
    else patches.push(cell);
  }
  return patches;
}
