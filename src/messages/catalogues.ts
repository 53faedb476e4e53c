import type { Language } from '../application';
import { en } from './en';
import { it } from './it';
import type { Messages } from './types';

const CATALOGUES: Readonly<Record<Language, Messages>> = { it, en };

/** All texts in a language. */
export function messages(language: Language): Messages {
  return CATALOGUES[language];
}
