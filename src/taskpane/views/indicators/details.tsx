import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState, type ReactElement, type ReactNode } from 'react';
import type { IndicatorRow } from '../../../application';
import type { IndicatorState } from '../../../approval';
import { describeMissing, describeNote, displayValue, percentUnit } from '../../../indicators';
import { valueIn } from '../../../messages';
import { usePane } from '../../context';
import type { InsertedFormula } from '../../environment';
import { bulletOf, comparable, degreeText, indicatorFormula } from '../../model/indicators';
import { CellLink, CellLinks } from '../../parts/cell-link';
import { CopyButton } from '../../parts/copy-button';
import { usePage } from '../../parts/styles';
import { BulletChart } from './bullet';
import { TrendChart } from './sparkline';

const useStyles = makeStyles({
  root: {
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(5.5rem, auto) 1fr',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere', minWidth: 0 },
  quantities: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
  },
  problem: {
    textDecorationLine: 'underline',
    textDecorationStyle: 'wavy',
    textDecorationColor: tokens.colorPaletteRedForeground1,
  },
});

interface Props {
  readonly row: IndicatorRow;
  readonly state: IndicatorState | undefined;
  readonly trend: readonly (number | null)[];
  readonly periods: readonly string[];
  readonly period: string | null;
}

/** Everything about one indicator: formula as written and as read, data with their cells, target, trend. */
export function IndicatorDetails({ row, state, trend, periods, period }: Props): ReactElement {
  const { env, texts, language, session, attempt, tell } = usePane();
  const styles = useStyles();
  const page = usePage();
  const words = texts.indicators;
  const { indicator } = row;
  const told = useMemo(() => session.explainIndicator(indicator, period), [session, indicator, period]);
  const degree = degreeText(state, language);
  const share = percentUnit(told.unit);
  const measure = comparable(row, state);
  const bullet = measure && bulletOf(measure, share);
  const shown = (value: number | null): string | null =>
    value === null ? null : valueIn(language, displayValue(value, told.unit));
  const formula = indicatorFormula(indicator.title.value, period);
  const pasted = indicatorFormula(indicator.title.value, period, language === 'it' ? ';' : ',');
  const { insertFormula } = env;
  const [occupied, setOccupied] = useState<OccupiedCell | null>(null);
  const line = (term: string, value: ReactNode): ReactElement => (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
  const insert = async (): Promise<void> => {
    await attempt(async () => {
      const done = await insertFormula?.(formula, occupied?.cell);
      setOccupied(done?.state === 'occupied' ? done : null);
      if (done?.state === 'written') tell({ intent: 'success', text: words.inserted, undo: done.undo });
    });
  };
  return (
    <div className={styles.root}>
      {told.reason && <p className={page.text}>{told.reason[language]}</p>}
      <dl className={styles.list}>
        {told.formula !== null && line(words.formula, <Formula text={told.formula} problem={told.problem} />)}
        {told.reading[language] !== '' && line(words.reading, told.reading[language])}
        {told.quantities.length > 0 &&
          line(
            words.quantities,
            <ul className={styles.quantities}>
              {told.quantities.map((quantity) => (
                <li key={`${quantity.name} ${quantity.period}`}>
                  {quantity.name}: {quantity.text} {quantity.cell && <CellLink cell={quantity.cell} />}
                </li>
              ))}
            </ul>,
          )}
        {told.missing.length > 0 &&
          line(
            words.missing,
            <ul className={styles.quantities}>
              {told.missing.map((missing) => (
                <li key={`${missing.name} ${missing.period}`}>
                  {describeMissing(missing)[language]} {missing.cell && <CellLink cell={missing.cell} />}
                </li>
              ))}
            </ul>,
          )}
        {state?.target != null && line(words.target, state.target)}
        {state?.actual != null && !state.computed && line(words.written, state.actual)}
        {degree !== null && line(words.achievement, degree)}
        {bullet &&
          measure &&
          line(
            words.comparison,
            <>
              <BulletChart bullet={bullet} />
              {words.compared(
                shown(measure.baseline),
                [measure.target, measure.upper].flatMap((one) => shown(one) ?? []).join('–'),
                shown(measure.result),
              )}
              {measure.better && ` ${words.better[measure.better]}`}
            </>,
          )}
        {indicator.unit && line(words.unit, indicator.unit.value)}
        {indicator.source && line(words.source, indicator.source.value)}
        {trend.some((value) => value !== null) &&
          line(
            words.trend,
            <>
              <TrendChart values={trend} share={share} measure={measure} periods={periods} />
              {periods
                .flatMap((one, index) => {
                  const value = trend[index] ?? null;
                  return value === null
                    ? []
                    : [`${one}: ${valueIn(language, displayValue(value, told.unit))}`];
                })
                .join(' · ')}
            </>,
          )}
        {told.notes.length > 0 &&
          line(words.remarks, told.notes.map((note) => describeNote(note)[language]).join(' '))}
      </dl>
      {told.proposal !== null && <p className={page.text}>{words.proposal(told.proposal)}</p>}
      <CellLinks cells={[...indicator.title.cells, ...(indicator.formula?.cells ?? [])]} />
      {occupied && (
        <InsertOver occupied={occupied} onYes={() => void insert()} onNo={() => setOccupied(null)} />
      )}
      <div className={page.actions}>
        {insertFormula && !occupied && (
          <Button size="small" onClick={() => void insert()}>
            {words.insert}
          </Button>
        )}
        <CopyButton text={pasted} label={words.copyFormula} />
      </div>
    </div>
  );
}

type OccupiedCell = Extract<InsertedFormula, { state: 'occupied' }>;

interface InsertOverProps {
  readonly occupied: OccupiedCell;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks before a formula takes the place of something. */
function InsertOver({ occupied, onYes, onNo }: InsertOverProps): ReactElement {
  const { texts } = usePane();
  const page = usePage();
  const words = texts.indicators;
  return (
    <div
      role="group"
      aria-label={words.insertOver}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onNo();
      }}
    >
      <p className={page.text}>{words.occupied(occupied.text)}</p>
      <CellLink cell={occupied.cell} />
      <div className={page.actions}>
        <Button size="small" appearance="primary" autoFocus onClick={onYes}>
          {words.insertOver}
        </Button>
        <Button size="small" onClick={onNo}>
          {texts.shell.cancel}
        </Button>
      </div>
    </div>
  );
}

/** A formula with the piece that cannot be read underlined. */
function Formula({
  text,
  problem,
}: {
  readonly text: string;
  readonly problem: { readonly start: number; readonly end: number } | null;
}): ReactElement {
  const styles = useStyles();
  if (!problem || problem.end <= problem.start) return <>{text}</>;
  return (
    <>
      {text.slice(0, problem.start)}
      <span className={styles.problem}>{text.slice(problem.start, problem.end)}</span>
      {text.slice(problem.end)}
    </>
  );
}
