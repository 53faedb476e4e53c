/** What can be said of a JSON text before anything recursive touches it. */
export interface JsonScan {
  /** JSON pointer of the first place nested deeper than allowed; null when nothing is. */
  readonly deep: string | null;
  /** JSON pointers of keys written twice in one object: of two values a reader keeps one in silence. */
  readonly repeated: readonly string[];
  /** The longest text in it. */
  readonly longest: { readonly path: string; readonly length: number };
}

interface Level {
  readonly keys: Set<string> | null;
  /** Key or index of the value being read. */
  at: string | number;
}

const MOST_REPEATED = 20;

/** Walks the signs of a text once, without recursion. What is no JSON gives some answer, never an exception. */
export function scanJson(text: string, deepest: number): JsonScan {
  const levels: Level[] = [];
  const repeated: string[] = [];
  let deep: string | null = null;
  let longest = { path: '', length: 0 };
  let expectsKey = false;
  const path = (): string => levels.map((level) => `/${level.at}`).join('');
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    const top = levels.at(-1);
    if (sign === '"') {
      const end = endOfText(text, at);
      if (expectsKey && top?.keys) {
        top.at = text.slice(at + 1, Math.min(end, at + 81));
        if (top.keys.has(top.at) && repeated.length < MOST_REPEATED) repeated.push(path());
        top.keys.add(top.at);
        expectsKey = false;
      } else if (end - at > longest.length) longest = { path: path(), length: end - at - 1 };
      at = end;
    } else if (sign === '{' || sign === '[') {
      if (levels.length >= deepest) {
        deep ??= path();
        return { deep, repeated, longest };
      }
      levels.push(sign === '{' ? { keys: new Set(), at: '' } : { keys: null, at: 0 });
      expectsKey = sign === '{';
    } else if (sign === '}' || sign === ']') {
      levels.pop();
      expectsKey = false;
    } else if (sign === ',' && top) {
      if (typeof top.at === 'number') top.at += 1;
      else expectsKey = true;
    }
  }
  return { deep, repeated, longest };
}

/** Where a quoted text ends. */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
