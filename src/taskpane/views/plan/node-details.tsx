import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { messages } from '../../../messages';
import type { PlanNode } from '../../../plan';
import { usePane } from '../../context';
import { NO_FILTER } from '../../model/findings';
import { pegCount } from '../../model/icicle';
import { toLookAt, type BranchState } from '../../model/plan-states';
import { CellLinks } from '../../parts/cell-link';
import { usePage } from '../../parts/styles';

const useStyles = makeStyles({
  root: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    maxHeight: '35vh',
    overflowY: 'auto',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    '@media print': { display: 'none' },
  },
});

interface Props {
  readonly node: PlanNode;
  readonly state: BranchState;
  readonly children?: ReactNode;
}

/** The chosen objective in full, with its cells and the way to its findings. */
export function NodeDetails({ node, state, children }: Props): ReactElement {
  const { env, texts, language, open } = usePane();
  const styles = useStyles();
  const page = usePage();
  const words = texts.plan;
  const kind = messages(language).kind[node.kind];
  const count = pegCount(node);
  const seeFindings = (): void => {
    env.memory?.write('filter', JSON.stringify({ ...NO_FILTER, text: node.code ?? node.title }));
    open('findings');
  };
  return (
    <section className={styles.root} aria-live="polite">
      <p className={page.text}>{node.title || words.noTitle}</p>
      <p className={page.muted}>
        {[
          kind.one,
          node.code,
          node.kind === 'pegObjective' || count === 0 ? null : words.pegObjectives(count),
          words.toLookAt(toLookAt(state)),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      <CellLinks cells={node.cells} />
      <div className={page.actions}>
        {toLookAt(state) > 0 && env.memory && (
          <Button size="small" onClick={seeFindings}>
            {words.seeFindings}
          </Button>
        )}
        {children}
      </div>
    </section>
  );
}
