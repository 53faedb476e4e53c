import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ReadingDoubt } from '../../approval';
import { usePane } from '../context';

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`, flexShrink: 0 },
});

/** Above every view of a workbook whose reading is not sure: no verdict is shown without its doubt. */
export function DoubtBar({ doubt }: { readonly doubt: ReadingDoubt }): ReactElement {
  const { texts, questions, open } = usePane();
  const styles = useStyles();
  const { reading } = texts;
  return (
    <div className={styles.root}>
      <MessageBar intent="warning" layout="multiline" id="doubt">
        <MessageBarBody>
          {questions.doubt[doubt.state]}
          {doubt.findings > 0 && ` ${questions.doubtful(doubt.findings)}.`}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={() => open('reading')}>
            {reading.doubtAction}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
