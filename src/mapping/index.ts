export { mapInSlices, mapWorkbook } from './map-workbook';
export { whyCell, type CellWhy, type WhyColumn, type WhyReading, type WhyTerm } from './why/why';
export type { Cited, Given } from './why/given';
export type { Evidence } from './evidence/terms';
export type {
  Answer,
  MappingInput,
  MappingNote,
  MappingNoteCode,
  MappingResult,
  ProfileSays,
  Question,
  QuestionAbout,
  QuestionOption,
  Reading,
  ReadingState,
  SampleEntity,
  SheetMapping,
  TableMapping,
} from './types';
export {
  parseProfile,
  readProfile,
  type ProfileProblem,
  type ProfileProblemCode,
  type ProfileReading,
} from './profile-reading';
export {
  EMPTY_PROFILE,
  entryAbout,
  nearestFirst,
  sameWords,
  withAnswer,
  withEntry,
  withoutAnswer,
  withoutEntry,
} from './profile';
export type { MappingProfile, ProfileEntry, ProfileScope, ProfileSelector } from './types';
export { PROFILE_SCHEMA } from './profile-schema';
export { fromV1, type ProfileV1 } from './profile-v1';
export type { SheetAccount } from './ledger';
