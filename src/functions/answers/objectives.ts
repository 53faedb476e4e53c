import { hierarchyOf, type Objective, type PlanSession } from '../../application';
import type { CellAnswer } from '../answer';
import { levelOf } from '../arguments';
import { notAvailable } from '../errors';
import { textOf } from '../period';
import { texts } from '../texts';

/** Where an objective stands in the plan: title, parent, way from the top, what is below. */

/** The objectives of a code or title, or `#N/A` with the nearest. */
export function objectivesCalled(
  session: PlanSession,
  name: unknown,
): readonly [Objective, ...Objective[]] | CustomFunctions.Error {
  const wanted = textOf(name);
  const { found, near } = hierarchyOf(session.plan).find(wanted);
  const [first, ...others] = found;
  return first ? [first, ...others] : notAvailable(texts().noObjective(wanted, near));
}

/** How a cell names an objective so that another function finds it again: by its code, else by its title. */
const nameOf = (objective: Objective): string => objective.code?.value || objective.title.value;

/** `S1.1 Entrate certe`. */
export const labelOf = (objective: Objective): string =>
  [objective.code?.value, objective.title.value].filter(Boolean).join(' ');

const listed = (names: readonly string[], between = '; '): string => [...new Set(names)].join(between);

export function titleAnswer(session: PlanSession, code: unknown): CellAnswer {
  const found = objectivesCalled(session, code);
  if (found instanceof CustomFunctions.Error) return found;
  const [title = '', ...others] = new Set(found.map((one) => one.title.value));
  if (others.length) return notAvailable(texts().manyObjectives(textOf(code), [title, ...others]));
  return title || notAvailable(texts().noTitle(textOf(code)));
}

/** The objective above; several are legitimate and are all named. */
export function parentAnswer(session: PlanSession, code: unknown, level: unknown): CellAnswer {
  const up = levelOf(level);
  if (up instanceof CustomFunctions.Error) return up;
  const found = objectivesCalled(session, code);
  if (found instanceof CustomFunctions.Error) return found;
  const hierarchy = hierarchyOf(session.plan);
  const parents = found.flatMap((one) => hierarchy.ancestors(one, up));
  return parents.length ? listed(parents.map(nameOf)) : notAvailable(texts().noParent(textOf(code)));
}

/** From the strategic area down to the objective, one line for each way. */
export function pathAnswer(session: PlanSession, code: unknown): CellAnswer {
  const found = objectivesCalled(session, code);
  if (found instanceof CustomFunctions.Error) return found;
  const hierarchy = hierarchyOf(session.plan);
  const paths = found.flatMap((one) => hierarchy.paths(one));
  return listed(
    paths.map((path) => path.map(labelOf).join(' › ')),
    '\n',
  );
}

/** What stands directly below, as a table. */
export function childrenAnswer(session: PlanSession, code: unknown): CellAnswer {
  const found = objectivesCalled(session, code);
  if (found instanceof CustomFunctions.Error) return found;
  const hierarchy = hierarchyOf(session.plan);
  const children = new Set(found.flatMap((one) => hierarchy.children(one)));
  if (children.size === 0) return notAvailable(texts().noChildren(textOf(code)));
  const rows = [...children].map((one) => [one.code?.value ?? '', one.title.value, texts().kind[one.kind]]);
  return [texts().childrenTable, ...rows];
}
