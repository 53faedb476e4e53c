import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState, type ReactElement } from 'react';
import { frozenFormulas, unknownFormulas } from '../../../application';
import { asOf, usePane } from '../../context';
import { CellLinks } from '../../parts/cell-link';
import { useBar, usePage } from '../../parts/styles';

const useStyles = makeStyles({
  foot: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, flexWrap: 'wrap' },
  count: { flex: 1, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  ask: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: tokens.spacingHorizontalM,
    flexShrink: 0,
  },
});

/** *Trasforma le formule in valori*: the PEG formulas in the sheets become the values they show. Nothing where there are none. */
export function Freeze(): ReactElement | null {
  const { env, texts, session, result, attempt, tell } = usePane();
  const styles = useStyles();
  const page = usePage();
  const bar = useBar();
  const words = texts.indicators;
  const [asking, setAsking] = useState(false);
  const cells = useMemo(
    () => frozenFormulas(asOf(session, result).workbook).map(({ sheet, address }) => ({ sheet, address })),
    [session, result],
  );
  const unknown = useMemo(() => unknownFormulas(asOf(session, result).workbook).length, [session, result]);
  const { freezeFormulas, rewriteFormulas } = env;
  const rewrite = (): void =>
    void attempt(async () => {
      const count = (await rewriteFormulas?.()) ?? 0;
      tell({ intent: 'success', text: words.rewritten(count) });
    });
  if (!freezeFormulas || cells.length === 0) return null;
  const freeze = (): void =>
    void attempt(async () => {
      const { frozen, left } = await freezeFormulas();
      setAsking(false);
      const parts = [words.frozen(frozen), ...(left.length > 0 ? [words.frozenLeft(left.length)] : [])];
      tell({ intent: left.length > 0 ? 'warning' : 'success', text: parts.join(' ') });
    });
  if (!asking)
    return (
      <div className={mergeClasses(bar.root, styles.foot)}>
        <span className={styles.count}>
          {unknown > 0 ? words.unknownFormulas(unknown) : words.formulas(cells.length)}
        </span>
        {unknown > 0 && rewriteFormulas && (
          <Button size="small" onClick={rewrite}>
            {words.rewrite}
          </Button>
        )}
        <Button size="small" onClick={() => setAsking(true)}>
          {words.freeze}
        </Button>
      </div>
    );
  return (
    <div
      className={mergeClasses(page.section, styles.ask)}
      role="group"
      aria-label={words.freeze}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setAsking(false);
      }}
    >
      <p className={page.text}>{words.freezeText}</p>
      <CellLinks cells={cells} />
      <div className={page.actions}>
        <Button size="small" appearance="primary" autoFocus onClick={freeze}>
          {words.freezeNow}
        </Button>
        <Button size="small" onClick={() => setAsking(false)}>
          {texts.shell.cancel}
        </Button>
      </div>
    </div>
  );
}
