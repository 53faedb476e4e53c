import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Language } from '../../application';
import type { PaneTexts } from '../../messages';
import { VIEWS, type ViewName } from '../environment';

/** A section of the manual about one view. */
interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}
interface Block {
  readonly item: boolean;
  readonly pieces: readonly { readonly text: string; readonly as?: string }[];
}

/** Sections in the order of the views; made from the manual when the catalogue is made. */
const sections: Readonly<Record<Language, () => Promise<{ readonly default: readonly Section[] }>>> = {
  it: () => import('../help-it.generated.json'),
  en: () => import('../help-en.generated.json'),
};

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    maxHeight: '50%',
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  block: { margin: `${tokens.spacingVerticalXS} 0` },
  item: { margin: `${tokens.spacingVerticalXS} 0`, paddingLeft: tokens.spacingHorizontalM },
});

interface Props {
  readonly view: ViewName;
  readonly language: Language;
  readonly texts: PaneTexts;
  readonly onClose: () => void;
}

/** What the manual says of the view that is shown; Escape closes it and goes back to the button it came from. */
export function HelpPanel({ view, language, texts, onClose }: Props): ReactElement {
  const styles = useStyles();
  const panel = useRef<HTMLElement>(null);
  const [help, setHelp] = useState<readonly Section[] | 'offline' | null>(null);
  useEffect(() => {
    let wanted = true;
    sections[language]().then(
      (module) => wanted && setHelp(module.default),
      () => wanted && setHelp('offline'),
    );
    return () => {
      wanted = false;
    };
  }, [language]);
  useEffect(() => panel.current?.focus(), []);
  const close = (): void => {
    onClose();
    document.getElementById('help-button')?.focus();
  };
  const title = texts.shell.help(texts.shell.views[view]);
  const section = help === null || help === 'offline' ? undefined : help[VIEWS.indexOf(view)];
  return (
    <section
      ref={panel}
      id="help"
      className={styles.root}
      tabIndex={-1}
      aria-label={title}
      onKeyDown={({ key }) => key === 'Escape' && close()}
    >
      <div className={styles.head}>
        <Text as="h2" weight="semibold">
          {title}
        </Text>
        <Button
          appearance="subtle"
          size="small"
          aria-label={texts.shell.close}
          icon={<Dismiss16Regular aria-hidden />}
          onClick={close}
        />
      </div>
      {help === 'offline' && <p className={styles.block}>{texts.offline.text}</p>}
      {section && <Blocks blocks={section.blocks} />}
    </section>
  );
}

/** Paragraphs, and lists of what stands together. */
function Blocks({ blocks }: { readonly blocks: readonly Block[] }): ReactElement {
  const styles = useStyles();
  const paragraphs = blocks.filter(({ item }) => !item);
  const items = blocks.filter(({ item }) => item);
  return (
    <>
      {paragraphs.map((block, at) => (
        <p key={at} className={styles.block}>
          <Pieces block={block} />
        </p>
      ))}
      <ul className={styles.item}>
        {items.map((block, at) => (
          <li key={at}>
            <Pieces block={block} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Pieces({ block }: { readonly block: Block }): ReactElement {
  return (
    <>
      {block.pieces.map(({ text, as }, at) =>
        as === 'strong' ? (
          <strong key={at}>{text}</strong>
        ) : as === 'em' ? (
          <em key={at}>{text}</em>
        ) : as === 'code' ? (
          <code key={at}>{text}</code>
        ) : (
          text
        ),
      )}
    </>
  );
}
