import {
  sameWords as same,
  withEntry,
  type MappingProfile,
  type ProfileSays,
  type SheetMapping,
} from '../../mapping';
import { fitsMask, planCounts, type Plan, type PlanCounts } from '../../plan';

/** A column as the mapping names it. */
export interface ColumnPlace {
  readonly column: string;
  readonly header: string;
}

type Role = Extract<ProfileSays, { says: 'role' }>['role'];

/** The profile with another role for a sheet. */
export function withRole(profile: MappingProfile, sheet: string, role: Role): MappingProfile {
  return withEntry(profile, { scope: 'sheet', selector: { sheet }, says: { says: 'role', role } });
}

/** The profile with another field for a column (`pegObjective.code`, `ignore`). */
export function withField(
  profile: MappingProfile,
  sheet: string,
  place: ColumnPlace,
  field: string,
): MappingProfile {
  const { header, column } = place;
  return withEntry(profile, {
    scope: 'sheet',
    selector: { sheet, ...(header === '' ? {} : { header }), column },
    says: field === 'ignore' ? { says: 'ignore' } : { says: 'field', field },
  });
}

/** The field the profile gives to a column; null where it is silent. */
export function fieldIn(profile: MappingProfile, sheet: string, place: ColumnPlace): string | null {
  const said = profile.entries.findLast(
    ({ selector, says }) =>
      (says.says === 'field' || says.says === 'ignore') &&
      same(selector.sheet, sheet) &&
      same(selector.header ?? '', place.header) &&
      selector.column === place.column,
  )?.says;
  return said?.says === 'field' ? said.field : (said?.says ?? null);
}

/** The role the profile gives to a sheet; null where it is silent. */
export function roleIn(profile: MappingProfile, sheet: string): Role | null {
  const said = profile.entries.findLast(
    ({ selector, says }) => says.says === 'role' && same(selector.sheet, sheet),
  )?.says;
  return said?.says === 'role' ? said.role : null;
}

/** The sheets to show: those that were read, and those the profile leaves aside, so that they can be taken back. */
export function listedSheets(
  read: readonly SheetMapping[],
  profile: MappingProfile,
  names: readonly string[],
): SheetMapping[] {
  const aside = names
    .filter((name) => roleIn(profile, name) === 'ignore' && !read.some(({ sheet }) => same(sheet, name)))
    .map((sheet): SheetMapping => ({ sheet, role: 'other', confidence: 1, tables: [] }));
  return [...read, ...aside];
}

/** What a user may choose for a column, by subject. */
export const FIELD_CHOICES = {
  pegObjective: 'code title description owner participants centre weight type mission programme start end',
  operatingObjective: 'code title mission programme',
  strategicObjective: 'code title',
  strategicArea: 'code title',
  phase: 'code title start end weight owner progress',
  indicator: 'code title formula unit source target baseline actual weight',
  centre: 'code title owner',
  quantity: 'title unit source value',
} as const;

/** How a mask fits the codes of the plan, with examples. */
export function maskFit(
  mask: string,
  plan: Plan,
): { readonly fitting: readonly string[]; readonly missing: readonly string[] } {
  const codes = [...new Set(plan.pegObjectives.flatMap((one) => one.code?.value ?? []))];
  const fitting = codes.filter((code) => fitsMask(mask, code));
  return { fitting, missing: codes.filter((code) => !fitting.includes(code)) };
}

/** A line of the preview: a count now and with the corrections. */
export interface CountChange {
  readonly name: keyof PlanCounts;
  readonly now: number;
  readonly then: number | null;
}

export function countChanges(now: Plan, then: Plan | null): CountChange[] {
  const before = planCounts(now);
  const after = then && planCounts(then);
  return (Object.keys(before) as (keyof PlanCounts)[]).map((name) => ({
    name,
    now: before[name],
    then: after ? after[name] : null,
  }));
}

/** What a JSON text says; null when it says nothing readable. */
export function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
