import { normalise, type OperatingObjective, type PegObjective } from '../../plan';
import { subjectOf, type FactContext } from './context';
import { factSet, flag, list, text } from './fact';
import { readProgramme, type Programme } from './glossary';

/** Objectives with their budget mission and programme, beside the glossary and their operating objectives. */
export const resources = factSet({
  name: 'resources',
  about: {
    it: 'Gli obiettivi con missione e programma di bilancio, accanto al glossario e ai loro operativi',
    en: 'Objectives with budget mission and programme, beside the glossary and their operating objectives',
  },
  fields: {
    code: text('codice', 'code'),
    title: text('titolo', 'title'),
    written: text('missione e programma come scritti', 'mission and programme as written'),
    missing: flag('mancano mentre altri obiettivi li hanno', 'missing while other objectives have them'),
    known: flag('esistono nel glossario', 'they exist in the glossary'),
    operatingProgrammes: list('programmi degli operativi', 'programmes of the operating objectives'),
    differs: flag('non è fra i programmi degli operativi', 'not among the programmes of the operating ones'),
  },
  facts: (context) => {
    const { plan } = context;
    const anyWritten = plan.pegObjectives.some((peg) => peg.programme !== null || peg.mission !== null);
    return plan.pegObjectives.map((peg) => {
      const own = readProgramme(peg.mission?.value ?? null, peg.programme?.value ?? null, context.year);
      const above = operatingProgrammes(peg, context);
      const written = [peg.mission?.value, peg.programme?.value].filter((part) => part).join(' / ');
      return {
        subject: subjectOf(peg),
        values: {
          code: peg.code?.value ?? null,
          title: peg.title.value,
          written: written || null,
          missing: anyWritten && written === '',
          known: own === null || own.known,
          operatingProgrammes: above.map((one) => one.text),
          differs:
            own !== null && own.known && above.length > 0 && !above.some((one) => isSameProgramme(own, one)),
        },
        cells: {
          written: [...(peg.programme?.cells ?? []), ...(peg.mission?.cells ?? [])],
          title: peg.title.cells,
        },
        involved: [peg.id],
      };
    });
  },
});

function operatingProgrammes(peg: PegObjective, context: FactContext): Programme[] {
  return peg.operatingIds.flatMap((id) => {
    const one = context.entities.get(id);
    return one?.kind === 'operatingObjective' ? programmesOf(one, context) : [];
  });
}

function programmesOf(one: OperatingObjective, context: FactContext): Programme[] {
  const texts = one.programmes.length > 0 ? one.programmes : [];
  const [mission] = one.missions;
  const read = texts.map((programme) =>
    readProgramme(one.missions.length === 1 ? (mission?.value ?? null) : null, programme.value, context.year),
  );
  const missions =
    texts.length === 0 ? one.missions.map((fact) => readProgramme(fact.value, null, context.year)) : [];
  return [...read, ...missions].flatMap((programme) => programme ?? []);
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
