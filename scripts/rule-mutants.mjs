/**
 * Changes every rule a little (a number by one, a condition dropped or turned round, an option flipped) and asks the
 * rule's own examples. Writes docs/mutanti.md; ends with 1 where fewer are noticed than the floor.
 *   --rule STR-01   that rule alone, each mutant that lives by its place
 */
import { fileURLToPath } from 'node:url';
import { runBundled } from './bundled.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
process.exitCode = await runBundled('test/mutants/rule-mutants.ts', process.argv.slice(2));
