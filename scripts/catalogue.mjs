/**
 * Makes what every bundle and test can import. The folders of rules/ (rule.json, examples.json) become two files: what a
 * check runs, and what only the page of a rule needs; adding a rule is adding a folder. The words the program knows, and
 * the help of the pane, which is a part of the manual.
 */
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { helpOf } from './lib/help.mjs';
import { isFresh, vocabularyOf } from './lib/vocabulary.mjs';

/** Fields only a page needs (`PageField` in src/coherence/rule.ts), and what only an editor needs. */
const PAGE_FIELDS = ['whenFine', 'limits', 'examples'];
const EDITOR_FIELDS = ['$schema'];

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'rules');
const rules = readdirSync(folder)
  .filter((name) => /^[A-Z]{3}-\d{2}$/.test(name))
  .sort()
  .map((name) => {
    const read = (file) => JSON.parse(readFileSync(join(folder, name, file), 'utf8'));
    return { ...read('rule.json'), examples: read('examples.json') };
  });

const some = (rule, wanted) => Object.fromEntries(Object.entries(rule).filter(([field]) => wanted(field)));
/** Written only when it is different: what is built from it stays fresh. */
function write(name, value) {
  const path = join(root, 'src', name);
  const text = `${JSON.stringify(value)}\n`;
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeWhole(path, text);
}
function writeWhole(path, text) {
  // Whole or not at all: a test run and a build may be reading it.
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
}
write(
  'coherence/catalogue.generated.json',
  rules.map((rule) => some(rule, (field) => ![...PAGE_FIELDS, ...EDITOR_FIELDS].includes(field))),
);
write(
  'coherence/catalogue-pages.generated.json',
  Object.fromEntries(rules.map((rule) => [rule.id, some(rule, (field) => PAGE_FIELDS.includes(field))])),
);

for (const [language, page] of [
  ['it', 'manuale'],
  ['en', 'manual'],
])
  write(
    `taskpane/help-${language}.generated.json`,
    helpOf(readFileSync(join(root, `docs/${page}.md`), 'utf8')),
  );

// Takes a second, so only after a change; that it is written then, also with the same words, says that it is fresh.
const words = join(root, 'src/cli/vocabulary.generated.json');
if (!isFresh(root, words)) writeWhole(words, `${JSON.stringify(await vocabularyOf(root))}\n`);
