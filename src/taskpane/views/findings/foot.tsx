import { Button, ToggleButton, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDown16Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp16Regular } from '@fluentui/react-icons/svg/arrow-up';
import { Highlight16Regular } from '@fluentui/react-icons/svg/highlight';
import { Mail16Regular } from '@fluentui/react-icons/svg/mail';
import type { ReactElement } from 'react';
import { usePane } from '../../context';
import { useBar } from '../../parts/styles';
import type { Highlight } from './use-highlight';

const useStyles = makeStyles({
  foot: { justifyContent: 'flex-end', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  position: {
    flex: 1,
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  list: { whiteSpace: 'nowrap' },
});

interface Props {
  /** Zero-based place of the selected finding in the list; -1 without one. */
  readonly at: number;
  readonly count: number;
  readonly highlight: Highlight;
  readonly onList: () => void;
  readonly onStep: (by: 1 | -1) => void;
}

/** Under the list: where one is in it, marks in the sheets, the list for an office, previous and next. */
export function Foot({ at, count, highlight, onList, onStep }: Props): ReactElement {
  const { texts } = usePane();
  const styles = useStyles();
  const bar = useBar();
  const words = texts.findings;
  return (
    <div className={mergeClasses(bar.root, styles.foot)}>
      <span className={styles.position} aria-live="polite">
        {words.position(at + 1, count)}
      </span>
      <ToggleButton
        appearance="subtle"
        size="small"
        title={words.highlight}
        aria-label={words.highlight}
        icon={<Highlight16Regular aria-hidden />}
        checked={highlight.on}
        onClick={highlight.toggle}
      />
      <Button
        className={styles.list}
        appearance="subtle"
        size="small"
        icon={<Mail16Regular aria-hidden />}
        onClick={onList}
      >
        {words.officeList}
      </Button>
      <Button
        appearance="subtle"
        size="small"
        title={words.previous}
        aria-label={words.previous}
        icon={<ArrowUp16Regular aria-hidden />}
        disabled={count === 0 || at === 0}
        onClick={() => onStep(-1)}
      />
      <Button
        appearance="subtle"
        size="small"
        title={words.next}
        aria-label={words.next}
        icon={<ArrowDown16Regular aria-hidden />}
        disabled={count === 0 || at === count - 1}
        onClick={() => onStep(1)}
      />
    </div>
  );
}
