import type { Area } from '../../../workbook';
import { fullAddress } from './addresses';
import type { HostContext } from './context';
import { HostObject, readOnly, type OfficeType } from './object';
import { sheetInfo } from './sheets';

/** Several rectangles of one sheet. */
export class RangeAreasObject extends HostObject {
  referenceId: string | null = null;

  constructor(
    readonly context: HostContext,
    readonly sheetId: string,
    readonly areas: readonly Area[],
  ) {
    super();
  }

  override identity(): Record<string, unknown> {
    return this.referenceId ? { _ReferenceId: this.referenceId } : {};
  }

  static readonly type: OfficeType<RangeAreasObject> = {
    name: 'RangeAreas',
    scalars: {
      AreaCount: readOnly((ranges) => ranges.areas.length),
      Address: readOnly((ranges) => {
        const { name } = sheetInfo(ranges.context, ranges.sheetId);
        return ranges.areas.map((area) => fullAddress(name, area)).join(',');
      }),
    },
    methods: {
      _KeepReference: (ranges) => {
        ranges.referenceId ??= ranges.context.nextId('r');
        ranges.context.references.set(ranges.referenceId, ranges);
      },
    },
  };
  readonly officeType = RangeAreasObject.type;
}
