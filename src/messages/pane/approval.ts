const s = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Texts of the view Approvazione. */
const it = {
  stage: 'Momento della verifica',
  stages: {
    draft: 'Bozza',
    'pre-approval': 'Prima della Giunta',
    monitoring: 'Monitoraggio durante l’anno',
  },
  monitoringDate: 'Stato al giorno',
  monitoringHint: 'Di solito il 30 giugno, il 30 settembre o il 31 dicembre.',
  monitoring: (date: string) => `Monitoraggio al ${date}`,
  achievement: (share: string) => `Grado medio di raggiungimento degli indicatori con un risultato: ${share}`,
  noPhases: 'Il piano non ha fasi: i termini non si possono seguire',
  noTargets: 'Nessun indicatore ha un valore atteso',
  noProgress: 'Lo stato di attuazione non è indicato',
  late: (count: number) =>
    count === 0
      ? 'Nessuna fase oltre il termine'
      : s(count, 'fase oltre il termine', 'fasi oltre il termine'),
  lateSince: (objective: string | null, day: string, degree: string | null) =>
    [objective, `termine ${day}`, degree === null ? 'attuazione non indicata' : `attuata al ${degree}`]
      .filter((part) => part !== null)
      .join(' · '),
  withoutResult: (count: number) =>
    count === 0
      ? 'Ogni indicatore con un valore atteso ha un risultato'
      : s(count, 'indicatore senza risultato', 'indicatori senza risultato'),
  expected: (target: string) => `Valore atteso: ${target}`,
  behind: (count: number) =>
    count === 0
      ? 'Nessun obiettivo indietro rispetto alle sue fasi'
      : s(count, 'obiettivo indietro rispetto alle sue fasi', 'obiettivi indietro rispetto alle loro fasi'),
  progress: (done: string, expected: string) => `Attuato al ${done}, previsto a questa data ${expected}`,
  withoutData: (count: number) => s(count, 'indicatore aspetta dei dati', 'indicatori aspettano dei dati'),
  blocking: (count: number) =>
    count === 0
      ? 'Nessuna segnalazione bloccante aperta'
      : s(count, 'segnalazione bloccante aperta', 'segnalazioni bloccanti aperte'),
  noPlanText: 'Non c’è ancora un piano da attestare: senza obiettivi di PEG la verifica non ha risposta.',
  look: 'Vedi',
  waived: (count: number) =>
    count === 0
      ? 'Nessuna segnalazione accettata'
      : s(count, 'segnalazione accettata', 'segnalazioni accettate'),
  notVerifiable: (count: number) =>
    count === 0
      ? 'Tutte le regole si possono verificare'
      : s(count, 'controllo non eseguito: mancano i dati', 'controlli non eseguiti: mancano i dati'),
  notVerifiableHint: 'Non è un errore: nel file manca ciò che serve per rispondere.',
  failed: (count: number) => s(count, 'regola non è riuscita', 'regole non sono riuscite'),
  toConfirm: (count: number) => `${s(count, 'cosa', 'cose')} da confermare nella lettura`,
  waiverNotes: 'Accettazioni da rivedere',
  show: 'Mostra',
  hide: 'Nascondi',
  attestation: 'Attestazione',
  none: 'Il piano non è ancora stato attestato.',
  valid: (author: string, when: string) =>
    `Attestato da ${author} il ${when}. Da allora piano e regole non sono cambiati.`,
  validNotReady: (author: string, when: string, verdict: string) =>
    `Attestato da ${author} il ${when} con esito: ${verdict}. Da allora piano e regole non sono cambiati.`,
  notReady: {
    blocking: (count: number) => s(count, 'segnalazione bloccante aperta', 'segnalazioni bloccanti aperte'),
    failed: (count: number) => s(count, 'regola non riuscita', 'regole non riuscite'),
    other: 'piano non pronto',
  },
  planChanged: (author: string, when: string, count: number) =>
    `Attestato da ${author} il ${when}. Da allora il piano è cambiato${count === 0 ? '' : `: ${s(count, 'differenza', 'differenze')}`}.`,
  dupChanged: 'È cambiato anche il DUP confrontato.',
  waiversChanged: 'Le segnalazioni accettate non sono più quelle di allora.',
  rulesChanged: (author: string, when: string) =>
    `Attestato da ${author} il ${when}. Il piano è lo stesso, ma le regole sono cambiate: ripeti l’attestazione.`,
  earlier: (count: number) => s(count, 'attestazione precedente', 'attestazioni precedenti'),
  entry: (author: string, when: string) => `${author}, ${when}`,
  author: 'Chi attesta',
  authorMissing: 'Scrivi chi attesta.',
  attest: 'Attesta il piano com’è',
  attestOpen: (count: number) =>
    `${s(count, 'segnalazione bloccante resta aperta', 'segnalazioni bloccanti restano aperte')}: l’attestazione lo riporta.`,
  attested: 'Attestazione salvata nel file.',
  attestedNotReady: (verdict: string) => `Attestazione salvata nel file, con esito: ${verdict}.`,
  notSignature: 'L’attestazione non è una firma: dice se piano o regole cambiano dopo.',
  sheetTitle: 'Foglio di verifica',
  sheetText: (name: string) =>
    `Aggiunge (o riscrive) il foglio «${name}» con esito, segnalazioni, accettazioni e regole. Il resto del file non cambia.`,
  writeSheet: 'Scrivi il foglio di verifica',
  sheetWritten: (name: string) => `Scritto il foglio «${name}».`,
};

const en: typeof it = {
  stage: 'Moment of the check',
  stages: {
    draft: 'Draft',
    'pre-approval': 'Before the executive board',
    monitoring: 'Monitoring during the year',
  },
  monitoringDate: 'State on the day',
  monitoringHint: 'Usually 30 June, 30 September or 31 December.',
  monitoring: (date) => `Monitoring at ${date}`,
  achievement: (share) => `Mean degree of achievement of the indicators with a result: ${share}`,
  noPhases: 'The plan has no phases: terms cannot be followed',
  noTargets: 'No indicator has a target',
  noProgress: 'Progress is not stated',
  late: (count) =>
    count === 0 ? 'No phase past its term' : s(count, 'phase past its term', 'phases past their term'),
  lateSince: (objective, day, degree) =>
    [objective, `term ${day}`, degree === null ? 'progress not stated' : `${degree} done`]
      .filter((part) => part !== null)
      .join(' · '),
  withoutResult: (count) =>
    count === 0
      ? 'Every indicator with a target has a result'
      : s(count, 'indicator without a result', 'indicators without a result'),
  expected: (target) => `Target: ${target}`,
  behind: (count) =>
    count === 0
      ? 'No objective behind its phases'
      : s(count, 'objective behind its phases', 'objectives behind their phases'),
  progress: (done, expected) => `${done} done, ${expected} expected by this day`,
  withoutData: (count) => s(count, 'indicator waits for data', 'indicators wait for data'),
  blocking: (count) => (count === 0 ? 'Nothing blocking is open' : `${count} blocking still open`),
  noPlanText: 'There is no plan to attest yet: without PEG objectives the check has no answer.',
  look: 'See',
  waived: (count) =>
    count === 0 ? 'No findings accepted' : s(count, 'finding accepted', 'findings accepted'),
  notVerifiable: (count) =>
    count === 0 ? 'All rules can be assessed' : s(count, 'rule not assessable', 'rules not assessable'),
  notVerifiableHint: 'This is no error: the workbook lacks what an answer needs.',
  failed: (count) => s(count, 'rule failed to run', 'rules failed to run'),
  toConfirm: (count) => `${s(count, 'thing', 'things')} to confirm about how it was read`,
  waiverNotes: 'Acceptances to review',
  show: 'Show',
  hide: 'Hide',
  attestation: 'Attestation',
  none: 'The plan has not been attested yet.',
  valid: (author, when) => `Attested by ${author} on ${when}. Plan and rules have not changed since.`,
  validNotReady: (author, when, verdict) =>
    `Attested by ${author} on ${when} with this outcome: ${verdict}. Plan and rules have not changed since.`,
  notReady: {
    blocking: (count) => `${count} blocking still open`,
    failed: (count) => s(count, 'rule failed to run', 'rules failed to run'),
    other: 'plan not ready',
  },
  planChanged: (author, when, count) =>
    `Attested by ${author} on ${when}. The plan has changed since${count === 0 ? '' : `: ${s(count, 'difference', 'differences')}`}.`,
  waiversChanged: 'The accepted findings are no longer those of then.',
  dupChanged: 'The DUP it was compared with changed too.',
  rulesChanged: (author, when) =>
    `Attested by ${author} on ${when}. The plan is the same, but the rules changed: attest again.`,
  earlier: (count) => s(count, 'earlier attestation', 'earlier attestations'),
  entry: (author, when) => `${author} on ${when}`,
  author: 'Attested by',
  authorMissing: 'Write who attests.',
  attest: 'Attest the plan as it is',
  attestOpen: (count) =>
    `${count} blocking ${count === 1 ? 'finding stays' : 'findings stay'} open: the attestation says so.`,
  attested: 'Attestation kept in the workbook.',
  attestedNotReady: (verdict) => `Attestation kept in the workbook, with this outcome: ${verdict}.`,
  notSignature: 'An attestation is no signature: it tells whether plan or rules change afterwards.',
  sheetTitle: 'Check sheet',
  sheetText: (name) =>
    `Adds (or rewrites) the sheet “${name}” with verdict, findings, acceptances and rules. Nothing else changes.`,
  writeSheet: 'Write the check sheet',
  sheetWritten: (name) => `Wrote the sheet “${name}”.`,
};

export const approval = { it, en };
