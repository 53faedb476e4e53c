/**
 * Builds what is shipped into `dist`, as it is shipped.
 *
 *   npm run build                       the command (dist/cli) and the pages of the add-in (dist/addin)
 *   npm run build -- cli                one of them: cli, addin or workbench
 *   npm run build -- --offline          pages that load office.js from their own server (licence: see docs)
 */
import { parseArgs } from 'node:util';
import { serveTools, root } from './lib/serve.mjs';

const PARTS = ['cli', 'addin', 'workbench'];
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { offline: { type: 'boolean', default: false } },
});
const wrong = positionals.find((part) => !PARTS.includes(part));
if (wrong !== undefined) {
  console.error(`npm run build: ${wrong}? ${PARTS.join(', ')}`);
  process.exit(2);
}
const { BuildError, build } = await serveTools();
try {
  const parts = positionals.length > 0 ? positionals : ['cli', 'addin'];
  await build(root, parts, values.offline ? ['--env', 'offline'] : []);
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
