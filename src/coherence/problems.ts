import { distance } from 'fastest-levenshtein';
import type { RuleProblemCode, LocalProblem } from './rule-problem';

/** Collects problems in two languages, each with its place and what would be right. */
export class Problems {
  readonly list: LocalProblem[] = [];

  extraKeys(node: Record<string, unknown>, path: string, allowed: readonly string[]): void {
    for (const key of Object.keys(node)) {
      if (!allowed.includes(key)) this.unknown('unknown-key', `${path}/${key.slice(0, 40)}`, key, allowed);
    }
  }

  unknown(code: RuleProblemCode, path: string, name: unknown, allowed: readonly string[]): void {
    const shown = String(name ?? '').slice(0, 60) || '(vuoto)';
    const list = allowed.slice(0, 60).join(', ') || '–';
    const near = nearestName(shown, allowed);
    const example = near ?? allowed[0];
    this.add(
      code,
      path,
      `«${shown}» non esiste${near === null ? '' : `, forse «${near}»`}; ci sono: ${list}`,
      `“${shown}” does not exist${near === null ? '' : `, perhaps “${near}”`}; there are: ${list}`,
      example === undefined ? undefined : JSON.stringify(example),
    );
  }

  wrongOperand(path: string, wanted: string, example: string | null): void {
    this.add(
      'wrong-operand',
      path,
      `atteso un valore di tipo ${wanted}`,
      `expected a value of type ${wanted}`,
      example ?? undefined,
    );
  }

  add(code: RuleProblemCode, path: string, it: string, en: string, example?: string): void {
    this.list.push({ code, path, message: { it, en }, ...(example === undefined ? {} : { example }) });
  }
}

/** The name that was probably meant: the one that differs by the fewest letters, at most a third of them. */
function nearestName(name: string, allowed: readonly string[]): string | null {
  const plain = name.toLowerCase();
  const near = allowed
    .map((one) => ({ one, away: distance(plain, one.toLowerCase()) }))
    .sort((a, b) => a.away - b.away)[0];
  return near && near.away <= Math.max(1, Math.floor(name.length / 3)) ? near.one : null;
}
