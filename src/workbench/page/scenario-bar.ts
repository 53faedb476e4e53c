import { element } from './dom';
import { USUAL, type Scenario } from './scenario';
import { benchTexts, type BenchTexts } from './texts';

export interface ScenarioActions {
  /** Sets these circumstances; the others stay as they are. */
  change(part: Partial<Scenario>): void;
  protect(on: boolean): void;
}

/** The scenario bar: every control shows and sets one circumstance. */
export class ScenarioBar {
  constructor(
    private readonly place: HTMLElement,
    private readonly actions: ScenarioActions,
  ) {}

  draw(scenario: Scenario, isProtected: boolean): void {
    const texts = benchTexts(scenario.language).scenario;
    const { change } = this.actions;
    const focused = document.activeElement?.id;
    this.place.replaceChildren(
      choice('language', texts.language, texts.languages, scenario.language, (value) =>
        change({ language: value === 'en' ? 'en' : 'it' }),
      ),
      tick('dark', texts.dark, scenario.dark, (dark) => change({ dark })),
      tick('protect', texts.protect, isProtected, (on) => this.actions.protect(on)),
      tick('readOnly', texts.readOnly, scenario.readOnly, (readOnly) => change({ readOnly })),
      tick('oldExcel', texts.oldExcel, scenario.oldExcel, (oldExcel) => change({ oldExcel })),
      choice('delay', texts.delay, texts.delays, scenario.delay, (value) => change({ delay: Number(value) })),
      choice('fails', texts.fails, texts.failing, scenario.fails, (value) =>
        change({ fails: value as Scenario['fails'] }),
      ),
      tick('secondUser', texts.secondUser, scenario.secondUser, (secondUser) => change({ secondUser })),
      choice('paneWidth', texts.paneWidth, texts.paneWidths, scenario.paneWidth, (value) =>
        change({ paneWidth: Number(value) as Scenario['paneWidth'] }),
      ),
      element(
        'button',
        {
          type: 'button',
          id: idOf('reset'),
          onclick: () => change({ ...USUAL, language: scenario.language }),
        },
        texts.reset,
      ),
    );
    if (focused) document.getElementById(focused)?.focus();
  }
}

type Control = keyof BenchTexts['scenario'];
const idOf = (control: Control): string => `scenario-${control}`;

function tick(control: Control, label: string, on: boolean, set: (on: boolean) => void): HTMLElement {
  const box = element('input', {
    type: 'checkbox',
    id: idOf(control),
    checked: on,
    onchange: () => set(box.checked),
  });
  return element('label', {}, box, label);
}

function choice(
  control: Control,
  label: string,
  options: Readonly<Record<string | number, string>>,
  chosen: string | number,
  set: (value: string) => void,
): HTMLElement {
  const list = element(
    'select',
    { id: idOf(control), onchange: () => set(list.value) },
    ...Object.entries(options).map(([value, text]) =>
      element('option', { value, selected: value === String(chosen) }, text),
    ),
  );
  return element('label', {}, label, ' ', list);
}
