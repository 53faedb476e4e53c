export * from './address';
export * from './grid';
export * from './rows';
export * from './merges';
export * from './port';
export * from './errors';
export * from './memory';
