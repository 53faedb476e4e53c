import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, type ReactElement } from 'react';
import type { PaneTexts } from '../../messages';
import type { Notice } from '../context';

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    '@media print': { display: 'none' },
  },
});

interface Props {
  readonly notice: Notice | null;
  readonly texts: PaneTexts;
  readonly onClose: () => void;
  readonly onUndo: (undo: () => Promise<unknown>) => void;
}

/** What just happened, in one line; good news without an undo leaves by itself. */
export function NoticeBar({ notice, texts, onClose, onUndo }: Props): ReactElement {
  const styles = useStyles();
  const fleeting = notice !== null && notice.intent === 'success' && notice.undo === undefined;
  useEffect(() => {
    if (!fleeting) return;
    const timer = setTimeout(onClose, 6000);
    return () => clearTimeout(timer);
  }, [fleeting, notice, onClose]);
  const undo = notice?.undo;
  return (
    <div role="status" aria-live="polite">
      {notice && (
        <div className={styles.root}>
          <MessageBar intent={notice.intent} layout="multiline">
            <MessageBarBody>{notice.text}</MessageBarBody>
            <MessageBarActions
              containerAction={
                <Button
                  appearance="transparent"
                  size="small"
                  aria-label={texts.shell.close}
                  icon={<Dismiss16Regular aria-hidden />}
                  onClick={onClose}
                />
              }
            >
              {undo && (
                <Button size="small" onClick={() => onUndo(undo)}>
                  {texts.shell.undo}
                </Button>
              )}
            </MessageBarActions>
          </MessageBar>
        </div>
      )}
    </div>
  );
}
