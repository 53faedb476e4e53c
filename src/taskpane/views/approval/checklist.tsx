import type { ReactElement } from 'react';
import { usePane } from '../../context';
import { accepted, unanswered, type Unanswered } from '../../model/approval';
import { dayText } from '../../model/dates';
import { verdictLine } from '../../model/verdict';
import { CellLinks } from '../../parts/cell-link';
import { Fold } from '../../parts/fold';
import { usePage } from '../../parts/styles';

/** What to know before the plan goes to the Giunta, line by line. */
export function Checklist(): ReactElement {
  const { texts, language, result, open } = usePane();
  const page = usePage();
  const words = texts.approval;
  const { verdict, mapping, judgement } = result;
  const waived = accepted(judgement.findings);
  const old = judgement.waivers.filter((use) => use.note !== null);
  return (
    <section className={page.section} aria-labelledby="checklist">
      <h1 id="checklist" className={page.heading}>
        {verdictLine(result, texts).text}
      </h1>
      <Fold
        mark={verdict.open.error === 0 ? 'ok' : 'error'}
        title={words.blocking(verdict.open.error)}
        {...(verdict.open.error === 0 ? {} : { action: { label: words.look, run: () => open('findings') } })}
      />
      {verdict.failed > 0 && (
        <Fold mark="error" title={words.failed(verdict.failed)}>
          <Reasons list={unanswered(result, 'failed', language)} />
        </Fold>
      )}
      <Fold
        mark={verdict.notVerifiable === 0 ? 'ok' : 'info'}
        title={words.notVerifiable(verdict.notVerifiable)}
      >
        {verdict.notVerifiable > 0 && (
          <>
            <p className={page.muted}>{words.notVerifiableHint}</p>
            <Reasons list={unanswered(result, 'notVerifiable', language)} />
          </>
        )}
      </Fold>
      {verdict.indicatorsWithoutData > 0 && (
        <Fold
          mark="info"
          title={words.withoutData(verdict.indicatorsWithoutData)}
          action={{ label: words.look, run: () => open('indicators') }}
        />
      )}
      <Fold mark={waived.length === 0 ? 'ok' : 'info'} title={words.waived(waived.length)}>
        {waived.map((finding) => (
          <div key={finding.fingerprint}>
            <p className={page.text}>{finding.message[language]}</p>
            {finding.waiver && (
              <p className={page.muted}>
                {texts.findings.acceptedBy(
                  finding.waiver.author,
                  dayText(finding.waiver.date, language),
                  finding.waiver.until === null ? null : dayText(finding.waiver.until, language),
                )}
                : «{finding.waiver.reason}»
              </p>
            )}
            <CellLinks cells={finding.cells} first={1} />
          </div>
        ))}
      </Fold>
      {old.length > 0 && (
        <Fold mark="info" title={words.waiverNotes}>
          {old.map(({ waiver, note }) => (
            <p key={`${waiver.finding} ${waiver.date}`} className={page.muted}>
              {note?.[language]}
            </p>
          ))}
        </Fold>
      )}
      {mapping.notes.length > 0 && (
        <Fold
          mark="info"
          title={words.toConfirm(mapping.notes.length)}
          action={{ label: words.look, run: () => open('reading') }}
        />
      )}
    </section>
  );
}

/** Reasons with the rules they hold back. */
function Reasons({ list }: { readonly list: readonly Unanswered[] }): ReactElement {
  const page = usePage();
  return (
    <>
      {list.map(({ reason, rules }) => (
        <div key={reason}>
          <p className={page.text}>{reason}</p>
          <p className={page.muted}>{rules.map((rule) => `${rule.title} (${rule.id})`).join('; ')}</p>
        </div>
      ))}
    </>
  );
}
