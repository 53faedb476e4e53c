/** Colours of a terminal, or none. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly blue: (text: string) => string;
}

export function paint(colour: boolean): Paint {
  const wrap = (on: number, off: number) => (text: string) =>
    colour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    bold: wrap(1, 22),
    dim: wrap(2, 22),
    red: wrap(31, 39),
    yellow: wrap(33, 39),
    green: wrap(32, 39),
    blue: wrap(34, 39),
  };
}

/** Marks that turn the direction of writing: a title could make a terminal show another text than the cell holds. */
const TURNS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Control characters of a workbook's text must not reach the terminal. */
export function plain(text: string): string {
  return [...text.replace(TURNS, '')]
    .map((sign) =>
      (sign < ' ' && sign !== '\n' && sign !== '\t') || (sign >= '\u007f' && sign <= '\u009f')
        ? '\uFFFD'
        : sign,
    )
    .join('');
}

/** One line: line breaks made visible as spaces. */
export function line(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim();
}
