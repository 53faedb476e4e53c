export * from './types/formula';
export * from './types/data';
export * from './types/outcome';
