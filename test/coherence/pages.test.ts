import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ruleIndex, rulePage, shippedRules, viewsPage } from '../../src/coherence';

const folder = join(__dirname, '../../docs/regole');
const page = (name: string): string => readFileSync(join(folder, name), 'utf8');
const rules = shippedRules();
const said = (name: string): string => readFileSync(join(__dirname, '../../rules', name), 'utf8');
const made = (language: 'it' | 'en', name: string): string =>
  viewsPage(language, said(name), said('example-rule.json'));
/** Said by the failure when a rule file changed and its page did not. */
const CURE = 'npm run rules:pages';

test.each(rules.map((rule) => [rule.id, rule] as const))(
  'the page of %s is the one its file makes',
  (id, rule) => {
    expect({ cure: CURE, made: existsSync(join(folder, `${id}.md`)) }).toEqual({ cure: CURE, made: true });
    expect({ cure: CURE, page: page(`${id}.md`) }).toEqual({ cure: CURE, page: rulePage(rule, 'it') });
  },
);

test('index and pages of views are those of the code; no page is left over', () => {
  expect(page('README.md')).toBe(ruleIndex(rules, 'it'));
  expect({ cure: CURE, page: page('viste.md') }).toEqual({ cure: CURE, page: made('it', 'viste.md') });
  expect({ cure: CURE, page: page('views.md') }).toEqual({ cure: CURE, page: made('en', 'views.md') });
  expect(readdirSync(folder).sort()).toEqual(
    [...rules.map((rule) => `${rule.id}.md`), 'README.md', 'viste.md', 'views.md'].sort(),
  );
});

test.each([
  [
    'it',
    [
      'Cosa controlla',
      'Perché',
      'Esempio corretto',
      'Esempio errato',
      'Quando è giusto così',
      'Come si corregge',
      'Limiti noti',
    ],
  ],
  [
    'en',
    [
      'What it checks',
      'Why',
      'Right example',
      'Wrong example',
      'When it is fine',
      'How to settle it',
      'Known limits',
    ],
  ],
] as const)('every page in %s has its sections in order', (language, titles) => {
  for (const rule of rules) {
    const text = rulePage(rule, language);
    const places = titles.map((title) => text.indexOf(`## ${title}\n`));
    expect([rule.id, places.every((place, at) => place > (places[at - 1] ?? 0))]).toEqual([rule.id, true]);
    expect(text).not.toMatch(/\bundefined\b|\bnull\b|\{[a-z]/i);
  }
});

test('references are printed only for sources that were read', () => {
  const unread = ['art. 175', 'art. 147-ter', 'art. 108'];
  for (const rule of rules) {
    for (const { act, article = '' } of rule.references) {
      expect(unread.some((one) => `${act} ${article}`.includes(one))).toBe(false);
    }
  }
});
