import { fold } from '../../plan';
import { normalUnit } from '../data/values';
import { percentUnit } from '../units/units';

/** A number in Italian notation with at most `decimals` decimals, trailing zeros dropped unless `fixed`. */
export function italianNumber(value: number, decimals = 2, fixed = false): string {
  const rounded = roundHalfAway(value, decimals);
  const [whole = '0', fraction = ''] = Math.abs(rounded).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  const digits = fixed ? fraction : fraction.replace(/0+$/, '');
  const sign = rounded < 0 ? '−' : '';
  return `${sign}${grouped}${digits ? `,${digits}` : ''}`;
}

/** Rounds as people do on paper (2,675 → 2,68), not as binary fractions happen to fall. */
export function roundHalfAway(value: number, decimals: number): number {
  if (Math.abs(value) >= 1e15) return value;
  const shifted = Number(`${Math.abs(value)}e${decimals}`);
  const nearest = Number.isFinite(shifted)
    ? Number(`${Math.round(shifted + Number.EPSILON * shifted)}e-${decimals}`)
    : Math.abs(value);
  return value < 0 && nearest !== 0 ? -nearest : nearest;
}

/** Decimals that leave at least two meaningful digits: 45,3 % but 0,10 %. */
function decimalsFor(value: number, least: number): number {
  const size = Math.abs(value);
  if (size === 0 || size >= 1) return least;
  return Math.min(8, Math.max(least, 1 - Math.floor(Math.log10(size))));
}

/** How a value is shown beside its unit: `45,3 %` for the fraction 0.453, `1.284.300,50 €`, `15,8 min`, `sì`. */
export function displayValue(value: number | boolean | null, unit: string | null): string {
  if (value === null) return '—';
  if (typeof value === 'boolean') return value ? 'sì' : 'no';
  if (Math.abs(value) >= 1e15) return `${value.toExponential(3).replace('.', ',')}${suffix(unit)}`;
  if (percentUnit(unit)) {
    const points = value * 100;
    const decimals = decimalsFor(points, 1);
    return `${italianNumber(points, decimals, decimals > 1)} %`;
  }
  if (normalUnit(unit ?? '') === 'euro') return `${italianNumber(value, 2, !Number.isInteger(value))} €`;
  return `${italianNumber(value, decimalsFor(value, Number.isInteger(value) ? 0 : 2))}${suffix(unit)}`;
}

/** The unit after a number; counts (`n.`) need none. */
function suffix(unit: string | null): string {
  const plain = fold(unit ?? '');
  if (plain === '' || normalUnit(plain) === 'numero' || /^(?:si\/no|n\.? .*)$/.test(plain)) return '';
  return ` ${(unit ?? '').trim()}`;
}
