import { Field, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { MappingProfile } from '../../../mapping';
import { messages } from '../../../messages';
import type { TableRole } from '../../../plan';
import { usePane } from '../../context';
import { roleIn, withRole } from '../../model/mapping-draft';

interface Props {
  readonly sheet: string;
  /** What it was taken for. */
  readonly found: TableRole;
  readonly profile: MappingProfile;
  readonly onProfile: (profile: MappingProfile) => void;
}

/** “This sheet is …”. */
export function RoleField({ sheet, found, profile, onProfile }: Props): ReactElement {
  const { texts, language } = usePane();
  const words = texts.mapping;
  return (
    <Field label={words.role} size="small">
      <Select
        size="small"
        value={roleIn(profile, sheet) ?? (found === 'dup' ? 'dup' : 'plan')}
        onChange={(_event, { value }) => {
          if (value === 'plan' || value === 'dup' || value === 'ignore')
            onProfile(withRole(profile, sheet, value));
        }}
      >
        <option value="plan">{words.roles.plan(messages(language).role[found])}</option>
        <option value="dup">{words.roles.dup}</option>
        <option value="ignore">{words.roles.ignore}</option>
      </Select>
    </Field>
  );
}
