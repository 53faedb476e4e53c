export { mapWorkbook } from './map-workbook';
export type {
  MappingInput,
  MappingNote,
  MappingNoteCode,
  MappingResult,
  SheetMapping,
  TableMapping,
} from './types';
export { PROFILE_SCHEMA, type ColumnProfile, type MappingProfile, type SheetProfile } from './profile';
export type { SheetAccount } from './ledger';
