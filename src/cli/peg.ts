import { createInterface } from 'node:readline/promises';
import { answerAsWorker } from './check-files';
import { writeError } from './files';
import { languageOf, run } from './program';
import { lineWidth } from './render/wrap';
import { errorLine } from './usage';

/** One line typed at the terminal; null when the input ends. */
async function askLine(prompt: string): Promise<string | null> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise<null>((resolve) => lines.once('close', () => resolve(null)));
  try {
    return await Promise.race([lines.question(prompt), ended]);
  } finally {
    lines.close();
  }
}

async function main(): Promise<void> {
  if (answerAsWorker()) return;
  // A reader that stops early (`peg tree FILE | head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    const language = languageOf(process.argv.slice(2));
    process.stderr.write(`${errorLine(writeError('', error), language, null)}\n`);
    process.exit(2);
  });
  process.exitCode = await run(process.argv.slice(2), {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colour: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
    width: lineWidth(process.stdout.columns),
    // Pipes are never asked.
    ...(process.stdin.isTTY && process.stdout.isTTY ? { ask: askLine } : {}),
    ...(process.stderr.isTTY ? { draw: (text: string) => void process.stderr.write(text) } : {}),
  });
}

void main();
