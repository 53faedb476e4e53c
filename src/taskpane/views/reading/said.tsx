import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Confirmation } from '../../../application';
import { usePane } from '../../context';
import { usePage } from '../../parts/styles';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { flex: 1, minWidth: 0, overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
  scope: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

/** Everything that was answered and corrected, each to be taken back by itself. */
export function SaidList(): ReactElement {
  const { texts, questions, session, attempt, tell } = usePane();
  const styles = useStyles();
  const page = usePage();
  const words = texts.reading;
  const { list } = session.confirmations;
  const takeBack = async (said: Confirmation): Promise<void> => {
    const before = session.profile;
    if (!(await attempt(() => session.confirmations.takeBack(said)))) return;
    tell({ intent: 'success', text: words.takenBack, undo: () => session.saveProfile(before) });
  };
  return (
    <section className={page.section} aria-labelledby="said">
      <h2 id="said" className={page.heading}>
        {words.said}
      </h2>
      {list.length === 0 ? (
        <p className={page.muted}>{words.saidNothing}</p>
      ) : (
        <ul className={page.list}>
          {list.map((said, index) => {
            const text =
              said.kind === 'entry'
                ? questions.entry(said.entry)
                : said.kind === 'none'
                  ? words.noneSaid
                  : words.rightSaid;
            return (
              <li key={index} className={styles.line}>
                <span className={styles.text}>
                  {text}
                  {said.kind === 'entry' && (
                    <span className={styles.scope}>{questions.scope[said.entry.scope]}</span>
                  )}
                </span>
                <Button
                  size="small"
                  aria-label={`${words.takeBack}: ${text}`}
                  onClick={() => void takeBack(said)}
                >
                  {words.takeBack}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
