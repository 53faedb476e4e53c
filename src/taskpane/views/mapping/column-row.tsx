import { Field, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { MappingProfile, TableMapping } from '../../../mapping';
import { usePane } from '../../context';
import { attributeLabel, fieldLabel } from '../../model/field-names';
import { FIELD_CHOICES, fieldIn, withField } from '../../model/mapping-draft';

interface Props {
  readonly sheet: string;
  readonly column: TableMapping['columns'][number];
  readonly profile: MappingProfile;
  readonly onProfile: (profile: MappingProfile) => void;
}

const SUBJECTS = Object.keys(FIELD_CHOICES) as (keyof typeof FIELD_CHOICES)[];

/** A column and what it holds. */
export function ColumnRow({ sheet, column, profile, onProfile }: Props): ReactElement {
  const { texts } = usePane();
  const words = texts.mapping;
  const field = fieldIn(profile, sheet, column) ?? column.field ?? '';
  const listed = SUBJECTS.some((subject) =>
    FIELD_CHOICES[subject].split(' ').some((attribute) => `${subject}.${attribute}` === field),
  );
  return (
    <Field label={words.columnName(column.column, column.header)} size="small">
      <Select
        size="small"
        value={field}
        onChange={(_event, { value }) => {
          if (value !== '') onProfile(withField(profile, sheet, column, value));
        }}
      >
        {field === '' && <option value="">{words.notUnderstood}</option>}
        {field !== '' && field !== 'ignore' && !listed && (
          <option value={field}>{fieldLabel(field, texts)}</option>
        )}
        <option value="ignore">{words.ignored}</option>
        {SUBJECTS.map((subject) => (
          <optgroup key={subject} label={words.subjects[subject]}>
            {FIELD_CHOICES[subject].split(' ').map((attribute) => (
              <option key={attribute} value={`${subject}.${attribute}`}>
                {words.subjects[subject]}: {attributeLabel(attribute, texts)}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </Field>
  );
}
