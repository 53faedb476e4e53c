import { Button, Field, Input, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { waiverFor, waiverProblem, type Finding, type WaiverProblem } from '../../../coherence';
import { usePane } from '../../context';
import { lastAccepter } from '../../model/approval';
import { usePage } from '../../parts/styles';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalXS,
  },
});

interface Props {
  readonly finding: Finding;
  readonly onClose: () => void;
}

/** “Fine as it is, because …”: reason, author, and until when. */
export function AcceptForm({ finding, onClose }: Props): ReactElement {
  const { env, texts, session, attempt, tell } = usePane();
  const styles = useStyles();
  const page = usePage();
  const words = texts.findings;
  const [reason, setReason] = useState(finding.waiver?.reason ?? '');
  const [author, setAuthor] = useState(finding.waiver?.author ?? lastAccepter(session.waivers));
  const [until, setUntil] = useState('');
  const [problem, setProblem] = useState<WaiverProblem | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const acceptance = { reason, author, date: env.today, until: until === '' ? null : until };
    const wrong = waiverProblem(acceptance);
    setProblem(wrong);
    if (wrong !== null) return;
    const others = session.waivers.filter((one) => one.finding !== finding.fingerprint);
    if (await attempt(() => session.saveWaivers([...others, waiverFor(finding, acceptance)])))
      tell({
        intent: 'success',
        text: words.acceptDone,
        undo: () => session.saveWaivers(session.waivers.filter((one) => one.finding !== finding.fingerprint)),
      });
  };
  const said = (about: readonly WaiverProblem[]): string | undefined =>
    problem !== null && about.includes(problem) ? words.waiverProblem[problem] : undefined;
  return (
    <form
      className={styles.root}
      aria-label={words.acceptTitle}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <Field
        label={words.acceptTitle}
        size="small"
        hint={words.reasonHint}
        validationMessage={said(['no-reason', 'too-long'])}
      >
        <Textarea
          size="small"
          rows={2}
          value={reason}
          textarea={{ ref: field }}
          onChange={(_event, { value }) => setReason(value)}
        />
      </Field>
      <Field label={words.author} size="small" validationMessage={said(['no-author'])}>
        <Input size="small" value={author} onChange={(_event, { value }) => setAuthor(value)} />
      </Field>
      <Field label={words.until} size="small" validationMessage={said(['bad-date', 'already-expired'])}>
        <Input
          size="small"
          type="date"
          value={until}
          min={env.today}
          onChange={(_event, { value }) => setUntil(value)}
        />
      </Field>
      <div className={page.actions}>
        <Button size="small" appearance="primary" type="submit">
          {words.acceptNow}
        </Button>
        <Button size="small" onClick={onClose}>
          {texts.shell.cancel}
        </Button>
      </div>
    </form>
  );
}
