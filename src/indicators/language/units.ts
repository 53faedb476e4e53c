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
