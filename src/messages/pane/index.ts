import type { Language } from '../../application';
import { offlineTexts } from '../offline';
import { approval } from './approval';
import { findings } from './findings';
import { indicators } from './indicators';
import { plan } from './plan';
import { reading } from './reading';
import { rules } from './rules';
import { shell } from './shell';

/** Every text of the task pane, in one language. */
export function paneTexts(language: Language) {
  return {
    shell: shell[language],
    offline: offlineTexts(language),
    findings: findings[language],
    approval: approval[language],
    plan: plan[language],
    indicators: indicators[language],
    reading: reading[language],
    rules: rules[language],
  };
}

export type PaneTexts = ReturnType<typeof paneTexts>;
