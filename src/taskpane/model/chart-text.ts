/** Average width of a letter and height of a line in the chart, in its own units. */
const LETTER = 4.2;
const LINE = 10;

/** A line of a title; `squeezed` where a single word is longer than the box is wide. */
export interface ChartLine {
  readonly text: string;
  readonly squeezed: boolean;
}

/** The beginning of a title in as many short lines as a box has room for; words stay whole. */
export function linesIn(text: string, width: number, height: number): ChartLine[] {
  const most = Math.max(1, Math.floor(width / LETTER));
  const room = Math.max(1, Math.floor(height / LINE));
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    if (word === '') continue;
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && longer.length <= most) lines[lines.length - 1] = longer;
    else if (lines.length < room) lines.push(word);
    else break;
  }
  return lines.map((line) => ({ text: line, squeezed: line.length > most }));
}
