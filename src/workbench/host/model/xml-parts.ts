import { notFound } from './addresses';
import type { HostContext, XmlPart } from './context';
import { ensureWritable } from './guards';
import { HostObject, readOnly, type OfficeType } from './object';

/** The namespace of the root element, '' where it has none. */
const namespaceOf = (xml: string): string => {
  const root = /<([A-Za-z_][\w.-]*:)?[A-Za-z_][^>]*>/.exec(xml.replace(/<\?[^>]*\?>|<!--[\s\S]*?-->/g, ''));
  const prefix = root?.[1]?.slice(0, -1);
  const attribute = new RegExp(prefix ? `xmlns:${prefix}=["']([^"']*)["']` : `xmlns=["']([^"']*)["']`);
  return attribute.exec(root?.[0] ?? '')?.[1] ?? '';
};

class PartObject extends HostObject {
  constructor(
    private readonly context: HostContext,
    private readonly id: string,
  ) {
    super();
  }
  override identity(): Record<string, unknown> {
    return { Id: this.id };
  }
  private get part(): XmlPart {
    const part = this.context.state.xmlParts.find((candidate) => candidate.id === this.id);
    if (!part) throw notFound('custom XML part');
    return part;
  }
  static readonly type: OfficeType<PartObject> = {
    name: 'CustomXmlPart',
    scalars: {
      Id: readOnly((part) => part.id),
      NamespaceUri: readOnly((part) => namespaceOf(part.part.xml)),
    },
    methods: {
      GetXml: (part) => part.part.xml,
      SetXml: (part, xml: string) => {
        ensureWritable(part.context);
        part.part.xml = xml;
      },
      Delete: (part) => {
        ensureWritable(part.context);
        const parts = part.context.state.xmlParts;
        parts.splice(parts.indexOf(part.part), 1);
      },
    },
  };
  readonly officeType = PartObject.type;
}

/** The custom XML parts of the workbook, or those of one namespace. */
export class XmlPartsObject extends HostObject {
  constructor(
    private readonly context: HostContext,
    private readonly namespace: string | null = null,
  ) {
    super();
  }
  private list(): PartObject[] {
    return this.context.state.xmlParts
      .filter((part) => this.namespace === null || namespaceOf(part.xml) === this.namespace)
      .map((part) => new PartObject(this.context, part.id));
  }
  static readonly type: OfficeType<XmlPartsObject> = {
    name: 'CustomXmlPartCollection',
    items: (parts) => parts.list(),
    indexer: (parts, key) => {
      const part = parts.list().find((candidate) => candidate.identity().Id === key);
      if (!part) throw notFound(String(key));
      return part;
    },
    methods: {
      Add: (parts, xml: string) => {
        ensureWritable(parts.context);
        const part = { id: `{${parts.context.nextId('X')}}`, xml };
        parts.context.state.xmlParts.push(part);
        return new PartObject(parts.context, part.id);
      },
      GetByNamespace: (parts, namespace: string) => new XmlPartsObject(parts.context, namespace),
      GetCount: (parts) => parts.list().length,
      GetItemOrNullObject: (parts, key: string) =>
        parts.list().find((candidate) => candidate.identity().Id === key) ?? null,
      GetOnlyItemOrNullObject: (parts) => (parts.list().length === 1 ? (parts.list()[0] ?? null) : null),
    },
  };
  readonly officeType = XmlPartsObject.type;
}
