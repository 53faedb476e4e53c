import { lastFailure, onFailure, setFailure } from '../commands';
import { userLanguage } from '../excel';
import { excelTexts } from '../messages';

/** Above the pane: why a command of the ribbon did not succeed. It was given with the pane closed. */
export function showFailures(before: HTMLElement): void {
  const banner = document.createElement('div');
  banner.className = 'failure';
  banner.setAttribute('role', 'alert');
  before.before(banner);
  const draw = (): void => {
    const sentence = lastFailure();
    banner.replaceChildren();
    banner.hidden = sentence === null;
    if (sentence === null) return;
    const texts = excelTexts(userLanguage());
    const title = document.createElement('strong');
    title.textContent = texts.failure.title;
    const words = document.createElement('p');
    words.textContent = sentence;
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = texts.failure.dismiss;
    close.addEventListener('click', () => setFailure(null));
    banner.append(title, words, close);
  };
  onFailure(draw);
  draw();
}
