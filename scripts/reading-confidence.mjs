/**
 * Fits the confidence of the reader to workbooks whose truth is known: the rewording battery, invented workbooks, and any
 * folders of workbooks with their truth beside them. What is fitted are the base and the
 * weights of the signs (src/mapping/confidence), held to none that speaks for a reading; what is printed is always how
 * well weights fitted to the other families of workbooks do: calibration, and for several limits how many readings are
 * sure, how many of those are wrong, and how many of the asked were.
 *   npm run reading:confidence [-- FOLDER… ] [--sample N] [--invented N] [--seed S] [--only GROUP…] [--pull P]
 *     [--wrong SHARE] [--keep FILE] [--readings FILE…] [--out FILE]
 * --sample N       fixtures of each change of the battery (30), --invented N  workbooks of each family (8); 0 leaves out
 * --seed S         other words and places
 * --pull P         how strongly weights are held to their meaning (1)
 * --wrong SHARE    of the readings that are sure at most this share may be wrong (0.03): sets the limit
 * --keep FILE      writes the signs of every reading, one a line; --readings FILE takes them from there, to fit again
 * --out FILE       writes the model, for src/mapping/confidence/model.json
 */
import { runBundled } from './bundled.mjs';

process.exitCode = await runBundled('test/reading/support/confidence.ts', process.argv.slice(2));
