import { Text } from '@fluentui/react-components';
import type { ReactElement } from 'react';

/** What an unforeseen error says of itself, for whoever mends it. */
export function Detail({ error, label }: { readonly error: unknown; readonly label: string }): ReactElement {
  return (
    <details>
      <summary>{label}</summary>
      <Text font="monospace" size={200}>
        {String(error)}
      </Text>
    </details>
  );
}
