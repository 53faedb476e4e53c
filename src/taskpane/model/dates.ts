import type { Language } from '../../application';

const LOCALES: Readonly<Record<Language, string>> = { it: 'it-IT', en: 'en-GB' };

/** An ISO day as people write it: `31/12/2026`; anything else as it is. */
export function dayText(iso: string, language: Language): string {
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  const parts = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(LOCALES[language], parts).format(date);
}

/** An ISO date and time as the day and the time of the place it was written for. */
export function momentText(iso: string, language: Language): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? iso
    : new Intl.DateTimeFormat(LOCALES[language], {
        dateStyle: 'short',
        timeStyle: 'short',
      }).format(date);
}
