import { Button, Input, Tab, TabList, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Print16Regular } from '@fluentui/react-icons/svg/print';
import { Search16Regular } from '@fluentui/react-icons/svg/search';
import { useMemo, useState, type ReactElement } from 'react';
import { planTree } from '../../../plan';
import { usePane, useRemembered } from '../../context';
import { NOTHING, branchStates } from '../../model/plan-states';
import { NothingRead } from '../../parts/nothing-read';
import { useBar } from '../../parts/styles';
import { Chart } from './chart';
import { ChartTable } from './chart-table';
import { Tree } from './tree';

const useStyles = makeStyles({
  bar: { flexWrap: 'wrap', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  search: { flex: 1, minWidth: '9rem' },
});

const SHAPES = ['tree', 'chart', 'table'] as const;
type Shape = (typeof SHAPES)[number];
const isShape = (value: unknown): value is Shape => SHAPES.some((shape) => shape === value);

/** Piano: the hierarchy as a tree, as a chart, as a table. */
export default function PlanView(): ReactElement {
  const { env, texts, result } = usePane();
  const styles = useStyles();
  const bar = useBar();
  const words = texts.plan;
  const [shape, setShape] = useRemembered<Shape>(env, 'plan-shape', 'tree', isShape);
  const [search, setSearch] = useState('');
  const tree = useMemo(() => planTree(result.plan), [result.plan]);
  const states = useMemo(() => branchStates(result.plan, tree, result.judgement.findings), [result, tree]);
  const stateOf = (id: string) => states.get(id) ?? NOTHING;
  if (tree.length === 0) return <NothingRead title={words.empty} text={words.emptyText} />;
  return (
    <>
      <div className={mergeClasses(bar.root, styles.bar)}>
        <TabList
          size="small"
          appearance="subtle"
          selectedValue={shape}
          aria-label={words.shape}
          onTabSelect={(_event, { value }) => {
            if (isShape(value)) setShape(value);
          }}
        >
          {SHAPES.map((one) => (
            <Tab key={one} value={one}>
              {words.shapes[one]}
            </Tab>
          ))}
        </TabList>
        {shape === 'tree' && (
          <Input
            className={styles.search}
            size="small"
            type="search"
            contentBefore={<Search16Regular aria-hidden />}
            aria-label={words.search}
            placeholder={words.search}
            value={search}
            onChange={(_event, { value }) => setSearch(value)}
          />
        )}
        {shape !== 'tree' && env.print && (
          <Button size="small" appearance="subtle" icon={<Print16Regular aria-hidden />} onClick={env.print}>
            {words.print}
          </Button>
        )}
      </div>
      {shape === 'tree' && <Tree tree={tree} stateOf={stateOf} search={search} />}
      {shape === 'chart' && <Chart tree={tree} stateOf={stateOf} />}
      {shape === 'table' && <ChartTable tree={tree} stateOf={stateOf} />}
    </>
  );
}
