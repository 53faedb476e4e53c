/**
 * Fits the weights of the reader's evidence to workbooks whose truth is known: the rewording battery, and any folders of
 * workbooks with their truth beside them, as they are and in other words; never to invented workbooks, whose own score
 * says nothing of others (docs/lettura.md). Prints the share of tables whose best reading is right, by the present
 * weights, by the numbers from meaning alone, and by weights fitted to the other families.
 *   npm run reading:weights [-- FOLDER… ] [--sample N] [--seed S] [--pull P] [--out FILE]
 * --sample N  fixtures of each change of the battery (60)
 * --seed S    other words and places
 * --pull P    how strongly weights are held to what they were by meaning (10)
 * --out FILE  where the fitted weights go, beside the present ones
 */
import { runBundled } from './bundled.mjs';

process.exitCode = await runBundled('test/reading/support/weights.ts', process.argv.slice(2));
