import { StandInExcel, UniverEngine, blankWorkbook, installNative } from '../../src/workbench/host';
import { Dispatch } from '../../src/workbench/host/protocol';

/** The native side as office.js finds it. */
interface Native {
  RegisterEvent(
    dispatchId: number,
    target: string,
    handler: (dispatchId: number, args: { toArray(): readonly unknown[] }) => void,
    callback: (status: number) => void,
  ): void;
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

test('what happens while the add-in starts waits for it: calls of functions, buttons pressed', async () => {
  const excel = new StandInExcel(new UniverEngine(blankWorkbook(['Foglio1'])));
  const page: { external?: Native } = {};
  installNative(page, excel);
  excel.loadFunctions('PEG', [
    { id: 'TITLE', name: 'TITLE', parameters: [{ name: 'code' }], options: { stream: true } },
  ]);
  const heard: unknown[] = [];
  const listen = (dispatchId: number): void =>
    page.external?.RegisterEvent(
      dispatchId,
      '',
      (_id, args) => heard.push(...args.toArray()),
      () => undefined,
    );

  excel.type('Foglio1', 'A1', '=PEG.TITLE("2025-PA01")');
  void excel.press('verificaCoerenza', 'PEG.Check');
  await excel.text('Foglio1', 'A1');
  await settled();
  listen(Dispatch.richApiMessages);
  await settled();
  // The client listens, its functions do not yet.
  expect(heard).toEqual([]);
  excel.functionsStarted();
  await settled();
  expect(JSON.stringify(heard)).toContain('2025-PA01');
  listen(Dispatch.commandInvoked);
  expect(heard).toContain('verificaCoerenza');
});
