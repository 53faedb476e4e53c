import type {
  MappingProfile,
  ProfileEntry,
  ProfileSays,
  ProfileScope,
  ProfileSelector,
  Question,
  QuestionAbout,
} from './types';

export const EMPTY_PROFILE: MappingProfile = { version: 2, codeMask: null, entries: [], answers: [] };

/** Scopes from the nearest to the farthest. */
export const SCOPES: readonly ProfileScope[] = ['cell', 'region', 'sheet', 'template'];

/** Texts of a workbook are the same whatever their capitals and spaces. */
export function sameWords(a: string, b: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
  return plain(a) === plain(b);
}

/** The entries as they are to be tried: the nearer scope first, of one scope the later first. */
export function nearestFirst(entries: readonly ProfileEntry[]): ProfileEntry[] {
  return entries
    .map((entry, at) => ({ entry, at }))
    .sort((a, b) => SCOPES.indexOf(a.entry.scope) - SCOPES.indexOf(b.entry.scope) || b.at - a.at)
    .map(({ entry }) => entry);
}

/** The profile with one more thing said; what was said before of the same place and matter gives way. */
export function withEntry(profile: MappingProfile | null, entry: ProfileEntry): MappingProfile {
  const own = profile ?? EMPTY_PROFILE;
  return { ...own, entries: [...own.entries.filter((other) => !isReplacedBy(other, entry)), entry] };
}

/** The profile without one thing said; a question it answered may be asked again. */
export function withoutEntry(profile: MappingProfile, entry: ProfileEntry): MappingProfile {
  return {
    ...profile,
    entries: profile.entries.filter((other) => other !== entry),
    answers: profile.answers.filter(({ question }) => question !== entry.question),
  };
}

/** The profile after an answer: kept by the question's id for this file, and as an entry for the files to come. */
export function withAnswer(
  profile: MappingProfile | null,
  question: Question,
  option: string,
): MappingProfile {
  const says = question.options.find(({ id }) => id === option)?.says ?? null;
  const own = profile ?? EMPTY_PROFILE;
  const answers = [
    ...own.answers.filter((one) => one.question !== question.id),
    { question: question.id, option },
  ];
  const said =
    says === null || says.says === 'as-read'
      ? own
      : withEntry(own, { ...entryAbout(question.about, says), question: question.id });
  return { ...said, answers };
}

/** The profile without an answer, and without what the answer said. */
export function withoutAnswer(profile: MappingProfile, question: string): MappingProfile {
  return {
    ...profile,
    entries: profile.entries.filter((entry) => entry.question !== question),
    answers: profile.answers.filter((one) => one.question !== question),
  };
}

/** What is said of the place of a question, for as many sheets as it was asked for. */
export function entryAbout(about: QuestionAbout, says: ProfileSays): ProfileEntry {
  const { sheet, header, column, address } = about;
  const shared = about.template !== null && about.sheets > 1;
  if (says.says === 'role') return { scope: shared ? 'template' : 'sheet', selector: { sheet }, says };
  const named = header !== '' || column !== null;
  const selector: ProfileSelector = {
    sheet,
    ...(header === '' ? {} : { header }),
    ...(column === null ? {} : { column }),
    ...(address === '' ? {} : { address }),
  };
  const alone: ProfileScope = named || address === '' ? 'sheet' : address.includes(':') ? 'region' : 'cell';
  return { scope: shared ? 'template' : alone, selector, says };
}

/** Things said of a place that exclude each other: what it holds, where something begins or ends, where values stand. */
const MATTER: Readonly<Record<ProfileSays['says'], string>> = {
  field: 'meaning',
  level: 'meaning',
  role: 'meaning',
  ignore: 'meaning',
  header: 'meaning',
  'not-a-header': 'meaning',
  'region-starts-here': 'region',
  'region-ends-here': 'region',
  'record-starts-here': 'record',
  'split-by': 'split',
  'value-place': 'value',
};

function isReplacedBy(old: ProfileEntry, fresh: ProfileEntry): boolean {
  const a = old.selector;
  const b = fresh.selector;
  const words = (one?: string): string => one ?? '';
  return (
    old.scope === fresh.scope &&
    MATTER[old.says.says] === MATTER[fresh.says.says] &&
    sameWords(a.sheet, b.sheet) &&
    sameWords(words(a.header), words(b.header)) &&
    words(a.column) === words(b.column) &&
    a.table === b.table &&
    (words(a.address) === words(b.address) || words(b.header) + words(b.column) !== '')
  );
}
