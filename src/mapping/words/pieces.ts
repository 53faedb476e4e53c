import { fold, splitCode } from '../../plan';

/** The parts of a text that may each name something: `programma: P1 Città; obiettivo: O2 Strade` has four. */
export function piecesOf(text: string): string[] {
  const parts = text.split(/[;\n|]/).flatMap((part) => {
    const colon = part.indexOf(':');
    return colon > 0 ? [part.slice(colon + 1), part] : [part];
  });
  return parts.map((part) => part.trim()).filter((part) => part.length > 1);
}

/** Folded names and written codes that a text of several pieces contains; empty for a text that is one piece. */
export function citedIn(text: string): {
  readonly names: readonly string[];
  readonly codes: readonly string[];
} {
  const pieces = piecesOf(text);
  if (pieces.length < 2) return { names: [], codes: [] };
  const split = pieces.map((piece) => splitCode(piece));
  return {
    names: [...pieces, ...split.flatMap((one) => one?.text ?? [])].map((name) => fold(name)),
    codes: split.flatMap((one) => one?.code ?? []),
  };
}
