import type { ReactElement } from 'react';

export default function View(): ReactElement {
  return <p>…</p>;
}
