import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import type { PaneTexts } from '../../messages';
import { Detail } from './detail';
import { Message } from './message';

interface Props {
  readonly texts: PaneTexts;
  /** A new value starts afresh, as opening another view does. */
  readonly resetOn: unknown;
  readonly children: ReactNode;
}

/** What a view that throws turns into: a sentence, a way on, and the detail for whoever mends it. */
export class Boundary extends Component<Props, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override componentDidUpdate(before: Props): void {
    if (before.resetOn !== this.props.resetOn && this.state.error !== null) this.setState({ error: null });
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const words = this.props.texts.shell.crashed;
    return (
      <Message title={words.title} text={words.text} alert>
        <Button appearance="primary" onClick={() => this.setState({ error: null })}>
          {words.again}
        </Button>
        <Detail error={error} label={words.detail} />
      </Message>
    );
  }
}
