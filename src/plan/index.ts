export * from './types';
export * from './text';
export * from './codes';
export * from './dates';
export * from './numbers';
export * from './fingerprint';
export * from './store';
export * from './tree';
