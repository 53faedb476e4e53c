import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../context';
import { Message } from './message';

/** A view with nothing to show, because nothing of its kind was recognised: what to do about it. */
export function NothingRead({
  title,
  text,
}: {
  readonly title: string;
  readonly text: string;
}): ReactElement {
  const { texts, open } = usePane();
  return (
    <Message title={title} text={text}>
      <Button onClick={() => open('reading')}>{texts.findings.noPlanAction}</Button>
    </Message>
  );
}
