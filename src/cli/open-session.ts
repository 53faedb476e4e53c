import { PlanSession } from '../application';
import { answerQuestions, saveProfile, unasked } from './answers';
import { sessionOptions, type CommonOptions } from './context';
import { openFile } from './files';
import { UsageError } from './usage';

/** The session of a file, with the questions of its reading answered as the options say. */
export async function openSession(path: string, options: CommonOptions): Promise<PlanSession> {
  const session = await PlanSession.open(openFile(path), await sessionOptions(options));
  const paths = [path];
  const wrong = unasked(options, [{ paths, unasked: answerQuestions(session, paths, options) }]);
  if (wrong !== null) throw new UsageError(wrong);
  await saveProfile(session, options);
  return session;
}
