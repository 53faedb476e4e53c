import path from 'node:path';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import * as functions from '../../src/functions';
import type { FunctionMetadata } from '../../src/workbench/host';

export interface FunctionsMetadata {
  readonly functions: (FunctionMetadata & { readonly description: string })[];
}

/** The metadata as the build generates them for Excel. */
export async function functionsMetadata(): Promise<FunctionsMetadata> {
  const source = path.join(__dirname, '../../src/functions/functions.ts');
  const { errors, metadataJson } = await generateCustomFunctionsMetadata([source]);
  if (errors.length > 0) throw new TypeError(errors.join());
  return JSON.parse(metadataJson) as FunctionsMetadata;
}

/** What the build appends to the functions: makes each known to the runtime under its id. */
export function associateFunctions(): void {
  const { liveCells: _live, ...byName } = functions;
  for (const [name, work] of Object.entries(byName)) CustomFunctions.associate(name.toUpperCase(), work);
}

/** Excel's class of errors, as far as an answer needs it. */
export class CellError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

/** All that the answers need of Excel: its class of errors, its language and the version of its functions. */
export function pretendExcel(excel: {
  readonly language: () => string;
  readonly runtime: () => number;
}): void {
  Object.assign(globalThis, {
    CustomFunctions: { Error: CellError, ErrorCode: { notAvailable: '#N/A', invalidValue: '#VALUE!' } },
    Office: {
      context: {
        get displayLanguage() {
          return excel.language();
        },
        requirements: {
          isSetSupported: (set: string, version: string) =>
            set === 'CustomFunctionsRuntime' && Number(version) <= excel.runtime(),
        },
      },
    },
  });
}
