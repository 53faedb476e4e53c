import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { Children, useId, useState, type ReactElement, type ReactNode } from 'react';
import { usePane } from '../context';
import { SeverityMark } from './severity';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  head: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  mark: { paddingTop: '2px' },
  title: { flex: 1, lineHeight: tokens.lineHeightBase300 },
  body: { paddingLeft: '24px', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

interface Props {
  readonly mark: 'ok' | 'error' | 'warning' | 'info';
  readonly title: string;
  /** Goes somewhere instead of unfolding. */
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly children?: ReactNode;
}

/** A line of a checklist that unfolds into its details. */
export function Fold({ mark, title, action, children }: Props): ReactElement {
  const { texts } = usePane();
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const body = useId();
  const words = texts.approval;
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <span className={styles.mark}>
          <SeverityMark of={mark} />
        </span>
        <span className={styles.title}>{title}</span>
        {action && (
          <Link as="button" aria-label={`${action.label}: ${title}`} onClick={action.run}>
            {action.label}
          </Link>
        )}
        {Children.toArray(children).length > 0 && (
          <Link
            as="button"
            aria-expanded={open}
            aria-controls={body}
            aria-label={`${open ? words.hide : words.show}: ${title}`}
            onClick={() => setOpen(!open)}
          >
            {open ? words.hide : words.show}
          </Link>
        )}
      </div>
      {open && (
        <div id={body} className={styles.body}>
          {children}
        </div>
      )}
    </div>
  );
}
