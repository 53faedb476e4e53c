import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { CheckResult } from '../../../application';
import { usePane } from '../../context';
import { verdictLine } from '../../model/verdict';
import { SeverityMark } from '../../parts/severity';

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
  },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  about: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground3,
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground3,
  },
  link: { fontSize: tokens.fontSizeBase200 },
});

/** The plan's state in one line, and what it was compared with. */
export function Verdict({ result }: { readonly result: CheckResult }): ReactElement {
  const { texts, session, open } = usePane();
  const styles = useStyles();
  const words = texts.findings;
  const { plan, verdict, mapping } = result;
  const line = verdictLine(result, texts);
  const noPlan = plan.pegObjectives.length === 0;
  const dup =
    plan.dup && words.dup(plan.dup.file === session.workbook.name ? null : plan.dup.file, plan.dup.sheets);
  return (
    <section className={styles.root} aria-labelledby="verdict">
      <div className={styles.line}>
        {line.tone === 'ready' && <SeverityMark of="ok" />}
        <h1 id="verdict" className={styles.title}>
          {line.text}
        </h1>
      </div>
      {noPlan ? (
        <p className={styles.about}>
          {words.noPlanText}{' '}
          <Link as="button" className={styles.link} onClick={() => open('mapping')}>
            {words.noPlanAction}
          </Link>
        </p>
      ) : (
        <div className={styles.facts}>
          <span>{words.plan(plan.document.years[0] ?? null, plan.pegObjectives.length)}</span>
          {dup === null ? (
            <Link as="button" className={styles.link} onClick={() => open('mapping')}>
              {words.noDup}: {words.chooseDup.toLowerCase()}
            </Link>
          ) : (
            <span>{dup}</span>
          )}
          {verdict.notVerifiable > 0 && (
            <Link as="button" className={styles.link} onClick={() => open('approval')}>
              {words.notVerifiable(verdict.notVerifiable)}
            </Link>
          )}
          {mapping.notes.length > 0 && (
            <Link as="button" className={styles.link} onClick={() => open('mapping')}>
              {words.toConfirm(mapping.notes.length)}
            </Link>
          )}
        </div>
      )}
    </section>
  );
}
