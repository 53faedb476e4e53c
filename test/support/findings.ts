import type { Finding, Severity } from '../../src/coherence';

/** A finding with what a test does not care about filled in. */
export function finding(part: Partial<Finding> & { readonly fingerprint: string }): Finding {
  return {
    rule: 'STR-01',
    severity: 'warning' satisfies Severity,
    status: 'open',
    place: `place ${part.fingerprint}`,
    subject: { kind: 'pegObjective', id: part.fingerprint, code: null, title: 'Obiettivo' },
    cells: [{ sheet: 'Obiettivi', address: 'A2' }],
    messageId: 'm',
    message: { it: `Segnalazione ${part.fingerprint}`, en: `Finding ${part.fingerprint}` },
    reason: { it: 'Perché', en: 'Why' },
    references: ['TUEL art. 169'],
    fix: { kind: 'suggestion', label: { it: 'Rimedio', en: 'Remedy' } },
    edits: null,
    causes: [],
    doubtful: false,
    values: {},
    involved: [],
    offices: [],
    waiver: null,
    ...part,
  };
}
