import { HostError } from '../protocol';
import { HostObject, type OfficeType, type Scalar } from './object';

/** What a sheet remembers of its printed form: nothing of it is calculated or shown by the stand-in. */
interface Sheet {
  set(key: string, value: unknown): void;
  get(key: string): unknown;
}

const kept = <T extends { sheet: Sheet }>(key: string, fallback: unknown): Scalar<T> => ({
  get: (target) => target.sheet.get(key) ?? fallback,
  set: (target, value: never) => target.sheet.set(key, value),
});

class HeaderFooterObject extends HostObject {
  constructor(readonly sheet: Sheet) {
    super();
  }
  static readonly type: OfficeType<HeaderFooterObject> = {
    name: 'HeaderFooter',
    scalars: {
      LeftHeader: kept('leftHeader', ''),
      CenterHeader: kept('centerHeader', ''),
      RightHeader: kept('rightHeader', ''),
      LeftFooter: kept('leftFooter', ''),
      CenterFooter: kept('centerFooter', ''),
      RightFooter: kept('rightFooter', ''),
    },
  };
  readonly officeType = HeaderFooterObject.type;
}

class HeadersFootersObject extends HostObject {
  constructor(readonly sheet: Sheet) {
    super();
  }
  static readonly type: OfficeType<HeadersFootersObject> = {
    name: 'HeaderFooterGroup',
    links: { DefaultForAllPages: (group) => new HeaderFooterObject(group.sheet) },
  };
  readonly officeType = HeadersFootersObject.type;
}

/** As PageLayoutZoomOptions documents it: pages are counted from one, scales from 10 to 400. */
interface PageZoom {
  readonly horizontalFitToPages?: number;
  readonly verticalFitToPages?: number;
  readonly scale?: number;
}

export class PageLayoutObject extends HostObject {
  constructor(readonly sheet: Sheet) {
    super();
  }
  setZoom(zoom: PageZoom): void {
    const pages = [zoom.horizontalFitToPages, zoom.verticalFitToPages];
    const wrong = pages.some((count) => count !== undefined && (count < 1 || !Number.isInteger(count)));
    if (wrong || (zoom.scale !== undefined && (zoom.scale < 10 || zoom.scale > 400)))
      throw new HostError(
        'InvalidArgument',
        'The argument is invalid or missing or has an incorrect format.',
      );
    this.sheet.set('zoom', zoom);
  }
  static readonly type: OfficeType<PageLayoutObject> = {
    name: 'PageLayout',
    scalars: {
      Orientation: kept('orientation', 'Portrait'),
      PaperSize: kept('paperSize', 'A4'),
      Zoom: {
        get: (layout) => layout.sheet.get('zoom') ?? { scale: 100 },
        set: (layout, zoom: PageZoom) => layout.setZoom(zoom),
      },
    },
    links: { HeadersFooters: (layout) => new HeadersFootersObject(layout.sheet) },
    methods: { SetPrintTitleRows: (layout, rows: string) => layout.sheet.set('printTitleRows', rows) },
  };
  readonly officeType = PageLayoutObject.type;
}
