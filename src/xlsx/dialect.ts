import type { OpcPackage } from './package';
import { rootNamespace } from './store';

/** The namespaces a package speaks: transitional (nearly always) or strict (ECMA-376 part 1, annex on conformance). */
export interface Dialect {
  readonly main: string;
  readonly relationships: string;
  readonly customXml: string;
}

const TRANSITIONAL: Dialect = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  customXml: 'http://schemas.openxmlformats.org/officeDocument/2006/customXml',
};

const STRICT: Dialect = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  customXml: 'http://purl.oclc.org/ooxml/officeDocument/customXml',
};

/** What new parts of this package have to be written in. */
export function dialectOf(source: OpcPackage, workbookPart: string): Dialect {
  const namespace = rootNamespace(source.text(workbookPart) ?? '', workbookPart);
  return namespace === STRICT.main ? STRICT : TRANSITIONAL;
}
