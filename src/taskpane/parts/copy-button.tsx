import { Button } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import type { ReactElement } from 'react';
import { usePane } from '../context';

/** Copies a text; where the host forbids it, says how to do it by hand. */
export function CopyButton({
  text,
  label,
}: {
  readonly text: string;
  readonly label?: string;
}): ReactElement {
  const { texts, tell } = usePane();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      tell({ intent: 'success', text: texts.shell.copied });
    } catch (error) {
      if (!(error instanceof DOMException) && !(error instanceof TypeError)) throw error;
      tell({ intent: 'warning', text: texts.shell.copyFailed });
    }
  };
  return (
    <Button size="small" icon={<Copy16Regular aria-hidden />} onClick={() => void copy()}>
      {label ?? texts.shell.copy}
    </Button>
  );
}
