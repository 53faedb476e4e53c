import { Button, Field, Input } from '@fluentui/react-components';
import { useEffect, useState, type FormEvent, type ReactElement } from 'react';
import { describeChange, type AttestationState } from '../../../approval';
import { usePane } from '../../context';
import { attestedVerdict } from '../../model/approval';
import { momentText } from '../../model/dates';
import { CellLinks } from '../../parts/cell-link';
import { Fold } from '../../parts/fold';
import { usePage } from '../../parts/styles';

const PAGE = 30;

/** Whether the last attestation still holds, what changed since, and a new one. */
export function Attestations(): ReactElement {
  const { env, language, texts, session, result, attempt, tell } = usePane();
  const page = usePage();
  const words = texts.approval;
  const [state, setState] = useState<AttestationState | null>(null);
  // Who attested this plan last; whoever accepts findings is somebody else.
  const [author, setAuthor] = useState(session.attestations.at(-1)?.author ?? '');
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    let current = true;
    void attempt(async () => {
      const fresh = await session.attestation();
      if (current) setState(fresh);
    });
    return () => {
      current = false;
    };
  }, [attempt, session, result]);
  const attestNow = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setMissing(author.trim() === '');
    if (author.trim() === '') return;
    await attempt(async () => {
      const verdict = attestedVerdict(await session.attest(author, env.now(), env.version), texts);
      if (verdict === null) tell({ intent: 'success', text: words.attested });
      else tell({ intent: 'warning', text: words.attestedNotReady(verdict) });
    });
  };
  const earlier = session.attestations.slice(0, -1).reverse();
  const open = result.verdict.open.error;
  return (
    <section className={page.section} aria-labelledby="attestation">
      <h2 id="attestation" className={page.heading}>
        {words.attestation}
      </h2>
      {state && <State state={state} />}
      {earlier.length > 0 && (
        <Fold mark="info" title={words.earlier(earlier.length)}>
          {earlier.map((one) => (
            <p key={one.at} className={page.muted}>
              {words.entry(one.author, momentText(one.at, language))}
            </p>
          ))}
        </Fold>
      )}
      <form className={page.section} onSubmit={(event) => void attestNow(event)}>
        <Field label={words.author} validationMessage={missing ? words.authorMissing : undefined}>
          <Input value={author} onChange={(_event, { value }) => setAuthor(value)} />
        </Field>
        {open > 0 && <p className={page.muted}>{words.attestOpen(open)}</p>}
        <div className={page.actions}>
          <Button appearance="primary" type="submit">
            {words.attest}
          </Button>
        </div>
        <p className={page.muted}>{words.notSignature}</p>
      </form>
    </section>
  );
}

/** The last attestation in a sentence, with the differences since. */
function State({ state }: { readonly state: AttestationState }): ReactElement {
  const { texts, language } = usePane();
  const page = usePage();
  const words = texts.approval;
  if (state.state === 'none') return <p className={page.text}>{words.none}</p>;
  const { author, at } = state.attestation;
  const when = momentText(at, language);
  const verdict = attestedVerdict(state.attestation, texts);
  if (state.state === 'valid')
    return (
      <>
        {verdict === null ? (
          <Fold mark="ok" title={words.valid(author, when)} />
        ) : (
          <Fold mark="warning" title={words.validNotReady(author, when, verdict)} />
        )}
        {state.waiversChanged && <p className={page.muted}>{words.waiversChanged}</p>}
      </>
    );
  if (state.state === 'rules-changed')
    return <Fold mark="warning" title={words.rulesChanged(author, when)} />;
  return (
    <>
      <Fold mark="warning" title={words.planChanged(author, when, state.changes.length)}>
        {state.changes.slice(0, PAGE).map((change, index) => (
          <div key={index}>
            <p className={page.text}>{describeChange(change)[language]}</p>
            <CellLinks cells={change.cells} first={1} />
          </div>
        ))}
        {state.changes.length > PAGE && (
          <p className={page.muted}>{texts.shell.andMore(state.changes.length - PAGE)}</p>
        )}
      </Fold>
      {state.dupChanged && <p className={page.muted}>{words.dupChanged}</p>}
    </>
  );
}
