import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment, useMemo, type ReactElement } from 'react';
import type { PlanNode } from '../../../plan';
import { usePane } from '../../context';
import { chartLines } from '../../model/icicle';
import { toLookAt, type BranchState } from '../../model/plan-states';
import { CellLinks } from '../../parts/cell-link';

const useStyles = makeStyles({
  scroll: { flex: 1, minHeight: 0, overflow: 'auto', '@media print': { overflow: 'visible' } },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  head: {
    position: 'sticky',
    top: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    padding: tokens.spacingHorizontalS,
    boxShadow: `inset 0 -1px 0 ${tokens.colorNeutralStroke1}`,
    verticalAlign: 'bottom',
  },
  cell: {
    padding: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  group: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  area: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  number: { textAlign: 'end', width: '2.6rem', fontVariantNumeric: 'tabular-nums' },
});

interface Props {
  readonly tree: readonly PlanNode[];
  readonly stateOf: (id: string) => BranchState;
}

/** What the chart shows, in lines and numbers. */
export function ChartTable({ tree, stateOf }: Props): ReactElement {
  const { texts } = usePane();
  const styles = useStyles();
  const words = texts.plan;
  const lines = useMemo(() => chartLines(tree), [tree]);
  const name = (node: PlanNode | null): string =>
    node === null ? words.noArea : [node.code, node.title || words.noTitle].filter((part) => part).join(' ');
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={words.chart}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
              {words.operating}
            </th>
            <th scope="col" className={mergeClasses(styles.head, styles.number)}>
              {words.peg}
            </th>
            <th scope="col" className={mergeClasses(styles.head, styles.number)}>
              {words.state}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => {
            const above = lines[index - 1];
            const heading = above?.area !== line.area || above?.strategic !== line.strategic;
            return (
              <Fragment key={line.key}>
                {heading && (
                  <tr>
                    <th scope="colgroup" colSpan={3} className={styles.group}>
                      <span className={styles.area}>{name(line.area)}</span>
                      {line.strategic && <> › {name(line.strategic)}</>}
                    </th>
                  </tr>
                )}
                <tr>
                  <td className={styles.cell}>
                    {line.operating === null ? '–' : name(line.operating)}{' '}
                    <CellLinks cells={line.last.cells} first={1} />
                  </td>
                  <td className={mergeClasses(styles.cell, styles.number)}>{line.pegObjectives}</td>
                  <td className={mergeClasses(styles.cell, styles.number)}>
                    {toLookAt(stateOf(line.last.id))}
                  </td>
                </tr>
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
