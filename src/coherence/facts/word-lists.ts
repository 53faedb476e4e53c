/** Words that end in a consonant and are whole: Italian ones, loanwords and names that offices write every day. */
export const LOANWORDS: ReadonlySet<string> = new Set(
  (
    'non con per in un il del dal nel sul al col ben bel buon gran san quel nord sud est ovest pero gas bus tram ' +
    'sport bar film web wifi test cloud open smart report budget marketing software hardware standard welfare ' +
    'privacy mobility hub lab club staff quiz call center centre front back office desk help start up city card ' +
    'store stop partner partnership governance trend target network internet intranet online offline link ' +
    'social media manager management project team meeting workshop forum focus group brand design green blue ' +
    'park parking sharing car bike pooling housing cohousing coworking crowdfunding fundraising benchmark ' +
    'benchmarking audit compliance rating ranking check control controller controlling cost performance premium ' +
    'bonus malus campus tutor mentor sponsor stage master summer school camp kit set box pass ticket voucher ' +
    'silver full part time day night shop outlet tour tourism guest hotel resort hostel camping area point spot ' +
    'hotspot access digital divide data set dataset server client display monitor tablet pc computer laptop ' +
    'screen screening privacy cyber security backup recovery disaster business continuity plan planning event ' +
    'festival show concert jazz rock pop gospel musical opera factory farm garden water fashion food street art ' +
    'market black bilancio deficit surplus default spread swap leasing factoring bond green deal next generation ' +
    'human resources skill skills soft hard feedback input output outcome reset upgrade update download upload ' +
    'file folder chat bot chatbot blog post newsletter mail email pec spid cie anpr suap sue erp ztl pums paes ' +
    'pnrr dup peg piao urp tpl cdr rsa rsu tari imu tasi iban cup cig pin gis lan wan fax sms app qr iot pos led ' +
    'raee isee sprar sai nido asl usl ausl ater aler ' +
    'record clown band orient express tunnel bypass iter lapis virus humus ictus lupus ' +
    'transit moratorium pro loco post ad hoc iter bis ter quater quinquies caos lapsus ' +
    'volley basket tennis golf rugby skate skatepark fitness wellness relax benessere stress ' +
    'autobus filobus scuolabus pedibus bicibus minibus pullman taxi jet rail van camper garage ' +
    'handicap deficit habitat referendum album forum slogan spot sit in leader leadership follow ' +
    'compost humus biogas metano diesel watt volt kilowatt joule hertz ' +
    'islam ramadan natal pasqual roman roma rom sinti ' +
    'gender mainstreaming empowerment caregiver baby sitter sitting badante ' +
    'project financing global service facility management in house providing provider outsourcing ' +
    'reporting monitoring accountability stakeholder engagement customer satisfaction survey citizen ' +
    'war memorial liberty art deco picnic ping pong flash mob street ' +
    'cinquantesim alcol alcool rum vermut metal chef sommelier bistrot restaurant ' +
    'don dottor ingegner professor signor monsignor cardinal general maggior minor miglior peggior ' +
    'amor cuor fior dolor valor onor color error terror favor rigor furor ' +
    'val valdarno col monte san giovan ' +
    'ciascun nessun alcun qualcun buon ognun ' +
    'far dar star aver esser poter voler saper andar ' +
    'fin man pan ben vin sen seren ' +
    'amarcord revival remix casting ' +
    'clic click touch scanner plotter router modem switch firewall ' +
    'total quality management lean six sigma ' +
    'overview summit board advisory steering committee task force ' +
    'spin off startup incubator accelerator venture capital ' +
    'yoga pilates shiatsu ' +
    'raid fan ultras derby record sprint ' +
    'monet manet picasso klimt ' +
    'gennaio ' +
    'covid pandemic lockdown hub tampon vaccin ' +
    'pur sor fra frat suor'
  ).split(' '),
);

/** Long words of office Italian: what a cut last word may have been. */
export const OFFICE_WORDS: ReadonlySet<string> = new Set(
  (
    'abbattimento accessibilità accertamento accoglienza acquisizione acquisti adeguamento adozione affidamento ' +
    'agevolazioni aggiornamento alienazioni alloggi ambientale ambiente amministrativa amministrativi ' +
    'amministrativo amministrazione ampliamento anagrafe anagrafica anticorruzione apertura applicazione ' +
    'approvazione architettoniche archivio assistenza assistenziale associata associazioni attivazione attività ' +
    'attrezzature attuazione aumento autorizzazione autorizzazioni avviamento azioni biblioteca bilancio cantiere ' +
    'capitale catastale censimento centralizzazione cimiteriale cimiteriali cimiteri circolazione ' +
    'cittadinanza cittadini collaborazione collegamento commerciale commerciali commercio completamento ' +
    'comunale comunali comunicazione comunità concessione concessioni concorsuali conservazione consolidamento ' +
    'contabile contabili contabilità contenzioso contrasto contratti contratto contributi controlli controllo ' +
    'convenzione convenzioni coordinamento copertura costruzione culturale culturali cultura definizione ' +
    'dematerializzazione demografici demografico determinazione digitale digitali digitalizzazione dipendenti ' +
    'dirigenti disabili disabilità disciplina distribuzione documentale documenti economica economico edifici ' +
    'edilizia edilizie educativa educativi educativo efficientamento elettorale emergenza energetica ' +
    'energetico entrate erogazione esecuzione esternalizzazione evasione extratributarie famiglie finanziamento ' +
    'finanziaria finanziario fiscale formazione fornitura funzionale funzionamento funzioni garanzia gestionale ' +
    'gestione giovanile giovanili giovani giuridica illuminazione immobiliare immobili impianti impiantistica ' +
    'implementazione inclusione incremento individuazione informatica informatici informatico ' +
    'informatizzazione informativo informazione infrastrutture innovazione inquinamento installazione ' +
    'integrazione internazionale interna interne interventi investimenti istituzionale istruzione ' +
    'lavoratori lavori legalità locale locali manutenzione manutenzioni mercato miglioramento ministeriale ' +
    'mobilità modernizzazione modifica monitoraggio municipale notifiche obiettivi occupazione opere operativa ' +
    'operativi operativo operazioni ordinaria ordinarie ordinario organizzativa organizzativi organizzativo ' +
    'organizzazione orientamento ottimizzazione pagamenti pagamento parcheggi partecipate partecipazione ' +
    'patrimoniale patrimoniali patrimonio percorsi periferie personale pianificazione polizia popolazione ' +
    'potenziamento predisposizione prestazioni prevenzione procedimenti procedure produttive produzione ' +
    'professionale professionali progettazione programmazione progetto promozione protezione protocollo ' +
    'provinciale pubblica pubbliche pubblici pubblicità pubblico qualificazione qualità quartiere quartieri ' +
    'raccolta rafforzamento ragioneria razionalizzazione realizzazione recupero redazione refezione regionale ' +
    'regolamentazione regolamenti regolamento relazione rendicontazione residenziale residenziali ' +
    'responsabili responsabilità restauro revisione ricognizione rifacimento rigenerazione rilascio ' +
    'rilevazione rimozione rinnovo riorganizzazione riordino riqualificazione riscossione risorse ristrutturazione ' +
    'riuso riduzione rischio sanitaria sanitarie sanzioni scolastica scolastiche scolastici scolastico segnaletica ' +
    'segreteria semplificazione sensibilizzazione servizi servizio sicurezza sistemazione sociale sociali ' +
    'società sociosanitari sociosanitaria soddisfazione solidarietà sorveglianza sostegno sostenibile ' +
    'sostenibilità sovracomunale spazi sperimentazione sportello sportiva sportive sportivi sportivo stabilizzazione ' +
    'statistica storica storiche storici storico stradale stradali strade straordinaria straordinarie straordinari ' +
    'straordinario strategica strategiche strategici strategico strumentale strumenti strutturale strutture ' +
    'studenti superamento sussidiarietà sviluppo telematica tempestività territoriale territoriali territorio ' +
    'toponomastica trasferimenti trasferimento trasparenza trasporto trasporti tributaria tributari tributi ' +
    'turismo turistica turistiche turistici turistico tutela ufficio uffici urbana urbane urbani urbanistica ' +
    'urbanistiche urbanistici urbanistico urbano utenti utilizzazione utilizzo valorizzazione valutazione variante ' +
    'vendita verifica verifiche viabilità videosorveglianza vigilanza violazioni volontariato'
  )
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .split(' '),
);
