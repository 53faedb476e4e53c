/**
 * Measures on every workbook of a folder:
 *   npm run corpus -- FOLDER                reads it as a file and as the pretended Excel opens it, through unmodified
 *                                           office.js, and compares plan, questions and findings
 *   npm run corpus:pane -- FOLDER [A,B…]    confirms its reading in the pane, as somebody does who knows what it says
 *                                           (`X.truth.json` beside `X.xlsx`); only the workbooks named, where some are
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const args = process.argv.slice(2);
const what = args[0] === '--pane' ? 'pane.corpus' : 'both-ports.corpus';
const [folder, only = ''] = args.filter((arg) => arg !== '--pane');
const isFolder = folder !== undefined && statSync(folder, { throwIfNoEntry: false })?.isDirectory();
if (!isFolder || !readdirSync(folder).some((name) => /\.xls[xm]$/i.test(name))) {
  console.error(
    'npm run corpus -- FOLDER, npm run corpus:pane -- FOLDER: a folder with workbooks (.xlsx, .xlsm)',
  );
  process.exit(2);
}
const run = spawnSync('npx', ['jest', '--config', 'test/corpus/jest.config.js', what], {
  stdio: 'inherit',
  env: { ...process.env, PEG_CORPUS: path.resolve(folder), PEG_ONLY: only },
});
process.exitCode = run.status ?? 1;
