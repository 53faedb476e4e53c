import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { EMPTY_PROFILE, parseProfile } from '../../../mapping';
import { messages } from '../../../messages';
import { usePane } from '../../context';
import { openText, saveText } from '../../parts/files';
import { CopyButton } from '../../parts/copy-button';
import { usePage } from '../../parts/styles';

/** The profile as a file: out, in, and back to what the program recognises by itself. */
export function ProfileFile(): ReactElement {
  const { texts, language, session, attempt, tell } = usePane();
  const page = usePage();
  const words = texts.reading;
  const text = JSON.stringify(session.profile ?? EMPTY_PROFILE, null, 2);
  const load = async (): Promise<void> => {
    const chosen = await openText();
    if (chosen === null) return;
    const { profile: read, problems } = parseProfile(chosen);
    if (read && !(await attempt(() => session.saveProfile(read)))) return;
    const wrong = problems.map((problem) => messages(language).profileProblem(problem)).join('; ');
    tell(
      read
        ? { intent: 'success', text: words.imported }
        : { intent: 'error', text: `${words.badProfile} ${wrong}.` },
    );
  };
  const reset = async (): Promise<void> => {
    if (!(await attempt(() => session.saveProfile(null)))) return;
    tell({ intent: 'success', text: words.resetDone });
  };
  return (
    <section className={page.section} aria-labelledby="profile">
      <h2 id="profile" className={page.heading}>
        {words.profile}
      </h2>
      <p className={page.muted}>{words.profileText}</p>
      <div className={page.actions}>
        <Button size="small" onClick={() => saveText(words.fileName, text)}>
          {words.exportProfile}
        </Button>
        <CopyButton text={text} />
        <Button size="small" onClick={() => void load()}>
          {words.importProfile}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => void reset()}>
          {words.reset}
        </Button>
      </div>
    </section>
  );
}
