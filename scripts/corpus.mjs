/**
 * Reads every workbook of a folder as a file and as the pretended Excel opens it, through unmodified office.js, and
 * compares plan, questions and findings.
 *   npm run corpus -- FOLDER
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const [folder] = process.argv.slice(2);
const isFolder = folder !== undefined && statSync(folder, { throwIfNoEntry: false })?.isDirectory();
if (!isFolder || !readdirSync(folder).some((name) => /\.xls[xm]$/i.test(name))) {
  console.error('npm run corpus -- FOLDER: a folder with workbooks (.xlsx, .xlsm)');
  process.exit(2);
}
const run = spawnSync('npx', ['jest', '--config', 'test/corpus/jest.config.js'], {
  stdio: 'inherit',
  env: { ...process.env, PEG_CORPUS: path.resolve(folder) },
});
process.exitCode = run.status ?? 1;
