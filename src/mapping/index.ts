export { mapInSlices, mapWorkbook } from './map-workbook';
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
export { PROFILE_SCHEMA, type ColumnProfile, type MappingProfile, type SheetProfile } from './profile';
export type { SheetAccount } from './ledger';
