import { Button, Field, Input } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { EMPTY_PROFILE } from '../../../mapping';
import { usePane } from '../../context';
import { maskFit } from '../../model/reading';
import { usePage } from '../../parts/styles';

const EXAMPLES = 4;

/** The code scheme as a mask, with codes that fit and codes that do not. */
export function CodeMask(): ReactElement {
  const { texts, session, result, attempt, tell } = usePane();
  const page = usePage();
  const words = texts.reading;
  const { plan } = result;
  const inferred = plan.codeScheme?.mask ?? '';
  const kept = session.profile?.codeMask ?? '';
  const [mask, setMask] = useState(kept);
  const { fitting, missing } = maskFit(mask === '' ? inferred : mask, plan);
  const save = async (): Promise<void> => {
    const profile = session.profile ?? EMPTY_PROFILE;
    const saved = attempt(() => session.saveProfile({ ...profile, codeMask: mask === '' ? null : mask }));
    if (await saved) tell({ intent: 'success', text: texts.shell.saved });
  };
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
          onChange={(_event, { value }) => setMask(value)}
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
      {mask !== kept && (
        <div className={page.actions}>
          <Button size="small" onClick={() => void save()}>
            {texts.shell.save}
          </Button>
        </div>
      )}
    </section>
  );
}
