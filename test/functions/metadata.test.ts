/**
 * @jest-environment jsdom
 */
import path from 'node:path';
import ts from 'typescript';
import { translated } from '../../scripts/webpack/italian-metadata.cjs';
import texts from '../../src/functions/texts.it.json';
import { functionsMetadata, type FunctionsMetadata } from '../support/functions';

/** A parameter as Excel's own checks do not look at it. */
interface Parameter {
  readonly name: string;
  readonly type?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

/** What Microsoft asks of names and parameters and its own generator does not check. */
function namingProblems(
  list: readonly { id: string; name: string; parameters: readonly Parameter[] }[],
): string[] {
  return list.flatMap(({ id, name, parameters }) => {
    const problems: string[] = [];
    if (!/^[A-Z0-9_.]{3,128}$/.test(id)) problems.push(`${id}: id`);
    if (!/^[\p{L}][\p{L}\p{N}_.]{2,127}$/u.test(name)) problems.push(`${name}: name`);
    if (/^[A-Z]{1,3}[0-9]{1,7}$/i.test(name) || /^R\d*C\d*$/i.test(name))
      problems.push(`${name}: cell address`);
    parameters.forEach((parameter, position) => {
      if (!parameter.type) problems.push(`${name}.${parameter.name}: no type`);
      const before = parameters[position - 1];
      if (before?.optional && !parameter.optional && !parameter.repeating)
        problems.push(`${name}.${parameter.name}: required after optional`);
      if (parameter.repeating && position < parameters.length - 1)
        problems.push(`${name}.${parameter.name}: repeating, not last`);
    });
    return problems;
  });
}

/** Parameters of the exported functions that have no type, or several: Excel would get `any`. */
function untypedParameters(source: string): string[] {
  const file = ts.createSourceFile('functions.ts', source, ts.ScriptTarget.Latest, true);
  return file.statements.flatMap((statement) =>
    ts.isFunctionDeclaration(statement)
      ? statement.parameters
          .filter(({ type }) => !type || ts.isUnionTypeNode(type) || type.kind === ts.SyntaxKind.AnyKeyword)
          .map(({ name }) => `${statement.name?.text}.${name.getText()}`)
      : [],
  );
}

let metadata: FunctionsMetadata;
beforeAll(async () => {
  metadata = await functionsMetadata();
});

describe('what Excel shows of the functions', () => {
  test('there are those of the manual', () => {
    expect(metadata.functions.map(({ id }) => id)).toEqual([
      ...['INDICATOR', 'INDICATORS', 'TARGET', 'ACHIEVEMENT', 'PROGRESS', 'EXPLAIN', 'EVALUATE'],
      ...['CHECK', 'FINDINGS', 'TITLE', 'PARENT', 'PATH', 'CHILDREN'],
    ]);
  });

  test('names, ids and parameters keep Microsoft’s rules', () => {
    expect(namingProblems(metadata.functions)).toEqual([]);
    const source = ts.sys.readFile(path.join(__dirname, '../../src/functions/functions.ts')) ?? '';
    expect(untypedParameters(source)).toEqual([]);
  });

  test('the lint finds what it is for', () => {
    const plain = { type: 'string' };
    expect(
      namingProblems([
        { id: 'AB', name: 'AB', parameters: [] },
        { id: 'IND1', name: 'IND1', parameters: [] },
        {
          id: 'DUE',
          name: 'DUE',
          parameters: [
            { name: 'a', ...plain, optional: true },
            { name: 'b', ...plain },
          ],
        },
        {
          id: 'TRE',
          name: 'TRE',
          parameters: [
            { name: 'a', ...plain, repeating: true },
            { name: 'b', ...plain },
          ],
        },
        { id: 'CON SPAZIO', name: 'CON-TRATTO', parameters: [{ name: 'a' }] },
      ]),
    ).toEqual([
      ...[
        'AB: id',
        'AB: name',
        'IND1: cell address',
        'DUE.b: required after optional',
        'TRE.a: repeating, not last',
      ],
      ...['CON SPAZIO: id', 'CON-TRATTO: name', 'CON-TRATTO.a: no type'],
    ]);
    expect(untypedParameters('export function f(a, b: string | null, c: any, d: string): void {}')).toEqual([
      ...['f.a', 'f.b', 'f.c'],
    ]);
  });

  test('those that read the plan stream, the pure one does not', () => {
    const pure = metadata.functions.filter(({ options }) => options?.stream !== true).map(({ id }) => id);
    expect(pure).toEqual(['EVALUATE']);
  });

  test('those that answer with a table say so: Excel shows #VALUE! for a table it was not told of', () => {
    const tables = metadata.functions.filter(({ result }) => result?.dimensionality === 'matrix');
    expect(tables.map(({ id }) => id)).toEqual(['INDICATORS', 'FINDINGS', 'CHILDREN']);
  });

  test('the Italian metadata are the English ones with other words', () => {
    const italian = translated(metadata, texts) as FunctionsMetadata;
    const bare = ({ functions: list }: FunctionsMetadata): unknown =>
      list.map(({ description: _description, parameters, ...rest }) => ({
        ...rest,
        parameters: parameters.map((parameter) => ({ ...parameter, description: '' })),
      }));
    expect(bare(italian)).toEqual(bare(metadata));
    expect(italian.functions[0]?.description).toMatch(/^Valore di un indicatore/);
    expect(() => translated(metadata, { ...texts, ALTRO: { description: '', parameters: {} } })).toThrow(
      'ALTRO',
    );
    expect(() => translated(metadata, { ...texts, TITLE: { description: '', parameters: {} } })).toThrow(
      'TITLE',
    );
  });
});
