/**
 * A number written the Italian way: `1.234,5`, `12 %` (the number alone: 12), `€ 3.000`, `0,3`. A dot followed
 * by exactly three digits is a thousands dot, as Italian offices write it; otherwise it is a decimal point.
 * Null for anything else: text is reported, never guessed.
 */
export function readNumber(text: string): number | null {
  const bare = text
    .replace(/[\s\u00A0\u202F']/g, '')
    .replace(/^[€$]|[€%]$/g, '')
    .replace(/^\+/, '')
    .replace(/−/g, '-');
  if (/^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(bare)) return Number(bare.replace(/\./g, '').replace(',', '.'));
  if (/^-?\d+(?:[.,]\d+)?$/.test(bare)) return Number(bare.replace(',', '.'));
  return null;
}
