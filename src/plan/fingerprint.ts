import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { normaliseCode } from './codes';
import type { Plan, Sourced } from './types';

/** SHA-256 of a text as `sha256:…` (64 hexadecimal digits). */
export function digest(text: string): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** JSON with sorted keys, so that equal content gives equal text. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`)
    .join(',')}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function said(fact: Sourced<string> | null): string | null {
  return fact === null ? null : fact.value.replace(/\s+/g, ' ').trim();
}

function sorted(list: readonly Json[]): Json[] {
  return list
    .map((item) => ({ item, key: canonicalJson(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);
}

/** Each content once, however many cells say it. */
function distinct(list: readonly Json[]): Json[] {
  return [...new Set(list.map(canonicalJson))].sort();
}

/**
 * The content of a plan without its places: what the objectives, phases and indicators say, in an order of its own.
 * Two workbooks with the same content give the same value whatever the order of rows, formats and column widths.
 */
export function planContent(plan: Plan): Json {
  const titles = new Map<string, string>();
  for (const list of [plan.strategicAreas, plan.strategicObjectives, plan.operatingObjectives]) {
    for (const one of list)
      titles.set(one.id, `${one.code ? `${normaliseCode(one.code.value)} ` : ''}${said(one.title)}`);
  }
  for (const one of plan.pegObjectives)
    titles.set(one.id, one.code ? normaliseCode(one.code.value) : (said(one.title) ?? ''));
  const name = (id: string | null): string | null => (id === null ? null : (titles.get(id) ?? id));
  return {
    areas: sorted(plan.strategicAreas.map((one) => [said(one.code), said(one.title)])),
    strategic: sorted(
      plan.strategicObjectives.map((one) => [said(one.code), said(one.title), name(one.areaId)]),
    ),
    operating: sorted(
      plan.operatingObjectives.map((one) => [said(one.code), said(one.title), name(one.strategicId)]),
    ),
    // How the workbook names them elsewhere: another wording than the DUP's is content, too.
    wordings: distinct(
      plan.mentions
        .filter((one) => one.kind !== 'pegObjective')
        .map((one) => [one.kind, said(one.code), said(one.label), name(one.entityId)]),
    ),
    rows: sorted(
      plan.pegRows.map((row) => [
        said(row.code),
        said(row.title),
        name(row.operatingId),
        name(row.strategicId),
      ]),
    ),
    peg: sorted(
      plan.pegObjectives.map((one) => [
        said(one.code),
        sorted(one.owners.map(said)),
        sorted(one.participants.map(said)),
        said(one.centre),
        said(one.weight),
        said(one.type),
        said(one.mission),
        said(one.programme),
        said(one.description),
        said(one.start),
        said(one.end),
        one.multiYear,
        said(one.title),
      ]),
    ),
    phases: sorted(
      plan.phases.map((one) => [
        name(one.pegId),
        said(one.title),
        said(one.start),
        said(one.end),
        said(one.weight),
        said(one.owner),
        [...one.months],
        said(one.progress),
      ]),
    ),
    indicators: sorted(
      plan.indicators.map((one) => [
        name(one.objectiveId),
        said(one.title),
        said(one.formula),
        said(one.unit),
        said(one.source),
        sorted(one.targets.map((fact) => [fact.period, said(fact)])),
        sorted(one.baselines.map((fact) => [fact.period, said(fact)])),
        sorted([...one.actuals, ...(one.degrees ?? [])].map((fact) => [fact.period, said(fact)])),
        said(one.weight),
      ]),
    ),
    centres: sorted(plan.centres.map((one) => [said(one.code), said(one.title), said(one.owner)])),
  };
}

/** SHA-256 of {@link planContent}: any change of a title, code, weight, date or link changes it. */
export function planFingerprint(plan: Plan): string {
  return digest(canonicalJson(planContent(plan)));
}

/** SHA-256 of what the compared DUP says; null without a DUP. */
export function dupFingerprint(plan: Plan): string | null {
  if (!plan.dup) return null;
  const content: Json = {
    areas: sorted(
      plan.strategicAreas.filter((one) => one.inDup).map((one) => [said(one.code), said(one.title)]),
    ),
    strategic: sorted(
      plan.strategicObjectives
        .filter((one) => one.inDup)
        .map((one) => [said(one.code), said(one.title), one.areaId]),
    ),
    operating: sorted(
      plan.operatingObjectives
        .filter((one) => one.inDup)
        .map((one) => [said(one.code), said(one.title), one.strategicIdInDup]),
    ),
  };
  return digest(canonicalJson(content));
}
