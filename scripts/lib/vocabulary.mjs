/**
 * The words the program knows: those of its word lists, patterns and rules. What stands in none of them cannot change
 * how a workbook is read or judged, and is replaced where a workbook is made anonymous.
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Rooms that look at words. */
const ROOMS = ['plan', 'mapping', 'indicators', 'coherence'].map((room) => `src/${room}`);
/** Parts of a rule that look at words; its messages only say them. */
const RULE_FIELDS = ['conditions', 'options', 'requires'];
/** Shorter ones are known anyway, or are pieces of a pattern. */
const RUN = /[a-z]{3,}/g;

/** The files words are taken from. */
function sources(root) {
  const below = (folder, wanted) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((name) => wanted.test(name))
      .map((name) => join(root, folder, name));
  return [
    ...ROOMS.flatMap((room) => below(room, /(?<!\.generated)\.(?:ts|json)$/)),
    ...below('rules', /rule\.json$/),
  ];
}

/** Whether the words were gathered after the last change of what they are gathered from. */
export function isFresh(root, target) {
  if (!existsSync(target)) return false;
  const made = statSync(target).mtimeMs;
  return sources(root).every((path) => statSync(path).mtimeMs < made);
}

/** All runs of letters, small and without accents, in the texts and patterns of the code, in word lists and rules. */
export async function vocabularyOf(root) {
  const { default: ts } = await import('typescript');
  const words = new Set();
  const take = (text) => {
    const plain = text
      .replace(/\\[a-zA-Z]/g, ' ')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase();
    for (const [run] of plain.matchAll(RUN)) words.add(run);
  };
  const takeAll = (value) => {
    if (typeof value === 'string') take(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(takeAll);
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isLiteralExpression(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isTemplateHead(node))
      take(node.text);
    ts.forEachChild(node, visit);
  };
  for (const path of sources(root)) {
    const text = readFileSync(path, 'utf8');
    if (path.endsWith('rule.json')) RULE_FIELDS.forEach((field) => takeAll(JSON.parse(text)[field]));
    else if (path.endsWith('.json')) take(text);
    else visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  }
  return [...words].sort();
}
