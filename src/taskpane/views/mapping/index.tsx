import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactElement } from 'react';
import type { MappingProfile, MappingResult } from '../../../mapping';
import { usePane } from '../../context';
import { useBar, usePage } from '../../parts/styles';
import { listedSheets } from '../../model/mapping-draft';
import { CodeMask } from './code-mask';
import { DupChoice } from './dup-choice';
import { MappingNotes } from './mapping-notes';
import { PickedColumns } from './picked';
import { Preview } from './preview';
import { ProfileFile } from './profile-file';
import { SheetRow } from './sheet-row';

const useStyles = makeStyles({
  foot: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    flexWrap: 'wrap',
  },
  unsaved: { flex: 1 },
});

/** Abbinamento: what each sheet and column was taken for, corrected in place. */
export default function MappingView(): ReactElement {
  const { texts, session, result, attempt, tell } = usePane();
  const styles = useStyles();
  const page = usePage();
  const bar = useBar();
  const words = texts.mapping;
  const { mapping } = result;
  const [draft, setDraft] = useState<MappingProfile | null>(null);
  const [preview, setPreview] = useState<MappingResult | null>(null);
  useEffect(() => {
    if (draft === null) {
      setPreview(null);
      return;
    }
    // A moment's pause: while somebody types a mask, not every letter is worth a reading.
    const timer = setTimeout(() => void attempt(async () => setPreview(session.preview(draft))), 200);
    return () => clearTimeout(timer);
  }, [attempt, draft, session]);
  const profile = draft ?? mapping.profile;
  const save = async (): Promise<void> => {
    if (draft && (await attempt(() => session.saveProfile(draft)))) {
      setDraft(null);
      tell({ intent: 'success', text: texts.shell.saved });
    }
  };
  return (
    <>
      <div className={page.scroll}>
        <section className={page.section} aria-labelledby="mapping">
          <h1 id="mapping" className={page.heading}>
            {words.title}
          </h1>
          <p className={page.muted}>{words.intro}</p>
          <Preview now={mapping.plan} then={preview?.plan ?? null} />
        </section>
        <MappingNotes notes={(preview ?? mapping).notes} />
        <section className={page.section} aria-labelledby="sheets">
          <h2 id="sheets" className={page.heading}>
            {words.sheets}
          </h2>
          <ul className={page.list}>
            {listedSheets(
              mapping.sheets.filter(({ file }) => file === undefined || file === session.workbook.name),
              profile,
              session.workbook.sheets.map(({ name }) => name),
            ).map((sheet) => (
              <SheetRow key={sheet.sheet} sheet={sheet} profile={profile} onProfile={setDraft} />
            ))}
          </ul>
        </section>
        <PickedColumns profile={profile} onProfile={setDraft} />
        <CodeMask plan={(preview ?? mapping).plan} profile={profile} onProfile={setDraft} />
        <DupChoice />
        <ProfileFile profile={profile} onProfile={setDraft} />
      </div>
      {draft !== null && (
        <div className={mergeClasses(bar.root, styles.foot)} role="region" aria-label={words.unsaved}>
          <span className={styles.unsaved}>{words.unsaved}</span>
          <Button size="small" onClick={() => setDraft(null)}>
            {words.discard}
          </Button>
          <Button size="small" appearance="primary" onClick={() => void save()}>
            {texts.shell.save}
          </Button>
        </div>
      )}
    </>
  );
}
