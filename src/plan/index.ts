export * from './types';
export * from './text';
export * from './codes';
export * from './dates';
export * from './numbers';
