import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { objectivesAsRead } from '../../../application';
import type { MappingResult, ProfileEntry } from '../../../mapping';
import { usePane } from '../../context';
import { usePage } from '../../parts/styles';
import { Counts } from './counts';
import { ObjectiveFacts } from './objective';

const useStyles = makeStyles({
  root: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    display: 'flex',
    flexDirection: 'column',
    maxHeight: '65%',
    flexShrink: 0,
  },
  seen: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    overflowY: 'auto',
    minHeight: 0,
  },
  // The decision stays in view whatever there is to see.
  decide: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface Props {
  readonly entries: readonly ProfileEntry[];
  readonly onDone: () => void;
}

/** What a correction changes, before it is kept: counts before and after, the first objective as it would be read. */
export function Effect({ entries, onDone }: Props): ReactElement {
  const { texts, questions, session, result, attempt, tell } = usePane();
  const styles = useStyles();
  const page = usePage();
  const words = texts.reading;
  const [then, setThen] = useState<MappingResult | null>(null);
  useEffect(() => {
    setThen(null);
    // The page shows the choice first, then the workbook is read once more.
    const timer = setTimeout(
      () => void attempt(() => Promise.resolve(setThen(session.confirmations.preview(entries)))),
      50,
    );
    return () => clearTimeout(timer);
  }, [attempt, entries, session]);
  const first = useMemo(() => (then ? objectivesAsRead(then.plan)[0] : undefined), [then]);
  const keep = async (): Promise<void> => {
    const before = session.profile;
    if (!(await attempt(() => session.confirmations.correct(entries)))) return;
    onDone();
    tell({ intent: 'success', text: words.kept, undo: () => session.saveProfile(before) });
  };
  return (
    <section className={styles.root} aria-labelledby="effect" aria-busy={then === null}>
      <div className={styles.seen} tabIndex={0} role="group" aria-labelledby="effect">
        <h2 id="effect" className={page.heading}>
          {words.effect}
        </h2>
        {entries.map((entry, index) => (
          <p key={index} className={page.text}>
            {questions.entry(entry)}
          </p>
        ))}
        <Counts now={result.plan} then={then?.plan ?? null} />
        {first && (
          <>
            <h3 className={page.heading}>{words.firstObjective}</h3>
            <ObjectiveFacts read={first} links={false} />
          </>
        )}
      </div>
      <div className={mergeClasses(page.actions, styles.decide)}>
        <Button size="small" appearance="primary" disabled={then === null} onClick={() => void keep()}>
          {words.keep}
        </Button>
        <Button size="small" onClick={onDone}>
          {texts.shell.cancel}
        </Button>
      </div>
    </section>
  );
}
