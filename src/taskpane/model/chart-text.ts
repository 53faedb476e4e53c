/** Average width of a letter and height of a line in the chart, in its own units. */
const LETTER = 4.2;
const LINE = 10;

/**
 * The beginning of a title in as many short lines as a box has room for. A word that is longer than the box is wide
 * is divided with a hyphen.
 */
export function linesIn(text: string, width: number, height: number): string[] {
  const most = Math.max(2, Math.floor(width / LETTER));
  const room = Math.max(1, Math.floor(height / LINE));
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap((one) => divided(one, most))) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && longer.length <= most && !last.endsWith('-')) lines[lines.length - 1] = longer;
    else if (lines.length < room) lines.push(word);
    else break;
  }
  return lines;
}

/** A word in pieces that fit, with a hyphen at each cut. */
function divided(word: string, most: number): string[] {
  if (word.length <= most) return word === '' ? [] : [word];
  return [`${word.slice(0, most - 1)}-`, ...divided(word.slice(most - 1), most)];
}
