import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CursorClick20Regular } from '@fluentui/react-icons/svg/cursor-click';
import { useState, type ReactElement } from 'react';
import type { MappingProfile } from '../../../mapping';
import { usePane } from '../../context';
import { pickedColumns, type Picked } from '../../model/selection';
import { usePage } from '../../parts/styles';
import { ColumnRow } from './column-row';
import { RoleField } from './role-field';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

interface Props {
  readonly profile: MappingProfile;
  readonly onProfile: (profile: MappingProfile) => void;
}

/** Says what a column holds by pointing at it in the sheet. */
export function PickedColumns({ profile, onProfile }: Props): ReactElement {
  const { texts, session, result, attempt } = usePane();
  const styles = useStyles();
  const page = usePage();
  const words = texts.mapping;
  const [picked, setPicked] = useState<Picked | null>(null);
  const pick = (): void =>
    void attempt(async () => {
      setPicked(pickedColumns(await session.selection(), session.workbook, result.mapping.sheets));
    });
  return (
    <section className={page.section} aria-labelledby="picked">
      <h2 id="picked" className={page.heading}>
        {words.pickTitle}
      </h2>
      <p className={page.muted}>{words.pickText}</p>
      <div className={page.actions}>
        <Button size="small" icon={<CursorClick20Regular aria-hidden />} onClick={pick}>
          {words.pick}
        </Button>
      </div>
      {picked && (
        <div className={styles.card} role="group" aria-label={words.picked(picked.sheet)}>
          <p className={page.text}>{words.picked(picked.sheet)}</p>
          <RoleField
            sheet={picked.sheet}
            found={result.mapping.sheets.find(({ sheet }) => sheet === picked.sheet)?.role ?? 'other'}
            profile={profile}
            onProfile={onProfile}
          />
          {picked.columns.map((column) => (
            <ColumnRow
              key={`${column.column} ${column.header}`}
              sheet={picked.sheet}
              column={column}
              profile={profile}
              onProfile={onProfile}
            />
          ))}
          {picked.more && <p className={page.muted}>{words.pickedMore}</p>}
          <div className={page.actions}>
            <Button size="small" onClick={() => setPicked(null)}>
              {texts.shell.close}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
