import { strToU8 } from 'fflate';
import { textOf, type Base } from './bases';
import { zip } from './mutate';

type Parts = Readonly<Record<string, Uint8Array>>;

/**
 * The smallest workbook found that fails in the same way: parts as in the sound workbook where that will do, then the
 * others without as many pieces as possible.
 */
export async function minimise(
  parts: Parts,
  base: Base,
  fails: (bytes: Uint8Array) => Promise<boolean>,
): Promise<Uint8Array> {
  let smallest: Record<string, Uint8Array> = { ...parts };
  const attempt = async (name: string, content: Uint8Array): Promise<boolean> => {
    const tried = { ...smallest, [name]: content };
    if (!(await fails(zip(tried)))) return false;
    smallest = tried;
    return true;
  };
  for (const name of Object.keys(parts)) {
    const sound = base.parts[name];
    if (sound && textOf(sound) !== textOf(parts[name])) await attempt(name, sound);
  }
  for (const name of Object.keys(parts).filter((one) => /worksheets|styles|sharedStrings/.test(one)))
    await shorten(textOf(smallest[name]), (text) => attempt(name, strToU8(text)));
  return zip(smallest);
}

/** Leaves out elements, large runs of them first. */
async function shorten(text: string, attempt: (text: string) => Promise<boolean>): Promise<void> {
  let pieces = text.split(/(?=<(?:row|c|si|xf|mergeCell|numFmt|col)[ >])/);
  for (let run = Math.ceil(pieces.length / 2); run >= 1; run = Math.floor(run / 2)) {
    for (let at = 1; at + run < pieces.length;) {
      const without = [...pieces.slice(0, at), ...pieces.slice(at + run)];
      if (await attempt(without.join(''))) pieces = without;
      else at += run;
    }
  }
}
