import type { LocalisedText, RequiredField } from './rule';

/** Words of `token` fields in the user's languages. */
export const TOKENS: Readonly<Record<string, LocalisedText>> = {
  shifted: { it: 'colonne slittate', en: 'shifted columns' },
  fused: { it: 'codice e titolo nella stessa cella', en: 'code and title in one cell' },
  'shifted-fused': {
    it: 'codice e titolo fusi in un’altra colonna',
    en: 'code and title fused in another column',
  },
  'fused-table': {
    it: 'tabella con codice e titolo nella stessa cella',
    en: 'table with code and title in one cell',
  },
  strategicArea: { it: 'ambiti strategici', en: 'strategic areas' },
  strategicObjective: { it: 'obiettivi strategici', en: 'strategic objectives' },
  operatingObjective: { it: 'obiettivi operativi', en: 'operating objectives' },
  pegObjective: { it: 'obiettivi di PEG', en: 'PEG objectives' },
  phase: { it: 'fasi', en: 'phases' },
  indicator: { it: 'indicatori', en: 'indicators' },
  'ends-with-preposition': { it: 'finisce con una preposizione', en: 'ends with a preposition' },
  'ends-with-article': { it: 'finisce con un articolo', en: 'ends with an article' },
  'ends-with-conjunction': { it: 'finisce con una congiunzione', en: 'ends with a conjunction' },
  'ends-with-hyphen': { it: 'finisce con un trattino', en: 'ends with a hyphen' },
  'ends-with-comma': { it: 'finisce con una virgola', en: 'ends with a comma' },
  'ends-with-colon': { it: 'finisce con i due punti', en: 'ends with a colon' },
  'ends-with-slash': { it: 'finisce con una barra', en: 'ends with a slash' },
  'ends-with-apostrophe': { it: 'finisce con un’elisione', en: 'ends with an elision' },
  'open-bracket': { it: 'parentesi non chiusa', en: 'open bracket' },
  'cut-word': { it: 'parola tagliata', en: 'cut word' },
  'blank-header': { it: 'colonna senza intestazione', en: 'column without a header' },
};

/** Fields as the user knows them: what is missing when a rule is not verifiable. */
export const FIELD_NAMES: Readonly<Record<RequiredField, LocalisedText>> = {
  'plan.year': { it: "l'anno del piano", en: 'the year of the plan' },
  'plan.codeScheme': { it: 'uno schema dei codici riconoscibile', en: 'a recognisable code scheme' },
  strategicArea: { it: 'gli ambiti strategici', en: 'strategic areas' },
  strategicObjective: { it: 'gli obiettivi strategici', en: 'strategic objectives' },
  operatingObjective: { it: 'gli obiettivi operativi', en: 'operating objectives' },
  pegObjective: { it: 'gli obiettivi di PEG', en: 'PEG objectives' },
  phase: { it: 'le fasi', en: 'phases' },
  indicator: { it: 'gli indicatori', en: 'indicators' },
  centre: {
    it: 'il registro dei centri di responsabilità',
    en: 'the registry of responsibility centres',
  },
  data: { it: 'i dati di base', en: 'base data' },
  'dup.strategicArea': {
    it: 'un DUP che elenchi gli ambiti strategici',
    en: 'a DUP that lists strategic areas',
  },
  'dup.strategicObjective': {
    it: 'un DUP che elenchi gli obiettivi strategici',
    en: 'a DUP that lists strategic objectives',
  },
  'dup.operatingObjective': {
    it: 'un DUP che elenchi gli obiettivi operativi',
    en: 'a DUP that lists operating objectives',
  },
  'strategicObjective.code': {
    it: 'la colonna del codice degli obiettivi strategici',
    en: 'the code column of strategic objectives',
  },
  'operatingObjective.code': {
    it: 'la colonna del codice degli obiettivi operativi',
    en: 'the code column of operating objectives',
  },
  'operatingObjective.programme': {
    it: 'missione e programma degli obiettivi operativi',
    en: 'mission and programme of operating objectives',
  },
  'pegObjective.code': { it: 'la colonna del codice', en: 'the code column' },
  'pegObjective.title': { it: 'la colonna del titolo', en: 'the title column' },
  'pegObjective.operating': {
    it: "la colonna dell'obiettivo operativo",
    en: 'the operating objective column',
  },
  'pegObjective.owner': { it: 'la colonna del responsabile', en: 'the owner column' },
  'pegObjective.centre': {
    it: 'la colonna del centro di responsabilità',
    en: 'the responsibility centre column',
  },
  'pegObjective.weight': { it: 'la colonna del peso degli obiettivi', en: 'the objective weight column' },
  'pegObjective.type': { it: 'la colonna del tipo di obiettivo', en: 'the objective type column' },
  'pegObjective.mission': { it: 'la colonna della missione', en: 'the mission column' },
  'pegObjective.programme': { it: 'la colonna del programma', en: 'the programme column' },
  'pegObjective.dates': { it: 'le date degli obiettivi', en: 'the dates of objectives' },
  'pegObjective.indicator': {
    it: 'indicatori collegati agli obiettivi di PEG',
    en: 'indicators linked to PEG objectives',
  },
  'phase.dates': { it: 'le date delle fasi', en: 'the dates of phases' },
  'phase.weight': { it: 'la colonna del peso delle fasi', en: 'the phase weight column' },
  'phase.owner': { it: 'la colonna del responsabile delle fasi', en: 'the phase owner column' },
  'indicator.formula': { it: 'la colonna della formula', en: 'the formula column' },
  'indicator.unit': { it: "la colonna dell'unità di misura", en: 'the unit column' },
  'indicator.source': { it: 'la colonna della fonte', en: 'the source column' },
  'indicator.target': { it: 'la colonna del target', en: 'the target column' },
  'indicator.baseline': { it: 'la colonna del valore iniziale', en: 'the baseline column' },
  'indicator.actual': { it: 'la colonna del consuntivo', en: 'the actual value column' },
  'indicator.weight': { it: 'la colonna del peso degli indicatori', en: 'the indicator weight column' },
};
