import { Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useEffect, useState, type ReactElement } from 'react';
import type { OptionValue } from '../../../coherence';
import { usePane } from '../../context';
import { optionFromText, optionText, type OptionField } from '../../model/rule-form';

interface Props {
  readonly field: OptionField;
  readonly value: OptionValue | undefined;
  readonly onValue: (value: OptionValue) => void;
}

/** One option of a rule. What is typed counts when the field is left, not at every key. */
export function OptionInput({ field, value, onValue }: Props): ReactElement {
  const { texts, language } = usePane();
  const words = texts.rules;
  const [text, setText] = useState(optionText(value, language));
  useEffect(() => setText(optionText(value, language)), [value, language]);
  const read = optionFromText(field, text);
  const commit = (): void => {
    if (read !== null && optionText(read, language) !== optionText(value, language)) onValue(read);
  };
  if (field.kind === 'boolean')
    return (
      <Checkbox
        label={field.label}
        checked={value === true}
        onChange={(_event, { checked }) => onValue(checked === true)}
      />
    );
  if (field.kind === 'choice')
    return (
      <Field label={field.label} size="small">
        <Select size="small" value={text} onChange={(_event, { value: chosen }) => onValue(chosen)}>
          {field.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      </Field>
    );
  if (field.kind === 'list')
    return (
      <Field label={field.label} size="small" hint={words.listHint}>
        <Textarea
          size="small"
          value={text}
          onChange={(_event, { value: typed }) => setText(typed)}
          onBlur={commit}
        />
      </Field>
    );
  return (
    <Field label={field.label} size="small" validationMessage={read === null ? words.badNumber : undefined}>
      <Input
        size="small"
        value={text}
        inputMode={field.kind === 'number' ? 'decimal' : undefined}
        onChange={(_event, { value: typed }) => setText(typed)}
        onBlur={commit}
      />
    </Field>
  );
}
