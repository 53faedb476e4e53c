import { userLanguage } from '../excel';
import { offlineTexts } from '../messages';

/** In place of the pane whose code could not be fetched: why, and a button to try again. */
export function showOffline(root: HTMLElement, again: () => void): void {
  const words = offlineTexts(userLanguage());
  const notice = document.createElement('div');
  notice.className = 'starting';
  notice.setAttribute('role', 'alert');
  const title = document.createElement('h1');
  title.textContent = words.title;
  const text = document.createElement('p');
  text.textContent = words.text;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.again;
  button.addEventListener('click', again);
  notice.append(title, text, button);
  root.replaceChildren(notice);
}
