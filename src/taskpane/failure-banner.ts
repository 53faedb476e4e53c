import { lastNotice, onNotice, setNotice } from '../commands';
import { userLanguage } from '../excel';
import { excelTexts } from '../messages';

/** Above the pane: what a command of the ribbon has to say. It may have been given with the pane closed. */
export function showNotices(before: HTMLElement): void {
  const banner = document.createElement('div');
  before.before(banner);
  const draw = (): void => {
    const notice = lastNotice();
    banner.replaceChildren();
    banner.hidden = notice === null;
    if (notice === null) return;
    banner.className = notice.failed ? 'notice failure' : 'notice';
    banner.setAttribute('role', notice.failed ? 'alert' : 'status');
    const title = document.createElement('strong');
    title.textContent = notice.title;
    const words = document.createElement('p');
    words.textContent = notice.text;
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = excelTexts(userLanguage()).dismiss;
    close.addEventListener('click', () => setNotice(null));
    banner.append(title, words, close);
  };
  onNotice(draw);
  draw();
}
