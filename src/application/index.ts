export * from './session';
export * from './check-json';
export { lookUp, type IndicatorRow, type Lookup } from './indicators';
export { annexOf, type AnnexTable } from './annex';
