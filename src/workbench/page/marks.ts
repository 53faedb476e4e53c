import {
  IUniverInstanceService,
  InterceptorEffectEnum,
  UniverInstanceType,
  type Univer,
} from '@univerjs/core';
import { IRenderManagerService } from '@univerjs/engine-render';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import { SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import { areaAddress } from '../../workbook';
import type { StandInConditionalFormat } from '../host/model/context';

/** Before Univer's own looks of a cell, which do not hand on. */
const FIRST = 10_001;

/**
 * Draws the conditional formats that the add-in set: fills over the cells, whose own colours stay underneath. Their
 * condition is taken as met. Returns what draws them anew after they changed.
 */
export function drawMarks(univer: Univer, formats: readonly StandInConditionalFormat[]): () => void {
  const injector = univer.__getInjector();
  let drawn = '';
  let fills = new Map<string, string>();
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Style,
    priority: FIRST,
    handler: (cell, { subUnitId, row, col, workbook }, next) => {
      const fill = fills.get(`${subUnitId} ${row} ${col}`);
      if (fill === undefined) return next(cell);
      const own = typeof cell?.s === 'string' ? workbook.getStyles().get(cell.s) : cell?.s;
      return next({ ...cell, s: { ...own, bg: { rgb: fill } } });
    },
  });
  return () => {
    const now = formats.map(({ id, sheetId, area }) => `${id} ${sheetId} ${areaAddress(area)}`).join();
    if (now === drawn) return;
    drawn = now;
    fills = fillsOf(formats);
    const book = injector.get(IUniverInstanceService).getCurrentUnitOfType(UniverInstanceType.UNIVER_SHEET);
    const render = book && injector.get(IRenderManagerService).getRenderById(book.getUnitId());
    render?.with(SheetSkeletonManagerService).reCalculate();
    render?.mainComponent?.makeForceDirty();
  };
}

/** The colour of every marked cell; the first format wins, as in Excel. */
function fillsOf(formats: readonly StandInConditionalFormat[]): Map<string, string> {
  const fills = new Map<string, string>();
  for (const { sheetId, area, fill } of formats) {
    if (!fill) continue;
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) {
        const cell = `${sheetId} ${row} ${column}`;
        if (!fills.has(cell)) fills.set(cell, fill);
      }
  }
  return fills;
}
