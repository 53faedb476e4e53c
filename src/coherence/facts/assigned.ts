import type { Office, PegObjective } from '../../plan';

/** The offices of an objective: as the reader found them, else its owners with its centre. */
export function officesOf(peg: PegObjective): readonly Office[] {
  if (peg.offices && peg.offices.length > 0) return peg.offices;
  if (peg.owners.length === 0) return peg.centre ? [{ centre: peg.centre, owner: null }] : [];
  return peg.owners.map((owner) => ({ centre: peg.centre, owner }));
}
