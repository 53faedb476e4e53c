import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState, type ReactElement } from 'react';
import { doubtOf, doubtsOf, type Finding } from '../../../coherence';
import { usePane } from '../../context';
import { CellLinks } from '../../parts/cell-link';
import { Fold } from '../../parts/fold';
import { usePage } from '../../parts/styles';

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}` },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column' },
  item: { padding: `${tokens.spacingVerticalXS} 0`, lineHeight: tokens.lineHeightBase300 },
});

const PAGE = 20;

/** Findings that rest on what the reading asks, folded under their questions and not counted. */
export function Doubtful({ findings }: { readonly findings: readonly Finding[] }): ReactElement {
  const { texts, questions, language, result } = usePane();
  const styles = useStyles();
  const page = usePage();
  const [limit, setLimit] = useState(PAGE);
  const words = texts.reading;
  const doubts = useMemo(() => doubtsOf(result.plan), [result.plan]);
  const byQuestion = new Map<string, Finding[]>();
  for (const finding of findings.slice(0, limit)) {
    const question = doubtOf(finding, doubts) ?? '';
    byQuestion.set(question, [...(byQuestion.get(question) ?? []), finding]);
  }
  const asked = (id: string): string => {
    const question = result.mapping.reading.questions.find((one) => one.id === id);
    return question ? questions.question(question) : '';
  };
  return (
    <div className={styles.root}>
      <Fold mark="info" title={words.doubtfulFold(findings.length)}>
        <p className={page.muted}>{words.doubtfulText}</p>
        {[...byQuestion].map(([question, own]) => (
          <div key={question}>
            {asked(question) !== '' && <p className={page.text}>{asked(question)}</p>}
            <ul className={styles.list}>
              {own.map((finding) => (
                <li key={finding.fingerprint} className={styles.item}>
                  {finding.message[language]} <CellLinks cells={finding.cells} first={1} />
                </li>
              ))}
            </ul>
          </div>
        ))}
        {findings.length > limit && (
          <div>
            <Button size="small" appearance="subtle" onClick={() => setLimit(limit + 2 * PAGE)}>
              {texts.shell.showMore(Math.min(2 * PAGE, findings.length - limit))}
            </Button>
          </div>
        )}
      </Fold>
    </div>
  );
}
