export * from './session';
export * from './check-json';
