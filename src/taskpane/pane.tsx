import { useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { formatRef } from '../workbook';
import type { Language } from '../application';
import type { Finding } from '../coherence';
import { REPORT_SHEET } from '../approval';
import { excelTexts, messages } from '../messages';
import { useCheck } from './use-check';
import './taskpane.css';

/** Shows the pane in an element of the page. */
export function mountPane(root: HTMLElement, language: Language): void {
  createRoot(root).render(<Pane language={language} />);
}

/** Verdict, findings, and the way from each to its cell. */
export function Pane({ language }: { readonly language: Language }): ReactElement {
  const { state, failure, again, write, goTo, dismiss } = useCheck();
  const [done, setDone] = useState('');
  const { pane, failure: failureTexts } = excelTexts(language);
  const { check } = messages(language);

  const onWrite = async (): Promise<void> => {
    setDone('');
    if (await write()) setDone(pane.written(REPORT_SHEET));
  };

  return (
    <>
      <h1>{pane.title}</h1>
      {failure && (
        <div role="alert" className="failure">
          <strong>{failureTexts.title}</strong>
          <p>{failure}</p>
          <button type="button" onClick={dismiss}>
            {pane.dismiss}
          </button>
        </div>
      )}
      <div className="actions">
        <button type="button" onClick={again} disabled={state.busy}>
          {state.busy ? pane.checking : pane.check}
        </button>
        <button type="button" onClick={() => void onWrite()} disabled={state.busy || !state.result}>
          {pane.write}
        </button>
      </div>
      <p role="status">{done || (state.result || failure ? '' : pane.loading)}</p>
      {state.result && (
        <>
          <section
            aria-label={check.why}
            className={state.result.verdict.ready ? 'verdict ok' : 'verdict error'}
          >
            <h2>{state.result.verdict.ready ? check.ready : check.notReady}</h2>
            <p>
              {check.open(
                state.result.verdict.open.error,
                state.result.verdict.open.warning,
                state.result.verdict.open.info,
              )}
            </p>
            {state.result.verdict.notVerifiable > 0 && (
              <p>{check.notVerifiable(state.result.verdict.notVerifiable)}</p>
            )}
          </section>
          <Findings findings={state.result.judgement.findings} language={language} goTo={goTo} />
        </>
      )}
    </>
  );
}

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly language: Language;
  readonly goTo: (finding: Finding) => void;
}

/** Root findings first in the order of the check; those that follow from another are counted there. */
function Findings({ findings, language, goTo }: FindingsProps): ReactElement {
  const { pane } = excelTexts(language);
  const texts = messages(language);
  const roots = findings.filter((finding) => finding.status === 'open' && finding.causes.length === 0);
  const followers = (root: Finding): number =>
    findings.filter((finding) => finding.causes.includes(root.fingerprint)).length;
  if (roots.length === 0) return <p>{pane.noFindings}</p>;
  return (
    <>
      <h2>{pane.findings(roots.length)}</h2>
      <ol>
        {roots.map((finding) => (
          <li key={finding.fingerprint} className={finding.severity}>
            <p className="rule">
              {texts.severity[finding.severity].one} · {finding.rule}
            </p>
            <p>{finding.message[language]}</p>
            {followers(finding) > 0 && <p className="muted">{pane.followers(followers(finding))}</p>}
            {finding.cells[0] && (
              <button type="button" onClick={() => goTo(finding)}>
                {pane.goTo(formatRef(finding.cells[0]))}
              </button>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
