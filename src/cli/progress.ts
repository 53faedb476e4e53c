import { messages } from '../messages';
import type { CommonOptions, Output } from './context';
import { line } from './render/paint';
import { visibleWidth } from './render/wrap';

/** Shorter work says nothing. */
const PATIENCE = 1000;
const BAR = 20;
/** To the start of the line, and what stood on it wiped off. */
const WIPE = '\r\u001b[2K';

/** Tells people at a terminal that long work goes on: a line that redraws itself. Pipes and files are told nothing. */
export interface Progress {
  /** So many files are done. */
  readonly done: (files: number) => void;
  /** Work goes on within a file; to be awaited between two pieces of it. */
  readonly turn: () => Promise<void>;
  /** Wipes off what was drawn: before anything else is written. */
  readonly stop: () => void;
}

/** Progress of work on files, silent for its first second. */
export function progressOf(
  files: readonly string[],
  options: Pick<CommonOptions, 'lang'>,
  output: Output,
): Progress {
  const words = messages(options.lang).cli;
  const start = Date.now();
  let finished = 0;
  let turns = 0;
  let drawn = false;
  const draw = (): void => {
    if (!output.draw || Date.now() - start < PATIENCE) return;
    const text = line(words.reading(files[Math.min(finished, files.length - 1)] ?? ''));
    const part = files.length > 1 ? finished / files.length : 1 - 1 / (1 + turns / BAR);
    const full = Math.round(part * BAR);
    const bar = `${'█'.repeat(full)}${'░'.repeat(BAR - full)} `;
    const count = files.length > 1 ? `${finished}/${files.length} ` : '';
    const room = output.width - visibleWidth(bar + count) - 1;
    output.draw(`${WIPE}${bar}${count}${[...text].slice(0, room).join('')}`);
    drawn = true;
  };
  const timer = setTimeout(draw, PATIENCE);
  return {
    done: (count) => {
      finished = count;
      draw();
    },
    turn: () => {
      turns += 1;
      draw();
      return new Promise((resolve) => setImmediate(resolve));
    },
    stop: () => {
      clearTimeout(timer);
      if (drawn) output.draw?.(WIPE);
      drawn = false;
    },
  };
}
