import type { PaneTexts } from '../../messages';

/** `STR` → “Struttura e codici”; own rules may have groups of their own. */
export function themeName(theme: string, texts: PaneTexts): string {
  const names: Readonly<Record<string, string>> = texts.findings.themes;
  return Object.hasOwn(names, theme) ? (names[theme] ?? theme) : `${texts.findings.otherTheme} (${theme})`;
}
