import { MISSIONS, normalise } from '../../plan';

/**
 * Missions and programmes of the budget of local authorities (D.Lgs. 118/2011, all. 14): the highest programme of
 * each mission. The last of most missions is the regional policy one, which municipalities rarely use. The
 * official annex could not be read again when this list was made; the rule that uses it says so (RSC-01).
 */
const PROGRAMMES: Readonly<Record<number, number>> = {
  1: 12,
  2: 3,
  3: 3,
  4: 8,
  5: 3,
  6: 3,
  7: 2,
  8: 3,
  9: 9,
  10: 6,
  11: 3,
  12: 10,
  13: 8,
  14: 5,
  15: 4,
  16: 3,
  17: 2,
  18: 2,
  19: 2,
  20: 3,
  50: 2,
  60: 1,
  99: 2,
};

/** Programmes added by later updates of the annexes (DM 25 July 2023): mission, programme, first year. */
const LATER: readonly { mission: number; programme: number; from: number }[] = [
  { mission: 12, programme: 11, from: 2025 },
];

export interface Programme {
  readonly text: string;
  readonly mission: number | null;
  readonly programme: number | null;
  /** In the glossary, as far as it is numbered; a name alone is believed when it is a mission's. */
  readonly known: boolean;
}

/**
 * Reads what stands in the mission and programme columns: `04 - 06`, `M04 P06`, `0406`, `4.6`, `Missione 4`,
 * names with or without their number. Null when nothing is written.
 */
export function readProgramme(
  missionText: string | null,
  programmeText: string | null,
  year: number | null,
): Programme | null {
  const text = [missionText, programmeText].filter((part) => part !== null && part.trim() !== '').join(' / ');
  if (text === '') return null;
  const own = programmeText ? numbersIn(programmeText) : [];
  const above = missionText ? numbersIn(missionText) : [];
  const named = missionByName(missionText ?? programmeText ?? '');
  const mission = above[0] ?? (own.length > 1 ? own[0] : undefined) ?? named ?? null;
  const programme =
    own.length > 1 ? (own[1] ?? null) : missionText !== null ? (own[0] ?? above[1] ?? null) : null;
  const lone = missionText === null && own.length === 1 && mission === null ? (own[0] ?? null) : null;
  return {
    text,
    mission: mission ?? null,
    programme,
    known: isKnown(mission ?? null, programme, lone, year),
  };
}

function isKnown(
  mission: number | null,
  programme: number | null,
  lone: number | null,
  year: number | null,
): boolean {
  // A programme without its mission tells nothing; no mission has more than twelve.
  if (mission === null) return lone === null || lone <= 12 || PROGRAMMES[lone] !== undefined;
  const highest = PROGRAMMES[mission];
  if (highest === undefined) return false;
  if (programme === null) return true;
  const later = LATER.some(
    (one) => one.mission === mission && one.programme === programme && (year === null || year >= one.from),
  );
  return (programme >= 1 && programme <= highest) || later;
}

/** The numbers a mission or programme text begins with: `04.06`, `M4 P6`, `0406`. */
function numbersIn(text: string): number[] {
  const plain = text.trim();
  const joined = /^(\d{2})(\d{2})(?!\d)/.exec(plain);
  if (joined) return [Number(joined[1]), Number(joined[2])];
  const match =
    /^(?:missione|miss\.?|m\.?|programma|progr\.?|prog\.?|p\.?)?\s*(\d{1,2})(?!\d)(?:\s*[-–./_]?\s*(?:programma|progr\.?|prog\.?|p\.?)?\s*(\d{1,2})(?!\d))?/i.exec(
      plain,
    );
  return match ? [match[1], match[2]].flatMap((part) => (part === undefined ? [] : [Number(part)])) : [];
}

function missionByName(text: string): number | undefined {
  const name = normalise(text.replace(/^\s*(?:missione|programma)?\s*[\d.\s–-]+/i, ''));
  const found = Object.entries(MISSIONS).find(([, title]) => name !== '' && name === title);
  return found ? Number(found[0]) : undefined;
}
