import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { planFix } from '../../../application';
import type { Finding } from '../../../coherence';
import { formatRef } from '../../../workbook';
import { usePane } from '../../context';
import { fixLines } from '../../model/fix-lines';
import { CellLink } from '../../parts/cell-link';
import { usePage } from '../../parts/styles';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    padding: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXS,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    maxHeight: '14rem',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  change: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  label: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  before: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly findings: readonly Finding[];
  readonly onClose: () => void;
}

const PAGE = 40;

/** What the remedy writes, cell by cell, before it is written. */
export function ApplyPreview({ findings, onClose }: Props): ReactElement {
  const { texts, session, attempt, tell } = usePane();
  const styles = useStyles();
  const page = usePage();
  const words = texts.findings;
  const fix = useMemo(() => planFix(findings, session.workbook), [findings, session.workbook]);
  const lines = fixLines(findings, fix);
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const apply = async (): Promise<void> => {
    setBusy(true);
    await attempt(async () => {
      const done = await session.applyFixes(findings);
      const { undo } = done;
      const parts = [words.applied(done.edits.length)];
      if (done.left.length > 0) parts.push(words.leftAlone(done.left.length));
      tell({
        intent: 'success',
        text: parts.join(' '),
        ...(undo === null || undo.length === 0 ? {} : { undo: () => session.writeCells(undo) }),
      });
      onClose();
    });
    setBusy(false);
  };
  return (
    <div
      className={styles.root}
      role="group"
      aria-label={words.applyTitle(lines.length)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <p className={styles.title}>
        {lines.length === 0 ? words.nothingToApply : words.applyTitle(lines.length)}
      </p>
      <ul
        className={styles.list}
        tabIndex={lines.length > 4 ? 0 : undefined}
        aria-label={words.applyTitle(lines.length)}
      >
        {lines.slice(0, PAGE).map((line) => (
          <li key={formatRef(line.cell)}>
            <CellLink cell={line.cell} />
            <dl className={styles.change}>
              <dt className={styles.label}>{words.before}</dt>
              <dd className={styles.value}>
                {line.before === null ? words.empty : <s className={styles.before}>{line.before}</s>}
              </dd>
              <dt className={styles.label}>{words.after}</dt>
              <dd className={styles.value}>{line.after === null ? words.empty : line.after}</dd>
            </dl>
          </li>
        ))}
      </ul>
      {lines.length > PAGE && <p className={page.muted}>+{words.moreCells(lines.length - PAGE)}</p>}
      {fix.left.length > 0 && <p className={page.muted}>{words.leftAlone(fix.left.length)}</p>}
      <div className={page.actions}>
        {lines.length > 0 && (
          <Button ref={button} size="small" appearance="primary" disabled={busy} onClick={() => void apply()}>
            {words.applyNow(lines.length)}
          </Button>
        )}
        <Button size="small" onClick={onClose}>
          {texts.shell.cancel}
        </Button>
      </div>
    </div>
  );
}
