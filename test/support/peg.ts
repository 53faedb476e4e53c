import { run } from '../../src/cli/program';

/** The command as typed, without a terminal: what it prints, what it says, its exit status. */
export async function peg(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const status = await run(argv, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    colour: false,
  });
  return { status, out, err };
}
