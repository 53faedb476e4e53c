import { EMPTY_PROFILE, mapWorkbook, withAnswer, type Question } from '../../../src/mapping';
import { SURE } from '../../../src/mapping/confidence/model';
import { readingTexts } from '../../../src/messages';
import { gridOf, snapshotOf } from '../../../src/workbook';

/** Names of offices among the objectives: the whole is doubtful, and no column may be something else. */
const ROWS = [
  ['Codice', 'Obiettivo di PEG', 'Responsabile', 'Peso', 'Fase'],
  ['A01', 'Aprire lo sportello in rete', 'Ada Rossi', '40', ''],
  ['A02', 'Settore Lavori pubblici', 'Ada Rossi', '60', ''],
  ['A02.1', 'Dott. Ugo Bianchi', 'Ugo Bianchi', '100', ''],
  ['A02.1.1', 'Asfaltare via Mazzini', 'Ugo Bianchi', '100', ''],
];
const book = (rows: readonly (readonly string[])[]) => ({
  workbooks: [snapshotOf([gridOf('Obiettivi', rows)])],
});
const asked = (rows: readonly (readonly string[])[]): Question => {
  const { state, questions } = mapWorkbook(book(rows)).reading;
  const [question] = questions;
  if (state === 'sure' || !question || questions.length > 1) throw new RangeError('no single question');
  return question;
};

test('where the whole is doubtful and no column is, it is asked whether the plan was read well', () => {
  const question = asked(ROWS);
  const [yes, none] = question.options;
  expect(question.about).toMatchObject({ sheet: 'Obiettivi', address: '', column: null });
  expect(yes).toMatchObject({ id: 'a', says: { says: 'as-read' } });
  expect(yes?.counts.pegObjective).toBe(yes?.sample.filter(({ kind }) => kind === 'pegObjective').length);
  expect(none).toMatchObject({ id: 'none', says: null });
  expect((yes?.probability ?? 0) + (none?.probability ?? 0)).toBeCloseTo(1, 2);
});

test('who says so makes it sure, who denies it is not asked again', () => {
  const { id } = asked(ROWS);
  const after = (option: string) =>
    mapWorkbook({ ...book(ROWS), answers: [{ question: id, option }] }).reading;
  expect(after('a')).toMatchObject({ state: 'sure', questions: [] });
  expect(after('a').confidence).toBeGreaterThanOrEqual(SURE);
  expect(after('none').state).not.toBe('sure');
  expect(after('none').questions).toEqual([]);
});

test('other names are the same question, other headers another', () => {
  const { id } = asked(ROWS);
  const renamed = ROWS.map((row) => row.map((text) => text.replace('Mazzini', 'Garibaldi')));
  expect(asked(renamed).id).toBe(id);
  const moved = ROWS.map(([code = '', title = '', ...rest]) => [title, code, ...rest]);
  expect(asked(moved).id).not.toBe(id);
});

test('the answer is kept for the file, and says nothing of any place', () => {
  const question = asked(ROWS);
  const profile = withAnswer(null, question, 'a');
  expect(profile).toEqual({ ...EMPTY_PROFILE, answers: [{ question: question.id, option: 'a' }] });
});

test('its words are a question with a yes and a no', () => {
  const question = asked(ROWS);
  for (const language of ['it', 'en'] as const) {
    const texts = readingTexts(language);
    const [yes, no] = question.options.map((option) => texts.option(option, question));
    expect(texts.question(question)).toBe(texts.asRead.ask);
    expect([yes, no]).toEqual([texts.asRead.yes, texts.asRead.no]);
  }
});
