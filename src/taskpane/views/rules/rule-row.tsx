import { Switch, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { useId, useState, type ReactElement } from 'react';
import type { RuleRun, RuleSetting, RuleSettings } from '../../../coherence';
import { usePane } from '../../context';
import { withRule } from '../../model/rule-form';
import { ANCHOR } from '../../parts/anchor';
import { RulePage } from './rule-page';

const useStyles = makeStyles({
  root: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  line: { display: 'flex', alignItems: 'center' },
  head: {
    flex: 1,
    minWidth: 0,
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalXS,
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    padding: `${tokens.spacingVerticalXS} 0`,
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  twist: { paddingTop: '2px' },
  title: { lineHeight: tokens.lineHeightBase300 },
  about: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

interface Props {
  readonly setting: RuleSetting;
  readonly run: RuleRun | null;
  readonly settings: RuleSettings;
  readonly onSettings: (settings: RuleSettings) => void;
}

/** A rule: title, what it answered, on or off; its page when opened. */
export function RuleRow({ setting, run, settings, onSettings }: Props): ReactElement {
  const { texts, language } = usePane();
  const styles = useStyles();
  const words = texts.rules;
  const body = useId();
  const [open, setOpen] = useState(false);
  const { rule, off, own } = setting;
  const status = run?.status ?? 'off';
  const state = status === 'violated' ? words.state.violated(run?.findings ?? 0) : words.state[status];
  return (
    <li className={styles.root} {...{ [ANCHOR]: rule.id }}>
      <div className={styles.line}>
        <button
          type="button"
          className={styles.head}
          aria-expanded={open}
          aria-controls={body}
          onClick={() => setOpen(!open)}
        >
          <span className={styles.twist}>
            {open ? <ChevronDown16Regular aria-hidden /> : <ChevronRight16Regular aria-hidden />}
          </span>
          <span className={styles.title}>
            {rule.title[language]}
            <span className={styles.about}>
              {[rule.id, state, own ? words.own : null].filter((part) => part !== null).join(' · ')}
            </span>
          </span>
        </button>
        <Switch
          checked={off === null}
          aria-label={words.onOff(rule.title[language])}
          onChange={(_event, { checked }) => onSettings(withRule(settings, rule, checked))}
        />
      </div>
      {open && (
        <div id={body}>
          <RulePage setting={setting} run={run} settings={settings} onSettings={onSettings} />
        </div>
      )}
    </li>
  );
}
