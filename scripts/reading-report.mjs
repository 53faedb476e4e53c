/**
 * How well workbooks are read: the rewording battery over all layout fixtures, invented workbooks of every family of
 * shapes, and any folders of workbooks that have their truth beside them (`X.xlsx` and `X.truth.json`).
 *   npm run reading:report [-- FOLDER… ] [--sample N] [--invented N] [--seed 1,2] [--only NAME…] [--no-battery]
 *     [--no-invented] [--wrong] [--json] [--readings FILE] [--curve FILE] [--floor]
 * --sample N    N fixtures of each change instead of all (a quick look)
 * --invented N  N workbooks of each family (5 unless told)
 * --seed S,…    other words and places; fixed unless told
 * --only NAME   only this change of the battery, family, fixture or workbook; may be repeated
 * --floor       raises test/reading/floor.json to what is reached now (what the floor test measures, and nothing else)
 * --no-battery, --no-invented  leave these out
 * --wrong       lists what was missed, invented or hung wrongly in each reading that is not right
 * --json        everything for other programs; --readings FILE writes one reading a line (confidence, right …);
 *               --curve FILE writes the rising steps from confidence to share right that fit these readings best
 */
import { runBundled } from './bundled.mjs';

process.exitCode = await runBundled('test/reading/support/report.ts', process.argv.slice(2));
