import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { parseProfile, type MappingProfile } from '../../../mapping';
import { messages } from '../../../messages';
import { usePane } from '../../context';
import { openText, saveText } from '../../parts/files';
import { CopyButton } from '../../parts/copy-button';
import { usePage } from '../../parts/styles';

interface Props {
  readonly profile: MappingProfile;
  readonly onProfile: (profile: MappingProfile | null) => void;
}

/** The profile as a file: out, in, and back to what the program recognises by itself. */
export function ProfileFile({ profile, onProfile }: Props): ReactElement {
  const { texts, language, session, attempt, tell } = usePane();
  const page = usePage();
  const words = texts.mapping;
  const text = JSON.stringify(profile, null, 2);
  const load = async (): Promise<void> => {
    const chosen = await openText();
    if (chosen === null) return;
    const { profile: read, problems } = parseProfile(chosen);
    if (read) onProfile(read);
    const wrong = problems.map((problem) => messages(language).profileProblem(problem)).join('; ');
    tell(
      read
        ? { intent: 'info', text: words.imported }
        : { intent: 'error', text: `${words.badProfile} ${wrong}.` },
    );
  };
  const reset = async (): Promise<void> => {
    if (!(await attempt(() => session.saveProfile(null)))) return;
    onProfile(null);
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
