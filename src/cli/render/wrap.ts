import { stripVTControlCharacters } from 'node:util';

/** Between words that stay together. */
const JOINT = '\u00A0';
/** Of a file or a pipe, which have no width. */
const PIPED = 80;
/** Narrower than this nothing reads well: the terminal breaks such lines itself. */
const NARROWEST = 40;

/** Signs on a line, from what the terminal says of itself. */
export function lineWidth(columns: number | undefined): number {
  return columns === undefined || columns <= 0 ? PIPED : Math.max(NARROWEST, columns);
}

/** Signs a text takes on the terminal: colours take none. */
export function visibleWidth(text: string): number {
  return [...stripVTControlCharacters(text).normalize('NFC')].length;
}

/**
 * Breaks a text at its spaces into lines of at most `width` signs. A word that is longer stays whole; what must stay
 * together is joined by {@link together}, and comes apart only where it would not fit on a line of its own.
 * @param first put before the first line, `rest` before the others.
 */
export function wrap(text: string, width: number, first = '', rest = first): string[] {
  const lines: string[] = [];
  let current = first;
  let empty = true;
  const room = width - visibleWidth(rest);
  const words = text.split(' ').flatMap((one) => (visibleWidth(one) > room ? one.split(JOINT) : [one]));
  for (const word of words.filter((one) => one !== '')) {
    if (!empty && visibleWidth(current) + 1 + visibleWidth(word) > width) {
      lines.push(current);
      current = rest;
      empty = true;
    }
    current += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, current].map(apart);
}

/** A text whose words stay on one line: the reference of a cell, a number with its unit. */
export const together = (text: string): string => text.replaceAll(' ', JOINT);

const apart = (text: string): string => text.replaceAll(JOINT, ' ');

/** Lines as a text that ends with a line break, each broken where it does not fit, its own indent kept. */
export function laidOut(lines: readonly string[], { width }: { readonly width: number }): string {
  return lines
    .flatMap((one) => {
      const [indent = ''] = /^ */.exec(one) ?? [];
      return wrap(one, width, indent, `${indent}  `);
    })
    .map((one) => `${one}\n`)
    .join('');
}
