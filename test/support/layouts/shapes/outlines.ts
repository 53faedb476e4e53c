import { gridOf } from '../../../../src/workbook';
import { book, indicators, layout, pegs, phases, sheet } from '../notation';
import type { LayoutFixture } from '../types';

/** Levels stated by lines of text in one column: by words, codes, marks and how far they are moved to the right. */
export const outlines: readonly LayoutFixture[] = [
  layout(
    'outline-of-words-nobody-knows',
    'outlines',
    book(
      'documento.xlsx',
      sheet(
        'Testo',
        `
        Comune di Valchiara
        Che cosa faremo nel 2025
        .
        Pilastro 1 – Vicini alle persone
        Cantiere 1.1 – Cure a domicilio
        Impegno 1.1.1 – Nuovo servizio pasti | Eva Timo | 31/12/2025
        * Passo: gara
        * Passo: avvio del servizio
        Misuratore: Pasti consegnati (pasti consegnati / pasti richiesti); traguardo 2025: 90%
        Impegno 1.1.2 – Telefono amico | Eva Timo | 30/06/2025
        * Passo: convenzione
        * Passo: avvio del servizio
        Misuratore: Chiamate ricevute (n. chiamate); traguardo 2025: 300
        Cantiere 1.2 – Tempo libero
        Impegno 1.2.1 – Orti degli anziani | Aldo Nespolo | 30/09/2025
        * Passo: bando
        * Passo: consegna degli orti
        .
        Pilastro 2 – Strade sicure
        Cantiere 2.1 – Pedoni protetti
        Impegno 2.1.1 – Attraversamenti rialzati | Tina Bosso | 31/10/2025
        * Passo: progetto
        * Passo: lavori
        Misuratore: Attraversamenti realizzati (n. attraversamenti); traguardo 2025: 8
        Nota: i lavori dipendono dal contributo regionale.
        `,
      ),
    ),
    {
      strategics: ['Vicini alle persone', 'Strade sicure'],
      operatings: ['Cure a domicilio', 'Tempo libero', 'Pedoni protetti'],
      pegs: pegs(`
        code | title | under | owner | end | at
        1.1.1 | Nuovo servizio pasti | Cure a domicilio | Eva Timo | 2025-12-31 | Testo!A6
        1.1.2 | Telefono amico | Cure a domicilio | Eva Timo | 2025-06-30
        1.2.1 | Orti degli anziani | Tempo libero | Aldo Nespolo | 2025-09-30
        2.1.1 | Attraversamenti rialzati | Pedoni protetti | Tina Bosso | 2025-10-31
      `),
      phases: phases(`
        of | title
        1.1.1 | gara
        1.1.1 | avvio del servizio
        1.1.2 | convenzione
        1.1.2 | avvio del servizio
        1.2.1 | bando
        1.2.1 | consegna degli orti
        2.1.1 | progetto
        2.1.1 | lavori
      `),
      indicators: indicators(`
        of | title | formula | targets
        1.1.1 | Pasti consegnati | pasti consegnati / pasti richiesti | 2025=90%
        1.1.2 | Chiamate ricevute | n. chiamate | 2025=300
        2.1.1 | Attraversamenti realizzati | n. attraversamenti | 2025=8
      `),
    },
  ),
  layout(
    'outline-by-indentation',
    'outlines',
    book(
      'piano obiettivi 2026.xlsx',
      gridOf('Albero', [
        ['COMUNE DI ACQUALARGA'],
        ['Albero della performance 2026'],
        [],
        ['Una città che ascolta', null, null],
        ['    Servizi a portata di mano', null, null],
        ['        Sportello unico', 'Settore Demografici', '30/06/2026'],
        ['        Agenda in linea', 'Settore Demografici', '31/10/2026'],
        ['    Partecipazione', null, null],
        ['        Bilancio partecipato', 'Settore Finanze', '30/11/2026'],
        ['Una città che cammina', null, null],
        ['    Marciapiedi', null, null],
        ['        Rifacimento in centro', 'Settore Tecnico', '30/09/2026'],
        ['        Scivoli per carrozzine', 'Settore Tecnico', '31/12/2026'],
      ]),
    ),
    {
      strategics: ['Una città che ascolta', 'Una città che cammina'],
      operatings: ['Servizi a portata di mano', 'Partecipazione', 'Marciapiedi'],
      pegs: pegs(`
        code | title | under | centre | end
        - | Sportello unico | Servizi a portata di mano | Settore Demografici | 2026-06-30
        - | Agenda in linea | Servizi a portata di mano | Settore Demografici | 2026-10-31
        - | Bilancio partecipato | Partecipazione | Settore Finanze | 2026-11-30
        - | Rifacimento in centro | Marciapiedi | Settore Tecnico | 2026-09-30
        - | Scivoli per carrozzine | Marciapiedi | Settore Tecnico | 2026-12-31
      `),
    },
  ),
  layout(
    'outline-signs-in-a-column',
    'outlines',
    book(
      'piano 2026.xlsx',
      gridOf('Piano 2026', [
        ['Dalle linee di mandato agli obiettivi degli uffici'],
        ['usare i pulsanti per aprire i livelli'],
        [null, null, 'chi', 'entro', 'oggi', 'a fine 2026'],
        ['1', 'PAESE APERTO'],
        ['1.1', 'Turismo lento'],
        ['1.1.1', 'Sentieri'],
        ['1.1.1.1', 'Sentiero dei mulini: segnaletica', 'Ufficio Ambiente'],
        ['a)', 'Tracciatura', null, '30/04/2026'],
        ['b)', 'Posa dei cartelli', null, '31/07/2026'],
        ['»', 'Cartelli posati (n.)', null, null, '4', '40'],
        ['1.1.1.2', 'Rifugio comunale: riapertura', 'Ufficio Ambiente'],
        [null, 'Bando per la gestione in tre anni'],
        ['a)', 'Bando', null, '31/03/2026'],
        ['»', 'Notti vendute (n.)', null, null, '0', '300'],
        ['1.1.2', 'Ospitalità'],
        ['1.1.2.1', 'Bottega dei prodotti della valle', 'Ufficio Commercio'],
        ['a)', 'Avviso ai produttori', null, '30/06/2026'],
        ['»', 'Produttori presenti (n.)', null, null, '3', '12'],
        ['2', 'PAESE SICURO'],
        ['2.1', 'Acqua e terra'],
        ['2.1.1', 'Rii e versanti'],
        ['2.1.1.1', 'Pulizia del rio Secco', 'Ufficio Lavori'],
        ['a)', 'Taglio della vegetazione', null, '30/09/2026'],
        ['»', 'Metri puliti (m)', null, null, '200', '900'],
      ]),
    ),
    {
      areas: ['PAESE APERTO', 'PAESE SICURO'],
      strategics: ['Turismo lento', 'Acqua e terra'],
      operatings: ['Sentieri', 'Ospitalità', 'Rii e versanti'],
      pegs: pegs(`
        code | title | under | centre
        1.1.1.1 | Sentiero dei mulini: segnaletica | Sentieri | Ufficio Ambiente
        1.1.1.2 | Rifugio comunale: riapertura | Sentieri | Ufficio Ambiente
        1.1.2.1 | Bottega dei prodotti della valle | Ospitalità | Ufficio Commercio
        2.1.1.1 | Pulizia del rio Secco | Rii e versanti | Ufficio Lavori
      `),
      phases: phases(`
        of | title | end
        1.1.1.1 | Tracciatura | 2026-04-30
        1.1.1.1 | Posa dei cartelli | 2026-07-31
        1.1.1.2 | Bando | 2026-03-31
        1.1.2.1 | Avviso ai produttori | 2026-06-30
        2.1.1.1 | Taglio della vegetazione | 2026-09-30
      `),
      indicators: indicators(`
        of | title | targets
        1.1.1.1 | Cartelli posati (n.) | 2026=40
        1.1.1.2 | Notti vendute (n.) | 2026=300
        1.1.2.1 | Produttori presenti (n.) | 2026=12
        2.1.1.1 | Metri puliti (m) | 2026=900
      `),
    },
  ),
  layout(
    'outline-by-codes-alone',
    'outlines',
    book(
      'PEG 2024 elenco.xlsx',
      sheet(
        'Foglio1',
        `
        1 Comune amico
        1.1 Servizi semplici
        1.1.1 Meno attese agli sportelli
        1.1.1.1 Prenotazioni in linea | Ada Cedro | 31/05/2024
        1.1.1.2 Totem all'ingresso | Ada Cedro | 30/09/2024
        1.1.2 Moduli chiari
        1.1.2.1 Riscrittura dei moduli | Bice Noce | 31/10/2024
        2 Comune pulito
        2.1 Meno rifiuti
        2.1.1 Raccolta porta a porta
        2.1.1.1 Nuovo calendario | Carlo Ontano | 28/02/2024
        2.1.1.2 Centro di raccolta | Carlo Ontano | 31/12/2024
        `,
      ),
    ),
    {
      areas: ['Comune amico', 'Comune pulito'],
      strategics: ['Servizi semplici', 'Meno rifiuti'],
      operatings: ['Meno attese agli sportelli', 'Moduli chiari', 'Raccolta porta a porta'],
      pegs: pegs(`
        code | title | under | owner | end
        1.1.1.1 | Prenotazioni in linea | Meno attese agli sportelli | Ada Cedro | 2024-05-31
        1.1.1.2 | Totem all'ingresso | Meno attese agli sportelli | Ada Cedro | 2024-09-30
        1.1.2.1 | Riscrittura dei moduli | Moduli chiari | Bice Noce | 2024-10-31
        2.1.1.1 | Nuovo calendario | Raccolta porta a porta | Carlo Ontano | 2024-02-28
        2.1.1.2 | Centro di raccolta | Raccolta porta a porta | Carlo Ontano | 2024-12-31
      `),
    },
  ),
  layout(
    'outline-with-what-is-said-below',
    'outlines',
    book(
      'obiettivi.xlsx',
      sheet(
        'Obiettivi 2025',
        `
        Linea di mandato 1: Un paese sano
        Obiettivo strategico 1.1: Sport per tutti
        Obiettivo operativo 1.1.1: Impianti aperti
        Obiettivo esecutivo 1.1.1.1: Riapertura della piscina
        Responsabile: Remo Bosso
        Scadenza: 31/07/2025
        Fase 1. Lavori alla vasca
        Fase 2. Collaudo
        Indicatore: ingressi in piscina – target 2025: 4000
        Obiettivo esecutivo 1.1.1.2: Palestre dopo cena
        Responsabile: Ugo Bosso
        Scadenza: 31/10/2025
        Fase 1. Accordo con le società
        Indicatore: ore serali di apertura – target 2025: 350
        Obiettivo operativo 1.1.2: Cammini e sentieri
        Obiettivo esecutivo 1.1.2.1: Segnaletica dei sentieri
        Responsabile: Ugo Bosso
        Scadenza: 30/04/2025
        Fase 1. Rilievo
        Fase 2. Posa dei cartelli
        `,
      ),
    ),
    {
      areas: ['Un paese sano'],
      strategics: ['Sport per tutti'],
      operatings: ['Impianti aperti', 'Cammini e sentieri'],
      pegs: pegs(`
        code | title | under | owner | end
        1.1.1.1 | Riapertura della piscina | Impianti aperti | Remo Bosso | 2025-07-31
        1.1.1.2 | Palestre dopo cena | Impianti aperti | Ugo Bosso | 2025-10-31
        1.1.2.1 | Segnaletica dei sentieri | Cammini e sentieri | Ugo Bosso | 2025-04-30
      `),
      phases: phases(`
        of | title
        1.1.1.1 | Lavori alla vasca
        1.1.1.1 | Collaudo
        1.1.1.2 | Accordo con le società
        1.1.2.1 | Rilievo
        1.1.2.1 | Posa dei cartelli
      `),
      indicators: indicators(`
        of | title | targets
        1.1.1.1 | ingressi in piscina | 2025=4000
        1.1.1.2 | ore serali di apertura | 2025=350
      `),
    },
  ),
  layout(
    'outline-in-steps-of-columns',
    'outlines',
    book(
      'albero.xlsx',
      sheet(
        'Albero',
        `
        OS1 Comune in rete
        | OO1 Scuole connesse
        | | OG1 Fibra alle medie | | Ada Cedro
        | | | Sopralluogo
        | | | Allaccio
        | | OG2 Laboratorio mobile | | Bice Noce
        | | | Acquisto
        | | | Prime lezioni
        OS2 Comune verde
        | OO2 Alberi
        | | OG3 Cento tigli | | Carlo Ontano
        | | | Scelta delle aree
        | | | Messa a dimora
        `,
      ),
    ),
    {
      strategics: ['Comune in rete', 'Comune verde'],
      operatings: ['Scuole connesse', 'Alberi'],
      pegs: pegs(`
        code | title | under | owner
        OG1 | Fibra alle medie | Scuole connesse | Ada Cedro
        OG2 | Laboratorio mobile | Scuole connesse | Bice Noce
        OG3 | Cento tigli | Alberi | Carlo Ontano
      `),
      phases: phases(`
        of | title
        OG1 | Sopralluogo
        OG1 | Allaccio
        OG2 | Acquisto
        OG2 | Prime lezioni
        OG3 | Scelta delle aree
        OG3 | Messa a dimora
      `),
    },
  ),
];
