import { write, utils } from '@e965/xlsx';

/** How a generated plan is made. */
export interface PlanSize {
  readonly objectives: number;
  /** Whether titles, codes and weights carry the slips people make: thousands of findings. */
  readonly dirty?: boolean;
}

type Value = string | number | null;

const AREAS = [
  'Servizi al cittadino',
  'Territorio e ambiente',
  'Scuola e cultura',
  'Bilancio e tributi',
  'Personale',
];
const VERBS = [
  'Aggiornare',
  'Ridurre',
  'Estendere',
  'Riordinare',
  'Pubblicare',
  'Digitalizzare',
  'Verificare',
  'Avviare',
];
const THINGS = [
  'i tempi di risposta',
  'il registro delle istanze',
  'la raccolta differenziata',
  'gli orari dello sportello',
  'le mense scolastiche',
  'i contratti di manutenzione',
  'la banca dati dei tributi',
  'il piano delle opere',
  'la carta dei servizi',
  'i percorsi ciclabili',
];
const PLACES = [
  'del centro',
  'dei quartieri nord',
  'delle frazioni',
  'della sede comunale',
  'dei servizi decentrati',
  'delle biblioteche',
  'del mercato coperto',
];
const OWNERS = ['Anna Rovere', 'Furio Acero', 'Marta Ontani', 'Elio Faggi', 'Nora Salici', 'Ivo Carpini'];
const PHASES = ['Analisi della situazione', 'Affidamento degli incarichi', 'Esecuzione e controllo'];
const UNITS: readonly (readonly [string, string])[] = [
  ['pratiche evase / pratiche pervenute', '%'],
  ['spesa impegnata / spesa prevista', '%'],
  ['numero interventi', 'n.'],
];

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

function operatingCode(index: number): string {
  return `${(index % 40) + 1}.${Math.floor(index / 40) % 10}`;
}

/** Slips of the kind people make, on every fifth objective: a letter lost, another case, a stray space. */
function slipped(title: string, index: number): string {
  if (index % 5 !== 0) return title;
  const cut = 3 + (index % (title.length - 6));
  return at(
    [title.slice(0, cut) + title.slice(cut + 1), title.toUpperCase(), `${title} `, title.slice(0, cut)],
    index / 5,
  );
}

function title(index: number, dirty: boolean): string {
  const plain = `${at(VERBS, index)} ${at(THINGS, Math.floor(index / 8))} ${at(PLACES, Math.floor(index / 80))} (intervento ${Math.floor(index / 3)})`;
  return dirty ? slipped(plain, index) : plain;
}

/** The sheets of a plan in the normalised form: objectives, three phases and one indicator for each. */
export function largePlan({ objectives, dirty = false }: PlanSize): Record<string, Value[][]> {
  const code = (index: number) =>
    `2026-${String.fromCharCode(65 + (index % 26))}${String.fromCharCode(65 + (Math.floor(index / 26) % 26))}${String(Math.floor(index / 676) + 1).padStart(2, '0')}`;
  const ids = Array.from({ length: objectives }, (_, index) => index);
  const operating = ids.slice(0, Math.min(400, objectives));
  return {
    DUP: [
      ['Codice', 'Obiettivo strategico', 'Codice operativo', 'Obiettivo operativo'],
      ...operating.map((index): Value[] => [
        String((index % 40) + 1),
        `${at(AREAS, index % 40)} ${(index % 40) + 1}`,
        operatingCode(index),
        `${at(VERBS, index + 3)} ${at(THINGS, index)} (linea ${operatingCode(index)})`,
      ]),
    ],
    Obiettivi: [
      ['Codice', 'Denominazione', 'Codice operativo', 'Responsabile', 'Peso'],
      ...ids.map((index): Value[] => [
        code(index),
        title(index, dirty),
        operatingCode(index),
        at(OWNERS, Math.floor(index / 7)),
        dirty && index % 9 === 0 ? 130 : 100,
      ]),
    ],
    Fasi: [
      ['Codice obiettivo', 'Fase', 'Inizio', 'Fine', 'Peso'],
      ...ids.flatMap((index) =>
        PHASES.map((phase, step): Value[] => [
          code(index),
          `${phase} (${title(index, false).slice(0, 24)} ${index})`,
          `01/0${step * 3 + 1}/2026`,
          `30/0${step * 3 + 4}/2026`,
          step === 0 ? 40 : 30,
        ]),
      ),
    ],
    Indicatori: [
      ['Codice obiettivo', 'Indicatore', 'Formula', 'Unità', 'Fonte', 'Baseline 2025', 'Target 2026'],
      ...ids.map((index): Value[] => {
        const [formula, unit] = at(UNITS, index);
        return [
          code(index),
          `Misura ${index} di ${at(THINGS, index)}`,
          formula,
          unit,
          'Controllo di gestione',
          50 + (index % 30),
          60 + (index % 30),
        ];
      }),
    ],
    'Dati di base': [
      ['Grandezza', 'Unità', '2024', '2025', 'Fonte'],
      ...[
        'Pratiche evase',
        'Pratiche pervenute',
        'Spesa impegnata',
        'Spesa prevista',
        'Numero interventi',
      ].map((name, index): Value[] => [
        name,
        'n.',
        1000 + index * 70,
        1100 + index * 90,
        'Controllo di gestione',
      ]),
    ],
  };
}

/** The plan as the bytes of an `.xlsx` as Excel writes it: shared strings, packed. */
export function largeWorkbook(size: PlanSize): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(largePlan(size)))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
  return new Uint8Array(
    write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }) as Buffer,
  );
}
