import { judge, loadRuleSet, planFromExample, type Finding } from '../../../src/coherence';

const { ruleSet } = loadRuleSet();
const HEADER = [
  'Codice',
  'Obiettivo di PEG',
  'Obiettivo operativo',
  'Responsabile',
  'Data inizio',
  'Data fine',
  'Indicatore',
  'Formula',
  'Unità di misura',
  'Fonte',
  'Valore iniziale',
  'Target 2022',
];

/** What is said of one indicator in a plan where all else is in order. */
async function saidOf(
  name: string,
  formula: string,
  unit: string,
  from: string,
  to: string,
): Promise<string[]> {
  const row = (code: string, ...indicator: string[]): string[] => [
    code,
    `Obiettivo ${code}`,
    'Comune trasparente',
    'Anna Conti',
    '01/01/2022',
    '30/11/2022',
    ...indicator,
  ];
  const plan = planFromExample({
    Premessa: [['Piano esecutivo di gestione 2022']],
    PEG: [
      HEADER,
      row('PA01', name, formula, unit, 'Ufficio', from, to),
      row('PA02', 'Pagine pubblicate', 'n. pagine', 'n.', 'Ufficio', '10', '20'),
    ],
  });
  const { findings } = await judge(plan, { ruleSet, today: '2022-01-15' });
  return findings
    .filter((one: Finding) => one.severity !== 'info' && one.causes.length === 0)
    .map((one) => one.rule);
}

// Habits of real offices: right although they look odd.
test.each([
  ['Relazione annuale', '', 'SI/NO', 'NO', 'SI'],
  ['Data di approvazione', '', 'data', '', '30/06/2022'],
  ['Utenti serviti', '', 'n.', '9', '10'],
  ['Utenti per operatore', 'utenti / operatori', 'n.', '9', '10'],
  ['Domande per posto', 'domande / posti', 'n.', '2', '1,8'],
  ['Debito pro capite', 'debito residuo / popolazione', '€', '600', '580'],
  ['Crescita delle entrate', '(entrate 2022 - entrate 2021) / entrate 2021', '%', '5', '130'],
  ['Presenze', 'presenze 2022 / presenze 2021', '%', '100', '104'],
  ['Percentuale di presenze rispetto al 2021', 'presenze / presenze del 2021', '%', '90', '112'],
  ['Contributi statali', 'contributi statali / entrate correnti', '%', '9', '10'],
  ['Spesa per alunno', 'spesa delle scuole statali / alunni delle scuole statali', '€', '90', '91'],
  ['Utenza esterna', 'utenti non residenti / totale utenti', '%', '9', '10'],
  ['Copertura mensa', 'alunni iscritti / totale alunni', '%', '60%', '0,65'],
  ['Autonomia finanziaria', '(Titolo I + Titolo III) / (Titolo I + II + III)', '%', '80', '81'],
  ['Riscossione', 'riscossioni titoli I e III / accertamenti titoli I e III', '%', '80', '81'],
  ['Autocopertura', 'ricavi del servizio / costi del servizio', '%', '90', '110'],
  ['Rifiuti pro capite', 'kg di rifiuti / abitanti', 'kg/ab', '420', 'ridurre del 5%'],
  ['Tempestività dei pagamenti', 'media ponderata dei ritardi', 'gg', '-5', '≤ 0'],
  ['Gradimento', 'media dei voti', 'punti', '3,8', '4 su 5'],
  ['Giorni di apertura', 'n. giorni', 'giorni', '200', '220'],
  ['Biglietti', 'biglietti teatri e musei', 'n.', '900', '950'],
  ['Servizi', 'nr. totale servizi', 'n.', '9', '10'],
])('%s = %s (%s, %s → %s) is fine', async (...indicator) => {
  expect(await saidOf(...indicator)).toEqual([]);
});

test.each([
  ['IND-01', 'Tasso di occupazione', '', '%', '9', '10'],
  ['IND-01', 'Media giorni di lavoro', '', 'gg', '10', '9'],
  ['IND-04', 'Costo per pasto', 'spesa mensa / n. pasti', 'n.', '9', '9'],
  ['IND-05', 'Densità di rete', 'km rete / popolazione', '%', '9', '10'],
  ['IND-06', 'Tasso di risposta', 'richieste pervenute / richieste evase', '%', '9', '10'],
  ['IND-06', 'Grado di copertura mensa', 'totale alunni / alunni iscritti', '%', '9', '10'],
  ['IND-07', 'Velocità', 'riscossioni 2022 / accertamenti 2021', '%', '9', '10'],
  ['IND-07', 'Chiamate', 'chiamate inviate / chiamate ricevute', '%', '9', '10'],
  ['IND-08', 'Soddisfazione', '% cittadini soddisfatti', '%', '9', '10'],
  ['IND-09', 'Furti', '(furti / abitanti) x 1000', '%', '10', '9'],
  ['IND-10', 'Raccolta', '\\frac{differenziata}{totale}', '%', '9', '10'],
  ['IND-11', 'Raccolta', 'differenziata / totale', '%', '9', '10'],
  ['TGT-02', 'Raccolta differenziata', 'differenziata / totale rifiuti', '%', '60', '165'],
  ['TGT-02', 'Copie', 'n. copie', 'n.', '9', 'quanto basta'],
  ['TGT-03', 'Reclami', 'n. reclami', 'n.', '10', '12'],
])('%s: %s = %s (%s, %s → %s)', async (rule, ...indicator) => {
  expect(await saidOf(...indicator)).toEqual([rule]);
});
