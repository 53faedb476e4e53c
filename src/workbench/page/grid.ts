import { LocaleType, LogLevel, Univer, type Plugin, type PluginCtor } from '@univerjs/core';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import enUS from '@univerjs/preset-sheets-core/locales/en-US';
import itIT from '@univerjs/preset-sheets-core/locales/it-IT';
import { FunctionType } from '@univerjs/engine-formula';
import { IDescriptionService } from '@univerjs/sheets-formula';
import type { Language } from '../../application';
import type { FunctionMetadata } from '../host';
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

/** The add-in's functions in the list that appears while a formula is typed. */
export function describeFunctions(
  univer: Univer,
  namespace: string,
  functions: readonly FunctionMetadata[],
): void {
  univer
    .__getInjector()
    .get(IDescriptionService)
    .registerDescriptions(
      functions.map(({ name, description = '', parameters }) => ({
        functionName: `${namespace}.${name}`,
        functionType: FunctionType.User,
        description,
        abstract: description,
        functionParameter: parameters.map((parameter) => ({
          name: parameter.name,
          detail: parameter.description ?? '',
          example: '',
          require: parameter.optional ? 0 : 1,
          repeat: parameter.repeating ? 1 : 0,
        })),
      })),
    );
}
