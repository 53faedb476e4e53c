import { Button } from '@fluentui/react-components';
import { useCallback, useEffect, useState, type ComponentType, type ReactElement } from 'react';
import type { PaneTexts } from '../../messages';
import { Message } from './message';

/** Whether a part of the program itself could not be fetched from its server. */
export const isOffline = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ChunkLoadError';

type Load = () => Promise<{ readonly default: ComponentType }>;

/** Views that have come already are shown at once. */
const known = new Map<Load, ComponentType>();

interface Props {
  readonly load: Load;
  readonly texts: PaneTexts;
}

/** A view whose code is fetched when it is first shown; without a network it says so and tries again when asked. */
export function FetchedView({ load, texts }: Props): ReactElement {
  const [state, setState] = useState<{ readonly view: ComponentType | null; readonly error: unknown }>({
    view: known.get(load) ?? null,
    error: null,
  });
  const fetchIt = useCallback(() => {
    let wanted = true;
    setState({ view: known.get(load) ?? null, error: null });
    load().then(
      (module) => {
        known.set(load, module.default);
        if (wanted) setState({ view: module.default, error: null });
      },
      (error: unknown) => wanted && setState({ view: null, error }),
    );
    return () => {
      wanted = false;
    };
  }, [load]);
  useEffect(fetchIt, [fetchIt]);
  const { view: View, error } = state;
  if (View) return <View />;
  if (error === null) return <Message title={texts.shell.loading.view} />;
  // Anything else is a mistake of the view: its boundary says so.
  if (!isOffline(error)) throw error;
  return (
    <Message title={texts.offline.title} text={texts.offline.text} alert>
      <Button appearance="primary" onClick={fetchIt}>
        {texts.offline.again}
      </Button>
    </Message>
  );
}
