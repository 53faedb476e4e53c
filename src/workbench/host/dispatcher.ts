import type { HostContext } from './model/context';
import {
  HostObject,
  hasScalar,
  index,
  invoke,
  itemsOf,
  link,
  scalar,
  scalarNames,
  setScalar,
} from './model/object';
import {
  ActionType,
  HostError,
  PathType,
  type Action,
  type ArgumentInfo,
  type ObjectPath,
  type QueryInfo,
  type RequestBody,
  type ResponseBody,
} from './protocol';

/** A null object, as `getItemOrNullObject` gives it. */
const NULL = Symbol('null object');
type Target = HostObject | typeof NULL;

/**
 * Carries out one ProcessQuery request: the actions in order, until one fails; what was done before stays done, as
 * in Excel. Calculation is settled before anything is read, so that automatic calculation looks immediate.
 */
export async function processQuery(context: HostContext, request: RequestBody): Promise<ResponseBody> {
  const run = new Run(context, request);
  return context.engine.transaction(() => run.execute());
}

const GONE = "The requested resource doesn't exist.";

/** Somebody took away the sheet that an object of an earlier request stands on. */
const isGone = (error: unknown): boolean => error instanceof Error && error.name === 'EngineError';

class Run {
  private readonly objects = new Map<number, Target>();

  constructor(
    private readonly context: HostContext,
    private readonly request: RequestBody,
  ) {}

  async execute(): Promise<ResponseBody> {
    const response: ResponseBody = { Results: [] };
    for (const [position, action] of this.request.Actions.entries()) {
      try {
        const value = await this.act(action);
        response.Results.push({ ActionId: action.Id, Value: value ?? null });
        if (action.ActionType === ActionType.Trace) (response.TraceIds ??= []).push(action.Id);
      } catch (caught) {
        const error = isGone(caught) ? new HostError('ItemNotFound', GONE, 404) : caught;
        if (!(error instanceof HostError)) throw error;
        response.Error = {
          Code: error.code,
          Message: error.message,
          Location: this.locationOf(action),
          HttpStatusCode: error.httpStatus,
          ActionIndex: position,
        };
        return response;
      }
    }
    return response;
  }

  private async act(action: Action): Promise<unknown> {
    if (action.ActionType === ActionType.Trace) return null;
    const target = this.target(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.Instantiate:
        return target === NULL ? null : target.identity();
      case ActionType.Query:
        if (target === NULL) return null;
        await this.context.engine.settle();
        return describe(target, action.QueryInfo ?? {});
      case ActionType.Method: {
        if (target === NULL) return null;
        await this.context.engine.settle();
        const args = this.args(action.ArgumentInfo);
        const result = this.context.asAddIn(nameOf(target, action.Name), () =>
          invoke(target, action.Name, args),
        );
        return result instanceof HostObject ? result.identity() : result;
      }
      case ActionType.SetProperty:
        if (target === NULL)
          throw new HostError('ItemNotFound', "The requested resource doesn't exist.", 404);
        {
          const [value] = this.args(action.ArgumentInfo);
          this.context.asAddIn(`${nameOf(target, action.Name)}=`, () =>
            setScalar(target, action.Name, value),
          );
        }
        return null;
      default:
        throw new HostError(
          'ApiNotFound',
          `stand-in: action type ${action.ActionType} is not implemented`,
          501,
        );
    }
  }

  /** The object of a path; objects made by methods (`Add`) are made once per request. */
  private target(pathId: number): Target {
    const known = this.objects.get(pathId);
    if (known) return known;
    const path = this.request.ObjectPaths[String(pathId)];
    if (!path) throw new HostError('InvalidRequest', `stand-in: no object path ${pathId}`);
    const found = this.resolve(path);
    this.objects.set(pathId, found);
    return found;
  }

  private resolve(path: ObjectPath): Target {
    switch (path.ObjectPathType) {
      case PathType.GlobalObject:
        return this.context.workbook();
      case PathType.NewObject:
        return this.context.service(path.Name);
      case PathType.NullObject:
        return NULL;
      case PathType.ReferenceId: {
        const kept = this.context.references.get(path.Name);
        if (!kept)
          throw new HostError('InvalidReference', 'This reference is not valid for the current operation.');
        return kept;
      }
    }
    const parent = this.target(path.ParentObjectPathId ?? 0);
    if (parent === NULL) return NULL;
    const args = this.args(path.ArgumentInfo);
    switch (path.ObjectPathType) {
      case PathType.Method: {
        const made = this.context.asAddIn(nameOf(parent, path.Name), () => invoke(parent, path.Name, args));
        return made instanceof HostObject ? made : NULL;
      }
      case PathType.Property:
        return link(parent, path.Name) ?? NULL;
      case PathType.Indexer:
        return index(parent, args[0]);
      default:
        throw new HostError('ApiNotFound', `stand-in: object path type ${path.ObjectPathType}`, 501);
    }
  }

  private args(info: ArgumentInfo | undefined): unknown[] {
    return (info?.Arguments ?? []).map((argument, position) => {
      const reference = info?.ReferencedObjectPathIds?.[position];
      if (typeof reference !== 'number' || reference === 0) return argument;
      const target = this.target(reference);
      if (target === NULL) throw new HostError('InvalidArgument', 'The argument is a null object.');
      return target;
    });
  }

  private locationOf(action: Action): string {
    const path = this.request.ObjectPaths[String(action.ObjectPathId)];
    const parent = this.request.ObjectPaths[String(path?.ParentObjectPathId ?? '')];
    return [parent?.Name, path?.Name, action.Name].filter(Boolean).join('.');
  }
}

const nameOf = (target: HostObject, member: string): string => `${target.officeType.name}.${member}`;

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The properties asked for, nested as the client expects them. */
function describe(target: HostObject, query: QueryInfo): Record<string, unknown> {
  const wanted = new Map<string, string[]>();
  const own: string[] = [];
  for (const path of query.Select ?? []) {
    const [first = '', ...rest] = path.split('/');
    if (rest.length) wanted.set(first, [...(wanted.get(first) ?? []), rest.join('/')]);
    else own.push(first);
  }
  for (const path of query.Expand ?? []) if (!wanted.has(path)) wanted.set(path, ['*']);
  const all = own.includes('*') || (!own.length && !wanted.size);

  const items = itemsOf(target);
  const names = all ? scalarNames(target) : own.map(pascal);
  const mine = items ? names.filter((name) => hasScalar(target, name)) : names;
  const result: Record<string, unknown> = { ...target.identity() };
  for (const name of mine) result[name] = scalar(target, name);
  if (items) {
    const rest = all ? ['*'] : own.filter((name) => !hasScalar(target, pascal(name)));
    const inner = {
      Select: [...rest, ...[...wanted].flatMap(([name, paths]) => paths.map((path) => `${name}/${path}`))],
    };
    const from = query.Skip ?? 0;
    const slice = items.slice(from, query.Top ? from + query.Top : undefined);
    result._Items = slice.map((item) => describe(item, inner));
    return result;
  }
  for (const [name, paths] of wanted) {
    const child = link(target, pascal(name));
    result[pascal(name)] = child && describe(child, { Select: paths });
  }
  return result;
}
