/** One element with its attributes and children; `on…` members are listeners. */
type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void)>>;

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else if (value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}

/** The element of the page with this id; the page is ours, so a missing one is a mistake of the page. */
export function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new TypeError(`index.html has no #${id}`);
  return found;
}
