import { Button, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { messages } from '../../../messages';
import type { PlanNode } from '../../../plan';
import { usePane } from '../../context';
import { linesIn } from '../../model/chart-text';
import { branchOf, icicle, type Slab } from '../../model/icicle';
import { ownersOf } from '../../model/owners';
import { leadingOwners, ownerOf } from '../../model/palette';
import { markOf, toLookAt, type BranchState } from '../../model/plan-states';
import { useBar } from '../../parts/styles';
import { usePrinting } from '../../parts/use-printing';
import { NodeDetails } from './node-details';

/**
 * Width of the chart in its own units: in the pane, and on paper, where there is room for longer titles. What is a
 * little too high for a page is printed smaller, down to `smallest`: some 135 objectives on A4.
 */
const WIDTH = { pane: 300, paper: 620, smallest: 720 } as const;
/** Width of the print by the height of a page. */
const PAGE = 186 / 250;
/** Widths of the columns beside each other: the deeper, the longer the titles. */
const SHARES = [1, 1.15, 1.5, 1.3];
const STRIP = 4;
const UNIT = 7;
const MIN_TEXT = 13;

const useStyles = makeStyles({
  scroll: {
    flex: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: `0 ${tokens.spacingHorizontalM}`,
    '@media print': { overflow: 'visible', padding: 0, filter: 'grayscale(1)' },
  },
  // 186 of the 210 millimetres of A4.
  chart: { width: '100%', display: 'block', '@media print': { width: '186mm' } },
  slab: {
    cursor: 'pointer',
    ':focus': { outline: 'none' },
    ':focus-visible rect': { stroke: tokens.colorStrokeFocus2, strokeWidth: '2px' },
  },
  text: { fontSize: '8px', fill: tokens.colorNeutralForeground1, pointerEvents: 'none' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `2px ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
    margin: 0,
    listStyleType: 'none',
  },
  swatch: {
    display: 'inline-block',
    width: '12px',
    height: '12px',
    marginRight: '4px',
    verticalAlign: '-2px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    '@media print': { filter: 'grayscale(1)', printColorAdjust: 'exact' },
  },
});

const STATE_FILL = {
  error: tokens.colorPaletteRedBackground2,
  warning: tokens.colorPaletteMarigoldBackground2,
  ok: tokens.colorNeutralBackground3,
} as const;

const OWNER_FILL = [
  tokens.colorPaletteBlueBackground2,
  tokens.colorPaletteSeafoamBackground2,
  tokens.colorPaletteLavenderBackground2,
  tokens.colorPaletteGoldBackground2,
  tokens.colorPaletteCranberryBackground2,
  tokens.colorPaletteTealBackground2,
  tokens.colorPaletteBrownBackground2,
];
const OTHER_FILL = tokens.colorNeutralBackground3;

interface Props {
  readonly tree: readonly PlanNode[];
  readonly stateOf: (id: string) => BranchState;
}

/** Icicle chart: ambiti → strategici → operativi → PEG, height = PEG objectives, colour = state or office. */
export function Chart({ tree, stateOf }: Props): ReactElement {
  const { texts, language, result, goTo } = usePane();
  const styles = useStyles();
  const bar = useBar();
  const words = texts.plan;
  const kinds = messages(language).kind;
  const [zoom, setZoom] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [colour, setColour] = useState<'state' | 'owner'>('state');
  const owners = useMemo(() => ownersOf(result.plan), [result.plan]);
  const leading = useMemo(() => leadingOwners(result.plan, owners), [result.plan, owners]);
  const { slabs, size } = useMemo(() => icicle(branchOf(tree, zoom)), [tree, zoom]);
  const group = useRef<SVGSVGElement>(null);
  const unit = zoom === null ? UNIT : Math.max(UNIT, Math.min(24, 420 / Math.max(size, 1)));
  const height = Math.max(1, size * unit);
  const printing = usePrinting();
  const onPaper = Math.max(WIDTH.paper, Math.min(WIDTH.smallest, Math.ceil(height * PAGE)));
  const all = printing ? onPaper : WIDTH.pane;
  const edges = useMemo(
    () => columnEdges(Math.max(0, ...slabs.map((slab) => slab.depth)) + 1, all),
    [slabs, all],
  );
  const column = (depth: number): number => edges[depth] ?? all;
  const fill = (node: PlanNode): string => {
    if (colour === 'state') return STATE_FILL[markOf(stateOf(node.id))];
    const owner = ownerOf(node, owners);
    return owner === null ? OTHER_FILL : (OWNER_FILL[leading.indexOf(owner)] ?? OTHER_FILL);
  };
  const current = slabs.find((slab) => slab.key === chosen) ?? null;
  const focusOn = (slab: Slab | undefined): void => {
    if (!slab) return;
    setChosen(slab.key);
    group.current?.querySelector<SVGGElement>(`[data-slab="${slabs.indexOf(slab)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, slab: Slab): void => {
    const at = slabs.indexOf(slab);
    const column = slabs.filter((one) => one.depth === slab.depth);
    const place = column.indexOf(slab);
    const moves: Readonly<Record<string, Slab | undefined>> = {
      ArrowDown: column[place + 1],
      ArrowUp: column[place - 1],
      ArrowLeft: slabs.find((one) => one.key === slab.parent),
      ArrowRight: slabs.slice(at + 1).find((one) => one.parent === slab.key),
    };
    if (event.key in moves) focusOn(moves[event.key]);
    else if (event.key === 'Enter') {
      const [cell] = slab.node.cells;
      if (cell) void goTo(cell);
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={bar.root}>
        <Select
          size="small"
          aria-label={words.colour}
          value={colour}
          onChange={(_event, { value }) => setColour(value === 'owner' ? 'owner' : 'state')}
        >
          <option value="state">{words.colours.state}</option>
          {leading.length > 0 && <option value="owner">{words.colours.owner}</option>}
        </Select>
        {zoom !== null && (
          <Button size="small" onClick={() => setZoom(null)}>
            {words.zoomOut}
          </Button>
        )}
      </div>
      <ul className={styles.legend}>
        {colour === 'state'
          ? (['error', 'warning', 'ok'] as const).map((mark) => (
              <li key={mark}>
                <span className={styles.swatch} style={{ backgroundColor: STATE_FILL[mark] }} />
                {words.legend[mark]}
              </li>
            ))
          : [...leading, words.otherOwners].map((owner, index) => (
              <li key={owner}>
                <span
                  className={styles.swatch}
                  style={{ backgroundColor: OWNER_FILL[index] ?? OTHER_FILL }}
                />
                {owner}
              </li>
            ))}
      </ul>
      <div className={styles.scroll}>
        <svg
          ref={group}
          className={styles.chart}
          viewBox={`0 0 ${all} ${height}`}
          role="group"
          aria-label={words.chart}
          aria-description={words.keyboard}
        >
          {slabs.map((slab, index) => {
            const left = column(slab.depth);
            const isLast = slab.node.kind === 'pegObjective';
            const isBranch = slabs[index + 1]?.parent === slab.key;
            const width = (isLast ? all : column(slab.depth + 1)) - left;
            const top = slab.from * unit;
            const tall = slab.size * unit;
            const state = stateOf(slab.node.id);
            return (
              <g
                key={slab.key}
                data-slab={index}
                role="button"
                tabIndex={slab.key === chosen || (current === null && index === 0) ? 0 : -1}
                aria-pressed={slab.key === chosen}
                aria-label={[
                  kinds[slab.node.kind].one,
                  slab.node.code,
                  slab.node.title || words.noTitle,
                  isLast ? null : words.pegObjectives(slab.pegObjectives),
                  words.toLookAt(toLookAt(state)),
                ]
                  .filter((part) => part !== null)
                  .join(', ')}
                className={styles.slab}
                onClick={() => setChosen(slab.key)}
                onDoubleClick={() => setZoom(slab.key)}
                onKeyDown={(event) => onKeyDown(event, slab)}
              >
                <title>{slab.node.title}</title>
                <rect
                  x={left}
                  y={top}
                  width={width}
                  height={tall}
                  fill={isBranch ? tokens.colorNeutralBackground2 : fill(slab.node)}
                  stroke={slab.key === chosen ? tokens.colorBrandStroke1 : tokens.colorNeutralBackground1}
                  strokeWidth={slab.key === chosen ? 2 : 0.7}
                  strokeDasharray={markOf(state) === 'error' && slab.key !== chosen ? '2 1' : undefined}
                />
                {isBranch && (
                  <rect x={left + 0.5} y={top + 0.5} width={STRIP} height={tall - 1} fill={fill(slab.node)} />
                )}
                {tall >= MIN_TEXT && (
                  <svg x={left} y={top} width={width - 2} height={tall} aria-hidden>
                    {linesIn(slab.node.code ?? slab.node.title, width - STRIP - 4, tall).map(
                      ({ text, squeezed }, line) => (
                        <text
                          key={line}
                          x={STRIP + 2}
                          y={9 + line * 10}
                          className={styles.text}
                          {...(squeezed
                            ? { textLength: width - STRIP - 4, lengthAdjust: 'spacingAndGlyphs' }
                            : {})}
                        >
                          {`${text} `}
                        </text>
                      ),
                    )}
                  </svg>
                )}
              </g>
            );
          })}
        </svg>
      </div>
      {current && (
        <NodeDetails node={current.node} state={stateOf(current.node.id)}>
          {current.key !== zoom && current.node.kind !== 'pegObjective' && (
            <Button
              size="small"
              onClick={() =>
                setZoom(zoom === null ? current.key : [zoom, ...rest(current.key)].join('\u0000'))
              }
            >
              {words.zoomIn}
            </Button>
          )}
        </NodeDetails>
      )}
    </>
  );
}

/** Where each column begins. */
function columnEdges(columns: number, width: number): number[] {
  const shares = Array.from({ length: columns }, (_, depth) => SHARES[depth] ?? 1);
  const total = shares.reduce((sum, share) => sum + share, 0);
  let left = 0;
  return shares.map((share) => {
    const edge = left;
    left += (share / total) * width;
    return edge;
  });
}

/** A key inside a zoomed branch begins with the branch itself. */
function rest(key: string): string[] {
  return key.split('\u0000').slice(1);
}
