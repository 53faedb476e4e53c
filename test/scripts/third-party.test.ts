import { execFileSync } from 'node:child_process';
import path from 'node:path';

test('THIRD-PARTY.txt names every package that is shipped, with a licence that somebody has read', () => {
  const script = path.join(__dirname, '../../scripts/third-party.mjs');
  const said = execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect(said).toMatch(/^\d+ packages, \d+ texts/);
});
