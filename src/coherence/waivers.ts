import type { Finding, Waiver, WaiverUse } from './finding';

/** What a person says when accepting a finding. */
export interface Acceptance {
  readonly reason: string;
  readonly author: string;
  /** ISO day it is given. */
  readonly date: string;
  /** Last day it holds; null = no end. */
  readonly until: string | null;
}

/** Why an acceptance cannot be taken. */
export type WaiverProblem = 'no-reason' | 'too-long' | 'no-author' | 'bad-date' | 'already-expired';

/** Longest reason and name, in characters: they are read in a cell of the check sheet. */
const LONGEST = { reason: 2_000, author: 200 };

/** Checks what a person typed: a reason and an author are needed, an expiry must be a day that is still to come. */
export function waiverProblem(acceptance: Acceptance): WaiverProblem | null {
  if (acceptance.reason.trim() === '') return 'no-reason';
  if (acceptance.author.trim() === '') return 'no-author';
  if (acceptance.reason.length > LONGEST.reason || acceptance.author.length > LONGEST.author)
    return 'too-long';
  if (!isDay(acceptance.date) || (acceptance.until !== null && !isDay(acceptance.until))) return 'bad-date';
  if (acceptance.until !== null && acceptance.until < acceptance.date) return 'already-expired';
  return null;
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().slice(0, 10) === text
  );
}

/** The waiver of a finding. It covers this finding's evidence and no other. */
export function waiverFor(finding: Finding, acceptance: Acceptance): Waiver {
  return {
    finding: finding.fingerprint,
    rule: finding.rule,
    place: finding.place,
    reason: acceptance.reason.trim(),
    author: acceptance.author.trim(),
    date: acceptance.date,
    until: acceptance.until,
  };
}

/** Marks what is accepted, keeps the old reason where it no longer covers, and says which waivers are idle. */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  today: string,
): { findings: Finding[]; uses: WaiverUse[] } {
  // An end nobody can read is no end that is still to come.
  const holds = (waiver: Waiver): boolean =>
    waiver.until === null || (isDay(waiver.until) && waiver.until >= today);
  const byFinding = new Map<string, Waiver>();
  const byPlace = new Map<string, Waiver>();
  for (const waiver of waivers) {
    byPlace.set(waiver.place, waiver);
    const other = byFinding.get(waiver.finding);
    if (!other || holds(waiver) || !holds(other)) byFinding.set(waiver.finding, waiver);
  }
  const marked = findings.map((finding) => {
    const waiver = byFinding.get(finding.fingerprint);
    if (waiver && holds(waiver)) return { ...finding, status: 'waived' as const, waiver };
    return { ...finding, waiver: waiver ?? byPlace.get(finding.place) ?? null };
  });
  const fingerprints = new Set(findings.map((finding) => finding.fingerprint));
  const places = new Set(findings.map((finding) => finding.place));
  return { findings: marked, uses: waivers.map((waiver) => useOf(waiver)) };

  function useOf(waiver: Waiver): WaiverUse {
    const about = `${waiver.rule} (${waiver.author}, ${waiver.date}: «${waiver.reason}»)`;
    if (fingerprints.has(waiver.finding)) {
      if (holds(waiver)) return { waiver, state: 'used', note: null };
      return {
        waiver,
        state: 'expired',
        note: {
          it: `Accettazione scaduta il ${waiver.until}: ${about}. La segnalazione è di nuovo aperta.`,
          en: `Acceptance expired on ${waiver.until}: ${about}. The finding is open again.`,
        },
      };
    }
    if (places.has(waiver.place)) {
      return {
        waiver,
        state: 'changed',
        note: {
          it: `Accettazione che non copre più: ${about}. Il contenuto è cambiato dopo.`,
          en: `Acceptance that no longer covers: ${about}. The content changed afterwards.`,
        },
      };
    }
    return {
      waiver,
      state: 'unused',
      note: {
        it: `Accettazione senza più oggetto: ${about}. Si può togliere.`,
        en: `Acceptance with nothing left to cover: ${about}. It can be removed.`,
      },
    };
  }
}
