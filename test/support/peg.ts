import { run } from '../../src/cli/program';

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** The command as typed, without a terminal: what it prints, what it says, its exit status. */
export function peg(...argv: string[]): Promise<Ran> {
  return typed(argv);
}

/** The command at a terminal, where somebody types these lines and then nothing more. */
export async function pegAsked(argv: readonly string[], lines: readonly string[]): Promise<Ran & { prompts: string[] }> {
  const prompts: string[] = [];
  const rest = [...lines];
  const ran = await typed(argv, (prompt) => {
    prompts.push(prompt);
    return Promise.resolve(rest.shift() ?? null);
  });
  return { ...ran, prompts };
}

async function typed(
  argv: readonly string[],
  ask?: (prompt: string) => Promise<string | null>,
): Promise<Ran> {
  let out = '';
  let err = '';
  const status = await run(argv, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    colour: false,
    ...(ask ? { ask } : {}),
  });
  return { status, out, err };
}
