import { Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { useId, useState, type ReactElement } from 'react';
import type { ProfileEntry, SheetMapping, TableMapping } from '../../../mapping';
import { usePane } from '../../context';
import { roleIn, saysOf } from '../../model/reading';
import { usePage } from '../../parts/styles';
import { FieldPicker } from './field-picker';

const useStyles = makeStyles({
  root: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalXS,
    width: '100%',
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    padding: `${tokens.spacingVerticalXS} 0`,
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  twist: { paddingTop: '2px' },
  name: { flex: 1, minWidth: 0, overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
  role: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  body: {
    paddingLeft: '20px',
    paddingBottom: tokens.spacingVerticalM,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
});

/** Below this the reading itself asks for confirmation. */
const SURE = 0.7;

interface Props {
  readonly sheet: SheetMapping;
  readonly onCorrection: (entries: readonly ProfileEntry[] | null) => void;
}

/** A sheet: what it was taken for, and its columns when opened; two columns with one header are two entries. */
export function SheetRow({ sheet, onCorrection }: Props): ReactElement {
  const { texts, session } = usePane();
  const styles = useStyles();
  const page = usePage();
  const words = texts.reading;
  const body = useId();
  const [open, setOpen] = useState(false);
  const role = roleIn(session.profile, sheet.sheet) ?? (sheet.role === 'dup' ? 'dup' : 'plan');
  const columns = sheet.tables.flatMap((table) => table.columns);
  const seen = new Set<string>();
  const different = columns.filter(({ header, column }) => {
    const key = `${column} ${header.toLowerCase()}`;
    return seen.has(key) ? false : seen.add(key);
  });
  return (
    <li className={styles.root}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={open}
        aria-controls={body}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.twist}>
          {open ? <ChevronDown16Regular aria-hidden /> : <ChevronRight16Regular aria-hidden />}
        </span>
        <span className={styles.name}>
          {sheet.sheet}
          <span className={styles.role}>
            {role === 'ignore'
              ? words.ignored
              : words.sheetRole(
                  words.sheetRoles[sheet.role],
                  sheet.confidence >= SURE || sheet.tables.length === 0,
                )}
          </span>
        </span>
      </button>
      {open && (
        <div id={body} className={styles.body}>
          <Field label={words.role} size="small">
            <Select
              size="small"
              value={role}
              onChange={(_event, { value }) => {
                if (value === 'plan' || value === 'dup' || value === 'ignore')
                  onCorrection([
                    { scope: 'sheet', selector: { sheet: sheet.sheet }, says: { says: 'role', role: value } },
                  ]);
              }}
            >
              <option value="plan">{words.roles.plan}</option>
              <option value="dup">{words.roles.dup}</option>
              <option value="ignore">{words.roles.ignore}</option>
            </Select>
          </Field>
          {role !== 'ignore' && different.length === 0 && <p className={page.muted}>{words.noColumns}</p>}
          {role !== 'ignore' &&
            different.map((column) => (
              <FieldPicker
                key={`${column.column} ${column.header}`}
                value={column.field ?? ''}
                label={words.columnName(column.column, column.header)}
                onField={(field) => onCorrection([entryFor(sheet.sheet, column, field)])}
              />
            ))}
        </div>
      )}
    </li>
  );
}

function entryFor(
  sheet: string,
  { header, column }: TableMapping['columns'][number],
  field: string,
): ProfileEntry {
  return {
    scope: 'sheet',
    selector: { sheet, ...(header === '' ? {} : { header }), column },
    says: saysOf(field),
  };
}
