import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactElement } from 'react';
import type { IndicatorRow } from '../../../application';
import type { IndicatorState } from '../../../approval';
import { isDoubt, percentUnit } from '../../../indicators';
import { valueIn } from '../../../messages';
import { usePane } from '../../context';
import { comparable, degreeText, standingOf } from '../../model/indicators';
import { IndicatorDetails } from './details';
import { SPARKLINE, Sparkline } from './sparkline';

const useStyles = makeStyles({
  root: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  head: {
    display: 'grid',
    // Trends and values stand under each other, whatever their length.
    gridTemplateColumns: `minmax(0, 1fr) ${SPARKLINE}px 6rem`,
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  name: { minWidth: 0, overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
  about: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  value: {
    textAlign: 'end',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  none: {
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  doubt: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorStatusWarningForeground1,
  },
  degree: {
    display: 'block',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

interface Props {
  readonly row: IndicatorRow;
  readonly state: IndicatorState | undefined;
  readonly trend: readonly (number | null)[];
  readonly periods: readonly string[];
  readonly period: string | null;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** One indicator: name, trend, value; its explanation when opened. */
export function IndicatorItem(props: Props): ReactElement {
  const { row, state, trend, open, onToggle } = props;
  const { texts, language } = usePane();
  const styles = useStyles();
  const words = texts.indicators;
  const body = useId();
  const { outcome, indicator } = row;
  const standing = standingOf(row);
  /** The period most values are for needs no saying. */
  const usual = props.period ?? props.periods.at(-1) ?? '';
  const degree = degreeText(state, language);
  const without =
    standing === 'missing'
      ? words.missingData
      : outcome.formula === null
        ? words.noFormula
        : words.notComputable;
  return (
    <li className={styles.root}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={open}
        aria-controls={body}
        onClick={onToggle}
      >
        <span className={styles.name}>
          {indicator.title.value}
          {outcome.period !== null && outcome.period !== usual && standing === 'value' && (
            <span className={styles.about}>{outcome.period}</span>
          )}
        </span>
        <Sparkline values={trend} share={percentUnit(outcome.unit)} measure={comparable(row, state)} />
        <span className={styles.value}>
          {standing === 'value' ? (
            valueIn(language, outcome.display)
          ) : (
            <span className={styles.none}>{without}</span>
          )}
          {outcome.notes.some(isDoubt) && <span className={styles.doubt}>{words.toCheck}</span>}
          {degree !== null && (
            <span className={styles.degree}>
              {words.achievement} {degree}
            </span>
          )}
        </span>
      </button>
      {open && (
        <div id={body}>
          <IndicatorDetails {...props} />
        </div>
      )}
    </li>
  );
}
