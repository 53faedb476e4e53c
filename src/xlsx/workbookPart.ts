import {
  WorkbookError,
  parseArea,
  areaAddress,
  type DefinedName,
  type TableArea,
  type Visibility,
} from '../workbook';
import { isFalse, isTrue } from './formats';
import type { OpcPackage, Relation } from './package';
import { decodeString } from './strings';

/** A sheet as the workbook part lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly visibility: Visibility;
  /** `worksheet`, `chartsheet`, `dialogsheet` …; `missing` when the workbook holds no part for it. */
  readonly type: string;
  readonly part: string;
  readonly sheetId: number;
}

/** The workbook part and what it leads to. */
export interface WorkbookPart {
  readonly part: string;
  readonly relations: readonly Relation[];
  /** In the order of the tabs, sheets of every kind. */
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly DefinedName[];
  readonly date1904: boolean;
  /** Sheets cannot be added, moved or renamed. */
  readonly structureLocked: boolean;
}

interface RawName {
  readonly name: string;
  readonly local: string | null;
  readonly formula: string;
}

/** Part name of the workbook. @throws WorkbookError `not-a-workbook` when the package holds something else. */
export function workbookPartName(source: OpcPackage): string {
  const main = source.relations('').find((relation) => relation.type === 'officeDocument');
  const part = main?.target ?? 'xl/workbook.xml';
  if (!source.has(part)) throw new WorkbookError('not-a-workbook', { reason: 'archive' });
  return part;
}

/**
 * Reads the workbook part.
 * @throws WorkbookError `not-a-workbook`, `damaged`, `no-sheets`, `too-large`, `suspicious-archive`.
 */
export function readWorkbookPart(source: OpcPackage): WorkbookPart {
  const part = workbookPartName(source);
  const relations = source.relations(part);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const cursor = source.cursor(part);
  const sheets: SheetEntry[] = [];
  const rawNames: RawName[] = [];
  let date1904 = false;
  let structureLocked = false;
  let root: string | null = null;
  while (cursor.next()) {
    if (cursor.kind !== 'open') continue;
    root ??= cursor.name;
    if (cursor.name === 'workbookPr') date1904 = isTrue(cursor.attribute('date1904'));
    else if (cursor.name === 'workbookProtection')
      structureLocked = isTrue(cursor.attribute('lockStructure'));
    else if (cursor.name === 'sheet') {
      const name = decodeString(cursor.attribute('name') ?? '');
      const relation = byId.get(cursor.attribute('*:id') ?? '');
      const found = relation && !relation.external && source.has(relation.target) ? relation : MISSING;
      const { type, target } = found;
      const visibility = visibilityOf(cursor.attribute('state'));
      sheets.push({ name, visibility, type, part: target, sheetId: Number(cursor.attribute('sheetId')) });
    } else if (cursor.name === 'definedName') {
      const name = decodeString(cursor.attribute('name') ?? '');
      const local = cursor.attribute('localSheetId');
      const machineMade = isTrue(cursor.attribute('hidden')) || name.startsWith('_xlnm.');
      const formula = cursor.textContent();
      if (!machineMade) rawNames.push({ name, local, formula });
    } else if (cursor.name === 'extLst') cursor.skip();
  }
  if (root !== 'workbook') throw new WorkbookError('not-a-workbook', { reason: 'archive' });
  judgeSheets(sheets, source.limits.sheets);
  return {
    part,
    relations,
    sheets,
    names: rawNames.flatMap((raw) => definedName(raw, sheets) ?? []),
    date1904,
    structureLocked,
  };
}

const MISSING = { type: 'missing', target: '' };

/** Two thousand sheets on one part are how a small file asks for gigabytes; no program writes two. */
function judgeSheets(sheets: readonly SheetEntry[], limit: number): void {
  if (sheets.length === 0) throw new WorkbookError('no-sheets');
  if (sheets.length > limit) throw new WorkbookError('too-large', { what: 'sheets', limit });
  const [lost] = sheets;
  if (sheets.every(({ type }) => type === 'missing'))
    throw new WorkbookError('damaged', { reason: 'missing-part', sheet: lost?.name ?? '' });
  const parts = new Set<string>();
  for (const { name, part, type } of sheets) {
    if (parts.has(part)) throw new WorkbookError('suspicious-archive', { reason: 'same-part', sheet: name });
    if (type !== 'missing') parts.add(part);
  }
}

function visibilityOf(state: string | null): Visibility {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}

/** A name that points at one rectangle of a worksheet of this workbook, else null. */
function definedName(raw: RawName, sheets: readonly SheetEntry[]): DefinedName | null {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!:,()[\]]+))!([^!,()]+)$/.exec(raw.formula.trim());
  const area = match && parseArea(match[3] ?? '');
  if (!match || !area) return null;
  const written = (match[1]?.replace(/''/g, "'") ?? match[2] ?? '').toLowerCase();
  const sheet = sheets.find(({ name, type }) => type === 'worksheet' && name.toLowerCase() === written);
  if (!sheet) return null;
  const scope = raw.local === null ? undefined : sheets[Number(raw.local)]?.name;
  return {
    name: raw.name,
    ref: { sheet: sheet.name, address: areaAddress(area) },
    ...(scope === undefined ? {} : { scope }),
  };
}

/** The tables of a worksheet. */
export function readTables(source: OpcPackage, sheet: SheetEntry): TableArea[] {
  return source
    .relations(sheet.part)
    .filter((relation) => relation.type === 'table' && source.has(relation.target))
    .flatMap((relation) => {
      const cursor = source.cursor(relation.target);
      if (!cursor.find('table')) return [];
      const area = parseArea(cursor.attribute('ref') ?? '');
      if (!area) return [];
      const name = cursor.attribute('displayName') ?? cursor.attribute('name') ?? '';
      const hasHeader = !isFalse(cursor.attribute('headerRowCount'));
      const columns: string[] = [];
      while (cursor.find('tableColumn')) columns.push(decodeString(cursor.attribute('name') ?? ''));
      return [{ name, ref: { sheet: sheet.name, address: areaAddress(area) }, columns, hasHeader }];
    });
}

/** The part a workbook relation of that type leads to. */
export function relatedPart(workbook: WorkbookPart, type: string): string | null {
  return workbook.relations.find((relation) => relation.type === type)?.target ?? null;
}
