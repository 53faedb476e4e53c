import { contentWords, stem } from '../../plan';
import { isList, onText } from './operator';

/** Contains one of the listed words in any number and gender, or a word that begins with it (`ordinar` …). */
export const containsStem = onText(
  'containsStem',
  'list',
  {
    it: 'contiene una delle parole, al singolare o al plurale, o una parola che comincia così',
    en: 'contains one of the words in any number and gender, or a word that begins with it',
  },
  (value, operand) => {
    const present = contentWords(value);
    return (
      isList(operand) &&
      operand.some((word) =>
        contentWords(word).every((part) =>
          present.some((other) => other.startsWith(part) || stem(other) === stem(part)),
        ),
      )
    );
  },
);
