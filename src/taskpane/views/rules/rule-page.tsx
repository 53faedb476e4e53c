import { Button, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { documentedRule, type RuleRun, type RuleSetting, type RuleSettings } from '../../../coherence';
import { usePane } from '../../context';
import { NO_FILTER, SEVERITIES } from '../../model/findings';
import { messagePattern, optionFields, withOption, withSeverity } from '../../model/rule-form';
import { usePage } from '../../parts/styles';
import { RuleExamples } from './examples';
import { OptionInput } from './option-input';

const useStyles = makeStyles({
  root: {
    padding: `0 0 ${tokens.spacingVerticalM} 20px`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  list: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  term: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: `0 0 ${tokens.spacingVerticalXS}`, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly setting: RuleSetting;
  readonly run: RuleRun | null;
  readonly settings: RuleSettings;
  readonly onSettings: (settings: RuleSettings) => void;
}

/** The page of a rule: why, when it is fine, references, what it says; severity and options. */
export function RulePage({ setting, run, settings, onSettings }: Props): ReactElement {
  const { env, texts, language, open } = usePane();
  const styles = useStyles();
  const page = usePage();
  const words = texts.rules;
  const { rule, severity, options } = setting;
  const documented = documentedRule(setting);
  const fields = optionFields(rule, language);
  const entries: readonly (readonly [string, string])[] = [
    [words.why, rule.rationale[language]],
    [words.whenFine, documented?.whenFine[language] ?? ''],
    [words.limits, documented?.limits?.[language] ?? ''],
    [
      words.references,
      rule.references.map((one) => [one.act, one.article].filter((part) => part).join(' ')).join('; '),
    ],
    [
      words.says,
      Object.values(rule.messages)
        .map((message) => messagePattern(message[language]))
        .join(' — '),
    ],
    [words.answer, run?.reason?.[language] ?? ''],
  ];
  const seeFindings = (): void => {
    env.memory?.write('filter', JSON.stringify({ ...NO_FILTER, status: 'all', text: rule.id }));
    open('findings');
  };
  return (
    <div className={styles.root}>
      <dl className={styles.list}>
        {entries
          .filter(([, text]) => text !== '')
          .map(([term, text]) => (
            <div key={term}>
              <dt className={styles.term}>{term}</dt>
              <dd className={styles.text}>{text}</dd>
            </div>
          ))}
      </dl>
      {documented && <RuleExamples rule={documented} />}
      <Field label={words.severity} size="small">
        <Select
          size="small"
          value={severity ?? ''}
          onChange={(_event, { value }) =>
            onSettings(withSeverity(settings, rule, SEVERITIES.find((one) => one === value) ?? null))
          }
        >
          <option value="">{words.asRule}</option>
          {SEVERITIES.map((one) => (
            <option key={one} value={one}>
              {words.severities[one]}
            </option>
          ))}
        </Select>
      </Field>
      {fields.map((field) => (
        <OptionInput
          key={field.name}
          field={field}
          value={options[field.name]}
          onValue={(value) => onSettings(withOption(settings, rule, field.name, value))}
        />
      ))}
      {run !== null && run.findings > 0 && env.memory && (
        <div className={page.actions}>
          <Button size="small" onClick={seeFindings}>
            {words.seeFindings}
          </Button>
        </div>
      )}
    </div>
  );
}
