import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Circle16Regular } from '@fluentui/react-icons/svg/circle';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { Info16Regular } from '@fluentui/react-icons/svg/info';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import type { ReactElement } from 'react';
import type { Severity } from '../../coherence';

const useStyles = makeStyles({
  icon: { flexShrink: 0, display: 'block' },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteMarigoldForeground2 },
  info: { color: tokens.colorNeutralForeground3 },
  ok: { color: tokens.colorPaletteGreenForeground1 },
});

/** The mark of a severity, or of what is in order. The words beside it say the same. */
export function SeverityMark({ of }: { readonly of: Severity | 'ok' | 'unknown' }): ReactElement {
  const styles = useStyles();
  const shape = (name: 'error' | 'warning' | 'info' | 'ok') => ({
    className: mergeClasses(styles.icon, styles[name]),
    'aria-hidden': true as const,
  });
  switch (of) {
    case 'error':
      return <ErrorCircle16Filled {...shape('error')} />;
    case 'warning':
      return <Warning16Filled {...shape('warning')} />;
    case 'info':
      return <Info16Regular {...shape('info')} />;
    case 'ok':
      return <CheckmarkCircle16Filled {...shape('ok')} />;
    case 'unknown':
      return <Circle16Regular {...shape('info')} />;
  }
}
