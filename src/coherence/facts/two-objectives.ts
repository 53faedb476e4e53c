import { contentWords } from '../../plan';
import { truncationOf } from './truncation';

/** Words with which a second line only goes on with the first: years, lots, places. */
const CONTINUES =
  /^(?:anno|annualit|lotto|fase|stralcio|via|viale|piazza|corso|localit|loc|zona|capoluogo|fraz|sede|plesso|scuola|comune|triennio|art|legge|d\.?lgs|edizione)/i;

/**
 * Two objectives in one cell: after a closing bracket or a line break a second title begins with a capital.
 * A proper name (all its words with capitals), a title all in capitals, or a line that only goes on is none.
 */
export function secondObjective(text: string): { first: string; second: string } | null {
  return afterLineBreak(text) ?? afterBracket(text);
}

function afterLineBreak(text: string): { first: string; second: string } | null {
  const lines = text.split('\n').map((line) => line.trim());
  if (lines.length < 2) return null;
  for (let at = 1; at < lines.length; at++) {
    const [first, second] = [lines.slice(0, at).join(' ').trim(), lines.slice(at).join(' ').trim()];
    const bullet = /^(?:[-•*–]|\d{1,2}[.)]|[a-z]\))\s*/i;
    if (bullet.test(lines[at] ?? '') && bullet.test(lines[0] ?? '')) return { first, second };
    if (contentWords(first).length >= 2 && truncationOf(first) === null && startsAnother(second, 2)) {
      return { first, second };
    }
  }
  return null;
}

function afterBracket(text: string): { first: string; second: string } | null {
  const match = /^(.{8,}?\([^()]*\))\s+(\p{Lu}\p{Ll}.*)$/su.exec(text.replace(/\n/g, ' '));
  if (!match) return null;
  const [, first = '', second = ''] = match;
  return contentWords(first).length >= 2 && startsAnother(second, 3) ? { first, second } : null;
}

/** A title of its own: begins with a capital, goes on in lower case, has enough words and is no proper name. */
function startsAnother(text: string, fewest: number): boolean {
  const list = text.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word));
  if (!/^\p{Lu}\p{Ll}/u.test(text) || list.length < fewest || CONTINUES.test(text)) return false;
  const later = list.slice(1).filter((word) => word.length > 3);
  return later.some((word) => /^\p{Ll}/u.test(word)) && contentWords(text).length >= 2;
}
