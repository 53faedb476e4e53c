import { answeredPass } from '../../../src/mapping/map-workbook';
import { termsOf } from '../../../src/mapping/why/terms-of';
import { gridOf, snapshotOf, type WorkbookSnapshot } from '../../../src/workbook';
import { layouts } from '../../support/layouts';

function explained(book: WorkbookSnapshot) {
  const steps = answeredPass({ workbooks: [book] });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value.pass.explained;
}

test.each(layouts.filter((_, at) => at % 6 === 0))(
  'the evidence told of every reading sums to its score: nothing is kept back ($name)',
  ({ snapshot }) => {
    for (const asked of explained(snapshot))
      for (const reading of asked.readings) {
        const sum = termsOf(asked, reading).reduce((all, { value }) => all + value, 0);
        expect(sum).toBeCloseTo(reading.score, 6);
      }
  },
);

test('a table taken for no part of the plan is explained by its headers', () => {
  const book = snapshotOf([
    gridOf('Obiettivi', [
      ['Obiettivo di PEG', 'Note'],
      ['Aprire lo sportello in rete', 'da rivedere'],
      ['Formare il personale', ''],
    ]),
  ]);
  const [table] = explained(book);
  if (!table) throw new RangeError('no table');
  const terms = termsOf(table, { roles: [], score: 0, key: '', outside: true });
  expect(terms[0]).toMatchObject({ evidence: 'outside-the-plan', columns: [] });
  const [objective = 0, note = 0] = terms.slice(1).map(({ value }) => value);
  expect(objective).toBeLessThan(0);
  expect(note).toBeGreaterThan(0);
});
