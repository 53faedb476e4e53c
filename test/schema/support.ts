import { Validator, type Schema } from '@cfworker/json-schema';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../docs/schema');

/** A schema of the contract by its name. */
export function schema(name: string): Schema {
  return JSON.parse(readFileSync(join(FOLDER, `${name}.schema.json`), 'utf8')) as Schema;
}

/** What is wrong with a value, in the validator's words; empty when it fits. */
export function faults(name: string, value: unknown): string[] {
  const validator = new Validator(schema(name), '2020-12', false);
  validator.addSchema(schema('comune'));
  return validator
    .validate(value)
    .errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);
}

/** Fields of a value that its schema does not describe, as paths without indexes. */
export function undescribed(name: string, value: unknown): string[] {
  const roots: Readonly<Record<string, Schema>> = {
    [`${name}.schema.json`]: schema(name),
    'comune.schema.json': schema('comune'),
  };
  const found = new Set<string>();
  walk(value, [[roots[`${name}.schema.json`] as Schema, `${name}.schema.json`]], '');
  return [...found];

  function walk(one: unknown, among: readonly (readonly [Schema, string])[], path: string): void {
    const fitting = among.flatMap(([own, file]) => resolved(own, file));
    if (Array.isArray(one)) {
      const items = fitting.flatMap(([own, file]) =>
        own.items ? [[own.items as Schema, file] as const] : [],
      );
      for (const item of one) walk(item, items, path);
    } else if (typeof one === 'object' && one !== null) {
      // An object without named fields describes nothing, and everything fits.
      if (!fitting.some(([own]) => own.properties)) return;
      for (const [key, content] of Object.entries(one)) {
        const under = fitting.flatMap(([own, file]) => {
          const property = (own.properties as Record<string, Schema> | undefined)?.[key];
          return property ? [[property, file] as const] : [];
        });
        if (under.length === 0) found.add(`${path}/${key}`);
        else walk(content, under, `${path}/${key}`);
      }
    }
  }

  function resolved(own: Schema, file: string): (readonly [Schema, string])[] {
    const deeper = [...(own.oneOf ?? []), ...(own.anyOf ?? []), ...(own.allOf ?? [])] as Schema[];
    const parts = deeper.flatMap((part) => resolved(part, file));
    if (typeof own.$ref !== 'string') return [[own, file], ...parts];
    const [named = '', pointer = ''] = own.$ref.split('#/');
    const target = named === '' ? file : named;
    const at = pointer
      .split('/')
      .reduce<unknown>((from, key) => (from as Record<string, unknown>)[key], roots[target]);
    return [...resolved(at as Schema, target), ...parts];
  }
}
