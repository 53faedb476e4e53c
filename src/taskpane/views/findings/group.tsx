import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { useId, useState, type ReactElement } from 'react';
import type { Finding } from '../../../coherence';
import { usePane } from '../../context';
import type { FindingGroup } from '../../model/findings';
import { ANCHOR } from '../../parts/anchor';
import { SeverityMark } from '../../parts/severity';
import { ApplyPreview } from './apply-preview';
import { Item } from './item';

const useStyles = makeStyles({
  root: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  heading: { margin: 0, font: 'inherit' },
  mark: { paddingTop: '2px', display: 'flex', gap: tokens.spacingHorizontalXXS },
  title: {
    flex: 1,
    minWidth: 0,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase300,
  },
  count: { color: tokens.colorNeutralForeground3, lineHeight: tokens.lineHeightBase300 },
  about: {
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} 2.9rem`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
  },
  line: { margin: 0 },
  label: { fontWeight: tokens.fontWeightSemibold },
  reference: { color: tokens.colorNeutralForeground3 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  foot: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} 2.9rem` },
});

/** How many findings of a group are listed at once. */
const PAGE = 25;

interface Props {
  readonly group: FindingGroup;
  readonly open: boolean;
  readonly selected: Finding | null;
  readonly onToggle: (open: boolean) => void;
  readonly onSelect: (finding: Finding) => void;
}

/** Findings with one cause: why and how to remedy once, then each with its cells. */
export function Group({ group, open, selected, onToggle, onSelect }: Props): ReactElement {
  const { texts, language } = usePane();
  const styles = useStyles();
  const words = texts.findings;
  const body = useId();
  const [pages, setPages] = useState(1);
  const [applying, setApplying] = useState(false);
  const at = group.findings.findIndex(({ finding }) => finding === selected);
  const limit = Math.max(pages, Math.ceil((at + 1) / PAGE)) * PAGE;
  const rest = group.findings.length - limit;
  const fixable = group.findings
    .map(({ finding }) => finding)
    .filter((finding) => finding.edits !== null && finding.status === 'open');
  const remedy = group.remedy[language];
  const first = at === -1 ? 0 : at;
  return (
    <section className={styles.root} {...{ [ANCHOR]: group.key }}>
      <h2 className={styles.heading}>
        <button
          type="button"
          className={styles.head}
          aria-expanded={open}
          aria-controls={body}
          onClick={() => onToggle(!open)}
        >
          <span className={styles.mark}>
            {open ? <ChevronDown16Regular aria-hidden /> : <ChevronRight16Regular aria-hidden />}
            <SeverityMark of={group.severity} />
          </span>
          <span className={styles.title}>{group.title[language]}</span>
          <span
            className={styles.count}
            aria-label={words.severityCount[group.severity](group.findings.length)}
          >
            {group.findings.length}
          </span>
        </button>
      </h2>
      {open && (
        <div id={body}>
          <div className={styles.about}>
            <p className={styles.line}>
              <span className={styles.label}>{words.why}: </span>
              {group.reason[language]}{' '}
              <span className={styles.reference}>{[...group.references, group.rule].join(' · ')}</span>
            </p>
            {remedy !== '' && (
              <p className={styles.line}>
                <span className={styles.label}>{words.remedy}: </span>
                {remedy}
              </p>
            )}
            {fixable.length > 1 && !applying && (
              <div>
                <Button size="small" onClick={() => setApplying(true)}>
                  {words.applyAll(fixable.length)}
                </Button>
              </div>
            )}
            {applying && <ApplyPreview findings={fixable} onClose={() => setApplying(false)} />}
          </div>
          <ul className={styles.list}>
            {group.findings.slice(0, limit).map((listed, index) => (
              <Item
                key={`${listed.finding.place} ${listed.finding.fingerprint}`}
                listed={listed}
                selected={listed.finding === selected}
                reachable={index === first}
                onSelect={onSelect}
              />
            ))}
          </ul>
          {rest > 0 && (
            <div className={styles.foot}>
              <Button size="small" appearance="subtle" onClick={() => setPages(pages + 2)}>
                {texts.shell.showMore(Math.min(rest, 2 * PAGE))}
              </Button>
            </div>
          )}
        </div>
      )}
    </section>
  );
}
