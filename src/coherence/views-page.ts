import { views } from './facts';
import { operators, setOperators } from './operators';
import type { Language, LocalisedText } from './rule';

const WORDS = {
  views: { it: 'Le viste', en: 'The views' },
  operators: { it: 'Operatori sui campi', en: 'Operators on fields' },
  questions: { it: 'Domande sulle viste', en: 'Questions about views' },
  field: { it: '| campo | tipo | |', en: '| field | type | |' },
  operator: { it: '| nome | tipi | value | |', en: '| name | types | value | |' },
  question: { it: '| nome | value | |', en: '| name | value | |' },
} as const satisfies Readonly<Record<string, LocalisedText>>;

const table = (head: string, rows: readonly string[]): string =>
  [head, head.replace(/[^|]+/g, ' --- '), ...rows].join('\n');

/**
 * The page for who writes rules: how (Markdown, as `rules/viste.md` says it), a whole example, the views with their
 * fields, and operators.
 */
export function viewsPage(language: Language, how: string, example: string): string {
  const each = [...views.values()].flatMap(({ name, about, fields }) => [
    `### ${name}`,
    `${about[language]}.`,
    table(
      WORDS.field[language],
      Object.entries(fields).map(
        ([key, field]) => `| \`${key}\` | ${field.type} | ${field.about[language]} |`,
      ),
    ),
  ]);
  const onFields = [...operators.values()].map(
    (one) => `| \`${one.name}\` | ${one.accepts.join(', ')} | ${one.operand} | ${one.about[language]} |`,
  );
  const onViews = setOperators.map((one) => `| \`${one.name}\` | ${one.operand} | ${one.about[language]} |`);
  return `${[
    how.trimEnd(),
    `\`\`\`json\n${example.trimEnd()}\n\`\`\``,
    `## ${WORDS.views[language]}`,
    ...each,
    `## ${WORDS.operators[language]}`,
    table(WORDS.operator[language], onFields),
    `## ${WORDS.questions[language]}`,
    table(WORDS.question[language], onViews),
  ].join('\n\n')}\n`;
}
