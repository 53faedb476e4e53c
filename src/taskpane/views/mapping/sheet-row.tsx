import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { useId, useState, type ReactElement } from 'react';
import type { MappingProfile, SheetMapping } from '../../../mapping';
import { messages } from '../../../messages';
import { usePane } from '../../context';
import { roleIn } from '../../model/mapping-draft';
import { usePage } from '../../parts/styles';
import { ColumnRow } from './column-row';
import { RoleField } from './role-field';

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

/** Below this the mapping itself asks for confirmation. */
const SURE = 0.7;

interface Props {
  readonly sheet: SheetMapping;
  readonly profile: MappingProfile;
  readonly onProfile: (profile: MappingProfile) => void;
}

/** A sheet: what it was taken for, and its columns when opened. */
export function SheetRow({ sheet, profile, onProfile }: Props): ReactElement {
  const { texts, language } = usePane();
  const styles = useStyles();
  const page = usePage();
  const words = texts.mapping;
  const body = useId();
  const [open, setOpen] = useState(false);
  const found = messages(language).role[sheet.role];
  const role = roleIn(profile, sheet.sheet) ?? (sheet.role === 'dup' ? 'dup' : 'plan');
  const columns = sheet.tables.flatMap((table) => table.columns);
  const known = new Set<string>();
  const different = columns.filter((column) => {
    const key = column.header === '' ? `\u0000${column.column}` : column.header.toLowerCase();
    return known.has(key) ? false : known.add(key);
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
              : words.sheetRole(found, sheet.confidence >= SURE || sheet.tables.length === 0)}
          </span>
        </span>
      </button>
      {open && (
        <div id={body} className={styles.body}>
          <RoleField sheet={sheet.sheet} found={sheet.role} profile={profile} onProfile={onProfile} />
          {role !== 'ignore' && different.length === 0 && <p className={page.muted}>{words.noColumns}</p>}
          {role !== 'ignore' &&
            different.map((column) => (
              <ColumnRow
                key={`${column.column} ${column.header}`}
                sheet={sheet.sheet}
                column={column}
                profile={profile}
                onProfile={onProfile}
              />
            ))}
        </div>
      )}
    </li>
  );
}
