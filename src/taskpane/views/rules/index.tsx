import { Button, Input } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons/svg/search';
import { useMemo, useRef, useState, type ReactElement } from 'react';
import type { RuleSetting, RuleSettings } from '../../../coherence';
import { fold } from '../../../plan';
import { usePane } from '../../context';
import { themeOf } from '../../model/findings';
import { settingsFromText } from '../../model/rule-form';
import { themeName } from '../../model/themes';
import { useSteadyScroll } from '../../parts/anchor';
import { CopyButton } from '../../parts/copy-button';
import { openText, saveText } from '../../parts/files';
import { usePage } from '../../parts/styles';
import { RuleRow } from './rule-row';

/** Regole: the catalogue with its pages, what is on, how severe, with which options. */
export default function RulesView(): ReactElement {
  const { texts, language, session, result, attempt, tell } = usePane();
  const page = usePage();
  const words = texts.rules;
  const [search, setSearch] = useState('');
  const scroll = useRef<HTMLDivElement>(null);
  const look = useSteadyScroll(scroll, result);
  const { settings } = result.ruleSet;
  const themes = useMemo(() => {
    const wanted = fold(search)
      .split(/\s+/)
      .filter((word) => word !== '');
    const groups = new Map<string, RuleSetting[]>();
    for (const setting of settings) {
      const { rule } = setting;
      const text = fold(`${rule.id} ${rule.title[language]} ${rule.rationale[language]}`);
      if (!wanted.every((word) => text.includes(word))) continue;
      const theme = themeOf(rule.id);
      groups.set(theme, [...(groups.get(theme) ?? []), setting]);
    }
    return [...groups];
  }, [settings, search, language]);
  const save = (next: RuleSettings): Promise<boolean> => attempt(() => session.saveRuleSettings(next));
  const text = JSON.stringify(session.ruleSettings, null, 2);
  const load = async (): Promise<void> => {
    const chosen = await openText();
    if (chosen === null) return;
    const read = settingsFromText(chosen, session.ruleSettings);
    if (read === null) tell({ intent: 'error', text: words.badSet });
    else if (await save(read)) tell({ intent: 'success', text: words.imported });
  };
  const reset = async (): Promise<void> => {
    const before = session.ruleSettings;
    if (await save({}))
      tell({ intent: 'success', text: words.resetDone, undo: () => session.saveRuleSettings(before) });
  };
  return (
    <div className={page.scroll} ref={scroll} onScroll={look}>
      <p className={page.muted}>{words.intro}</p>
      <Input
        size="small"
        type="search"
        contentBefore={<Search16Regular aria-hidden />}
        aria-label={words.search}
        placeholder={words.search}
        value={search}
        onChange={(_event, { value }) => setSearch(value)}
      />
      <p className={page.muted}>
        {words.running(settings.filter((one) => one.off === null).length, settings.length)}
      </p>
      {result.ruleProblems.length > 0 && (
        <section className={page.section} aria-label={words.problems}>
          <h2 className={page.heading}>{words.problems}</h2>
          {result.ruleProblems.map((problem, index) => (
            <p key={index} className={page.muted}>
              {[problem.file, problem.rule, problem.message[language]].filter((part) => part).join(' · ')}
            </p>
          ))}
        </section>
      )}
      {themes.length === 0 && <p className={page.text}>{words.noMatch}</p>}
      {themes.map(([theme, list]) => (
        <section key={theme} className={page.section} aria-label={themeName(theme, texts)}>
          <h2 className={page.heading}>{themeName(theme, texts)}</h2>
          <ul className={page.list}>
            {list.map((setting) => (
              <RuleRow
                key={setting.rule.id}
                setting={setting}
                run={result.judgement.rules.find((run) => run.rule === setting.rule.id) ?? null}
                settings={session.ruleSettings}
                onSettings={(next) => void save(next)}
              />
            ))}
          </ul>
        </section>
      ))}
      <section className={page.section} aria-labelledby="rule-set">
        <h2 id="rule-set" className={page.heading}>
          {words.set}
        </h2>
        <p className={page.muted}>{words.setText}</p>
        <div className={page.actions}>
          <Button size="small" onClick={() => saveText(words.fileName, text)}>
            {words.exportSet}
          </Button>
          <CopyButton text={text} />
          <Button size="small" onClick={() => void load()}>
            {words.importSet}
          </Button>
          <Button size="small" appearance="subtle" onClick={() => void reset()}>
            {words.resetSet}
          </Button>
        </div>
      </section>
    </div>
  );
}
