/**
 * Chooses the weights of the reader by leaving one family out, on fixtures × rewordings and any folders of workbooks with
 * truth; never on invented workbooks, whose own score says nothing of others (docs/lettura.md). Can be stopped and run
 * again on its own result.
 *   node scripts/reading-weights.mjs --weights FILE [--out FILE] [--only PATH] [--rounds N] [--sample N] [--time S] [FOLDER…]
 * --weights FILE  weights to begin with: JSON, any depth; every number in it is a weight
 * --out FILE      where the weights chosen go
 * --only PATH     only weights whose path begins so (`content/title`)
 * --sample N      fixtures of each change of the battery (15); --seed S other words
 * --pull P        cost of going away from the first weights (0.002)
 * --time S        seconds after which no further trial is begun (540)
 */
import { runBundled } from './bundled.mjs';

process.exitCode = await runBundled('test/reading/support/weights.ts', process.argv.slice(2));
