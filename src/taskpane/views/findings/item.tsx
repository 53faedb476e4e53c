import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Finding } from '../../../coherence';
import { usePane } from '../../context';
import type { ListedFinding } from '../../model/findings';
import { dayText } from '../../model/dates';
import { ANCHOR } from '../../parts/anchor';
import { CellLinks } from '../../parts/cell-link';
import { AcceptForm } from './accept-form';
import { ApplyPreview } from './apply-preview';

const useStyles = makeStyles({
  root: {
    borderLeft: `3px solid transparent`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} calc(2.9rem - 3px)`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
  },
  selected: {
    borderLeftColor: tokens.colorBrandStroke1,
    backgroundColor: tokens.colorNeutralBackground1Hover,
  },
  message: {
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'start',
    padding: 0,
    margin: 0,
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  muted: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  small: { fontSize: tokens.fontSizeBase200 },
  followers: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXS,
  },
});

interface Props {
  readonly listed: ListedFinding;
  readonly selected: boolean;
  /** The one of its group the Tab key stops at. */
  readonly reachable: boolean;
  readonly onSelect: (finding: Finding) => void;
}

/** One finding: what, where, and what can be done about it. */
export function Item({ listed, selected, reachable, onSelect }: Props): ReactElement {
  const { texts, language, session, attempt, tell } = usePane();
  const styles = useStyles();
  const words = texts.findings;
  const { finding, followers } = listed;
  const { waiver } = finding;
  const [panel, setPanel] = useState<'accept' | 'apply' | null>(null);
  const [unfolded, setUnfolded] = useState(false);
  const close = (): void => setPanel(null);
  const withdraw = (): void =>
    void attempt(() =>
      session.saveWaivers(session.waivers.filter((one) => one.finding !== finding.fingerprint)),
    ).then((done) => {
      if (done) tell({ intent: 'success', text: words.withdrawn });
    });
  return (
    <li className={mergeClasses(styles.root, selected && styles.selected)} {...{ [ANCHOR]: finding.place }}>
      <button
        type="button"
        className={styles.message}
        data-selected={selected}
        aria-current={selected}
        tabIndex={reachable ? 0 : -1}
        onClick={() => onSelect(finding)}
      >
        {finding.message[language]}
      </button>
      {finding.cells.length === 0 ? (
        <p className={styles.muted}>{words.wholeWorkbook}</p>
      ) : (
        <CellLinks cells={finding.cells} />
      )}
      {finding.status === 'waived' && waiver && (
        <p className={styles.muted}>
          {words.acceptedBy(
            waiver.author,
            dayText(waiver.date, language),
            waiver.until === null ? null : dayText(waiver.until, language),
          )}
          : «{waiver.reason}»
        </p>
      )}
      {finding.status === 'open' && waiver && (
        <p className={styles.muted}>
          {words.formerly(waiver.author, dayText(waiver.date, language))}: «{waiver.reason}»
        </p>
      )}
      {followers.length > 0 && (
        <div>
          <Link
            as="button"
            className={styles.small}
            appearance="subtle"
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
          >
            {unfolded ? words.hideFollows : words.follows(followers.length)}
          </Link>
          {unfolded && (
            <ul className={styles.followers}>
              {followers.map((one) => (
                <li key={one.fingerprint}>{one.message[language]}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      {selected && panel === null && (
        <div className={styles.actions}>
          {finding.edits !== null && finding.status === 'open' && (
            <Button size="small" appearance="primary" onClick={() => setPanel('apply')}>
              {words.apply}
            </Button>
          )}
          {finding.status === 'open' ? (
            <Button size="small" onClick={() => setPanel('accept')}>
              {words.accept}
            </Button>
          ) : (
            <Button size="small" onClick={withdraw}>
              {words.withdraw}
            </Button>
          )}
        </div>
      )}
      {selected && panel === 'accept' && <AcceptForm finding={finding} onClose={close} />}
      {selected && panel === 'apply' && <ApplyPreview findings={[finding]} onClose={close} />}
    </li>
  );
}
