import { appendFileSync } from 'node:fs';

/** Notes for the last line of `npm run endurance` how much was tried and what did not survive. */
export function survived(what: string, tried: number, broken: number): void {
  const file = process.env['PEG_ENDURANCE_NOTES'];
  const line = { what, tried, broken };
  if (file === undefined) console.log(line);
  else appendFileSync(file, `${JSON.stringify(line)}\n`);
}
