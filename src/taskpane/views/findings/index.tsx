import { makeStyles, tokens } from '@fluentui/react-components';
import {
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
} from 'react';
import type { Finding } from '../../../coherence';
import { usePane, useRemembered } from '../../context';
import {
  NO_FILTER,
  byCertainty,
  filterChoices,
  followSelection,
  groupFindings,
  inOrder,
  toMark,
  isFilter,
  type FindingFilter,
} from '../../model/findings';
import { ownersOf } from '../../model/owners';
import { useSteadyScroll } from '../../parts/anchor';
import { Doubtful } from './doubtful';
import { Filters } from './filters';
import { Foot } from './foot';
import { Group } from './group';
import { OfficeList } from './office-list';
import { useHighlight } from './use-highlight';
import { Verdict } from './verdict';

const useStyles = makeStyles({
  scroll: {
    flex: 1,
    minHeight: 0,
    overflowY: 'auto',
    // The pane holds its place itself: the browser must not do it a second time.
    overflowAnchor: 'none',
    '@media print': { overflow: 'visible' },
  },
  empty: { padding: tokens.spacingHorizontalL, margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Coerenza: the verdict, and the findings to work through. */
export function FindingsView(): ReactElement {
  const { env, language, texts, result, goTo, tell } = usePane();
  const styles = useStyles();
  const words = texts.findings;
  const { certain: findings, doubtful } = useMemo(
    () => byCertainty(result.judgement.findings),
    [result.judgement.findings],
  );
  const [filter, setFilter] = useRemembered<FindingFilter>(env, 'filter', NO_FILTER, isFilter);
  const [listing, setListing] = useState(false);
  const owners = useMemo(() => ownersOf(result.plan), [result.plan]);
  const groups = useMemo(
    () => groupFindings(findings, result.ruleSet, filter, owners, language),
    [findings, result.ruleSet, filter, owners, language],
  );
  const choices = useMemo(
    () => filterChoices(findings, filter, owners, language),
    [findings, filter, owners, language],
  );
  const order = useMemo(() => inOrder(groups), [groups]);
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [selected, setSelected] = useState<Finding | null>(null);
  const highlight = useHighlight(useMemo(() => toMark(order), [order]));
  const scroll = useRef<HTMLDivElement>(null);
  const look = useSteadyScroll(scroll, result);

  // Blocking findings are open from the start, the others when somebody wants them or searches.
  const isOpen = (key: string, severity: string): boolean =>
    toggled.get(key) ?? (severity === 'error' || filter.text.trim() !== '' || groups.length === 1);

  const before = useRef(order);
  // Only a new list moves the selection, not the selection itself.
  const follow = useEffectEvent((now: typeof order) => {
    const { finding, settled } = followSelection(selected, before.current, now);
    before.current = now;
    if (finding !== selected) setSelected(finding);
    if (settled && filter.status === 'open') focusSelected(scroll.current);
  });
  useEffect(() => follow(order), [order]);

  const select = (finding: Finding, show: boolean): void => {
    setSelected(finding);
    const group = groups.find((one) => one.findings.some((own) => own.finding === finding));
    if (group && !isOpen(group.key, group.severity)) setToggled(new Map(toggled).set(group.key, true));
    const [cell] = finding.cells;
    if (show && cell) void goTo(cell);
  };

  const at = selected ? order.findIndex((one) => one.fingerprint === selected.fingerprint) : -1;
  const step = (by: 1 | -1, show: boolean): void => {
    const next = order[at === -1 ? (by === 1 ? 0 : order.length - 1) : at + by];
    if (!next) return;
    select(next, show);
    requestAnimationFrame(() => focusSelected(scroll.current));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const from = event.target as HTMLElement;
    if (/^(?:input|textarea|select)$/i.test(from.tagName)) return;
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    step(event.key === 'ArrowDown' ? 1 : -1, event.altKey);
  };

  if (listing) return <OfficeList owners={owners} onBack={() => setListing(false)} />;
  return (
    <>
      <div ref={scroll} className={styles.scroll} onScroll={look} onKeyDown={onKeyDown}>
        <Verdict result={result} />
        {findings.length > 0 && <Filters filter={filter} choices={choices} onFilter={setFilter} />}
        {result.plan.pegObjectives.length > 0 && findings.length + doubtful.length === 0 && (
          <p className={styles.empty}>{words.allFine}</p>
        )}
        {findings.length > 0 && groups.length === 0 && <p className={styles.empty}>{words.noMatch}</p>}
        <div role="group" aria-label={words.list} aria-description={words.keyboard}>
          {groups.map((group) => (
            <Group
              key={group.key}
              group={group}
              open={isOpen(group.key, group.severity)}
              selected={selected}
              onToggle={(open) => setToggled(new Map(toggled).set(group.key, open))}
              onSelect={(finding) => select(finding, true)}
            />
          ))}
        </div>
        {doubtful.length > 0 && <Doubtful findings={doubtful} />}
      </div>
      {(findings.length > 0 || highlight.on) && (
        <Foot
          at={at}
          count={order.length}
          highlight={highlight}
          onList={() => {
            tell(null);
            setListing(true);
          }}
          onStep={(by) => step(by, true)}
        />
      )}
    </>
  );
}

/** Puts the keyboard on the selected finding and brings it into view. */
function focusSelected(box: HTMLElement | null): void {
  const button = box?.querySelector<HTMLElement>('[data-selected="true"]');
  button?.focus({ preventScroll: true });
  button?.scrollIntoView({ block: 'nearest' });
}
