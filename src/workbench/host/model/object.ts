import { unknownMember } from '../protocol';

/**
 * What the stand-in knows of one Office.js type. Names are those of the protocol (`GetUsedRange`, `Values`).
 * A member that is not listed fails loudly by name: silence would let a fault of ours pass as a fault of Excel.
 */
export interface OfficeType<T> {
  readonly name: string;
  /** Plain properties; without `set` they are read-only. */
  readonly scalars?: Readonly<Record<string, Scalar<T>>>;
  /** Properties that are objects, or null objects. */
  readonly links?: Readonly<Record<string, (target: T) => HostObject | null>>;
  /** Methods; they return an object, null for a null object, or a plain value. */
  readonly methods?: Readonly<Record<string, (target: T, ...args: never[]) => unknown>>;
  /** `collection(key)`. */
  readonly indexer?: (target: T, key: string | number) => HostObject;
  /** The members of a collection, in order. */
  readonly items?: (target: T) => readonly HostObject[];
}

export interface Scalar<T> {
  readonly get: (target: T) => unknown;
  readonly set?: (target: T, value: never) => void;
}

/** An object of the stand-in that the client can hold. */
export abstract class HostObject {
  abstract readonly officeType: OfficeType<never>;

  /** What the client keeps to find the object again in a later request. */
  identity(): Readonly<Record<string, unknown>> {
    return {};
  }
}

/** Shorthand for read-only properties. */
export const readOnly = <T>(get: (target: T) => unknown): Scalar<T> => ({ get });

type AnyType = OfficeType<HostObject>;
const typeOf = (target: HostObject): AnyType => target.officeType as AnyType;

/** Reads a plain property or an object behind a property. */
export function link(target: HostObject, member: string): HostObject | null {
  const found = typeOf(target).links?.[member];
  if (!found) throw unknownMember(typeOf(target).name, member);
  return found(target);
}

export function scalar(target: HostObject, member: string): unknown {
  const found = typeOf(target).scalars?.[member];
  if (!found) throw unknownMember(typeOf(target).name, member);
  return found.get(target);
}

export function setScalar(target: HostObject, member: string, value: unknown): void {
  const found = typeOf(target).scalars?.[member];
  if (!found) throw unknownMember(typeOf(target).name, member);
  if (!found.set) throw unknownMember(typeOf(target).name, `${member} (write)`);
  found.set(target, value as never);
}

export function invoke(target: HostObject, member: string, args: readonly unknown[]): unknown {
  const found = typeOf(target).methods?.[member];
  if (!found) throw unknownMember(typeOf(target).name, `${member}()`);
  return found(target, ...(args as never[]));
}

export function index(target: HostObject, key: unknown): HostObject {
  const found = typeOf(target).indexer;
  if (!found) throw unknownMember(typeOf(target).name, 'item');
  return found(target, key as string);
}

export const itemsOf = (target: HostObject): readonly HostObject[] | null =>
  typeOf(target).items?.(target) ?? null;
export const hasScalar = (target: HostObject, member: string): boolean =>
  Object.hasOwn(typeOf(target).scalars ?? {}, member);
export const scalarNames = (target: HostObject): string[] => Object.keys(typeOf(target).scalars ?? {});
