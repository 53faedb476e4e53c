import type { FieldType } from './operators';
import type { FieldValue, Language, LocalisedText } from './rule';
import { TOKENS } from './vocabulary';

const PLACEHOLDER = /\{([a-zA-Z][a-zA-Z0-9]*)\}/g;
const LONGEST_TEXT = 160;

/** Names of the placeholders of a message. */
export function placeholders(message: string): string[] {
  return [...message.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
}

/** Fills a message's placeholders with the fields of a fact, in both languages. */
export function fillMessage(
  message: LocalisedText,
  values: Readonly<Record<string, FieldValue>>,
  types: Readonly<Record<string, { readonly type: FieldType }>>,
): LocalisedText {
  const fill = (language: Language): string =>
    withoutGaps(
      message[language].replace(PLACEHOLDER, (whole, name: string) =>
        Object.hasOwn(values, name)
          ? isSaid(values[name])
            ? say(values[name] ?? null, types[name]?.type, language)
            : GAP
          : whole,
      ),
    );
  return { it: fill('it'), en: fill('en') };
}

/** Stands for a field that says nothing, until the sentence is whole. Not a character: no cell can hold it. */
const GAP = '\uffff';

function isSaid(value: FieldValue | undefined): boolean {
  return value !== null && value !== undefined && value !== '';
}

/** A plan without codes says `l’obiettivo «Titolo»`, not `l’obiettivo – «Titolo»`; brackets with a gap are left out. */
function withoutGaps(text: string): string {
  return text
    .replace(/ \([^()\uffff]*\uffff[^()]*\)/g, '')
    .replaceAll(`${GAP} «`, '«')
    .replaceAll(`${GAP} “`, '“')
    .replaceAll(GAP, '–');
}

/** A field's value as a person reads it. */
export function say(value: FieldValue, type: FieldType | undefined, language: Language): string {
  if (value === null) return '–';
  if (typeof value === 'boolean') {
    return language === 'it' ? (value ? 'sì' : 'no') : value ? 'yes' : 'no';
  }
  if (typeof value === 'number') return sayNumber(value, language);
  if (typeof value === 'string') {
    if (type === 'token') return TOKENS[value]?.[language] ?? value;
    return shorten(type === 'date' ? sayDate(value, language) : value);
  }
  return shorten(value.map((item) => sayItem(item, language)).join('; '), 3 * LONGEST_TEXT);
}

/** An item of a list; `token|rest` is said `word: rest`. */
function sayItem(item: string, language: Language): string {
  const [token = '', rest] = item.split('|');
  const word = TOKENS[token]?.[language];
  return word === undefined ? item : rest === undefined ? word : `${word}: ${rest}`;
}

/** At most four decimals, comma in Italian; no thousands separators, so that years stay years. */
function sayNumber(value: number, language: Language): string {
  const plain = String(Math.round(value * 10_000) / 10_000);
  return language === 'it' ? plain.replace('.', ',') : plain;
}

function sayDate(iso: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return match && language === 'it' ? `${match[3]}/${match[2]}/${match[1]}` : iso;
}

function shorten(text: string, longest = LONGEST_TEXT): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1).trimEnd()}…`;
}
