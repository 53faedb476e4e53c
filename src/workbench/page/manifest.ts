import type { Language } from '../../application';

/** A button of the ribbon as manifest.xml describes it. */
export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Address of the picture on the server of the add-in. */
  readonly icon: string;
  /** The function it runs, or null when it shows the pane. */
  readonly runs: string | null;
}

export interface RibbonGroup {
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

/** What Excel reads in the manifest of an add-in. Addresses are paths on the server of the add-in. */
export interface AddIn {
  readonly name: string;
  /** Its own picture, where there is no ribbon tab. */
  readonly icon: string;
  readonly tab: string;
  readonly groups: readonly RibbonGroup[];
  /** Page of pane, commands and functions. */
  readonly page: string;
  /** Namespace of the functions (`PEG`) and the file that describes them. */
  readonly functions: { readonly namespace: string; readonly metadata: string } | null;
}

/** Locales of Office for our two languages. */
export const LOCALES: Readonly<Record<Language, string>> = { it: 'it-IT', en: 'en-US' };

/**
 * Reads manifest.xml as Excel does, in the language of Excel: texts and addresses of other languages are overrides.
 * @throws ManifestError when it is not XML or names no page.
 */
export function readManifest(xml: string, language: Language): AddIn {
  const manifest = new DOMParser().parseFromString(xml, 'application/xml');
  const broken = first(manifest, 'parsererror');
  if (broken) throw new ManifestError(`manifest.xml: ${broken.textContent ?? ''}`);
  const texts = resources(manifest, LOCALES[language]);
  const text = (parent: Element | Document, tag: string): string =>
    texts.get(first(parent, tag)?.getAttribute('resid') ?? '') ?? '';
  const path = (address: string): string => (address ? new URL(address).pathname : '');

  const tab = first(manifest, 'CustomTab');
  const groups = all(tab, 'Group').map((group) => ({
    label: text(group, 'Label'),
    buttons: all(group, 'Control').map((control) => {
      const icons = all(control, 'bt:Image');
      const icon = icons.find((image) => image.getAttribute('size') === '32') ?? icons[0];
      return {
        id: control.getAttribute('id') ?? '',
        label: text(control, 'Label'),
        tip: text(control, 'Description'),
        icon: path(texts.get(icon?.getAttribute('resid') ?? '') ?? ''),
        runs: first(control, 'FunctionName')?.textContent?.trim() ?? null,
      };
    }),
  }));
  const page =
    texts.get(first(manifest, 'Runtime')?.getAttribute('resid') ?? '') ??
    first(manifest, 'SourceLocation')?.getAttribute('DefaultValue') ??
    '';
  if (!page) throw new ManifestError('manifest.xml: no <Runtime> and no <SourceLocation> with an address');
  const functions = all(manifest, 'ExtensionPoint').find(
    (point) => point.getAttribute('xsi:type') === 'CustomFunctions',
  );
  const metadata = functions && first(functions, 'Metadata');
  return {
    name: first(manifest, 'DisplayName')?.getAttribute('DefaultValue') ?? '',
    icon: path(first(manifest, 'IconUrl')?.getAttribute('DefaultValue') ?? ''),
    tab: tab ? (texts.get(labelOf(tab)) ?? '') : '',
    groups,
    page: path(page),
    functions:
      functions && metadata
        ? { namespace: text(functions, 'Namespace'), metadata: path(text(metadata, 'SourceLocation')) }
        : null,
  };
}

/** A tab has groups with labels of their own: its label is its own child. */
const labelOf = (tab: Element): string =>
  [...tab.children].find(({ localName }) => localName === 'Label')?.getAttribute('resid') ?? '';

const all = (parent: Element | Document | null | undefined, tag: string): Element[] =>
  parent ? [...parent.getElementsByTagName(tag)] : [];
const first = (parent: Element | Document, tag: string): Element | undefined =>
  parent.getElementsByTagName(tag)[0];

/** Texts and addresses by id, in one language. */
function resources(manifest: Document, locale: string): ReadonlyMap<string, string> {
  const kinds = ['bt:Image', 'bt:Url', 'bt:String'];
  const items = kinds.flatMap((kind) => all(first(manifest, 'Resources'), kind));
  return new Map(
    items.map((item) => {
      const own = all(item, 'bt:Override').find((override) => override.getAttribute('Locale') === locale);
      return [
        item.getAttribute('id') ?? '',
        (own ?? item).getAttribute(own ? 'Value' : 'DefaultValue') ?? '',
      ];
    }),
  );
}

/** The manifest cannot be read: what is missing is in the message. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}
