/** Whether a unit is a percentage: `%`, `percentuale`, `in %`, `% annua`, `valore %`. */
export function percentUnit(unit: string | null | undefined): boolean {
  return /^\s*(?:in\s+|valore\s+|val\.\s*)?(?:%|percentuale|perc\.?|percento|per cento)(?![\p{L}])/iu.test(
    unit ?? '',
  );
}

/** Whether a unit says SI/NO. */
export function yesNoUnit(unit: string | null | undefined): boolean {
  return /^\s*(?:s[iì]'?\s*[/-]\s*no|s\/n|on\s*\/\s*off|booleano|sì o no|vero\/falso|s[iì]\s+no|[sS][iì])\s*$/i.test(
    unit ?? '',
  );
}

/** How many units one of these is: 1000 for `migliaia di €`, `€/000`, a million for `mln €`; 1 for plain units and rates. */
export function unitMultiple(unit: string | null | undefined): number {
  const text = (unit ?? '').toLowerCase();
  if (/(?:per|ogni|\/)\s*(?:un )?(?:mille|mili|mln|migli)/.test(text)) return 1;
  if (/\bmiliard[io]\b|\bmld\b/.test(text)) return 1e9;
  if (/\bmilion[ie]\b|\bmln\b/.test(text)) return 1e6;
  return /\bmigliaia\b|\bk\s?€|\bk\s?euro\b|(?:€|euro)\s*\/\s*1[.']?000\s*$|\/\s*000\s*$/.test(text)
    ? 1000
    : 1;
}
