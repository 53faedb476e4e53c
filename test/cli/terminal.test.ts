import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { COMMANDS } from '../../src/cli/command-table';
import { progressOf } from '../../src/cli/progress';
import { lineWidth, together, visibleWidth, wrap } from '../../src/cli/render/wrap';
import { pageText } from '../../src/cli/render/page-text';
import { SHARED } from '../../src/cli/options';
import { newWorkbook } from '../../src/xlsx';
import { fixture } from '../support/plans';
import { peg, pegAt } from '../support/peg';

const PRATO = fixture('prato-peg-2017.xlsx');
const DATA = fixture('prato-peg-2017-dati.xlsx');
const folder = mkdtempSync(join(tmpdir(), 'peg-terminal-'));
/** Width of the longest line; a line of one word (the path of a file) is as long as it has to be. */
const longest = (text: string): number =>
  Math.max(...text.split('\n').map((one) => (/\S\s+\S/.test(one) ? visibleWidth(one) : 0)));
/** The words of a text, wherever its lines end. */
const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

describe('wrap', () => {
  test('keeps every word whole and in order, and every line within the width where its words allow it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).map((one) => one.replace(/\s/g, '·')),
        ),
        fc.integer({ min: 40, max: 120 }),
        (words, width) => {
          const lines = wrap(words.join(' '), width, '  • ', '    ');
          const said = lines.map((one) => one.slice(4));
          expect(wordsOf(said.join(' '))).toEqual(words);
          for (const one of lines) expect(visibleWidth(one)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  test('a word longer than the line stays whole', () => {
    expect(wrap(`prima ${'x'.repeat(60)} dopo`, 40)).toEqual(['prima', 'x'.repeat(60), 'dopo']);
  });

  test('what belongs together goes to the next line as one', () => {
    expect(wrap(`uno due ${together("'Un foglio'!A1")}`, 18)).toEqual(['uno due', "'Un foglio'!A1"]);
  });

  test('and comes apart only where it would not fit on a line', () => {
    expect(wrap(together("'Un foglio lungo'!A1"), 12)).toEqual(["'Un foglio", "lungo'!A1"]);
  });

  test('colours take no room', () => {
    expect(wrap('\u001b[31muno\u001b[39m due tre', 11)).toHaveLength(1);
  });

  test.each([
    [undefined, 80],
    [0, 80],
    [39, 40],
    [41, 41],
    [200, 200],
  ])('of %p columns a line has %d', (columns, width) => expect(lineWidth(columns)).toBe(width));
});

describe('every result fits the terminal', () => {
  const results = [
    ['check', PRATO],
    ['check', DATA, '--stage', 'monitoring', '--date', '2017-12-31', '--all', '--lang', 'en'],
    ['tree', PRATO],
    ['indicators', DATA, '--period', '2016'],
    ['explain', DATA, 'Pressione tributaria'],
    ['rules'],
    ['rules', 'LNK-03'],
    ['verify', PRATO],
    ['diff', PRATO, DATA],
  ];
  const help = [['--help'], ...COMMANDS.map(({ name }) => [name, '--help'])];
  test.each([
    ...[...results, ...help].map((argv) => [80, argv] as const),
    ...[['check', PRATO], ['indicators', DATA, '--period', '2016'], ...help].map(
      (argv) => [50, argv] as const,
    ),
  ])('%d columns: %j', async (width, argv) => {
    const { out } = await pegAt({ width }, ...argv);
    expect(out).not.toBe('');
    expect(longest(out)).toBeLessThanOrEqual(width);
  });

  test('a file is laid out for no terminal and has no colours', async () => {
    const out = join(folder, 'esito.txt');
    await pegAt({ width: 200, colour: true }, 'check', PRATO, '--out', out);
    const text = readFileSync(out, 'utf8');
    expect(longest(text)).toBeLessThanOrEqual(80);
    expect(text).not.toContain('\u001b');
  });
});

describe('check', () => {
  test('says the verdict with its counts first and last', async () => {
    const lines = (await peg('check', PRATO)).out.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^NON PRONTO PER LA GIUNTA – /);
    const ends = lines.findIndex((line) => line.startsWith('Piano '));
    expect(ends).toBeGreaterThan(1);
    expect(lines.slice(-ends)).toEqual(lines.slice(0, ends));
  });

  test('shows three findings of a rule and says how to see the others', async () => {
    const some = (await peg('check', PRATO)).out;
    const all = (await peg('check', PRATO, '--all')).out;
    const count = (text: string): number => text.match(/^ {2}STR-01 /gm)?.length ?? 0;
    expect(count(some)).toBe(3);
    expect(count(all)).toBeGreaterThan(3);
    expect(some).toContain('--all');
    expect(all).not.toContain('--all');
  });

  test('says of an empty template which sheets wait for their rows', async () => {
    const { out } = await peg('check', fixture('../../templates/peg-modello.xlsx'));
    expect(out).toContain('NESSUN PIANO RICONOSCIUTO');
    expect(out).toMatch(/sono vuoti \(Obiettivi\b[^)]*\):\s+scrivi gli obiettivi/);
    expect(out).not.toContain('Controlli non eseguiti: mancano i dati');
  });

  test('says of a file that is no plan how to go on', async () => {
    const file = join(folder, 'spesa.xlsx');
    const rows = [['Spesa'], ['pane'], ['latte']].map((row) => row.map((value) => ({ value })));
    writeFileSync(file, newWorkbook([{ name: 'Foglio1', rows, widths: [] }]));
    expect((await peg('check', file)).out).toContain('--profile');
  });
});

describe('tree', () => {
  test('marks what hangs on nothing, and lists once what an objective of several parents holds', async () => {
    const { out } = await peg('tree', PRATO);
    expect(out).toMatch(/^\(non collegato\) tasso di assenza/m);
    expect(out).not.toMatch(/^\(non collegato\) Città da promuovere/m);
    expect(out).toContain('già sopra]');
  });
});

describe('help', () => {
  test.each(COMMANDS)(
    '$name shows its own options and no others',
    async ({ name, options, required = [] }) => {
      const { out, status } = await peg(name, '--help');
      expect(status).toBe(0);
      const shown = [...out.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, option]) => option);
      expect(shown.sort()).toEqual([...required, ...options].sort());
      expect(out).toMatch(/^Uso: peg /);
      expect((await peg(name, '--help', '--lang', 'en')).out).toMatch(/^Usage: peg /);
    },
  );

  test('options that every command takes are taken where help does not show them', async () => {
    expect(SHARED).toContain('stage');
    expect((await peg('tree', PRATO, '--stage', 'draft', '--fail-on', 'never')).status).toBe(0);
  });

  test('the language may stand before the command', async () => {
    expect((await peg('--lang', 'en', 'rules')).out).toBe((await peg('rules', '--lang', 'en')).out);
    expect((await peg('rules', '--lang', 'en')).out).not.toBe((await peg('rules')).out);
  });
});

test('a page keeps the bars that stand in a cell and drops the marks of Markdown', () => {
  const text = pageText('# T\n\n`x` **y** [z](w.md)\n\n| a | b |\n| --- | --- |\n| 1\\|2 | c<br>d |', {
    language: 'it',
    colour: false,
    width: 40,
  });
  expect(text).toBe('T\n\nx y z\n\na    b\n───  ───\n1|2  c d\n');
});

test('progress is drawn on a terminal only after a second, and wiped off', () => {
  jest.useFakeTimers({ now: 0 });
  const drawn: string[] = [];
  const said: string[] = [];
  const output = {
    out: () => undefined,
    err: (text: string) => void said.push(text),
    colour: false,
    width: 80,
  };
  const live = progressOf(
    ['a.xlsx', 'b.xlsx'],
    { lang: 'it' },
    { ...output, draw: (text) => void drawn.push(text) },
  );
  live.done(1);
  expect(drawn).toEqual([]);
  jest.advanceTimersByTime(1000);
  expect(drawn.join('')).toContain('1/2 Leggo b.xlsx');
  live.stop();
  expect(drawn.at(-1)).toBe('\r\u001b[2K');
  const piped = progressOf(['a.xlsx'], { lang: 'it' }, output);
  jest.advanceTimersByTime(5000);
  piped.done(1);
  piped.stop();
  expect(said).toEqual([]);
  jest.useRealTimers();
});
