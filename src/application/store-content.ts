import { readStore, type StoreReading } from '../plan';

type Content = Readonly<Record<string, unknown>>;
type Is = (value: unknown) => boolean;

const isText: Is = (value) => typeof value === 'string';
const isTextOrNull: Is = (value) => value === null || isText(value);
const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf =
  (is: Is): Is =>
  (value) =>
    Array.isArray(value) && value.every(is);
const mapOf =
  (is: Is): Is =>
  (value) =>
    isContent(value) && Object.values(value).every(is);
const having =
  (fields: Readonly<Record<string, Is>>): Is =>
  (value) =>
    isContent(value) && Object.entries(fields).every(([name, is]) => is(value[name]));
const maybe =
  (is: Is): Is =>
  (value) =>
    value === undefined || is(value);

const COLUMN = having({ header: isText, column: isText, field: isText });
const SHEET = having({ sheet: isText, role: isText, columns: listOf(COLUMN) });

/** What each section must look like to be used. A section of another name is carried along unread. */
const SECTIONS: Readonly<Record<string, Is>> = {
  profile: having({ codeMask: isTextOrNull, sheets: listOf(SHEET) }),
  waivers: listOf(
    having({
      finding: isText,
      rule: isText,
      place: isText,
      reason: isText,
      author: isText,
      date: isText,
      until: isTextOrNull,
    }),
  ),
  rules: having({
    off: maybe(listOf(isText)),
    on: maybe(listOf(isText)),
    severity: maybe(mapOf(isText)),
    options: maybe(mapOf(isContent)),
    aliases: maybe(listOf(having({ from: isText, to: isText }))),
  }),
  attestations: listOf(isContent),
};

/**
 * The private store as read, `damaged` when a section is not what this program writes: anyone can edit a file, and
 * what does not fit must neither stop the check nor be written over.
 */
export function readContent(xml: string | null): StoreReading {
  const reading = readStore(xml);
  if (reading.state !== 'read') return reading;
  const { sections } = reading;
  const fits = Object.entries(SECTIONS).every(
    ([name, is]) => sections[name] === undefined || sections[name] === null || is(sections[name]),
  );
  return fits ? reading : { state: 'damaged', sections: {} };
}
