/** Writes docs/regole: a page per rule, an index, and the pages of views and operators, in both languages. Made from the rule files. */
import { build } from 'esbuild';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'docs/regole');
const scratch = mkdtempSync(join(tmpdir(), 'regole-'));
try {
  const outfile = join(scratch, 'coherence.cjs');
  await build({
    entryPoints: [join(root, 'src/coherence/index.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile,
    logLevel: 'error',
  });
  const { default: coherence } = await import(pathToFileURL(outfile).href);
  const rules = coherence.shippedRules();
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith('.md')) rmSync(join(folder, name));
  for (const rule of rules) {
    writeFileSync(join(folder, `${rule.id}.md`), coherence.rulePage(rule, 'it'));
  }
  const said = (name) => readFileSync(join(root, 'rules', name), 'utf8');
  for (const [language, name] of [
    ['it', 'viste.md'],
    ['en', 'views.md'],
  ])
    writeFileSync(join(folder, name), coherence.viewsPage(language, said(name), said('example-rule.json')));
  writeFileSync(join(folder, 'README.md'), coherence.ruleIndex(rules, 'it'));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
