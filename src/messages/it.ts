import type { ProfileProblemCode } from '../mapping';
import { plural as s, thousands } from './plural';
import type { Messages } from './types';

/** Perché non si scrive, secondo il motivo. */
function cannotWrite({
  reason,
  file,
  sheet,
  address,
  limit,
}: Readonly<Record<string, string | number>>): string {
  const cell = sheet === undefined ? String(address ?? '') : `${sheet}!${address}`;
  switch (reason) {
    case 'table-header':
      return `la cella ${cell} è l’intestazione di una tabella di Excel: cambiala in Excel. Nulla è stato scritto.`;
    case 'array-formula':
      return `la cella ${cell} fa parte di una formula matriciale: cambiala in Excel. Nulla è stato scritto.`;
    case 'sheet-name-taken':
      return `esiste già un foglio «${sheet}» che non è il nostro: rinominalo e riprova. Nulla è stato scritto.`;
    case 'sheet-name':
      return `«${sheet}» non può essere il nome di un foglio. Nulla è stato scritto.`;
    case 'structure-locked':
      return 'la struttura del file è protetta: togli la protezione (Revisione → Proteggi cartella di lavoro) e riprova. Nulla è stato scritto.';
    case 'number':
      return `il valore per la cella ${cell} non è un numero che Excel possa contenere. Nulla è stato scritto.`;
    case 'text-length':
      return `il testo per la cella ${cell} supera i ${limit} caratteri che Excel ammette. Nulla è stato scritto.`;
    case 'disk-full':
      return `non si può scrivere${file ? ` ${file}` : ''}: sul disco non c’è più spazio. Libera spazio o scegli un’altra cartella e riprova.`;
    case 'store':
      return 'le impostazioni salvate nel file non si possono scrivere. Nulla è stato scritto.';
    default:
      return `non si può scrivere${file ? ` ${file}` : ''}: controlla che la cartella esista e che il file non sia aperto altrove.`;
  }
}

/** Quale limite è superato e che cosa si può togliere. */
function tooLarge({ what, limit, sheet, address, part }: Readonly<Record<string, string | number>>): string {
  const most = typeof limit === 'number' ? thousands(limit, '.') : limit;
  switch (what) {
    case 'sheets':
      return `ha più di ${most} fogli: togli quelli che non servono e riprova.`;
    case 'columns':
      return `ha nel foglio «${sheet}» più di ${most} colonne con contenuto (fino alla cella ${address}): togli le colonne che non servono e riprova.`;
    case 'cells':
      return `ha più di ${most} celle con contenuto (foglio «${sheet}», fino alla cella ${address}): togli i fogli, le righe e le colonne che non servono e riprova.`;
    case 'formula':
      return `ha nella cella ${address} del foglio «${sheet}» una formula di più di ${most} caratteri, il massimo di Excel: accorciala e riprova.`;
    default:
      return part
        ? `ha una parte (${part}) che da sola supera ${most}: togli i fogli, le righe e le colonne che non servono e riprova.`
        : `è troppo grande${most === undefined ? '' : ` (limite ${most})`}: togli i fogli, le righe e le colonne che non servono e riprova.`;
  }
}

/** Italiano: la lingua in cui il prodotto è pensato. */
export const it: Messages = {
  workbookError: {
    'not-a-workbook': () => 'non è un file di Excel: aprilo in Excel e salvalo come .xlsx.',
    'old-format': ({ format }) =>
      `è in formato ${format ?? 'non .xlsx'}: aprilo in Excel e salva come .xlsx.`,
    encrypted: () => 'è protetto da password: salvane una copia senza password e riprova.',
    damaged: ({ part }) =>
      `è danneggiato${part ? ` (parte ${part})` : ''}: aprilo in Excel, lascia che lo ripari e salvalo di nuovo.`,
    'too-large': (details) => tooLarge(details),
    'suspicious-archive': ({ reason, limit }) =>
      reason === 'entries'
        ? `è fatto di più di ${limit} parti e per prudenza non viene aperto: aprilo in Excel e salvalo di nuovo.`
        : reason === 'same-part'
          ? 'elenca più fogli che nel file sono uno solo e per prudenza non viene aperto: aprilo in Excel e salvalo di nuovo.'
          : 'contiene dati compressi in modo anomalo e per prudenza non viene aperto.',
    'no-sheets': () => 'non contiene fogli con celle.',
    'not-found': () => 'non esiste o non si può leggere: controlla nome e cartella.',
    'cannot-write': (details) => cannotWrite(details),
    'same-file': () =>
      'è il file di partenza: indica un percorso diverso, l’originale non viene mai modificato.',
    'no-such-sheet': ({ sheet }) => `il foglio «${sheet}» non c’è.`,
    'no-such-cell': ({ sheet, address }) => `la cella ${sheet ? `${sheet}!` : ''}${address} non esiste.`,
    'protected-sheet': ({ sheet }) =>
      `il foglio «${sheet}» è protetto: togli la protezione (Revisione → Rimuovi protezione foglio) e riprova. Nulla è stato scritto.`,
    'changed-meanwhile': ({ sheet, address }) =>
      `la cella ${address} del foglio «${sheet}» è cambiata nel frattempo: è rimasta com’è.`,
    'read-only': () =>
      'il file è aperto in sola lettura: salvane una copia e riprova. Nulla è stato scritto.',
    'cell-edit-mode': () => 'stai scrivendo in una cella: conferma con Invio o annulla con Esc, poi riprova.',
    'sheet-gone': ({ sheet }) => `il foglio «${sheet}» è stato eliminato nel frattempo: ripeti la verifica.`,
    'hidden-cell': ({ sheet, address, reason, merge }) =>
      reason === 'merged'
        ? `la cella ${sheet}!${address} è coperta dalla cella unita ${merge}: scrivi nella prima cella dell’unione.`
        : `la cella ${sheet}!${address} è in una riga o colonna nascosta: mostrala e riprova.`,
    'api-too-old': ({ needs }) =>
      `questa versione di Excel non basta${needs ? ` (serve ${needs})` : ''}: usa il comando peg o un Excel più recente.`,
    'no-selection': () => 'non è scelta nessuna cella: scegline una o un intervallo nel foglio, poi riprova.',
    'only-in-excel': () => 'in un file chiuso non si può: apri il file in Excel.',
    busy: () => 'Excel è occupato: attendi che finisca e riprova.',
    'host-failure': ({ message }) =>
      `Excel ha risposto con un errore${message ? `: ${message}` : ''}. Nulla è stato scritto: riprova.`,
    'not-restored': ({ sheet }) =>
      `Excel si è fermato a metà della scrittura${sheet ? ` nel foglio «${sheet}»` : ''} e non è stato possibile rimettere tutto com’era: usa Annulla (Ctrl+Z) e controlla il foglio prima di salvare.`,
  },
  storeError: {
    newer:
      'Il file contiene impostazioni scritte da una versione più recente: aggiorna il programma. Nulla è stato scritto.',
    damaged:
      'Le impostazioni salvate nel file non si leggono e non vengono sovrascritte: riparti da una copia precedente. Nulla è stato scritto.',
  },
  note: {
    'no-plan': () => 'Non ho riconosciuto obiettivi di PEG: indica con un profilo quale foglio li contiene.',
    'sheet-not-read': ({ cells }) =>
      `Foglio senza tabelle o schede riconosciute (${cells} celle): non fa parte del piano letto.`,
    'sheet-empty': () => 'Foglio senza celle.',
    'sheet-very-hidden': () =>
      'Foglio nascosto in modo che Excel non lo mostra nell’elenco: non l’ho letto. Per leggerlo va reso visibile.',
    'sheet-missing': () =>
      'Foglio nominato nel file ma senza contenuto (un modulo di vecchie macro, o un danno): gli altri sono stati letti.',
    'sheet-old-copy': () =>
      'Foglio con il nome di un anno precedente: preso per una vecchia copia, non letto. Per leggerlo va rinominato e reso visibile.',
    'formulas-not-calculated': ({ cells }) =>
      `Formule mai calcolate: ${cells}. Il loro valore non è nel file: aprilo in Excel e salvalo.`,
    'dup-replaced': ({ dup }) => `Foglio con il DUP non letto: al suo posto vale il file ${dup}.`,
    'dup-not-read': ({ dup }) =>
      `Nel file ${dup} non ho riconosciuto obiettivi strategici o operativi: il DUP indicato non è stato usato.`,
    'sheet-guessed': ({ role, confidence }) =>
      `Foglio preso per «${role}» con poca certezza (${confidence} %): confermalo o correggilo con un profilo.`,
    'profile-field-unknown': ({ header, field }) =>
      `Il profilo assegna a «${header}» il campo ${field}, che non esiste: la colonna non viene letta.`,
    'column-not-read': ({ header, column, cells }) =>
      `Colonna ${column}${header ? ` «${header}»` : ' senza intestazione'} non interpretata (${cells} celle).`,
    'column-guessed': ({ header, column, field }) =>
      `Colonna ${column}${header ? ` «${header}»` : ' senza intestazione'} letta come ${field}: da confermare.`,
    'cells-not-read': ({ cells, list }) => `Celle non interpretate: ${cells} (${list}).`,
    'band-guessed': () =>
      'Riga di fascia letta come ufficio responsabile delle righe seguenti: da confermare.',
    'lost-zero': ({ code, proposal }) =>
      `Il codice ${code} ha probabilmente perso uno zero iniziale (${proposal}): nulla è stato corretto.`,
    'no-dup': () =>
      'Nessun foglio elenca il DUP: le regole che lo confrontano non sono verificabili. Indica il DUP con --dup.',
    'profile-sheet-gone': ({ sheet }) => `Il profilo nomina il foglio «${sheet ?? ''}» che non c’è più.`,
    'profile-column-gone': ({ header, field }) =>
      `Il profilo nomina la colonna «${header}» (${field}) che non c’è più.`,
  },
  profileProblem: ({ code, path, details }) =>
    `${path === '' ? 'il file' : path}: ${PROFILE_PROBLEM[code](details)}`,
  role: {
    dup: 'DUP',
    objectives: 'obiettivi',
    phases: 'fasi',
    indicators: 'indicatori',
    centres: 'centri di responsabilità',
    data: 'dati di base',
    preface: 'premessa',
    other: 'altro',
  },
  kind: {
    strategicArea: { one: 'ambito strategico', many: 'ambiti strategici' },
    strategicObjective: { one: 'obiettivo strategico', many: 'obiettivi strategici' },
    operatingObjective: { one: 'obiettivo operativo', many: 'obiettivi operativi' },
    pegObjective: { one: 'obiettivo di PEG', many: 'obiettivi di PEG' },
    phase: { one: 'fase', many: 'fasi' },
    indicator: { one: 'indicatore', many: 'indicatori' },
  },
  severity: {
    error: { one: 'bloccante', many: 'bloccanti' },
    warning: { one: 'avviso', many: 'avvisi' },
    info: { one: 'informazione', many: 'informazioni' },
  },
  status: {
    passed: 'superata',
    violated: 'violata',
    notVerifiable: 'non verificabile',
    notApplicable: 'non pertinente',
    off: 'spenta',
    failed: 'non riuscita',
  },
  check: {
    ready: (stage) =>
      stage === 'monitoring'
        ? 'NESSUN PUNTO BLOCCANTE'
        : stage === 'draft'
          ? 'BOZZA PRONTA'
          : 'PRONTO PER LA GIUNTA',
    notReady: (stage) =>
      stage === 'monitoring'
        ? 'PUNTI BLOCCANTI APERTI'
        : stage === 'draft'
          ? 'BOZZA DA COMPLETARE'
          : 'NON PRONTO PER LA GIUNTA',
    noPlan: 'NESSUN PIANO RICONOSCIUTO',
    incomplete: (failed) => `VERIFICA INCOMPLETA: ${s(failed, 'regola non riuscita', 'regole non riuscite')}`,
    open: (error, warning, info) =>
      [
        s(error, 'bloccante', 'bloccanti'),
        s(warning, 'avviso', 'avvisi'),
        s(info, 'informazione', 'informazioni'),
      ].join(', '),
    waived: (count) => s(count, 'accettata con motivazione', 'accettate con motivazione'),
    notVerifiable: (count) =>
      s(count, 'controllo non eseguito: mancano i dati', 'controlli non eseguiti: mancano i dati'),
    plan: (year, scheme) => `Piano${year ? ` ${year}` : ''}${scheme ? `, codici ${scheme}` : ''}`,
    dup: (file, sheets) => `DUP confrontato: ${file}${sheets ? ` (fogli ${sheets})` : ''}`,
    noDup: 'DUP: nessuno da confrontare',
    why: 'Perché',
    fix: 'Rimedio',
    cells: 'Celle',
    follows: (count) => s(count, 'altra segnalazione ne deriva', 'altre segnalazioni ne derivano'),
    acceptedBy: (author, date, reason) => `accettata da ${author} il ${date}: ${reason}`,
    formerly: (author, date, reason) =>
      `già accettata da ${author} il ${date} («${reason}»), ma il contenuto è cambiato o il termine è scaduto`,
    notVerifiableTitle: 'Controlli non eseguiti: mancano i dati',
    failedTitle: 'Regole non riuscite',
    unread: 'Da confermare nella lettura del file',
    more: (count) => `… e ${s(count, 'altra', 'altre')} (--all mostra tutto)`,
    doubtful: (count) => s(count, 'segnalazione da confermare', 'segnalazioni da confermare'),
    byOffice: 'Segnalazioni aperte per ufficio',
    noPlanHint:
      '«peg tree» mostra che cosa è stato letto; un profilo (--profile) dice dove stanno gli obiettivi.',
    emptyPlan: (sheets) =>
      `I fogli del piano ci sono ma sono vuoti (${sheets}): scrivi gli obiettivi, una riga ciascuno, e ripeti la verifica.`,
    waiverNotes: 'Accettazioni da rivedere',
    withoutData: (count) => s(count, 'indicatore senza dati', 'indicatori senza dati'),
    monitoring: (date) => `Monitoraggio al ${date}`,
    late: (count) => s(count, 'fase oltre il termine', 'fasi oltre il termine'),
    noneLate: 'nessuna fase oltre il termine',
    noPhases: 'il piano non ha fasi: i termini non si possono seguire',
    withoutResult: (count) => s(count, 'indicatore senza consuntivo', 'indicatori senza consuntivo'),
    achievement: (percent) => `grado di raggiungimento medio degli indicatori misurati: ${percent}`,
  },
  tree: {
    noTitle: '(senza denominazione)',
    sheets: 'Fogli letti',
    notes: 'Non compreso o da confermare',
    confidence: 'sicurezza',
    scheme: (mask, fitting, total) => `Schema dei codici: ${mask} (${fitting} su ${total} lo rispettano)`,
    noScheme: 'Nessun codice di PEG riconosciuto',
    link: {
      code: 'collegato per codice',
      normalised: 'collegato per titolo, salvo maiuscole e punteggiatura',
      near: 'collegato per titolo simile',
      'only-candidate': 'collegato all’unico possibile',
      position: 'collegato per posizione nel foglio',
    },
    again: 'già sopra',
    loose: '(non collegato)',
  },
  cli: {
    reading: (file) => `Leggo ${file} …`,
    noSuchRule: (rule) => `La regola ${rule} non esiste: «peg rules» le elenca.`,
    noSuchFinding: (fingerprint) =>
      `Nessuna segnalazione, o più d’una, ha l’impronta ${fingerprint}: «peg check --format json» le elenca.`,
    noSuchIndicator: (name, near) =>
      `Nessun indicatore si chiama «${name}».${near.length > 0 ? ` I più vicini: ${near.map((one) => `«${one}»`).join(', ')}.` : ''}`,
    manyIndicators: (name, cells) =>
      `Più indicatori si chiamano «${name}»: indica la cella al posto del nome, una fra ${cells.map((one) => `"${one}"`).join(', ')}.`,
    noPlanToAttest: 'nessun obiettivo di PEG riconosciuto, non c’è un piano da attestare.',
    fileTwice: (file) =>
      `${file}: è indicato due volte; con --merge ogni file entra nel piano una volta sola.`,
    dateOutsideMonitoring: 'L’opzione --date vale solo con --stage monitoring.',
    otherKind: (out, kind) => `--out ${out}: la copia deve avere l’estensione ${kind} come l’originale.`,
    annexKind: (out) => `--out ${out}: le tabelle si scrivono in .xlsx o in .html.`,
    oneFile: 'Questo formato riguarda un file alla volta.',
    frozen: (count) => `${s(count, 'formula PEG sostituita', 'formule PEG sostituite')} dal valore.`,
    anonymised:
      'Parole e nomi sono inventati; restano parole comuni dei piani, codici, numeri e date: riguarda la copia prima di mandarla.',
    noYear: 'Né i codici né i titoli del piano dicono l’anno: indicalo con --year.',
    yearStays: (year, cell, to) =>
      `In ${cell} si legge ancora il ${year}: scrivi lì l’anno ${to}, altrimenti la verifica confronta con quello.`,
    recoded: (from, to, codes, cleared) =>
      `Da ${from} a ${to}: ${s(codes, 'cella ricodificata', 'celle ricodificate')}, ${s(cleared, 'consuntivo tolto', 'consuntivi tolti')}.`,
    outExists: (file) =>
      `--out ${file} esiste già e non viene sostituito: indica un altro nome, o aggiungi --force.`,
    outNoWorkbook: (file, format) =>
      `--out ${file}: il risultato è in formato ${format}, non un file di Excel: scegli un nome con un’altra estensione.`,
    outMissing: 'Indica con --out dove scrivere: l’originale non viene mai modificato.',
    outIsInput: (file) =>
      `--out ${file} è il file di partenza: indica un percorso diverso, l’originale non viene mai modificato.`,
    written: (file) => `Scritto ${file}.`,
    usage: {
      unknownOption: (option) =>
        `L’opzione ${option} non esiste: «peg check --help» elenca quelle che ci sono.`,
      unknownCommand: (command) => `Il comando «${command}» non esiste: «peg --help» li elenca.`,
      missingArgument: (argument) =>
        `Manca ${argument === 'files' || argument === 'file' ? 'il file da leggere' : `<${argument}>`}.`,
      excessArguments: (command) =>
        `Troppi argomenti per «${command}»: i nomi che contengono spazi vanno fra virgolette.`,
      missingOption: (option) => `Manca l’opzione ${option}.`,
      missingValue: (option) => `L’opzione ${option} vuole un valore.`,
      invalidValue: (option, value, allowed) =>
        `L’opzione ${option} non ammette «${value}»${allowed ? `: ${allowed}` : ''}.`,
    },
    unreadable: (file) => `${file}: non esiste o non si può leggere.`,
    badMunicipality: (path, entry, problem) =>
      `--municipality ${path}: ${entry === '' ? '' : `«${entry}»: `}${problem}.`,
    badFolder: (folder) => `--rules ${folder}: non è una cartella che si possa leggere.`,
    noRuleFiles: (folder) => `--rules ${folder}: la cartella non contiene regole (file .json).`,
    internal: (message) =>
      `errore del programma, non del file: ${message}. Segnalalo con il comando usato; nulla è stato scritto.`,
    badJson: (file) => `${file}: non è JSON leggibile.`,
    badProfile: (file, path) => `${file}: non è un profilo di lettura valido (${path}).`,
    waiver: {
      'no-reason': 'Indica la motivazione con --reason.',
      'too-long': 'La motivazione può avere al massimo 2.000 caratteri, il nome 200.',
      'no-author': 'Indica chi accetta con --author.',
      'bad-date': 'La data deve avere la forma AAAA-MM-GG, per esempio 2017-12-31.',
      'already-expired': 'La scadenza indicata con --until è già passata.',
    },
    notPossible: (error) => `Non riuscito: ${error}`,
    nothingToFix: (rule) => `La regola ${rule} non ha correzioni automatiche da applicare qui.`,
    fixed: (count) => s(count, 'cella corretta', 'celle corrette'),
    badPeriod: (period) => `Il periodo ${period} non ha la forma 2016, 2016-S1 o 2016-06-30.`,
    exampleData: (text) => `Attenzione, dati di esempio: «${text}»`,
    outcomes: (values, missing, notComputable) =>
      `${s(values, 'calcolato', 'calcolati')}, ${missing} senza dati, ${s(notComputable, 'non calcolabile', 'non calcolabili')}`,
  },
  attestation: {
    state: {
      none: 'Il file non contiene attestazioni.',
      valid: 'ATTESTAZIONE VALIDA: piano e regole sono quelli attestati.',
      'plan-changed': 'ATTESTAZIONE NON PIÙ VALIDA: il piano è cambiato.',
      'rules-changed': 'Piano invariato, ma le regole sono cambiate: ripeti la verifica.',
    },
    brief: {
      valid: 'attestazione valida',
      'plan-changed': 'attestazione non più valida, il piano è cambiato',
      'rules-changed': 'attestazione da ripetere, le regole sono cambiate',
    },
    made: (author, at) => `attestato da ${author} il ${at}`,
    dupChanged: 'il DUP confrontato è cambiato',
    waiversChanged: 'le segnalazioni accettate non sono più quelle di allora',
    notSignature: 'L’attestazione non è una firma: chi può modificare il file può riscriverla.',
    changes: (count) => (count === 0 ? 'Nessuna differenza.' : s(count, 'differenza', 'differenze')),
  },
};

const PROFILE_PROBLEM: Readonly<Record<ProfileProblemCode, (details: string) => string>> = {
  'too-large': (most) => `è troppo lungo, al massimo ${most} caratteri`,
  'not-json': () => 'non è JSON leggibile',
  missing: (names) => `manca ${names}`,
  unexpected: (names) => `voce non prevista: ${names}`,
  'wrong-type': (type) =>
    `atteso ${{ object: 'un oggetto {…}', array: 'un elenco […]' }[type] ?? 'un testo'}`,
  'wrong-value': (allowed) => `valore non ammesso${allowed === '' ? '' : `; ammesso: ${allowed}`}`,
  'bad-mask': (most) => `la maschera deve avere le parentesi chiuse e al massimo ${most} segni`,
};
