import { gridOf, snapshotOf } from '../../../src/workbook';
import { readBaseData, type BaseData } from '../../../src/indicators';

/** Another invented municipality: blocks, abbreviations, values as text, two years; `Descrizione dato | Um | 2022 | 2023`. */
export const SECOND_DATA: readonly (readonly [string, string, string, string] | readonly [string])[] = [
  ['DATI GENERALI'],
  ['N.ro abitanti al 31.12', 'n.', '52.310', '52.104'],
  ['N.ro famiglie', 'n.', '23.011', '23.150'],
  ['Sup. territorio', 'kmq', '88,4', '88,4'],
  ['BILANCIO'],
  ['Entrate tributarie', '€', '31.200.450,10', '32.010.220,00'],
  ['Entrate extratributarie', '€', '8.400.100,00', '8.910.330,50'],
  ['Trasferimenti correnti', '€', '4.120.000,00', '3.988.000,00'],
  ['Spese correnti impegnate', '€', '40.110.000,00', '41.905.000,00'],
  ['Spese correnti pagate', '€', '33.870.000,00', '35.400.900,00'],
  ['Spese di personale (macroaggr. 101)', '€', '11.020.000,00', '11.350.000,00'],
  ['Debito residuo', '€', '19.400.000,00', '18.050.000,00'],
  ['Residui passivi al 1/1', '€', '9.800.000,00', '9.100.000,00'],
  ['Residui passivi pagati', '€', '6.100.000,00', '6.900.000,00'],
  ['Tempo medio di pagamento', 'gg', '34 gg', '27,5 gg'],
  ['TARI - importo riscosso', '€', '7.900.000', '8.050.000'],
  ['TARI - importo emesso', '€', '9.100.000', '9.240.000'],
  ['AMBIENTE'],
  ['R.S.U. prodotti', 't', '27.400', '26.950'],
  ['R.D. raccolta', 't', '18.100', '18.640'],
  ['Kg rifiuti pro capite', 'kg', '523,8', '517,2'],
  ['Mq aree verdi', 'mq', '801.000', '812.500'],
  ['SOCIALE'],
  ['Minori in affido', 'n.', '44', '47'],
  ['Anziani assistiti a domicilio', 'n.', '310', '335'],
  ['Anziani >65 anni', 'n.', '12.980', '13.110'],
  ['Dom. asili nido accolte', 'n.', '402', '431'],
  ['Dom. asili nido pervenute', 'n.', '520', '515'],
  ['Spesa asili nido', '€', '2.010.000,00', '2.105.000,00'],
  ['Rette asili nido', '€', '610.000,00', '655.000,00'],
  ['PERSONALE'],
  ['Dip. a tempo indeterminato', 'n.', '301', '296'],
  ['Dip. a tempo determinato', 'n.', '14', '19'],
  ['Dip. formati', 'n.', '210', '244'],
  ['Gg assenza', 'gg', '5.010', '4.870'],
  ['Gg lavorabili', 'gg', '75.200', '74.100'],
  ['Ore formazione', 'h', '3.300', '4.015'],
  ['P.O. donne', 'n.', '9', '10'],
  ['P.O. totali', 'n.', '17', '17'],
  ['POLIZIA LOCALE'],
  ['Agenti P.L.', 'n.', '46', '48'],
  ['Sinistri rilevati', 'n.', '402', '377'],
  ['di cui con feriti', 'n.', '201', '188'],
  ['Violazioni C.d.S.', 'n.', '21.030', '19.870'],
  ['Ricorsi presentati', 'n.', '310', '280'],
  ['Ricorsi accolti', 'n.', '61', '49'],
  ['SERVIZI AL CITTADINO'],
  ['Accessi sportello', 'n.', '61.200', '58.900'],
  ['Prenotazioni on-line', 'n.', '9.100', '17.670'],
  ['Pratiche edilizie: presentate', 'n.', '812', '790'],
  ['Pratiche edilizie: concluse nei termini', 'n.', '655', '702'],
  ['PEC in uscita', 'n.', '31.000', '36.400'],
  ['Protocolli in uscita', 'n.', '52.000', '53.100'],
  ['Atti pubblicati entro 5 gg', 'n.', '1.980', '2.190'],
  ['Atti totali', 'n.', '2.310', '2.298'],
  ['Segnalazioni pervenute', 'n.', '3.310', '3.502'],
  ['Segnalazioni risolte', 'n.', '2.870', '3.220'],
  ['Approvazione Piano Urbanistico', 'SI/NO', 'NO', 'SI'],
];

export function secondBaseData(): BaseData {
  const rows = SECOND_DATA.map((row) => (row.length === 1 ? [row[0]] : [row[0], row[1], row[2], row[3]]));
  return readBaseData(
    snapshotOf([
      gridOf('Dati elementari', [
        ['Comune di Pieve Inventata – dati elementari'],
        [],
        ['Descrizione del dato', 'U.M.', 'Anno 2022', 'Anno 2023'],
        ...rows,
      ]),
    ]),
  );
}

/** The number of a row in 2023 (or 2022), read here independently of the project. */
export function second(name: string, year: 2022 | 2023 = 2023): number {
  const row = SECOND_DATA.find((one) => one[0] === name);
  const text = row && row.length === 4 ? row[year - 2020] : undefined;
  if (typeof text !== 'string') throw new RangeError(`no invented quantity named ${name}`);
  return Number(
    text
      .replace(/[^\d.,]/g, '')
      .replace(/\./g, '')
      .replace(',', '.'),
  );
}
