import type { Random } from '../support/random';
import content from './content.json';
import { Page } from './page';
import type { InventedPlan } from './plan';

/** Lines above a table as offices write them. */
export function preamble(page: Page, plan: InventedPlan, width: number): void {
  const { random, town, year } = plan;
  const lines = [
    `${random.pick(['COMUNE DI', 'Comune di', 'CITTÀ DI'])} ${town.toUpperCase()}`,
    random.pick([
      'Provincia di Montegallo',
      `Allegato A alla deliberazione di Giunta n. ${random.int(10, 200)}`,
    ]),
    random.pick([
      `PIANO ESECUTIVO DI GESTIONE ${year}`,
      `Piano dettagliato degli obiettivi - anno ${year}`,
      `PEG ${year}-${year + 2}`,
      `PIANO DELLA PERFORMANCE ${year}`,
    ]),
  ];
  for (const text of lines.slice(random.int(0, 2))) {
    const row = page.line(text);
    if (random.chance(0.3) && width > 1) page.merge(row, 0, row, width - 1);
  }
  if (random.chance(0.6)) page.blank();
}

/** Lines below: notes, signatures. */
export function closing(page: Page, { random }: InventedPlan): void {
  if (random.chance(0.35)) {
    if (random.chance(0.5)) page.blank();
    page.line(
      random.pick([
        'Nota: i pesi sono assegnati dalla Giunta su proposta del Segretario.',
        '* Obiettivo trasversale a più servizi.',
        'N.B. I valori attesi si intendono al 31 dicembre.',
      ]),
    );
  }
  if (random.chance(0.25)) {
    page.blank();
    page.line(random.pick(['Il Segretario generale', 'Il Dirigente', 'IL RESPONSABILE DEL SERVIZIO']));
    page.line(`${random.pick(content.titles)} ${random.pick(content.people)}`);
  }
}

/** A total as it stands under a column of weights. */
export function totalLine(
  random: Random,
  width: number,
  column: number,
  sum: number,
): (string | number | null)[] {
  const line: (string | number | null)[] = new Array<null>(width).fill(null);
  line[random.chance(0.8) ? 0 : Math.max(0, column - 1)] = random.pick([
    'Totale',
    'TOTALE PESI',
    'Totale pesi del servizio',
    'Somma',
    'Tot.',
  ]);
  line[column] = sum;
  return line;
}

/** Sheets that are no part of the plan. */
export function strayPages(plan: InventedPlan, random: Random): Page[] {
  const makers = [behaviours, scratch, lastYear, chapters, legend];
  return random
    .shuffled(makers)
    .slice(0, random.pick([0, 0, 1, 1, 2]))
    .map((make) => make(plan, random));
}

function behaviours(_plan: InventedPlan, random: Random): Page {
  const page = new Page(random.pick(['Comportamenti', 'Competenze', 'Valutazione comportamenti']));
  page.line('SCHEDA DI VALUTAZIONE DEI COMPORTAMENTI ORGANIZZATIVI');
  page.blank();
  page.line('Comportamento', 'Punteggio massimo', 'Punteggio attribuito');
  for (const name of content.behaviours) page.line(name, random.pick([5, 10, 15]), null);
  page.line('Totale', 60, null);
  return page;
}

function scratch(_plan: InventedPlan, random: Random): Page {
  const page = new Page(random.pick(['Foglio3', 'prova', 'appunti', 'calcoli']));
  page.line('da chiedere a Rossi');
  page.blank();
  for (let i = 0; i < 4; i++) page.line(random.int(100, 999), random.int(1, 50), random.int(1, 9999) / 100);
  page.line(null, null, 'ok?');
  return page;
}

/** Last year's sheet, hidden or named for its year, with objectives that are no longer there. */
function lastYear(plan: InventedPlan, random: Random): Page {
  const page = new Page(`PEG ${plan.year - 1}`);
  page.visibility = 'hidden';
  page.line('Codice', 'Obiettivo', 'Responsabile');
  for (let i = 1; i <= 4; i++)
    page.line(
      `V-${i}`,
      `${random.pick(content.themes[0]?.pegs ?? [])} (anno precedente)`,
      random.pick(content.people),
    );
  return page;
}

function chapters(plan: InventedPlan, random: Random): Page {
  const page = new Page(random.pick(['Capitoli', 'PEG finanziario', 'Dotazioni']));
  page.line(
    'Capitolo',
    'Articolo',
    'Descrizione capitolo',
    'CdR',
    `Stanziamento ${plan.year}`,
    `Stanziamento ${plan.year + 1}`,
  );
  for (let i = 0; i < random.int(5, 9); i++)
    page.line(
      random.int(1000, 9999),
      random.int(0, 9),
      random.pick([
        'Stipendi al personale',
        'Acquisto di beni di consumo',
        'Prestazioni di servizi',
        'Manutenzione ordinaria',
        'Utenze',
        'Contributi ad associazioni',
        'Imposte e tasse',
      ]),
      random.pick(plan.offices),
      random.int(1000, 90000),
      random.int(1000, 90000),
    );
  page.line('Totale', null, null, null, random.int(100000, 900000), random.int(100000, 900000));
  return page;
}

function legend(_plan: InventedPlan, random: Random): Page {
  const page = new Page(random.pick(['Legenda', 'Istruzioni', 'LEGGIMI']));
  page.line('Istruzioni per la compilazione');
  page.line('Compilare una riga per ogni obiettivo; non unire le celle.');
  page.line('I pesi di ogni settore devono sommare a 100.');
  return page;
}

/** A title as it may be typed: spaces too many, non-breaking ones, a line break in it. */
export function typed(text: string, random: Random, dirt: number): string {
  if (!random.chance(dirt)) return text;
  return random.pick([
    `${text} `,
    ` ${text}`,
    text.replace(' ', '  '),
    text.replace(' ', '\u00a0'),
    text.replace(/ (?=\S+$)/, '\n'),
  ]);
}
