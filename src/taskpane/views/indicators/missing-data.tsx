import type { ReactElement } from 'react';
import { usePane } from '../../context';
import { askText, type MissingSource } from '../../model/missing';
import { CopyButton } from '../../parts/copy-button';
import { usePage } from '../../parts/styles';

/** What to ask to whom, with a text to copy for each source. */
export function MissingData({ sources }: { readonly sources: readonly MissingSource[] }): ReactElement {
  const { texts } = usePane();
  const page = usePage();
  const words = texts.indicators;
  if (sources.length === 0) return <p className={page.text}>{words.nothingMissing}</p>;
  return (
    <>
      <h1 className={page.heading}>{words.askTitle}</h1>
      <p className={page.muted}>{words.askText}</p>
      {sources.map((source) => {
        const name = source.source ?? words.noSource;
        return (
          <section key={name} className={page.section} aria-label={name}>
            <h2 className={page.heading}>{name}</h2>
            <ul className={page.list} style={{ rowGap: 8 }}>
              {source.data.map((datum) => (
                <li key={`${datum.name} ${datum.period}`} title={datum.indicators.join('; ')}>
                  <p className={page.text}>
                    {datum.name}
                    {datum.period !== '' && ` (${datum.period})`}
                  </p>
                  <p className={page.muted}>{words.neededBy(datum.indicators.length)}</p>
                </li>
              ))}
            </ul>
            <div className={page.actions}>
              <CopyButton text={askText(source, words.askIntro(name))} />
            </div>
          </section>
        );
      })}
    </>
  );
}
