import { Field, Input } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { MappingProfile } from '../../../mapping';
import type { Plan } from '../../../plan';
import { usePane } from '../../context';
import { maskFit } from '../../model/mapping-draft';
import { usePage } from '../../parts/styles';

interface Props {
  readonly plan: Plan;
  readonly profile: MappingProfile;
  readonly onProfile: (profile: MappingProfile) => void;
}

const EXAMPLES = 4;

/** The code scheme as a mask, with codes that fit and codes that do not. */
export function CodeMask({ plan, profile, onProfile }: Props): ReactElement {
  const { texts } = usePane();
  const page = usePage();
  const words = texts.mapping;
  const inferred = plan.codeScheme?.mask ?? '';
  const mask = profile.codeMask ?? '';
  const { fitting, missing } = maskFit(mask === '' ? inferred : mask, plan);
  const total = fitting.length + missing.length;
  return (
    <section className={page.section} aria-labelledby="codes">
      <h2 id="codes" className={page.heading}>
        {words.codes}
      </h2>
      <Field label={words.mask} hint={words.maskHint}>
        <Input
          value={mask}
          placeholder={inferred}
          maxLength={60}
          spellCheck={false}
          onChange={(_event, { value }) => onProfile({ ...profile, codeMask: value === '' ? null : value })}
        />
      </Field>
      {total === 0 ? (
        <p className={page.muted}>{words.noCodes}</p>
      ) : (
        <>
          <p className={page.muted} aria-live="polite">
            {words.fits(fitting.length, total)}
          </p>
          {fitting.length > 0 && (
            <p className={page.muted}>{words.examplesFit(fitting.slice(0, EXAMPLES).join(', '))}</p>
          )}
          {missing.length > 0 && (
            <p className={page.muted}>{words.examplesMiss(missing.slice(0, EXAMPLES).join(', '))}</p>
          )}
        </>
      )}
    </section>
  );
}
