import { fold, type PegObjective } from '../../plan';
import { groupBy, type FactContext } from './context';
import { isAboutPaymentTimes } from './payments';

/** Subjects that the law wants among the objectives of those who head the offices. */
export type Duty =
  'payment-times' | 'training' | 'anti-corruption' | 'accessibility' | 'gender-equality' | 'digitalisation';

/** First year of plan for which the duty is asked of everybody, in the order of a picture of them. */
export const DUTIES: Readonly<Record<Duty, number>> = {
  'payment-times': 2023,
  training: 2025,
  'anti-corruption': 2013,
  accessibility: 2025,
  'gender-equality': 2022,
  digitalisation: 2022,
};

const ABOUT: Readonly<Record<Exclude<Duty, 'payment-times'>, RegExp>> = {
  training:
    /\bformazione (?:del |dei |di )?(?:personale|dipendent\w+|obbligatori\w+|continua|interna)|\b40 ore\b|ore di formazione|piano (?:della|di) formazione|\bsyllabus\b|aggiornamento professionale|competenze (?:del personale|dei dipendenti|digitali dei dipendenti)/,
  'anti-corruption':
    /anti-?corruzione|corruzion|trasparen|\bptpct?\b|\brpct\b|whistleblow|accesso civico|integrita (?:dell|pubblica)|rischi? corruttiv|legalita e integrita|amministrazione trasparente/,
  accessibility:
    /accessibil|barriere architettoniche|\bpeba\b|persone con disabilita.{0,40}(?:accesso|servizi)|d\.? ?lgs\.? 222/,
  'gender-equality':
    /parita di genere|pari opportunita|\bgep\b|uguaglianza di genere|equilibrio di genere|bilancio di genere|azioni positive/,
  digitalisation: /digital|informatizz|dematerializz|\bspid\b|\bpagopa\b|\bcloud\b|\bapp io\b|online|on line/,
};

/** Whether an objective (its words, its rows, indicators and phases) is about one of the subjects. */
export function isOnDuty(duty: Duty, peg: PegObjective, context: FactContext): boolean {
  return (wordsOf(context).get(peg.id) ?? []).some((text) => isAbout(duty, text));
}

/** Whether a text is about one of the subjects. */
export function isAbout(duty: Duty, text: string): boolean {
  return duty === 'payment-times' ? isAboutPaymentTimes(text) : ABOUT[duty].test(fold(text));
}

/** Subjects that the law puts in every office, word for word: the same title in several is no slip. */
export function isOfAllOffices(title: string): boolean {
  return OF_ALL.some((duty) => isAbout(duty, title));
}

const OF_ALL = ['payment-times', 'training', 'anti-corruption'] as const;

function wordsOf(context: FactContext): ReadonlyMap<string, readonly string[]> {
  return context.shared('dutyWords', () => {
    const { pegObjectives, indicators, phases } = context.plan;
    const titleOf = (id: string): string => context.entities.get(id)?.title.value ?? '';
    const measured = groupBy(indicators, (one) => one.objectiveId);
    const done = groupBy(phases, (one) => one.pegId);
    return new Map(
      pegObjectives.map((peg) => [
        peg.id,
        [
          peg.title.value,
          peg.description?.value ?? '',
          ...(context.rowsOf.get(peg.id) ?? []).map((row) => row.title.value),
          // What it serves says what it is about: an objective under `Amministrazione trasparente`.
          ...[...peg.operatingIds, ...peg.strategicIds].map(titleOf),
          ...(measured.get(peg.id) ?? []).map((one) => one.title.value),
          ...(done.get(peg.id) ?? []).map((one) => one.title.value),
        ],
      ]),
    );
  });
}
