/**
 * `npm start`: checks the Prato plan (or the file you name) in the terminal, then serves the workbench on this
 * machine: the plan in a spreadsheet, the task pane beside it, functions live in cells.
 *
 *   npm start                     the Prato plan
 *   npm start -- FILE             your own workbook
 *   npm start -- --terminal       only the check in the terminal
 *   npm start -- --port 4000      another port (without: 3200, or the next free one)
 *   npm run watch                 the same, and builds again what a change concerns; the browser is reloaded by hand
 */
import { spawnSync } from 'node:child_process';
import { existsSync, watch as watchFiles } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root, serveTools } from './lib/serve.mjs';

const PORT = 3200;
const at = (path) => join(root, path);
const say = (text) => process.stderr.write(`${text}\n`);

/** Wrong use: one line, status 2, as the command does. */
function refuse(text) {
  say(text);
  process.exit(2);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { terminal: { type: 'boolean' }, watch: { type: 'boolean' }, port: { type: 'string' } },
    });
    return { ...values, files: positionals };
  } catch (error) {
    return refuse(`npm start: ${error.message}`);
  }
}

const { terminal = false, watch = false, port, files } = readArguments();
if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535))
  refuse(`npm start: --port ${port}: serve un numero da 0 a 65535 / a number from 0 to 65535 is needed`);
const file = files.length
  ? resolve(process.env.INIT_CWD ?? '.', files[0])
  : at('templates/prato-peg-2017.xlsx');

const { BuildError, PortBusyError, folderOf, prepare, serveWorkbench } = await serveTools();

const NAMES = {
  cli: 'Preparo il comando peg … / Building the peg command …',
  addin: 'Preparo il componente di Excel … / Building the Excel add-in …',
  workbench: 'Preparo il banco di prova … / Building the workbench …',
};

/** Builds those parts whose sources have changed since; false when it did not succeed, and why is said. */
async function ready(...parts) {
  try {
    await prepare(root, parts, {
      building: (part) => say(NAMES[part]),
      waiting: () =>
        say('Un altro avvio sta già preparando: attendo … / Another start is building: waiting …'),
    });
    return true;
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    // What the builder said is for whoever changes the sources.
    say(error.message);
    say(`npm start: ${parts.join(', ')} non si costruisce / could not be built`);
    return false;
  }
}

/** Builds again after every change, one build after the other. */
function rebuildOnChange() {
  let building = Promise.resolve();
  let waiting = null;
  const changed = () => {
    clearTimeout(waiting);
    // Editors write a file in several steps.
    waiting = setTimeout(() => {
      building = building
        .then(() => ready('cli', 'addin', 'workbench'))
        .then((good) => good && say('Pronto: ricaricare la pagina / Ready: reload the page'));
    }, 300);
  };
  for (const folder of ['src', 'rules', 'assets'])
    watchFiles(at(folder), { recursive: true }, (_event, name) => {
      if (!String(name).includes('.generated.json')) changed();
    });
}

if (!(await ready('cli'))) process.exit(2);
const check = spawnSync(process.execPath, [at('dist/cli/peg.js'), 'check', file], { stdio: 'inherit' });
// Findings are the expected result here, and so is a reading to be confirmed: only a check that could not be made is a
// failure of `npm start`.
if (![0, 1, 4].includes(check.status)) process.exit(check.status ?? 1);
if (terminal) {
  const path = relative(root, file);
  process.stdout.write(`
Prova ora / Try next:
  node dist/cli/peg.js tree ${path}
  node dist/cli/peg.js indicators templates/prato-peg-2017-dati.xlsx --period 2016
  node dist/cli/peg.js explain templates/prato-peg-2017-dati.xlsx "Pressione tributaria"
  node dist/cli/peg.js rules STR-01
  npm start -- IL_TUO_FILE.xlsx
`);
  process.exit(0);
}

if (!(await ready('addin', 'workbench'))) process.exit(2);
const samples = ['prato-peg-2017.xlsx', 'prato-peg-2017-dati.xlsx', 'peg-modello.xlsx'].map((name) =>
  at(`templates/${name}`),
);
const workbooks = [file, ...samples.filter((sample) => sample !== file && existsSync(sample))];
try {
  const bench = await serveWorkbench(
    {
      addin: folderOf(root, 'addin'),
      page: folderOf(root, 'workbench'),
      office: at('node_modules/@microsoft/office-js/dist'),
      manifest: at('manifest.xml'),
      workbooks,
    },
    Number(port ?? PORT),
    port !== undefined,
  );
  process.stdout.write(`
Apri nel browser / Open in your browser:  ${bench.address}
  ${basename(file)} in un foglio di calcolo, con il pannello PEG accanto / in a spreadsheet, the PEG pane beside it
  Ctrl+C per finire / to stop;  npm start -- --terminal  per la sola verifica / for the check alone
`);
  if (watch) rebuildOnChange();
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void bench.close().then(() => process.exit(0)));
  }
} catch (error) {
  if (!(error instanceof PortBusyError)) throw error;
  refuse(`npm start: ${error.message} / le porte sono occupate: npm start -- --port NUMERO`);
}
