export {
  mapWorkbook,
  type MappingInput,
  type MappingNote,
  type MappingNoteCode,
  type MappingResult,
  type SheetMapping,
  type TableMapping,
} from './map';
export { PROFILE_SCHEMA, type ColumnProfile, type MappingProfile, type SheetProfile } from './profile';
export type { SheetAccount } from './ledger';
