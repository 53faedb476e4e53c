import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronLeft16Regular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { objectivesAsRead, type ObjectiveAsRead } from '../../../application';
import type { CellRef } from '../../../workbook';
import { usePane } from '../../context';
import { CellLinks } from '../../parts/cell-link';
import { usePage } from '../../parts/styles';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  title: { flex: 1 },
  facts: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(5.5rem, max-content) 1fr',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  name: { margin: 0, color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  missing: { color: tokens.colorNeutralForeground3 },
});

/** Phases or indicators shown of one objective. */
const MOST = 4;

/** The objectives as they were read, one after the other, each beside its cells. */
export function ObjectiveSteps(): ReactElement | null {
  const { texts, result, goTo } = usePane();
  const styles = useStyles();
  const page = usePage();
  const words = texts.reading;
  const all = useMemo(() => objectivesAsRead(result.plan), [result.plan]);
  const [wanted, setAt] = useState(0);
  const at = Math.min(wanted, all.length - 1);
  const read = all[at];
  if (!read) return null;
  const step = (by: number): void => {
    const next = all[at + by];
    setAt(at + by);
    const [cell] = next?.cells ?? [];
    if (cell) void goTo(cell);
  };
  return (
    <section className={page.section} aria-labelledby="as-read">
      <div className={styles.head}>
        <h2 id="as-read" className={`${page.heading} ${styles.title}`}>
          {words.objective}
        </h2>
        <Button
          size="small"
          appearance="subtle"
          icon={<ChevronLeft16Regular />}
          aria-label={words.previous}
          disabledFocusable={at === 0}
          onClick={() => step(-1)}
        />
        <span className={page.muted} aria-live="polite">
          {words.position(at + 1, all.length)}
        </span>
        <Button
          size="small"
          appearance="subtle"
          icon={<ChevronRight16Regular />}
          aria-label={words.next}
          disabledFocusable={at === all.length - 1}
          onClick={() => step(1)}
        />
      </div>
      <ObjectiveFacts read={read} />
    </section>
  );
}

/** What was read of one objective; what was not is said, too. */
export function ObjectiveFacts({
  read,
  links = true,
}: {
  readonly read: ObjectiveAsRead;
  /** With links to the cells: where they are the workbook's own. */
  readonly links?: boolean;
}): ReactElement {
  const { texts } = usePane();
  const styles = useStyles();
  const words = texts.reading;
  const { parts } = words;
  const { objective, parents, phases, indicators } = read;
  const fact = (name: string, value: ReactNode, cells: readonly CellRef[] = []): ReactElement => (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>
        {value ?? <span className={styles.missing}>{parts.missing}</span>}
        {links && cells.length > 0 && <CellLinks cells={cells} first={1} />}
      </dd>
    </>
  );
  const lines = (texts_: readonly string[]): ReactNode =>
    texts_.length === 0 ? null : (
      <ul className={styles.list}>
        {texts_.slice(0, MOST).map((text, index) => (
          <li key={index}>{text}</li>
        ))}
        {texts_.length > MOST && <li>{words.moreParts(texts_.length - MOST)}</li>}
      </ul>
    );
  const owner = objective.owners[0] ?? objective.centre;
  return (
    <dl className={styles.facts}>
      {fact(parts.code, objective.code?.value ?? null, objective.code?.cells)}
      {fact(parts.title, objective.title.value, objective.title.cells)}
      {fact(
        parts.parent,
        lines(parents.map(({ code, title }) => [code?.value, title.value].filter(Boolean).join(' '))),
      )}
      {fact(parts.owner, owner?.value ?? null, owner?.cells)}
      {fact(parts.phases, lines(phases.map(({ title }) => title.value)))}
      {fact(
        parts.indicators,
        lines(
          indicators.map(({ title, targets: [target] }) =>
            target ? `${title.value} · ${parts.target(target.value)}` : title.value,
          ),
        ),
      )}
    </dl>
  );
}
