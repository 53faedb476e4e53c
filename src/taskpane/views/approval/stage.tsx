import { Field, Input, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Stage } from '../../../approval';
import { usePane } from '../../context';
import { usePage } from '../../parts/styles';

const STAGES: readonly Stage[] = ['draft', 'pre-approval', 'monitoring'];

/** At which moment of the year the plan is looked at, and the day of the monitoring. */
export function StageChoice(): ReactElement {
  const { texts, session } = usePane();
  const page = usePage();
  const words = texts.approval;
  const { stage, monitoringDate } = session;
  return (
    <div className={page.section}>
      <Field label={words.stage}>
        <Select
          value={stage}
          onChange={(_event, { value }) => session.useStage(STAGES.find((one) => one === value) ?? stage)}
        >
          {STAGES.map((one) => (
            <option key={one} value={one}>
              {words.stages[one]}
            </option>
          ))}
        </Select>
      </Field>
      {stage === 'monitoring' && (
        <Field label={words.monitoringDate} hint={words.monitoringHint}>
          <Input
            type="date"
            value={monitoringDate}
            onChange={(_event, { value }) => {
              // An unfinished date is an empty value: the last whole one stays.
              if (value !== '') session.useStage('monitoring', value);
            }}
          />
        </Field>
      )}
    </div>
  );
}
