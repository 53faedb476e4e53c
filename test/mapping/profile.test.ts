import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Validator } from '@cfworker/json-schema';
import {
  fromV1,
  mapWorkbook,
  PROFILE_SCHEMA,
  type MappingProfile,
  type ProfileEntry,
  type ProfileV1,
} from '../../src/mapping';
import { planContent } from '../../src/plan';
import { layouts } from '../support/layouts';
import { book, sheet } from '../support/layouts/notation';
import { shareOf } from '../support/share';

const SCHEMA_FILE = path.join(__dirname, '..', '..', 'docs', 'schema', 'profile-v2.schema.json');

/** A profile in the words of version 1, as last year's files have them. */
function profile(sheets: ProfileV1['sheets'], codeMask: string | null = null): MappingProfile {
  return fromV1({ codeMask, sheets });
}

const odd = book(
  'strano.xlsx',
  sheet(
    'Lavori',
    `
    Rif. | Cosa faremo | Chi | Quanto conta | Appunti
    A-01 | Rifare il tetto della scuola | Ada Cedro | 60 | urgente
    A-02 | Pulire i fossi | Ada Cedro | 40 |
    `,
  ),
);

describe('the profile of what was read', () => {
  test.each(shareOf(layouts, 10, 2).map((fixture) => [fixture.name, fixture] as const))(
    'reads %s again as it was, and fits its own schema',
    (_name, { snapshot, others = [] }) => {
      const workbooks = [snapshot, ...others];
      const first = mapWorkbook({ workbooks });
      const again = mapWorkbook({ workbooks, profile: first.profile });
      expect(planContent(again.plan)).toEqual(planContent(first.plan));
      expect(again.notes.filter((note) => note.code.startsWith('profile-'))).toEqual([]);
      expect(new Validator(PROFILE_SCHEMA as never, '2020-12').validate(first.profile).errors).toEqual([]);
    },
  );

  test('the published schema is the one that is checked', () => {
    const published = `${JSON.stringify(PROFILE_SCHEMA, null, 2)}\n`;
    if (process.env['UPDATE_SCHEMAS']) writeFileSync(SCHEMA_FILE, published);
    expect(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'))).toEqual(JSON.parse(published));
  });
});

describe('a profile that a user wrote', () => {
  const written = profile([
    {
      sheet: 'Lavori',
      role: 'plan',
      columns: [
        { header: 'Rif.', column: '', field: 'pegObjective.code' },
        { header: 'cosa  FAREMO', column: '', field: 'pegObjective.title' },
        { header: 'Chi', column: '', field: 'pegObjective.owner' },
        { header: 'Quanto conta', column: '', field: 'pegObjective.weight' },
        { header: 'Appunti', column: '', field: 'ignore' },
      ],
    },
  ]);

  test('makes a table read whose headers no lexicon knows', () => {
    const { plan, notes } = mapWorkbook({ workbooks: [odd], profile: written });
    expect(plan.pegObjectives.map((one) => [one.code?.value, one.title.value, one.weight?.number])).toEqual([
      ['A-01', 'Rifare il tetto della scuola', 60],
      ['A-02', 'Pulire i fossi', 40],
    ]);
    expect(plan.pegObjectives[0]?.owners.map((owner) => owner.value)).toEqual(['Ada Cedro']);
    expect(notes.filter((note) => note.code.startsWith('column'))).toEqual([]);
  });

  test('said again of a column, for sheets like this or for this one alone: the last holds', () => {
    const says = (scope: 'template' | 'sheet', kind: 'phase' | 'pegObjective'): ProfileEntry => ({
      scope,
      selector: { sheet: 'Lavori', header: 'Cosa faremo', column: 'B' },
      says: { says: 'level', kind },
    });
    const titles = (...entries: ProfileEntry[]): string[] => {
      const said = { ...written, entries: [...written.entries, ...entries] };
      return mapWorkbook({ workbooks: [odd], profile: said }).plan.pegObjectives.map(
        ({ title }) => title.value,
      );
    };
    const right = ['Rifare il tetto della scuola', 'Pulire i fossi'];
    expect(titles(says('template', 'phase'), says('sheet', 'pegObjective'))).toEqual(right);
    expect(titles(says('sheet', 'phase'), says('template', 'pegObjective'))).toEqual(right);
    expect(titles(says('sheet', 'pegObjective'), says('template', 'phase'))).not.toEqual(right);
  });

  test('ignores a sheet by name', () => {
    const own = profile([{ sheet: 'lavori', role: 'ignore', columns: [] }]);
    const result = mapWorkbook({ workbooks: [odd], profile: own });
    expect(result.plan.pegObjectives).toEqual([]);
    expect(result.accounts[0]?.ignored).toEqual({ 'other-sheet': result.accounts[0]?.filled });
    // Corrected further and saved again, it is still left aside.
    expect(result.profile.entries).toEqual(own.entries);
    const gone = profile([{ sheet: 'Non c’è più', role: 'ignore', columns: [] }]);
    expect(mapWorkbook({ workbooks: [odd], profile: gone }).profile.entries).not.toContainEqual(
      gone.entries[0],
    );
  });

  test('says which sheet is the DUP, or that none is', () => {
    const workbook = book(
      'due.xlsx',
      sheet('Linee', 'Obiettivo strategico | Obiettivo operativo\nCittà verde | Più alberi'),
      sheet('Impegni', 'Codice | Obiettivo di PEG | Obiettivo operativo\nV-1 | Piantare tigli | Più alberi'),
    );
    const dup = (role: 'dup' | 'plan') =>
      mapWorkbook({ workbooks: [workbook], profile: profile([{ sheet: 'Linee', role, columns: [] }]) }).plan
        .dup;
    expect(dup('dup')?.sheets).toEqual(['Linee']);
    expect(dup('plan')).toBeNull();
  });

  test('a code mask of its own judges the codes', () => {
    const workbook = book(
      'codici.xlsx',
      sheet('PEG', 'Codice | Obiettivo di PEG\n2024-AB01 | Primo\n2024-AB02 | Secondo\nAB3 | Terzo'),
    );
    const { plan } = mapWorkbook({ workbooks: [workbook], profile: profile([], 'AAAA-LL00') });
    expect(plan.codeScheme).toMatchObject({ mask: 'AAAA-LL00', fitting: 2, total: 3 });
    expect(plan.pegRows.map((row) => row.codeProblem?.kind ?? null)).toEqual([null, null, 'malformed']);
  });

  test('last year’s says what no longer fits', () => {
    const last = profile([
      {
        sheet: 'Lavori',
        role: 'plan',
        columns: [
          { header: 'Rif.', column: '', field: 'pegObjective.code' },
          { header: 'Cosa faremo', column: '', field: 'pegObjective.title' },
          { header: 'Assessore', column: '', field: 'ignore' },
          { header: 'Chi', column: '', field: 'pegObjective.boss' },
        ],
      },
      { sheet: 'Schede 2023', role: 'plan', columns: [] },
    ]);
    const { notes, plan } = mapWorkbook({ workbooks: [odd], profile: last });
    expect(plan.pegObjectives).toHaveLength(2);
    const own = notes.filter((note) => note.code.startsWith('profile-'));
    expect(own.map(({ code, sheet: name, details }) => [code, name, details['header'] ?? null])).toEqual([
      ['profile-column-gone', 'Lavori', 'Assessore'],
      ['profile-field-unknown', 'Lavori', 'Chi'],
      ['profile-sheet-gone', 'Schede 2023', null],
    ]);
  });
});

describe('confidence', () => {
  test('headers nobody knows are asked about, once, and the answer is what is read', () => {
    const workbooks = [
      book(
        'mezzo.xlsx',
        sheet(
          'Piano',
          `
          Faccenda grossa | Faccenda | Chi | Quanto
          Città pulita | Spazzare le strade del centro | Ada Cedro | 40
          Città pulita | Svuotare i cestini dei parchi | Ugo Pino | 60
          Scuole belle | Dipingere le aule delle elementari | Ada Cedro | 30
          Scuole belle | Rifare i bagni della palestra | Ugo Pino | 70
          `,
        ),
      ),
    ];
    const first = mapWorkbook({ workbooks });
    const [question] = first.reading.questions;
    expect(first.reading.state).toBe('ask');
    expect(question?.about).toMatchObject({ sheet: 'Piano', header: 'Faccenda grossa', column: 'A' });
    expect(question?.options.at(-1)?.id).toBe('none');
    for (const option of question?.options.slice(0, -1) ?? []) {
      const answers = [{ question: question?.id ?? '', option: option.id }];
      const again = mapWorkbook({ workbooks, answers });
      const field = option.says?.says === 'field' ? option.says.field : null;
      expect(again.sheets[0]?.tables[0]?.columns[0]?.field).toBe(field);
      expect(again.reading.questions.map(({ id }) => id)).not.toContain(question?.id);
      expect(again.plan.pegObjectives).toHaveLength(option.counts.pegObjective ?? -1);
    }
  });
});
