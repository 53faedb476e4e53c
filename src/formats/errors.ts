/** Errors as Italian Excel writes them, by what files write. */
const IN_ENGLISH: ReadonlyMap<string, string> = new Map([
  ['#N/D', '#N/A'],
  ['#NOME?', '#NAME?'],
  ['#RIF!', '#REF!'],
  ['#VALORE!', '#VALUE!'],
  ['#NULLO!', '#NULL!'],
  ['#ESPANSIONE!', '#SPILL!'],
  ['#OCCUPATO!', '#BUSY!'],
  ['#CALCOLO!', '#CALC!'],
]);

/** The error as files write it, in whatever language Excel told it. */
export const errorName = (told: string): string => IN_ENGLISH.get(told) ?? told;
