import type { Language } from '../../application';
import { element } from './dom';
import type { AddIn, RibbonButton } from './manifest';
import { benchTexts } from './texts';

export interface RibbonActions {
  run(functionName: string, controlId: string): void;
  showPane(): void;
}

/** The ribbon of Excel, with what the manifest of the add-in puts there. */
export class Ribbon {
  private readonly buttons = new Map<string, HTMLButtonElement>();

  constructor(
    private readonly place: HTMLElement,
    private readonly actions: RibbonActions,
  ) {}

  /** Draws the tab; an Excel without shared runtime leaves it out and offers only the pane. */
  draw(addIn: AddIn, language: Language, withTab: boolean): void {
    this.buttons.clear();
    const { ribbon } = benchTexts(language);
    const plain: RibbonButton = { id: 'show', label: addIn.name, tip: '', icon: addIn.icon, runs: null };
    const groups = withTab ? addIn.groups : [{ label: ribbon.addIns, buttons: [plain] }];
    this.place.setAttribute('aria-label', withTab ? addIn.tab : ribbon.addIns);
    this.place.replaceChildren(
      ...groups.map(({ label, buttons }) =>
        element(
          'div',
          {
            class: 'group',
            role: 'group',
            'aria-label': label,
            style: `grid-template-columns: repeat(${buttons.length}, auto)`,
          },
          ...buttons.map((button) => this.button(button)),
          element('span', { class: 'label', 'aria-hidden': 'true' }, label),
        ),
      ),
    );
  }

  /** Buttons that the add-in has disabled. */
  enable(states: ReadonlyMap<string, boolean>): void {
    for (const [id, button] of this.buttons) button.disabled = states.get(id) === false;
  }

  private button({ id, label, tip, icon, runs }: RibbonButton): HTMLButtonElement {
    const made = element(
      'button',
      {
        type: 'button',
        'data-control': id,
        ...(tip ? { title: tip } : {}),
        onclick: () => (runs === null ? this.actions.showPane() : this.actions.run(runs, id)),
      },
      element('img', { src: `/addin${icon}`, alt: '', width: '32', height: '32' }),
      element('span', {}, label),
    );
    this.buttons.set(id, made);
    return made;
  }
}
