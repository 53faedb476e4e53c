import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { CellRef } from '../../workbook';
import { formatRef } from '../../workbook';
import { usePane } from '../context';
import { hiddenAt } from '../model/place';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
  },
  link: { fontSize: tokens.fontSizeBase200, textAlign: 'start', overflowWrap: 'anywhere' },
  hidden: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

/** A cell as a link that shows it in the workbook; hidden ones say so beforehand. */
export function CellLink({
  cell,
  short = false,
}: {
  readonly cell: CellRef;
  /** Without the sheet's name, where the cell before already says it. */
  readonly short?: boolean;
}): ReactElement {
  const { texts, session, goTo } = usePane();
  const styles = useStyles();
  const hidden = hiddenAt(session.workbook, cell);
  const { file } = cell;
  return (
    <span>
      <Link
        as="button"
        className={styles.link}
        aria-label={texts.shell.goTo(formatRef(cell))}
        onClick={() => void goTo(cell)}
      >
        {short ? cell.address : `${cell.sheet} ${cell.address}`}
      </Link>
      {hidden && (
        <span className={styles.hidden}>
          {' '}
          ({hidden === 'file' ? texts.shell.hidden.file(file ?? '') : texts.shell.hidden[hidden]})
        </span>
      )}
    </span>
  );
}

/** Several cells, the first few at once and the others on demand. */
export function CellLinks({
  cells,
  first = 3,
}: {
  readonly cells: readonly CellRef[];
  readonly first?: number;
}): ReactElement | null {
  const { texts } = usePane();
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const rest = cells.length - first;
  if (cells.length === 0) return null;
  return (
    <span className={styles.list}>
      {(all ? cells : cells.slice(0, first)).map((cell, index) => (
        <CellLink key={formatRef(cell)} cell={cell} short={cells[index - 1]?.sheet === cell.sheet} />
      ))}
      {!all && rest > 0 && (
        <Link as="button" className={styles.link} appearance="subtle" onClick={() => setAll(true)}>
          +{texts.findings.moreCells(rest)}
        </Link>
      )}
    </span>
  );
}
