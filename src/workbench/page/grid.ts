import { LocaleType, LogLevel, Univer, type ICellData, type Plugin, type PluginCtor } from '@univerjs/core';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import enUS from '@univerjs/preset-sheets-core/locales/en-US';
import itIT from '@univerjs/preset-sheets-core/locales/it-IT';
import { AFTER_CELL_EDIT, SheetInterceptorService } from '@univerjs/sheets';
import type { Language } from '../../application';
import { contentData, styleData } from '../host/engine/cells';
import { GENERAL } from '../host/engine/cells';
import { interpret } from '../host/excel-input';
import '@univerjs/preset-sheets-core/lib/index.css';

export interface GridOptions {
  readonly language: Language;
  readonly dark: boolean;
}

/** Runs before Univer's own reading of what was typed, which is in English. */
const BEFORE_UNIVER = 10_000;

/** Starts the spreadsheet on screen inside an element. The workbook is put into it by the engine of the stand-in. */
export function startGrid(container: HTMLElement, { language, dark }: GridOptions): Univer {
  const univer = new Univer({
    locale: language === 'it' ? LocaleType.IT_IT : LocaleType.EN_US,
    locales: { [LocaleType.IT_IT]: itIT, [LocaleType.EN_US]: enUS },
    logLevel: LogLevel.ERROR,
    darkMode: dark,
  });
  const { plugins } = UniverSheetsCorePreset({
    container,
    ribbonType: 'simple',
    // Excel gives a warning triangle, not a box over the cell.
    sheets: { disableForceStringAlert: true },
    disableTextFormatAlert: true,
  });
  for (const entry of plugins) {
    const [plugin, settings] = (Array.isArray(entry) ? entry : [entry]) as [PluginCtor<Plugin>, object?];
    univer.registerPlugin(plugin, settings);
  }
  return univer;
}

/** What a user types is read as Excel reads it in the user's language; a code typed into a text cell stays text. */
export function readTypedAsExcel(univer: Univer, language: Language): void {
  univer
    .__getInjector()
    .get(SheetInterceptorService)
    .writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
      priority: BEFORE_UNIVER,
      handler: (typed, { worksheet, row, col }) => {
        if (!typed) return typed;
        const style = worksheet.getComposedCellStyle(row, col);
        const read = interpret(inputOf(typed), style?.n?.pattern ?? GENERAL, language === 'it');
        const data: ICellData = { ...typed, ...contentData(read.content) };
        return read.style ? { ...data, s: { ...style, ...styleData(read.style) } } : data;
      },
    });
}

/** The text that was typed; several lines come as a document of paragraphs. */
function inputOf(typed: ICellData): string {
  if (typed.f) return typed.f;
  const lines = typed.p?.body?.dataStream;
  if (lines !== undefined) return lines.replace(/\r\n$/, '').replace(/\r/g, '\n');
  const text = String(typed.v ?? '');
  // Univer has taken the apostrophe away already: said again, so that it is not read once more.
  return typed.t === FORCED ? `'${text}` : text;
}

const FORCED = 4;
