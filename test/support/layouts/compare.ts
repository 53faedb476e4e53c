import type { MappingResult } from '../../../src/mapping';
import type { LayoutTruth } from './types';

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** Differences between what a mapping read and what the workbook says, in words; empty when all is right. */
export function differences({ plan }: MappingResult, truth: LayoutTruth): string[] {
  const wrong: string[] = [];
  const titles = (
    name: string,
    got: readonly { title: { value: string } }[],
    want: readonly string[] | undefined,
  ): void => {
    if (!want) return;
    const own = got.map((one) => plain(one.title.value)).sort();
    const expected = want.map(plain).sort();
    if (own.join('|') !== expected.join('|'))
      wrong.push(`${name}: got ${own.join(' | ')}; want ${expected.join(' | ')}`);
  };
  titles('areas', plan.strategicAreas, truth.areas);
  titles('strategics', plan.strategicObjectives, truth.strategics);
  titles('operatings', plan.operatingObjectives, truth.operatings);
  titles(
    'pegs',
    plan.pegObjectives,
    truth.pegs.map((one) => one.title),
  );
  titles(
    'phases',
    plan.phases,
    (truth.phases ?? []).map((one) => one.title),
  );
  titles(
    'indicators',
    plan.indicators,
    (truth.indicators ?? []).map((one) => one.title),
  );
  if (truth.dup !== undefined && (plan.dup !== null) !== truth.dup)
    wrong.push(`dup: ${plan.dup === null ? 'none' : 'found'}`);
  if (truth.mask !== undefined && (plan.codeScheme?.mask ?? null) !== truth.mask)
    wrong.push(`mask: ${plan.codeScheme?.mask}`);
  const nameOf = (id: string | null): string => {
    const all = [
      ...plan.strategicAreas,
      ...plan.strategicObjectives,
      ...plan.operatingObjectives,
      ...plan.pegObjectives,
    ];
    const found = all.find((one) => one.id === id);
    return found ? `${found.code?.value ?? ''} ${found.title.value}` : '(none)';
  };
  const names = (id: string | null, wanted: string): boolean => {
    const found = nameOf(id);
    return plain(found).endsWith(plain(wanted)) || plain(found).startsWith(`${plain(wanted)} `);
  };
  const same = (what: string, got: unknown, want: unknown): void => {
    if (want !== undefined && got !== want)
      wrong.push(`${what}: got ${JSON.stringify(got)}, want ${JSON.stringify(want)}`);
  };
  for (const want of truth.pegs) {
    const got = plan.pegObjectives.find((one) => plain(one.title.value) === plain(want.title));
    if (!got) continue;
    same(`${want.title} code`, got.code?.value ?? null, want.code);
    if (want.under) {
      const parents =
        [got.operatingIds, got.strategicIds, got.areaIds ?? []].find((ids) => ids.length > 0) ?? [];
      if (!parents.some((id) => names(id, want.under ?? '')))
        wrong.push(`${want.title} under: ${parents.map(nameOf).join(', ')}`);
    }
    if (want.owner !== undefined)
      same(`${want.title} owner`, got.owners.map((one) => one.value).join('+'), want.owner);
    if (want.centre !== undefined && plain(got.centre?.value ?? '') !== plain(want.centre))
      wrong.push(`${want.title} centre: ${got.centre?.value}`);
    if (want.weight !== undefined) same(`${want.title} weight`, got.weight?.number ?? null, want.weight);
    for (const field of ['type', 'mission', 'programme'] as const)
      if (want[field] !== undefined) same(`${want.title} ${field}`, got[field]?.value, want[field]);
    for (const field of ['start', 'end'] as const)
      if (want[field] !== undefined) same(`${want.title} ${field}`, got[field]?.iso, want[field]);
    if (want.participants !== undefined)
      same(
        `${want.title} participants`,
        got.participants.map((one) => one.value).join('+'),
        want.participants,
      );
    if (want.at !== undefined)
      same(`${want.title} at`, `${got.title.cells[0]?.sheet}!${got.title.cells[0]?.address}`, want.at);
  }
  for (const want of truth.phases ?? []) {
    const titled = plan.phases.filter((one) => plain(one.title.value) === plain(want.title));
    const got = titled.find((one) => names(one.pegId, want.of)) ?? titled[0];
    if (!got) continue;
    if (!names(got.pegId, want.of)) wrong.push(`phase ${want.title} of: ${nameOf(got.pegId)}`);
    if (want.start !== undefined) same(`phase ${want.title} start`, got.start?.iso, want.start);
    if (want.end !== undefined) same(`phase ${want.title} end`, got.end?.iso, want.end);
    if (want.weight !== undefined) same(`phase ${want.title} weight`, got.weight?.number, want.weight);
    if (want.months !== undefined) same(`phase ${want.title} months`, got.months.join(), want.months.join());
  }
  for (const want of truth.indicators ?? []) {
    const titled = plan.indicators.filter((one) => plain(one.title.value) === plain(want.title));
    const got = titled.find((one) => want.of !== null && names(one.objectiveId, want.of)) ?? titled[0];
    if (!got) continue;
    if (want.of !== null && !names(got.objectiveId, want.of))
      wrong.push(`indicator ${want.title} of: ${nameOf(got.objectiveId)}`);
    if (want.formula !== undefined) same(`indicator ${want.title} formula`, got.formula?.value, want.formula);
    if (want.unit !== undefined) same(`indicator ${want.title} unit`, got.unit?.value, want.unit);
    if (want.source !== undefined) same(`indicator ${want.title} source`, got.source?.value, want.source);
    const facts = (list: readonly { period: string | null; value: string }[]): string =>
      JSON.stringify(Object.fromEntries(list.map((one) => [one.period ?? '', one.value])));
    if (want.targets)
      same(`indicator ${want.title} targets`, facts(got.targets), JSON.stringify(want.targets));
    if (want.baselines)
      same(`indicator ${want.title} baselines`, facts(got.baselines), JSON.stringify(want.baselines));
    if (want.actuals)
      same(`indicator ${want.title} actuals`, facts(got.actuals), JSON.stringify(want.actuals));
  }
  if (truth.scale !== undefined) {
    const table = plan.tables.find((one) =>
      one.columns.some((column) => column.field === 'pegObjective.weight'),
    );
    same('scale', table?.weightScale, truth.scale);
  }
  return wrong;
}

/** Sheets whose filled cells are not all mapped, ignored by name or noted. */
export function unaccounted({ accounts }: MappingResult): string[] {
  return accounts.flatMap((account) => {
    const sum =
      account.mapped +
      account.noted +
      Object.values(account.ignored).reduce((total, count) => total + count, 0);
    return sum === account.filled ? [] : [`${account.sheet}: ${sum} of ${account.filled}`];
  });
}
