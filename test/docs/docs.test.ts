/** What the documents say can be followed: links lead somewhere, command lines run on a terminal of 80 columns. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { visibleWidth } from '../../src/cli/render/wrap';
import { COMMANDS } from '../../src/cli/command-table';
import { fileOf, fixture, smallPlan } from '../support/plans';
import { peg } from '../support/peg';

jest.setTimeout(180_000);

const ROOT = path.join(__dirname, '../..');
const pagesIn = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.posix.join(folder, name));
const PAGES = [...pagesIn('.'), ...pagesIn('docs'), ...pagesIn('docs/decisioni'), ...pagesIn('docs/regole')];
const read = (page: string): string => readFileSync(path.join(ROOT, page), 'utf8');

test.each(PAGES)('%s: links lead somewhere', (page) => {
  const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  const broken = links
    .filter((target) => !/^[a-z]+:/.test(target) && !target.startsWith('#'))
    .filter((target) => !existsSync(path.join(ROOT, path.dirname(page), target.replace(/#.*$/, ''))));
  expect(broken).toEqual([]);
});

test.each(PAGES.filter((page) => !page.startsWith('docs/regole/')))(
  '%s: files it names are there',
  (page) => {
    const named = [...read(page).matchAll(/`((?:docs|src|test|scripts|rules|templates)\/[\w./-]+)`/g)].map(
      ([, name = '']) => name,
    );
    // `GRP-NN` stands for any rule.
    const real = named.filter((name) => !name.includes('NN'));
    expect(real.filter((name) => !existsSync(path.join(ROOT, name)))).toEqual([]);
  },
);

test.each(PAGES)('%s: npm scripts it names are there', (page) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...read(page).matchAll(/npm run (?:-s )?([a-z:-]*[a-z])/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

describe('command lines', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'peg-docs-'));
  const FILE = path.join(folder, 'piano.xlsx');
  const DATA = path.join(folder, 'dati.xlsx');
  const OFFICE = path.join(folder, 'ufficio.xlsx');
  const PROFILE = path.join(folder, 'profilo.json');
  let fingerprint = '';

  beforeAll(async () => {
    // A small plan: how a large one is shown is tried once, in terminal.test.ts.
    writeFileSync(FILE, fileOf(smallPlan()));
    writeFileSync(OFFICE, fileOf(smallPlan()));
    copyFileSync(fixture('prato-peg-2017-dati.xlsx'), DATA);
    writeFileSync(PROFILE, JSON.stringify({ version: 1, sheets: [] }));
    const { findings } = JSON.parse((await peg('check', FILE, '--format', 'json')).out) as {
      findings: { fingerprint: string }[];
    };
    fingerprint = findings[0]?.fingerprint ?? '';
  });

  const names = COMMANDS.map(({ name }) => name).join('|');
  /** Command lines of a page: what follows `peg` or the built command, to the end of the code. */
  const linesOf = (page: string): string[] => {
    const text = read(page).replaceAll('node dist/cli/peg.js', 'peg');
    const blocks = [...text.matchAll(/```[a-z]*\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
      block.split('\n'),
    );
    const spans = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`]+)`/g)].map(
      ([, span = '']) => span,
    );
    return (
      [...blocks, ...spans]
        .map((line) => line.replace(/\s+/g, ' ').trim())
        .flatMap((line) => (new RegExp(`^peg (?:${names})\\b .*`).exec(line) ? [line] : []))
        // What stands behind a command in a block explains it.
        .map((line) => line.replace(/ \(.*$/, ''))
    );
  };
  const lines = [...new Set(PAGES.flatMap(linesOf))];

  /** The words of a line with real ones in the place of those that stand for something. */
  function argumentsOf(line: string): string[] {
    const needsData = /^peg (?:explain|indicators)/.test(line);
    const words = line
      .replace(/^peg /, '')
      // A question of some other file.
      .replace(/ --answer \S+/g, '')
      .replace(/[[\]]/g, '')
      .match(/"[^"]*"|\S+/g);
    let files = 0;
    const real = (words ?? []).map((word, at, all) => {
      const before = all[at - 1] ?? '';
      if (before === '--out')
        return path.join(folder, `${Math.random()}${/\.\w+$/.exec(word)?.[0] ?? '.xlsx'}`);
      if (/^(?:IMPRONTA|FINGERPRINT)$/.test(word)) return fingerprint;
      if (/^profilo\.json$|^profile\.json$/.test(word)) return PROFILE;
      if (word === '"…"') return 'prova';
      if (/^"/.test(word)) return word.slice(1, -1);
      if (
        /^(?:FILE|VECCHIO|OLD|PRIMA|BEFORE|IL_TUO_FILE|YOUR_FILE|ATTESTATO|ATTESTED|COPIA|COPY|ALTRO|OTHER)\b/.test(
          word,
        )
      ) {
        files += 1;
        return needsData ? DATA : FILE;
      }
      if (/^(?:NUOVO|NEW|DOPO|AFTER|DUP|UFFICIO\d|OFFICE\d)\b/.test(word))
        return (files += 1) > 1 ? OFFICE : FILE;
      return word;
    });
    // What explains a line of the list of commands begins where its words no longer fit; dots say "and so on".
    const kept: string[] = [];
    for (const word of real) {
      if (word === '…') continue;
      if (kept.length > 0 && /^\p{L}/u.test(word) && !isArgument(kept, word, real)) break;
      kept.push(word);
    }
    return kept;
  }

  /** Whether a bare word can be one: the value of an option, the period or the rule of a command. */
  function isArgument(kept: readonly string[], word: string, all: readonly string[]): boolean {
    if ((kept.at(-1) ?? '').startsWith('--')) return true;
    if (word === 'prova' || word === fingerprint) return true;
    if (kept[0] === 'rules') return /^[A-Z]{3}-\d\d$/.test(word);
    return kept[0] === 'explain' && all.indexOf(word) === 2;
  }

  test('there are some for every command but the ones that only help explains', () => {
    const used = new Set(lines.map((line) => line.split(' ')[1]));
    expect(COMMANDS.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
  });

  // Pages say the same in other words: each command line is run once.
  const OUT = /--out \S+/;
  const once = new Map(lines.map((line) => [argumentsOf(line).join(' ').replace(OUT, '--out'), line]));

  test.each([...once.values()])('%s', async (line) => {
    const words = argumentsOf(line);
    const { status, out, err } = await peg(...words);
    expect({ words, err: status === 2 ? err : '' }).toEqual({ words, err: '' });
    const long = out.split('\n').filter((one) => /\S\s+\S/.test(one) && visibleWidth(one) > 80);
    if (!words.includes('json') && !words.includes('html')) expect(long).toEqual([]);
  });
});
