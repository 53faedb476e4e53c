import {
  Button,
  Field,
  Input,
  Select,
  Tab,
  TabList,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons/svg/search';
import { useMemo, useState, type ReactElement } from 'react';
import { monitoringAt } from '../../../application';
import { periodEnd } from '../../../indicators';
import { asOf, usePane } from '../../context';
import { chosenRows, standings, type Standing } from '../../model/indicators';
import { missingBySource } from '../../model/missing';
import { NothingRead } from '../../parts/nothing-read';
import { useBar, usePage } from '../../parts/styles';
import { Freeze } from './freeze';
import { IndicatorItem } from './item';
import { MissingData } from './missing-data';
import { useTrends } from './use-trends';

const useStyles = makeStyles({
  bar: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(8rem, 1fr))',
    gap: tokens.spacingHorizontalS,
    '& > *, & .fui-Select, & .fui-Select__select': { minWidth: 0 },
  },
  list: { margin: `0 calc(-1 * ${tokens.spacingHorizontalM})` },
});

const PAGE = 60;

/** Indicatori: values, targets, trends, and what is missing. */
export default function IndicatorsView(): ReactElement {
  const { texts, session, result } = usePane();
  const styles = useStyles();
  const page = usePage();
  const bar = useBar();
  const words = texts.indicators;
  const [tab, setTab] = useState<'values' | 'missing'>('values');
  const [period, setPeriod] = useState('');
  const [standing, setStanding] = useState<Standing | ''>('');
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const [limit, setLimit] = useState(PAGE);
  const data = useMemo(() => asOf(session, result).baseData, [session, result]);
  const rows = useMemo(
    () => asOf(session, result).indicators(period === '' ? null : period),
    [session, result, period],
  );
  const day = period === '' ? null : periodEnd(period);
  const states = useMemo(() => {
    const last = data.periods.at(-1);
    const date = day ?? (last === undefined ? null : periodEnd(last));
    if (date === null) return new Map();
    return new Map(monitoringAt(session, date).indicators.map((state) => [state.indicator.id, state]));
  }, [session, data, day]);
  const trends = useTrends(session, result);
  const counts = useMemo(() => standings(rows), [rows]);
  const chosen = useMemo(
    () => chosenRows(rows, standing === '' ? null : standing, search),
    [rows, standing, search],
  );
  const missing = useMemo(() => missingBySource(rows), [rows]);
  if (rows.length === 0) return <NothingRead title={words.empty} text={words.emptyText} />;
  return (
    <>
      <div className={mergeClasses(bar.root, styles.bar)}>
        <TabList
          size="small"
          selectedValue={tab}
          aria-label={words.tabsLabel}
          onTabSelect={(_event, { value }) => setTab(value === 'missing' ? 'missing' : 'values')}
        >
          <Tab value="values">{words.tabs.values}</Tab>
          <Tab value="missing">{words.tabs.missing}</Tab>
        </TabList>
      </div>
      <div className={page.scroll}>
        {data.quantities.length === 0 && <p className={page.text}>{words.noData}</p>}
        {data.example && <p className={page.muted}>{words.example(data.example.text)}</p>}
        <div className={styles.filters}>
          <Field label={words.period} size="small">
            <Select size="small" value={period} onChange={(_event, { value }) => setPeriod(value)}>
              <option value="">{words.latest}</option>
              {[...data.periods].reverse().map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </Select>
          </Field>
          {tab === 'values' && (
            <Field label={words.outcomeFilter} size="small">
              <Select
                size="small"
                value={standing}
                onChange={(_event, { value }) =>
                  setStanding(value === 'value' || value === 'missing' || value === 'none' ? value : '')
                }
              >
                <option value="">
                  {words.all} ({rows.length})
                </option>
                {(['value', 'missing', 'none'] as const).map((one) => (
                  <option key={one} value={one}>
                    {words.outcome[one](counts[one])}
                  </option>
                ))}
              </Select>
            </Field>
          )}
        </div>
        {tab === 'values' ? (
          <>
            <Input
              size="small"
              type="search"
              contentBefore={<Search16Regular aria-hidden />}
              aria-label={words.search}
              placeholder={words.search}
              value={search}
              onChange={(_event, { value }) => setSearch(value)}
            />
            {chosen.length === 0 && <p className={page.text}>{words.noMatch}</p>}
            <ul className={mergeClasses(page.list, styles.list)}>
              {chosen.slice(0, limit).map((row) => (
                <IndicatorItem
                  key={row.indicator.id}
                  row={row}
                  state={states.get(row.indicator.id)}
                  trend={trends.get(row.indicator.id) ?? []}
                  periods={data.periods}
                  period={period === '' ? null : period}
                  open={open === row.indicator.id}
                  onToggle={() => setOpen(open === row.indicator.id ? null : row.indicator.id)}
                />
              ))}
            </ul>
            {chosen.length > limit && (
              <Button size="small" appearance="subtle" onClick={() => setLimit(limit + PAGE)}>
                {texts.shell.showMore(Math.min(PAGE, chosen.length - limit))}
              </Button>
            )}
          </>
        ) : (
          <MissingData sources={missing} />
        )}
      </div>
      <Freeze />
    </>
  );
}
