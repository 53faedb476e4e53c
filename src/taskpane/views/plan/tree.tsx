import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
} from 'react';
import { messages } from '../../../messages';
import type { PlanNode } from '../../../plan';
import { usePane } from '../../context';
import { markOf, toLookAt, type BranchState } from '../../model/plan-states';
import { branchesTo, treeRows, windowOf, type TreeRow } from '../../model/tree-rows';
import { SeverityMark } from '../../parts/severity';
import { NodeDetails } from './node-details';

const ROW = 44;
const INDENT = 14;

const useStyles = makeStyles({
  scroll: {
    flex: 1,
    minHeight: 0,
    overflowY: 'auto',
    outline: 'none',
    '&:focus-visible > div > [aria-selected="true"]': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  all: { position: 'relative' },
  row: {
    position: 'absolute',
    left: 0,
    right: 0,
    height: `${ROW}px`,
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    paddingRight: tokens.spacingHorizontalM,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Hover,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
  },
  twist: { width: '20px', display: 'flex', justifyContent: 'center', flexShrink: 0 },
  text: { flex: 1, minWidth: 0 },
  title: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', lineHeight: '20px' },
  hit: { fontWeight: tokens.fontWeightSemibold },
  kind: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
  state: {
    display: 'flex',
    alignItems: 'center',
    gap: '2px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  /** For screen readers only. */
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  empty: { padding: tokens.spacingHorizontalL, margin: 0 },
});

interface Props {
  readonly tree: readonly PlanNode[];
  readonly stateOf: (id: string) => BranchState;
  readonly search: string;
}

/** The hierarchy as a tree of which only the rows on screen exist. */
export function Tree({ tree, stateOf, search }: Props): ReactElement {
  const { texts, language, goTo } = usePane();
  const styles = useStyles();
  const words = texts.plan;
  const kinds = messages(language).kind;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => branchesTo(tree, 1));
  const [active, setActive] = useState<string | null>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const { rows, hits } = useMemo(() => treeRows(tree, open, search), [tree, open, search]);
  const at = rows.findIndex((row) => row.key === active);
  const look = useCallback(() => {
    const element = box.current;
    if (element) setView({ top: element.scrollTop, height: element.clientHeight });
  }, []);
  useLayoutEffect(() => {
    look();
    window.addEventListener('resize', look);
    return () => window.removeEventListener('resize', look);
  }, [look]);
  useEffect(() => {
    const element = box.current;
    if (!element || at === -1) return;
    const top = at * ROW;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW > element.scrollTop + element.clientHeight)
      element.scrollTop = top + ROW - element.clientHeight;
  }, [at]);

  const toggle = (row: TreeRow): void => {
    const next = new Set(open);
    if (!next.delete(row.key)) next.add(row.key);
    setOpen(next);
  };
  const show = (row: TreeRow): void => {
    const [cell] = row.node.cells;
    if (cell) void goTo(cell);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[at];
    const move = (to: number): void => {
      const next = rows[Math.max(0, Math.min(rows.length - 1, to))];
      if (next) setActive(next.key);
    };
    const page = Math.max(1, Math.floor(view.height / ROW) - 1);
    switch (event.key) {
      case 'ArrowDown':
        move(at + 1);
        break;
      case 'ArrowUp':
        move(at === -1 ? 0 : at - 1);
        break;
      case 'PageDown':
        move(at + page);
        break;
      case 'PageUp':
        move(at - page);
        break;
      case 'Home':
        move(0);
        break;
      case 'End':
        move(rows.length - 1);
        break;
      case 'ArrowRight':
        if (row && row.node.children.length > 0) {
          if (row.open) move(at + 1);
          else toggle(row);
        }
        break;
      case 'ArrowLeft':
        if (row?.open && search.trim() === '') toggle(row);
        else if (row?.parent != null) setActive(row.parent);
        break;
      case 'Enter':
        if (row) show(row);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  const { from, to } = windowOf(rows.length, ROW, view.top, view.height);
  const shown = rows.slice(from, to);
  const current = rows[at] ?? null;
  if (current && !shown.includes(current)) shown.push(current);
  if (rows.length === 0) return <p className={styles.empty}>{words.noMatch}</p>;
  return (
    <>
      <div
        ref={box}
        className={styles.scroll}
        role="tree"
        tabIndex={0}
        aria-label={search.trim() === '' ? words.tree : `${words.tree}: ${words.found(hits)}`}
        aria-description={words.keyboard}
        aria-activedescendant={current ? `${id}-${at}` : undefined}
        onScroll={look}
        onFocus={() => {
          if (current === null && rows[0]) setActive(rows[0].key);
        }}
        onKeyDown={onKeyDown}
      >
        <div className={styles.all} role="presentation" style={{ height: rows.length * ROW }}>
          {shown.map((row) => {
            const index = rows.indexOf(row, row === current ? at : from);
            const state = stateOf(row.node.id);
            const many = row.node.children.length > 0;
            const { code, title, kind } = row.node;
            const about = [code, kinds[kind].one].filter((part) => part !== null).join(' · ');
            return (
              <div
                key={row.key}
                id={`${id}-${index}`}
                role="treeitem"
                aria-level={row.level}
                aria-posinset={row.position}
                aria-setsize={row.siblings}
                aria-expanded={many ? row.open : undefined}
                aria-selected={row.key === active}
                className={mergeClasses(styles.row, row.key === active && styles.active)}
                style={{ top: index * ROW, paddingLeft: 4 + (row.level - 1) * INDENT }}
                title={title}
                onClick={() => {
                  setActive(row.key);
                  show(row);
                }}
                onDoubleClick={() => {
                  if (many) toggle(row);
                }}
              >
                <span
                  className={styles.twist}
                  onClick={(event) => {
                    if (!many) return;
                    event.stopPropagation();
                    toggle(row);
                  }}
                >
                  {many && (row.open ? <ChevronDown16Regular /> : <ChevronRight16Regular />)}
                </span>
                <span className={styles.text}>
                  <span
                    className={mergeClasses(styles.title, row.hit && styles.hit)}
                    style={{ display: 'block' }}
                  >
                    {title || words.noTitle}
                  </span>{' '}
                  <span className={styles.kind} style={{ display: 'block' }}>
                    {about}
                  </span>{' '}
                </span>
                {toLookAt(state) > 0 && (
                  <span className={styles.state}>
                    <SeverityMark of={markOf(state)} />
                    <span aria-hidden>{toLookAt(state)}</span>
                    <span className={styles.unseen}>{words.toLookAt(toLookAt(state))}</span>
                  </span>
                )}
              </div>
            );
          })}
        </div>
      </div>
      {current && <NodeDetails node={current.node} state={stateOf(current.node.id)} />}
    </>
  );
}
