/** Colours of a workbook file: given as such, by number, or as a tint of the theme. */

/** The 64 colours of old Excels, as the file format lists them. */
const INDEXED =
  '000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF' +
  '800000008000000080808000800080008080C0C0C08080809999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF' +
  '000080FF00FFFFFF0000FFFF800080800000008080000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC99' +
  '3366FF33CCCC99CC00FFCC00FF9900FF6600666699969696003366339966003300333300993300993366333399333333';

/** Order in which cells count the theme's colours: the first two pairs are turned round in the file. */
const THEME_ORDER = [1, 0, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11];

/** The twelve colours of a theme, `RRGGBB`, in the order in which cells count them. */
export function themeColours(theme: Document | null): readonly string[] {
  const scheme = theme?.getElementsByTagNameNS('*', 'clrScheme')[0];
  const found = [...(scheme?.children ?? [])].map((slot) => {
    const [colour] = slot.children;
    return colour?.getAttribute('lastClr') ?? colour?.getAttribute('val') ?? '000000';
  });
  return THEME_ORDER.map((position) => found[position] ?? (position === 0 ? 'FFFFFF' : '000000'));
}

/** A colour element as `#RRGGBB`; null where the file leaves it to the program. */
export function colourOf(element: Element | null, theme: readonly string[]): string | null {
  if (!element) return null;
  const own = element.getAttribute('rgb');
  if (own) return `#${own.slice(-6)}`;
  const themed = element.getAttribute('theme');
  if (themed !== null) {
    return `#${tinted(theme[Number(themed)] ?? '000000', Number(element.getAttribute('tint') ?? 0))}`;
  }
  const indexed = element.getAttribute('indexed');
  if (indexed === null || Number(indexed) >= 64) return null;
  return `#${INDEXED.slice(Number(indexed) * 6, Number(indexed) * 6 + 6)}`;
}

/** Lighter (positive) or darker: the lightness of the colour moves, hue and saturation stay. */
function tinted(colour: string, tint: number): string {
  if (tint === 0) return colour;
  const channels = [0, 2, 4].map((start) => parseInt(colour.slice(start, start + 2), 16) / 255);
  const [most, least] = [Math.max(...channels), Math.min(...channels)];
  const light = (most + least) / 2;
  const wanted = tint < 0 ? light * (1 + tint) : light + (1 - light) * tint;
  const chroma = (value: number): number => 1 - Math.abs(2 * value - 1);
  const stretch = chroma(light) === 0 ? 0 : chroma(wanted) / chroma(light);
  return channels
    .map((channel) => {
      const moved = Math.min(1, Math.max(0, wanted + (channel - light) * stretch));
      return Math.round(moved * 255)
        .toString(16)
        .padStart(2, '0');
    })
    .join('');
}
