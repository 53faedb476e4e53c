import { isLevel, isName } from './field';
import { bandLabel, inlineLabel, type Labelled } from './labels';

/**
 * Levels of the hierarchy that the lines of one cell name, each once: `OS 2 - Scuola⏎OO 2.1 - Diritto allo studio`. A
 * line that names none goes on with the one above; slashes and semicolons may part them too. Empty when the first line
 * names no level, or one is named twice.
 */
export function levelLabels(text: string): Labelled[] {
  const named = levelsIn(text.split('\n')) ?? levelsIn(text.split(/\s+[/|]\s+|;\s+/)) ?? [];
  return new Set(named.map(({ field }) => field.subject)).size === named.length ? named : [];
}

function levelsIn(lines: readonly string[]): Labelled[] | null {
  const named: Labelled[] = [];
  for (const line of lines.map((one) => one.trim()).filter((one) => one !== '')) {
    const own = levelOf(line);
    const last = named.at(-1);
    if (own) named.push(own);
    else if (!last) return null;
    else named[named.length - 1] = { ...last, value: `${last.value} ${line}` };
  }
  return named;
}

function levelOf(line: string): Labelled | null {
  const found = inlineLabel(line) ?? bandLabel(line);
  return found && isLevel(found.field.subject) && isName(found.field) ? found : null;
}
