import { ENGLISH_LOCALES } from '../../src/excel';

/**
 * What Office demands of an add-in-only manifest, as far as it can be checked without Microsoft's service: order and
 * names of the elements, references, addresses, lengths, pictures. Sources: [MS-OWEMXML] and the manifest reference.
 */
export interface ManifestFiles {
  /** Whether a file of the add-in exists under this address (path without the server). */
  readonly has: (path: string) => boolean;
  /** Width and height of a PNG, null when it is none. */
  readonly pngSize: (path: string) => readonly [number, number] | null;
}

/** Children in the order in which the schema wants them; those with `*` may repeat, those with `?` may be missing. */
const ORDER: Readonly<Record<string, string>> = {
  OfficeApp:
    'Id Version ProviderName DefaultLocale DisplayName Description IconUrl? HighResolutionIconUrl? SupportUrl? AppDomains? Hosts Requirements? DefaultSettings Permissions VersionOverrides?',
  'OfficeApp/DisplayName': 'Override*',
  'OfficeApp/Description': 'Override*',
  'OfficeApp/Requirements': 'Sets? Methods?',
  VersionOverrides: 'Description? Requirements? Hosts? Resources? WebApplicationInfo? EquivalentAddins?',
  'VersionOverrides/Hosts': 'Host*',
  'Hosts/Host': 'Runtimes? AllFormFactors? DesktopFormFactor? MobileFormFactor?',
  AllFormFactors: 'ExtensionPoint*',
  DesktopFormFactor: 'GetStarted? FunctionFile? ExtensionPoint*',
  GetStarted: 'Title Description LearnMoreUrl',
  CustomTab: 'OverriddenByRibbonApi? Group* Label',
  Group: 'Label Icon? Tooltip? Control*',
  Control: 'OverriddenByRibbonApi? Label Supertip Icon Action',
  Supertip: 'Title Description',
  Resources: 'Images? Urls? ShortStrings? LongStrings?',
  'ExtensionPoint[CustomFunctions]': 'Script Page Metadata Namespace',
  'ExtensionPoint[PrimaryCommandSurface]': 'CustomTab',
};

const LIMITS = {
  id: 32,
  ShortStrings: 125,
  LongStrings: 250,
  ProviderName: 125,
  DisplayName: 125,
  Description: 250,
};
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Everything that is wrong, in words; empty for a good manifest. */
export function manifestProblems(xml: string, files: ManifestFiles): string[] {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const broken = document.querySelector('parsererror');
  if (broken) return [`not well-formed: ${broken.textContent ?? ''}`];
  const root = document.documentElement;
  return [
    ...orderProblems(root),
    ...valueProblems(root),
    ...referenceProblems(root),
    ...addressProblems(root, files),
    ...pictureProblems(root, files),
    ...localeProblems(root),
  ];
}

const all = (root: Element, name: string): Element[] =>
  [...root.getElementsByTagName('*')].filter((element) => element.localName === name);
const children = (element: Element): Element[] => [...element.children];
const text = (root: Element, name: string): string =>
  children(root)
    .find((child) => child.localName === name)
    ?.textContent?.trim() ?? '';
const xsiType = (element: Element): string =>
  element.getAttributeNS('http://www.w3.org/2001/XMLSchema-instance', 'type') ?? '';

function orderOf(element: Element): string | undefined {
  const own = element.localName;
  const type = xsiType(element);
  return ORDER[`${own}[${type}]`] ?? ORDER[`${element.parentElement?.localName ?? ''}/${own}`] ?? ORDER[own];
}

function orderProblems(root: Element): string[] {
  return [root, ...root.getElementsByTagName('*')].flatMap((element) => {
    const order = orderOf(element);
    // `Requirements`, `Hosts` and `Host` exist in the base part and in VersionOverrides with other contents.
    if (!order || (element.localName === 'Host' && element.hasAttribute('Name'))) return [];
    const pattern = order
      .split(' ')
      .map(
        (part) =>
          `(?:${part.replace(/[*?]$/, '')} )${part.endsWith('*') ? '*' : part.endsWith('?') ? '?' : ''}`,
      )
      .join('');
    const found = children(element)
      .map((child) => `${child.localName} `)
      .join('');
    return new RegExp(`^${pattern}$`).test(found)
      ? []
      : [`${element.localName}: ${found}instead of ${order}`];
  });
}

function valueProblems(root: Element): string[] {
  const problems: string[] = [];
  if (!GUID.test(text(root, 'Id'))) problems.push(`Id is no GUID: ${text(root, 'Id')}`);
  if (!/^\d+(\.\d+){1,3}$/.test(text(root, 'Version'))) problems.push(`Version: ${text(root, 'Version')}`);
  if (xsiType(root) !== 'TaskPaneApp') problems.push(`type ${xsiType(root)}`);
  if (text(root, 'Permissions') !== 'ReadWriteDocument') problems.push('Permissions');
  for (const name of ['ProviderName', 'DisplayName', 'Description'] as const) {
    const element = children(root).find((child) => child.localName === name);
    for (const value of [
      element?.getAttribute('DefaultValue') ?? element?.textContent ?? '',
      ...overrides(element),
    ]) {
      if (value.length > LIMITS[name]) problems.push(`${name} is longer than ${LIMITS[name]}`);
    }
  }
  return problems;
}

const overrides = (element: Element | undefined): string[] =>
  element ? all(element, 'Override').map((override) => override.getAttribute('Value') ?? '') : [];

function referenceProblems(root: Element): string[] {
  const problems: string[] = [];
  const known = new Map<string, Element>();
  for (const kind of ['Images', 'Urls', 'ShortStrings', 'LongStrings'] as const) {
    for (const group of all(root, kind)) {
      for (const resource of children(group)) {
        const id = resource.getAttribute('id') ?? '';
        if (id.length > LIMITS.id) problems.push(`id ${id} is longer than ${LIMITS.id}`);
        if (known.has(id)) problems.push(`id ${id} exists twice`);
        known.set(id, resource);
        const limit = kind === 'ShortStrings' || kind === 'LongStrings' ? LIMITS[kind] : 2000;
        for (const value of [resource.getAttribute('DefaultValue') ?? '', ...overrides(resource)]) {
          if (value === '' || value.length > limit)
            problems.push(`${id}: ${value.length} characters of ${limit}`);
        }
      }
    }
  }
  const used = new Set<string>();
  for (const element of root.getElementsByTagName('*')) {
    const id = element.getAttribute('resid');
    if (id === null) continue;
    used.add(id);
    if (!known.has(id)) problems.push(`resid ${id} is not among the resources`);
  }
  for (const id of known.keys()) if (!used.has(id)) problems.push(`resource ${id} is not used`);
  const runtimes = [...all(root, 'Runtime'), ...all(root, 'FunctionFile')].map((one) =>
    one.getAttribute('resid'),
  );
  const pages = [...all(root, 'Page'), ...all(root, 'Action')].flatMap((one) =>
    all(one, 'SourceLocation').map((source) => source.getAttribute('resid')),
  );
  if (new Set([...runtimes, ...pages]).size > 1)
    problems.push('the shared runtime must have one resid everywhere');
  const ids = all(root, 'Control').map((control) => control.id);
  if (new Set(ids).size !== ids.length) problems.push('ids of controls must differ');
  return problems;
}

function addressProblems(root: Element, files: ManifestFiles): string[] {
  return [...root.getElementsByTagName('*')].flatMap((element) =>
    ['DefaultValue', 'Value'].flatMap((name) => {
      const value = element.getAttribute(name) ?? '';
      if (!/^[a-z]+:/i.test(value) || !URL.canParse(value)) return [];
      const url = new URL(value);
      if (url.protocol !== 'https:') return [`${value} is not https`];
      return files.has(url.pathname) ? [] : [`${url.pathname} does not exist`];
    }),
  );
}

function pictureProblems(root: Element, files: ManifestFiles): string[] {
  const address = new Map(
    all(root, 'Image').map((image) => [image.id, image.getAttribute('DefaultValue') ?? '']),
  );
  const wanted: [string, number][] = [];
  const base = (name: string, size: number): void => {
    const url = children(root).find((child) => child.localName === name);
    if (url) wanted.push([url.getAttribute('DefaultValue') ?? '', size]);
  };
  base('IconUrl', 32);
  base('HighResolutionIconUrl', 64);
  for (const icon of all(root, 'Icon')) {
    const sizes = children(icon).map((image) => image.getAttribute('size'));
    if (sizes.join() !== '16,32,80') return [`an icon has the sizes ${sizes.join()}`];
    for (const image of children(icon)) {
      wanted.push([address.get(image.getAttribute('resid') ?? '') ?? '', Number(image.getAttribute('size'))]);
    }
  }
  return wanted.flatMap(([url, size]) => {
    const found = URL.canParse(url) ? files.pngSize(new URL(url).pathname) : null;
    return found?.[0] === size && found[1] === size ? [] : [`${url} is no picture of ${size} × ${size}`];
  });
}

/** Whatever a user reads exists in both languages; names that are the same in both need no override. */
function localeProblems(root: Element): string[] {
  const same = new Set(['PEG', 'Coerenza PEG']);
  if (text(root, 'DefaultLocale') !== 'it-IT') return ['the default language is Italian'];
  return [
    ...all(root, 'String'),
    ...all(root, 'Description').filter((one) => one.hasAttribute('DefaultValue')),
  ].flatMap((element) => {
    const locales = all(element, 'Override').map((override) => override.getAttribute('Locale') ?? '');
    const english = ENGLISH_LOCALES.every((locale) => locales.includes(locale));
    const others = locales.some((locale) => !ENGLISH_LOCALES.includes(locale));
    return (english && !others) || same.has(element.getAttribute('DefaultValue') ?? '')
      ? []
      : [`${element.id} has no English text`];
  });
}
