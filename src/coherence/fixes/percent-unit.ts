import type { Fixer } from './fixer';
import { edit } from './cells';

/** Writes `%` as the unit of a part of a whole, where the unit has a cell of its own. */
export const percentUnit: Fixer = (finding, context) => {
  const { share, hundred, unlike } = finding.values;
  const indicator = context.plan.indicators.find((one) => one.id === finding.subject.id);
  const cell = indicator?.unit?.cells[0];
  const isPercent = share === true || (hundred === true && unlike === false);
  return cell && isPercent ? [edit(cell, '%', context)] : null;
};
