import type { Finding } from '../coherence';

/** A finding by its fingerprint, or by the first characters of it when they are unmistakable. */
export function findingBy(fingerprint: string, findings: readonly Finding[]): Finding | null {
  const hits = findings.filter((finding) => finding.fingerprint.startsWith(fingerprint));
  const [first] = hits;
  return first && hits.every((hit) => hit.fingerprint === first.fingerprint) ? first : null;
}
