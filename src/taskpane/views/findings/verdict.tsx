import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { readFrom, type CheckResult } from '../../../application';
import { messages } from '../../../messages';
import { usePane } from '../../context';
import { objectiveSheets, verdictLine } from '../../model/verdict';
import { SeverityMark } from '../../parts/severity';
import { usePage } from '../../parts/styles';

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
  none: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalS,
  },
  sheets: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  role: { color: tokens.colorNeutralForeground3 },
});

const MOST_SHEETS = 12;

/** A workbook without a plan, or with one nobody has filled in: what was read instead, and what to do. */
function NoPlan({ result }: { readonly result: CheckResult }): ReactElement {
  const { texts, language, session, open } = usePane();
  const styles = useStyles();
  const page = usePage();
  const words = texts.findings;
  const empty = objectiveSheets(result);
  const roles = messages(language).role;
  const sheets = result.mapping.sheets.filter(
    ({ file }) => file === undefined || file === session.workbook.name,
  );
  return (
    <div className={styles.none}>
      <p className={page.text}>{empty.length > 0 ? words.emptyPlanText(empty) : words.noPlanText}</p>
      <Button appearance="primary" onClick={() => open('reading')}>
        {empty.length > 0 ? words.emptyPlanAction : words.noPlanAction}
      </Button>
      {empty.length === 0 && sheets.length > 0 && (
        <div>
          <p className={page.muted}>{words.readAs}</p>
          <ul className={styles.sheets}>
            {sheets.slice(0, MOST_SHEETS).map(({ sheet, role }) => (
              <li key={sheet}>
                {sheet} <span className={styles.role}>· {roles[role]}</span>
              </li>
            ))}
            {sheets.length > MOST_SHEETS && <li>{texts.shell.andMore(sheets.length - MOST_SHEETS)}</li>}
          </ul>
        </div>
      )}
    </div>
  );
}

/** The plan's state in one line, and what it was compared with. */
export function Verdict({ result }: { readonly result: CheckResult }): ReactElement {
  const { texts, session, open } = usePane();
  const styles = useStyles();
  const words = texts.findings;
  const { plan, verdict, mapping } = result;
  const line = verdictLine(result, texts);
  const from = readFrom(plan);
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
      {noPlan && verdict.reading === null ? (
        <NoPlan result={result} />
      ) : (
        <div className={styles.facts}>
          <Link as="button" className={styles.link} onClick={() => open('reading')}>
            {texts.reading.readLine(plan.pegObjectives.length, from.of, from.count)}
          </Link>
          {plan.document.years[0] !== undefined && <span>{words.planOf(plan.document.years[0])}</span>}
          {dup === null ? (
            <Link as="button" className={styles.link} onClick={() => open('reading')}>
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
            <Link as="button" className={styles.link} onClick={() => open('reading')}>
              {words.toConfirm(mapping.notes.length)}
            </Link>
          )}
        </div>
      )}
    </section>
  );
}
