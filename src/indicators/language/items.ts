import type { Comparator, FormulaFunction, Operator, Span } from '../types';

/** What the parser sees: operands, signs and brackets only; every wording has been turned into these. */
export type Item =
  | (Span & {
      readonly t: 'number';
      readonly value: number;
      readonly text: string;
      readonly unit: string | null;
    })
  | (Span & { readonly t: 'percent'; readonly value: number; readonly text: string })
  | (Span & { readonly t: 'phrase'; readonly text: string; readonly name: string; readonly implied: boolean })
  | (Span & {
      readonly t: 'operator';
      readonly operator: Operator;
      readonly implied: boolean;
      readonly tight: boolean;
    })
  | (Span & { readonly t: 'rate'; readonly per: number })
  | (Span & { readonly t: 'comparator'; readonly operator: Comparator })
  | (Span & { readonly t: 'open' | 'close' | 'separator' })
  | (Span & { readonly t: 'function'; readonly name: FormulaFunction })
  | (Span & { readonly t: 'sum' });

/** Whether something that can stand left of a sign ends here. */
export function endsOperand(item: Item | undefined): boolean {
  return item !== undefined && /^(?:number|percent|phrase|close)$/.test(item.t);
}
