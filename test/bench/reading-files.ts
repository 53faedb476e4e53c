/**
 * Our reader against @e965/xlsx (dense) on the same file, a plan of 10,000 objectives, in one process: processor
 * time, the least of five. Run with `npm run bench`. Ends with status 1 when the ratio is broken by more than a third.
 */
import { read } from '@e965/xlsx';
import { readWorkbook } from '../../src/xlsx';
import { largeWorkbook } from './support/large-plan';

const ROUNDS = 5;
const GOAL = 0.4;
const MILLISECOND = 1000;

const bytes = largeWorkbook({ objectives: 10_000 });

function least(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / MILLISECOND;
  });
  return Math.min(...times);
}

const own = least(() => readWorkbook(bytes, 'piano.xlsx'));
const peer = least(() => read(bytes, { dense: true }));
const ratio = own / peer;
console.log(
  `reading 10,000 objectives: ${own.toFixed(0)} ms, @e965/xlsx ${peer.toFixed(0)} ms, ratio ${ratio.toFixed(2)} (goal ${GOAL})`,
);
process.exitCode = ratio > (GOAL * 4) / 3 ? 1 : 0;
