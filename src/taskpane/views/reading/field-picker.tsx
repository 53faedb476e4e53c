import { Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../../context';
import { attributeLabel } from '../../model/field-names';
import { FIELD_CHOICES } from '../../model/reading';

const useStyles = makeStyles({
  row: { display: 'flex', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
  part: { flex: '1 1 8rem', minWidth: 0 },
});

type Subject = keyof typeof FIELD_CHOICES;
const SUBJECTS = Object.keys(FIELD_CHOICES) as Subject[];
const isSubject = (value: string): value is Subject => SUBJECTS.some((one) => one === value);

interface Props {
  /** The field so far, '' for none. */
  readonly value: string;
  readonly label: string;
  readonly onField: (field: string) => void;
}

/** The level first, then what of it. */
export function FieldPicker({ value, label, onField }: Props): ReactElement {
  const { texts } = usePane();
  const styles = useStyles();
  const words = texts.reading;
  const [, name = '', attribute = '', rest = ''] = /^(\w+)\.(\w+)(.*)$/.exec(value) ?? [];
  const subject = isSubject(name) ? name : null;
  const choices = subject === null ? [] : FIELD_CHOICES[subject].split(' ');
  const known = choices.includes(attribute);
  return (
    <div className={styles.row}>
      <Field label={label} size="small" className={styles.part}>
        <Select
          size="small"
          value={subject ?? value}
          onChange={(_event, chosen) => {
            if (chosen.value !== '')
              onField(isSubject(chosen.value) ? `${chosen.value}.title` : chosen.value);
          }}
        >
          {value === '' && <option value="">{words.choose}</option>}
          {subject === null && value !== '' && value !== 'ignore' && <option value={value}>{value}</option>}
          {SUBJECTS.map((one) => (
            <option key={one} value={one}>
              {words.subjects[one]}
            </option>
          ))}
          <option value="ignore">{words.ignored}</option>
        </Select>
      </Field>
      {subject !== null && (
        <Field label={words.field} size="small" className={styles.part}>
          <Select
            size="small"
            value={attribute}
            onChange={(_event, chosen) =>
              onField(`${subject}.${chosen.value}${chosen.value === attribute ? rest : ''}`)
            }
          >
            {!known && <option value={attribute}>{attributeLabel(attribute, texts)}</option>}
            {choices.map((one) => (
              <option key={one} value={one}>
                {attributeLabel(one, texts)}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  );
}
