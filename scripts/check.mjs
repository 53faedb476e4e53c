/**
 * Everything that is checked without running anything: types, rules of style, format, arrows. As many at a time as there
 * are processors, the longest first; what a check has to say comes when it ends.
 */
import { execFileSync, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Scripts of package.json. */
const waiting = ['lint:code', 'typecheck:all', 'lint:format', 'typecheck:core', 'arrows'];

function run(script) {
  return new Promise((done) => {
    const child = spawn('npm', ['run', '-s', script], { cwd: root, shell: process.platform === 'win32' });
    let said = '';
    child.stdout.on('data', (text) => (said += text));
    child.stderr.on('data', (text) => (said += text));
    child.on('close', (status) => {
      if (said.trim() !== '') console.log(`${script}\n${said.trimEnd()}`);
      if (status !== 0) process.exitCode = 1;
      done();
    });
  });
}

async function work() {
  for (let script = waiting.shift(); script !== undefined; script = waiting.shift()) await run(script);
}

execFileSync(process.execPath, ['scripts/catalogue.mjs'], { cwd: root, stdio: 'inherit' });
await Promise.all(Array.from({ length: Math.min(availableParallelism(), waiting.length) }, work));
