import type { PaneTexts } from './pane';

type Words = Pick<PaneTexts['reading'], 'subjects' | 'attributes' | 'ignored' | 'otherPeriod'>;

/** A field of the mapping in words: `indicator.target@2017` → “Indicatore: valore atteso (2017)”. */
export function fieldLabel(field: string, words: Words): string {
  if (field === 'ignore') return words.ignored;
  const [, subject = '', attribute = '', period] = /^(\w+)\.(\w+)(?:@(.+))?$/.exec(field) ?? [];
  if (subject === '') return field;
  const subjects: Readonly<Record<string, string>> = words.subjects;
  const label = `${subjects[subject] ?? subject}: ${attributeLabel(attribute, words)}`;
  return period === undefined ? label : words.otherPeriod(label, period.replace(/^m/, ''));
}

/** `target` → “valore atteso”. */
export function attributeLabel(attribute: string, words: Pick<Words, 'attributes'>): string {
  const attributes: Readonly<Record<string, string>> = words.attributes;
  return attributes[attribute] ?? attribute;
}
