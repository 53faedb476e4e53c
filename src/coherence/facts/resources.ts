import { normalise, type OperatingObjective, type PegObjective } from '../../plan';
import type { FactContext } from './context';
import { readProgramme, type Programme } from './glossary';
import { flag, list, text } from './view';

/** Budget mission and programme of an objective, beside the glossary and its operating objectives. */
export const resourceFields = {
  written: text<PegObjective>(
    'missione e programma come scritti / mission and programme as written',
    ({ mission, programme }) => [mission?.value, programme?.value].filter((part) => part).join(' / ') || null,
    (peg) => [...(peg.programme?.cells ?? []), ...(peg.mission?.cells ?? [])],
  ),
  known: flag<PegObjective>(
    'missione e programma esistono nel glossario (o non sono scritti) / mission and programme exist in the glossary (or are not written)',
    (peg, context) => programmeOf(peg, context)?.known ?? true,
  ),
  operatingProgrammes: list<PegObjective>(
    'programmi dei suoi operativi / programmes of its operating objectives',
    (peg, context) => operatingProgrammes(peg, context).map((one) => one.text),
  ),
  sharesProgramme: flag<PegObjective>(
    'la sua missione e il suo programma sono di uno dei suoi operativi / its mission and programme are those of one of its operating objectives',
    (peg, context) => {
      const own = programmeOf(peg, context);
      return own !== null && operatingProgrammes(peg, context).some((one) => isSameProgramme(own, one));
    },
  ),
};

/** Missions and programmes that the DUP's list gives an operating objective, beside the glossary. */
export const operatingResourceFields = {
  written: text<OperatingObjective>(
    'missione e programma come scritti / mission and programme as written',
    ({ missions, programmes }) => [...missions, ...programmes].map(({ value }) => value).join(' / ') || null,
    ({ missions, programmes }) => [...programmes, ...missions].flatMap(({ cells }) => cells.slice(0, 1)),
  ),
  known: flag<OperatingObjective>(
    'missione e programma esistono nel glossario (o non sono scritti) / mission and programme exist in the glossary (or are not written)',
    (one, context) => programmesOf(one, context).every(({ known }) => known),
  ),
};

function programmeOf({ mission, programme }: PegObjective, { year }: FactContext): Programme | null {
  return readProgramme(mission?.value ?? null, programme?.value ?? null, year);
}

function operatingProgrammes(peg: PegObjective, context: FactContext): Programme[] {
  return peg.operatingIds.flatMap((id) => {
    const one = context.entities.get(id);
    return one?.kind === 'operatingObjective' ? programmesOf(one, context) : [];
  });
}

function programmesOf(one: OperatingObjective, { year }: FactContext): Programme[] {
  const mission = one.missions.length === 1 ? (one.missions[0]?.value ?? null) : null;
  const read =
    one.programmes.length > 0
      ? one.programmes.map(({ value }) => readProgramme(mission, value, year))
      : one.missions.map(({ value }) => readProgramme(value, null, year));
  return read.flatMap((programme) => programme ?? []);
}

/** The same mission and, where both say one, the same programme; unread texts compare as names. */
function isSameProgramme(a: Programme, b: Programme): boolean {
  if (a.mission !== null && b.mission !== null) {
    return (
      a.mission === b.mission && (a.programme === null || b.programme === null || a.programme === b.programme)
    );
  }
  return normalise(a.text) === normalise(b.text);
}
