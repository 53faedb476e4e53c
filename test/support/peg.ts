import type { Output } from '../../src/cli/context';
import { run } from '../../src/cli/program';

interface Said {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** The command as typed, without a terminal: what it prints, what it says, its exit status. */
export const peg = (...argv: string[]): Promise<Said> => pegAt({}, ...argv);

/** The same with something of a terminal. */
export async function pegAt(
  terminal: Partial<Pick<Output, 'ask' | 'colour' | 'width' | 'draw'>>,
  ...argv: string[]
): Promise<Said> {
  let out = '';
  let err = '';
  const status = await run(argv, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    colour: false,
    width: 80,
    ...terminal,
  });
  return { status, out, err };
}
