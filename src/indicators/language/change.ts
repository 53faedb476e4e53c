import { fold } from '../../plan';
import type { RunPlace } from './amounts';
import type { Draft } from './draft';
import type { Item } from './items';
import { DECLINE_NOUNS, GROWTH_NOUNS, PERCENT_WORDS, PER_HEAD, PREPOSITIONS_OF } from './lexicon';
import { nameKey } from './names';
import { findWord, operator, phrase } from './pieces';

/** `spesa corrente pro capite`, `costo per abitante`: divided by a quantity the words imply. */
export function perHead(draft: Draft, from: number, to: number): Item[] | null {
  const capita = perCapita(draft, to);
  if (capita > from) {
    const at = draft.span(capita, to - 1);
    const people: Item = {
      t: 'phrase',
      ...at,
      text: draft.slice(capita, to - 1),
      name: 'popolazione',
      implied: true,
    };
    return [phrase(draft, from, capita), operator('/', at, true), people];
  }
  for (let i = to - 2; i > from && i >= to - 5; i--) {
    if ((draft.key(i) !== 'per' && draft.key(i) !== 'ogni') || draft.locked[i]) continue;
    if (!isPerHead(draft, from, i, to)) return null;
    const sign = measuredIn(draft, i + 1, to) ? '*' : '/';
    return [phrase(draft, from, i), operator(sign, draft.span(i, i)), phrase(draft, i + 1, to)];
  }
  return null;
}

/** Where `pro capite`, `pro-capite`, `procapite` or `a testa` begins at the end of a run; -1 without. */
function perCapita(draft: Draft, to: number): number {
  const last = draft.key(to - 1);
  if (last === 'procapite') return to - 1;
  if (last !== 'capite' && last !== 'testa') return -1;
  const first = draft.is(to - 2, 'operator') ? to - 3 : to - 2;
  return draft.key(first) === (last === 'capite' ? 'pro' : 'a') ? first : -1;
}

/**
 * `per abitante`, `per assistente sociale`: one of what the base data count, in the singular; without base data
 * the nouns people count by. `spesa per alunni` is a name.
 */
function isPerHead(draft: Draft, from: number, i: number, to: number): boolean {
  const known = draft.judge(draft.slice(i + 1, to - 1));
  const single = i === to - 2 && PER_HEAD.has(draft.key(i + 1));
  if (known === null) return single;
  if (draft.judge(draft.slice(from, i - 1)) !== true) return false;
  if (!known || measuredIn(draft, i + 1, to)) return single || known;
  const counted = nameKey(draft.nameOf(draft.slice(i + 1, to - 1)) ?? '').plain[0] ?? '';
  return counted !== draft.key(i + 1) || !/[ie]$/.test(counted);
}

/** `ore per costo orario`: what is itself an amount per unit multiplies. */
function measuredIn(draft: Draft, from: number, to: number): boolean {
  return /^(?:costo|prezzo|tariffa|importo|valore|aliquota|quota)$/.test(draft.key(from)) && to > from;
}

/** `variazione % iscritti (rispetto all'anno precedente)`: this period against the one before. */
export function growth(draft: Draft, from: number, to: number, place: RunPlace): Item[] | null {
  const noun = draft.key(from);
  if (!isGrowth(noun) || place.operandBefore || place.operandAfter) return null;
  let start = from + 1;
  let percent = draft.unit === '%';
  while (PERCENT_WORDS.has(draft.key(start)) || /^(?:annuo|annua|annuale)$/.test(draft.key(start))) {
    percent ||= PERCENT_WORDS.has(draft.key(start));
    start++;
  }
  if (PREPOSITIONS_OF.has(draft.key(start)) || draft.key(start) === 'nel') start++;
  let end = to;
  const compared = findWord(
    draft,
    start,
    to,
    (key, i) => /^(?:rispetto|anno|tra|fra|su)$/.test(key) && i > start,
  );
  if (compared > start) end = compared;
  const earlier = compared > start ? comparedWith(draft.slice(compared, to - 1)) : 'anno n-1';
  if (end <= start || earlier === null) return null;
  const core = draft.slice(start, end - 1);
  if (draft.judge(core) === false) return null;
  const at = draft.span(from, start - 1);
  const name = core.replace(/\s+/g, ' ');
  const here = draft.span(start, end - 1);
  const now: Item = { t: 'phrase', ...here, text: core, name, implied: false };
  const before: Item = { t: 'phrase', ...here, text: core, name: `${name} ${earlier}`, implied: true };
  const [first, second] = DECLINE_NOUNS.has(noun) ? [before, now] : [now, before];
  const difference: Item[] = [
    { t: 'open', ...at },
    first,
    operator('-', at, true),
    second,
    { t: 'close', ...at },
  ];
  if (percent) draft.found.saysPercent = true;
  return percent ? [...difference, operator('/', at, true), before] : difference;
}

/** The period something is compared with; null where it is another one than a year. */
function comparedWith(text: string): string | null {
  const plain = fold(text).replace(
    /^(?:(?:rispetto|tra|fra|su)\s+)?(?:(?:al|all|sul|sull|a|l)\b\s*'?\s*)?/,
    '',
  );
  const year = /^(?:anno |esercizio )?((?:19|20)\d\d)\)?$/.exec(plain);
  if (year) return year[1] ?? null;
  const before = /^(?:(?:anno|esercizio|periodo) )?(?:precedente|prec\.?|n-1|scorso|passato)\)?$/.test(plain);
  return before ? 'anno n-1' : null;
}

/** `variazione`, `incremento`, `riduzione` …: nouns of change. */
export function isGrowth(key: string): boolean {
  return GROWTH_NOUNS.has(key) || DECLINE_NOUNS.has(key);
}
