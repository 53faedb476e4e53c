import type { Language } from '../../application';
import type { MappingNote } from '../../mapping';
import { fieldLabel, messages, paneTexts } from '../../messages';

/** What was guessed or not understood, in a sentence; fields by their names, not as profiles write them. */
export function noteSentence(note: MappingNote, language: Language): string {
  const { field } = note.details;
  const named: Readonly<Record<string, string>> =
    note.code === 'column-guessed' && typeof field === 'string'
      ? { field: fieldLabel(field, paneTexts(language).reading) }
      : {};
  return messages(language).note[note.code]({ ...note.details, ...named, sheet: note.sheet });
}
