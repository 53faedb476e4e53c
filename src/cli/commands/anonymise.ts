import { randomInt } from 'node:crypto';
import { anonymised, knownBy } from '../../application';
import { plainWorkbook } from '../../xlsx';
import { texts, type CommonOptions, type Output } from '../context';
import { openFile, writeWhole } from '../files';
import { outputPath } from '../output-path';
import { UsageError } from '../usage';
import vocabulary from '../vocabulary.generated.json';

/** `peg anonymise FILE --out COPY`: a copy to show to others, with invented words for all that the reader does not know. */
export async function anonymise(file: string, options: CommonOptions, output: Output): Promise<number> {
  const out = outputPath(file, options);
  const words = texts(options).cli;
  // Without macros, whatever it was before: there is one kind of file it can be.
  if (!/\.xlsx$/i.test(out)) throw new UsageError(words.otherKind(out, '.xlsx'));
  const book = await openFile(file).snapshot();
  const copy = anonymised(book, (below) => randomInt(below), knownBy(vocabulary));
  await writeWhole(out, plainWorkbook(copy));
  output.err(`${words.anonymised} ${words.written(out)}\n`);
  return 0;
}
