import type { PaneTexts } from '../../messages';
import { fieldParts } from './mapping-draft';

/** `indicator.target@2017` → “Indicatore: valore atteso (2017)”. */
export function fieldLabel(field: string, texts: PaneTexts): string {
  const words = texts.mapping;
  if (field === 'ignore') return words.ignored;
  const parts = fieldParts(field);
  if (!parts) return field;
  const subjects: Readonly<Record<string, string>> = words.subjects;
  const label = `${subjects[parts.subject] ?? parts.subject}: ${attributeLabel(parts.attribute, texts)}`;
  return parts.period === null ? label : words.otherPeriod(label, parts.period);
}

/** `target` → “valore atteso”. */
export function attributeLabel(attribute: string, texts: PaneTexts): string {
  const attributes: Readonly<Record<string, string>> = texts.mapping.attributes;
  return attributes[attribute] ?? attribute;
}
