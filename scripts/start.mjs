/**
 * `npm start`: builds the command when needed, checks the Prato plan (or the file you name) in the terminal and says
 * what to try next. `npm start -- FILE` checks your own workbook.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join, relative } from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = join(root, 'dist/cli/peg.js');

function newest(folder) {
  return Math.max(
    ...readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? newest(path) : statSync(path).mtimeMs;
    }),
  );
}

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) throw error;
  return status ?? 1;
}

const sources = [join(root, 'src'), join(root, 'rules')];
if (!existsSync(bundle) || sources.some((folder) => newest(folder) > statSync(bundle).mtimeMs)) {
  process.stderr.write('Preparo il comando peg … / Building the peg command …\n');
  const webpack = join(root, 'node_modules/webpack/bin/webpack.js');
  const prepared =
    run(process.execPath, [join(root, 'scripts/catalogue.mjs')]) ||
    run(process.execPath, [webpack, '--mode', 'production', '--config-name', 'cli']);
  if (prepared !== 0) process.exit(prepared);
}

const [file = join(root, 'templates/prato-peg-2017.xlsx'), ...rest] = process.argv.slice(2);
const status = run(process.execPath, [bundle, 'check', file, ...rest]);
if (process.argv.length <= 2) {
  const path = relative(root, file);
  process.stdout.write(`
Prova ora / Try next:
  node dist/cli/peg.js tree ${path}
  node dist/cli/peg.js indicators templates/prato-peg-2017-dati.xlsx --period 2016
  node dist/cli/peg.js explain templates/prato-peg-2017-dati.xlsx "Pressione tributaria"
  node dist/cli/peg.js rules STR-01
  npm start -- IL_TUO_FILE.xlsx
`);
}
// Findings are the expected result here: only a check that could not be made is a failure of `npm start`.
process.exit(status === 1 ? 0 : status);
