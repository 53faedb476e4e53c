import { fromV1, type MappingProfile, type ProfileV1 } from '../mapping';
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

/** A profile as earlier versions kept it. */
const COLUMN = having({ header: isText, column: isText, field: isText });
const SHEET = having({ sheet: isText, role: isText, columns: listOf(COLUMN) });
const OLD_PROFILE = having({ codeMask: isTextOrNull, sheets: listOf(SHEET) });

const ENTRY = having({
  scope: isText,
  selector: having({
    sheet: isText,
    header: maybe(isText),
    column: maybe(isText),
    address: maybe(isText),
    except: maybe(listOf(isText)),
  }),
  says: having({ says: isText }),
  question: maybe(isText),
});
const PROFILE = having({
  codeMask: isTextOrNull,
  entries: listOf(ENTRY),
  answers: listOf(having({ question: isText, option: isText })),
});

/** What each section must look like to be used. A section of another name is carried along unread. */
const SECTIONS: Readonly<Record<string, Is>> = {
  profile: (value) => PROFILE(value) || OLD_PROFILE(value),
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

/** The profile of a store that was read, in this version's form; null without one. */
export function profileKept(section: unknown): MappingProfile | null {
  if (OLD_PROFILE(section)) return fromV1(section as ProfileV1);
  return PROFILE(section) ? (section as MappingProfile) : null;
}
