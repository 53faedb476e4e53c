import { answerAsWorker } from './check-file';
import { run } from './program';
import { lineWidth } from './render/wrap';

async function main(): Promise<void> {
  if (await answerAsWorker()) return;
  // A reader that stops early (`peg tree FILE | head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  process.exitCode = await run(process.argv.slice(2), {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colour: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
    width: lineWidth(process.stdout.columns),
    ...(process.stderr.isTTY ? { draw: (text: string) => void process.stderr.write(text) } : {}),
  });
}

void main();
