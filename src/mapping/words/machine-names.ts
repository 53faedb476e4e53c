import { fold } from '../../plan';
import data from './lexicon.json';

const shortened: Readonly<Record<string, string>> = data.shortened;

/**
 * The words of a name as programs write it (`DT_INIZIO`, `CodPadre`), shortened ones whole; null for a text that
 * people wrote.
 */
export function machineWords(text: string): string | null {
  if (!/^\p{L}[\p{L}\d]*(?:_[\p{L}\d]+)+$|^\p{Lu}?\p{Ll}+(?:\p{Lu}\p{Ll}+)+\d*$/u.test(text)) return null;
  const parts = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2').split('_');
  return parts.map((part) => shortened[fold(part)] ?? part).join(' ');
}
