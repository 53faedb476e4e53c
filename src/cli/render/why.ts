import type { Language } from '../../application';
import type { CellWhy, WhyReading } from '../../mapping';
import { whyTexts } from '../../messages';
import { formatRef } from '../../workbook';
import type { Layout } from './check-text';
import { line, paint } from './paint';
import { together, wrap } from './wrap';

/** Why a cell was read as it was, for people. */
export function whyText(why: CellWhy, { language, width, colour }: Layout): string {
  const p = paint(colour);
  const { shown, about, readings } = whyTexts(language).told(why);
  const put = (text: string, indent: string, rest = indent): string[] =>
    wrap(line(text).replaceAll(' %', together(' %')), width, indent, rest);
  return `${[
    ...wrap(line(`${formatRef(why)}${shown === '' ? '' : `: ${shown}`}`), width, '', '  ').map(p.bold),
    ...about.flatMap((one) => put(one, '  ')),
    ...readings.flatMap(({ says, reasons }) => [
      '',
      ...put(says, '  ').map(p.bold),
      ...reasons.flatMap(({ heading, lines }) => [
        ...put(heading, '  '),
        ...lines.flatMap((one) => put(`- ${one}`, '    ', '      ')),
      ]),
    ]),
  ].join('\n')}\n`;
}

/** The same as data, with its sentences. */
export function whyJson(why: CellWhy, language: Language): object {
  const { sheet, address, text, fate, as, gives, cites, column } = why;
  const texts = whyTexts(language);
  const reading = (one: WhyReading, says: string | undefined): object => ({
    field: one.field,
    probability: Math.round(one.probability * 1000) / 1000,
    text: says ?? '',
    along: one.along,
    terms: one.terms.map((term) => ({
      ...term,
      value: Math.round(term.value * 100) / 100,
      text: column === null ? '' : texts.term(term, column),
    })),
  });
  const { about, readings } = texts.told(why);
  return {
    cell: { sheet, address, text },
    fate: fate ?? 'empty',
    ignoredAs: as,
    text: about,
    gives,
    cites,
    column:
      column === null
        ? null
        : {
            header: column.header,
            column: column.column,
            confirmed: column.confirmed,
            best: reading(column.best, readings[0]?.says),
            second: column.second && reading(column.second, readings[1]?.says),
          },
  };
}
