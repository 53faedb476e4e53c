import { Checkbox, Switch, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { MEANINGS, meaningMarks } from '../../../application';
import { MEANING_FILLS, type MeaningLevel } from '../../../workbook';
import { usePane } from '../../context';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column' },
  legend: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  chip: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  swatch: {
    width: '14px',
    height: '14px',
    flexShrink: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    // A legend without its colours says nothing.
    forcedColorAdjust: 'none',
  },
});

/** The sheets coloured by what their cells were read as, kind by kind; taken back without a trace. */
export function Colours(): ReactElement {
  const { texts, session, result, attempt, tell } = usePane();
  const styles = useStyles();
  const words = texts.reading;
  const [on, setOn] = useState(false);
  const [off, setOff] = useState<ReadonlySet<MeaningLevel>>(new Set());
  const { plan } = result;
  // Colours of an earlier opening are still there, to be taken off.
  useEffect(() => {
    let wanted = true;
    void attempt(async () => {
      const found = await session.highlighted();
      if (wanted) setOn(found);
    });
    return () => {
      wanted = false;
    };
  }, [attempt, session]);
  const paint = useCallback(
    (without: ReadonlySet<MeaningLevel>) =>
      attempt(() =>
        session.port.mark(
          meaningMarks(plan, session.workbook).filter(({ level }) => !without.has(level as MeaningLevel)),
        ),
      ),
    [attempt, plan, session],
  );
  const toggle = async (next: boolean): Promise<void> => {
    if (!(next ? await paint(off) : await attempt(() => session.clearHighlight()))) return;
    setOn(next);
    tell({ intent: 'success', text: next ? words.coloured : words.uncoloured });
  };
  const choose = (level: MeaningLevel, shown: boolean): void => {
    const next = new Set(off);
    if (shown) next.delete(level);
    else next.add(level);
    setOff(next);
    void paint(next);
  };
  return (
    <div className={styles.root}>
      <Switch label={words.colour} checked={on} onChange={(_event, { checked }) => void toggle(checked)} />
      {on && (
        <div className={styles.legend} role="group" aria-label={words.legend}>
          {MEANINGS.map((level) => (
            <Checkbox
              key={level}
              checked={!off.has(level)}
              onChange={(_event, { checked }) => choose(level, checked === true)}
              label={
                <span className={styles.chip}>
                  <span
                    className={styles.swatch}
                    style={{ backgroundColor: MEANING_FILLS[level] }}
                    aria-hidden
                  />
                  {words.meanings[level]}
                </span>
              }
            />
          ))}
        </div>
      )}
    </div>
  );
}
