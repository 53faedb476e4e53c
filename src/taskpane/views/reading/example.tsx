import { Button, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { CursorClick20Regular } from '@fluentui/react-icons/svg/cursor-click';
import { useState, type ReactElement } from 'react';
import type { ProfileEntry } from '../../../mapping';
import { usePane } from '../../context';
import { STATEMENTS, entryOf, exampleAt, type Example, type Statement } from '../../model/reading';
import { usePage } from '../../parts/styles';
import { FieldPicker } from './field-picker';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  quote: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
});

/** What was chosen so far about a cell. */
interface Said {
  readonly statement: Statement | '';
  readonly field: string;
  /** For all sheets like the cell's own. */
  readonly shared: boolean;
}

interface Props {
  readonly onCorrection: (entries: readonly ProfileEntry[] | null) => void;
}

/** Correct by example: a cell is pointed at in the sheet, and said what it is. */
export function CorrectByExample({ onCorrection }: Props): ReactElement {
  const { texts, session, result, attempt } = usePane();
  const styles = useStyles();
  const page = usePage();
  const words = texts.reading;
  const [example, setExample] = useState<Example | null>(null);
  const [said, setSaid] = useState<Said>({ statement: '', field: '', shared: true });
  const pick = (): void =>
    void attempt(async () => {
      const picked = exampleAt(await session.selection(), session.workbook, result.mapping.sheets);
      setExample(picked);
      setSaid({ statement: '', field: '', shared: (picked?.alike.length ?? 0) > 1 });
      onCorrection(null);
    });
  const say = (change: Partial<Said>): void => {
    const next = { ...said, ...change };
    setSaid(next);
    const { statement, field, shared } = next;
    const done = example !== null && statement !== '' && (statement !== 'field' || field !== '');
    onCorrection(done ? [entryOf(example, statement, { field, shared })] : null);
  };
  return (
    <section className={page.section} aria-labelledby="example">
      <h2 id="example" className={page.heading}>
        {words.exampleTitle}
      </h2>
      <p className={page.muted}>{words.exampleText}</p>
      <div className={page.actions}>
        <Button size="small" icon={<CursorClick20Regular aria-hidden />} onClick={pick}>
          {words.pick}
        </Button>
      </div>
      {example && (
        <div className={styles.card} role="group" aria-label={words.picked(example.sheet, example.address)}>
          <p className={page.muted}>{words.picked(example.sheet, example.address)}</p>
          <p className={styles.quote}>{example.text === '' ? words.emptyCell : example.text}</p>
          <Field label={words.is} size="small">
            <Select
              size="small"
              value={said.statement}
              onChange={(_event, { value }) => {
                const statement = STATEMENTS.find((one) => one === value);
                if (statement) say({ statement });
              }}
            >
              <option value="">{words.choose}</option>
              {STATEMENTS.map((one) => (
                <option key={one} value={one}>
                  {words.statements[one]}
                </option>
              ))}
            </Select>
          </Field>
          {said.statement === 'field' && (
            <>
              <FieldPicker value={said.field} label={words.level} onField={(field) => say({ field })} />
              {example.samples.length > 0 && (
                <p className={page.muted}>
                  {words.samples(example.samples.map((one) => `«${one}»`).join(', '))}
                </p>
              )}
            </>
          )}
          {said.statement !== '' && said.statement !== 'ignore' && example.alike.length > 1 && (
            <Field label={words.scope} size="small">
              <Select
                size="small"
                value={said.shared ? 'template' : 'sheet'}
                onChange={(_event, { value }) => say({ shared: value === 'template' })}
              >
                <option value="template">{words.scopes.template(example.alike.length)}</option>
                <option value="sheet">{words.scopes.sheet}</option>
              </Select>
            </Field>
          )}
        </div>
      )}
    </section>
  );
}
