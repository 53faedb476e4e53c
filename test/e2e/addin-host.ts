/** Runs in the page of the add-in before its own scripts: the pretended Excel behind `window.external`. */
import {
  StandInExcel,
  UniverEngine,
  blankWorkbook,
  installNative,
  openXlsx,
  type FunctionMetadata,
} from '../../src/workbench/host';

export interface AddInScenario {
  /** A workbook, base64; an empty one without. */
  readonly workbook?: { readonly name: string; readonly bytes: string };
  readonly sheets?: readonly string[];
  readonly locale?: string;
  readonly requirements?: Readonly<Record<string, string>>;
  readonly functions?: readonly FunctionMetadata[];
}

declare global {
  interface Window {
    scenario: AddInScenario;
    excel: StandInExcel;
    /** Violations of the page's own security policy. */
    violations: string[];
  }
}

window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
});

const { scenario } = window;
const opened = scenario.workbook
  ? openXlsx(
      Uint8Array.from(atob(scenario.workbook.bytes), (letter) => letter.charCodeAt(0)),
      scenario.workbook.name,
    )
  : { workbook: blankWorkbook(scenario.sheets), state: {} };
window.excel = new StandInExcel(new UniverEngine(opened.workbook), {
  locale: scenario.locale ?? 'it-IT',
  state: opened.state,
  ...(scenario.requirements ? { requirements: scenario.requirements } : {}),
});
if (scenario.functions) window.excel.loadFunctions('PEG', scenario.functions);
installNative(window, window.excel);
