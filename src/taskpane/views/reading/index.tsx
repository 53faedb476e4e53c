import { useCallback, useEffect, useEffectEvent, useRef, useState, type ReactElement } from 'react';
import { readFrom } from '../../../application';
import type { ProfileEntry, QuestionOption } from '../../../mapping';
import { usePane } from '../../context';
import { listedSheets } from '../../model/reading';
import { usePage } from '../../parts/styles';
import { CodeMask } from './code-mask';
import { Colours } from './colours';
import { Counts } from './counts';
import { DupChoice } from './dup-choice';
import { Effect } from './effect';
import { CorrectByExample } from './example';
import { ReadingNotes } from './notes';
import { ObjectiveSteps } from './objective';
import { ProfileFile } from './profile-file';
import { QuestionCard } from './question';
import { SaidList } from './said';
import { SheetRow } from './sheet-row';

/** Lettura: the question that is open, how the workbook was read, and what was said of it. */
export default function ReadingView(): ReactElement {
  const { texts, session, result, attempt, tell, open } = usePane();
  const page = usePage();
  const words = texts.reading;
  const { mapping, plan } = result;
  const { state, questions } = mapping.reading;
  const [correction, setCorrection] = useState<readonly ProfileEntry[] | null>(null);
  const answered = useRef(false);
  const [question] = questions;
  const settle = useEffectEvent(() => {
    if (!answered.current) return;
    answered.current = false;
    tell({ intent: 'success', text: words.settled });
    open('findings');
  });
  useEffect(() => {
    if (state === 'sure') settle();
  }, [state]);
  const answer = async (option: QuestionOption): Promise<void> => {
    if (!question) return;
    const before = session.profile;
    answered.current = true;
    if (await attempt(() => session.confirmations.answer(question, option.id)))
      tell({ intent: 'success', text: words.answered, undo: () => session.saveProfile(before) });
    else answered.current = false;
  };
  const correct = useCallback(
    (entries: readonly ProfileEntry[] | null): void => {
      if (entries !== null) tell(null);
      setCorrection(entries);
    },
    [tell],
  );
  const other = (entries: readonly ProfileEntry[]): void => {
    answered.current = true;
    correct(entries);
  };
  const from = readFrom(plan);
  return (
    <>
      <div className={page.scroll}>
        {question && (
          <QuestionCard question={question} onAnswer={(option) => void answer(option)} onOther={other} />
        )}
        {!question && state !== 'sure' && (
          <section className={page.section} aria-labelledby="partial">
            <h1 id="partial" className={page.heading}>
              {words.partialTitle}
            </h1>
            <p className={page.text}>{words.partialText}</p>
          </section>
        )}
        {state !== 'sure' && <CorrectByExample onCorrection={correct} />}
        <section className={page.section} aria-labelledby="how-read">
          <h2 id="how-read" className={page.heading}>
            {plan.pegObjectives.length === 0
              ? words.nothingRead
              : words.readLine(plan.pegObjectives.length, from.of, from.count)}
          </h2>
          <Counts now={plan} then={null} />
          <Colours />
        </section>
        <ObjectiveSteps />
        <ReadingNotes notes={mapping.notes} />
        {state === 'sure' && <CorrectByExample onCorrection={correct} />}
        <section className={page.section} aria-labelledby="sheets">
          <h2 id="sheets" className={page.heading}>
            {words.sheets}
          </h2>
          <ul className={page.list}>
            {listedSheets(
              mapping.sheets.filter(({ file }) => file === undefined || file === session.workbook.name),
              session.profile,
              session.workbook.sheets.map(({ name }) => name),
            ).map((sheet) => (
              <SheetRow key={sheet.sheet} sheet={sheet} onCorrection={correct} />
            ))}
          </ul>
        </section>
        <SaidList />
        <CodeMask />
        <DupChoice />
        <ProfileFile />
      </div>
      {correction !== null && <Effect entries={correction} onDone={() => setCorrection(null)} />}
    </>
  );
}
