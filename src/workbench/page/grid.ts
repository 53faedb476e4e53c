import { LocaleType, LogLevel, Univer, type Plugin, type PluginCtor } from '@univerjs/core';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import enUS from '@univerjs/preset-sheets-core/locales/en-US';
import itIT from '@univerjs/preset-sheets-core/locales/it-IT';
import type { Language } from '../../application';
import '@univerjs/preset-sheets-core/lib/index.css';

export interface GridOptions {
  readonly language: Language;
  readonly dark: boolean;
}

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
