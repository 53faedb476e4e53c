/** Joins rules/*.json into one file that every bundle and test can import: adding a rule is adding a file. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'rules');
const rules = readdirSync(folder)
  .filter((name) => /^[A-Z]{3}-\d{2}\.json$/.test(name))
  .sort()
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
mkdirSync(join(root, 'src/coherence'), { recursive: true });
writeFileSync(join(root, 'src/coherence/catalogue.generated.json'), `${JSON.stringify(rules)}\n`);
