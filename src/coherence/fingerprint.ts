import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { fold } from '../plan';
import type { FieldValue } from './rule';

/** SHA-256 of a text (UTF-8) in hexadecimal. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Where a finding is, without addresses: rule, identity of the subject, fields looked at. */
export function placeOf(rule: string, subjectIds: readonly string[], fields: readonly string[]): string {
  return `${rule}:${sha256Hex(JSON.stringify([rule, [...subjectIds].sort(), fields])).slice(0, 12)}`;
}

/** Place and evidence: a waiver covers this and nothing else. */
export function fingerprintOf(place: string, evidence: readonly (readonly FieldValue[])[]): string {
  const plain = evidence.map((values) => JSON.stringify(values.map(plainEvidence)));
  return `${place}:${sha256Hex(JSON.stringify([...new Set(plain)].sort())).slice(0, 12)}`;
}

/** Spelling that does not matter to a reader does not matter to a waiver; the digits and words do. */
function plainEvidence(value: FieldValue): FieldValue {
  if (typeof value === 'string') return fold(value);
  return Array.isArray(value) ? value.map((item: string) => fold(item)).sort() : value;
}
