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
    this.add(
      code,
      path,
      `«${shown}» non esiste; ci sono: ${list}`,
      `“${shown}” does not exist; there are: ${list}`,
      allowed[0] === undefined ? undefined : JSON.stringify(allowed[0]),
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
