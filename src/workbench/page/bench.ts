import { errorSentence } from '../../messages';
import { areaAddress, type Area } from '../../workbook';
import { readWorkbook } from '../../xlsx';
import { openXlsx, type FunctionMetadata, type OpenedWorkbook, type StandInExcel } from '../host';
import { Baseline, type Lost, type WorkbookFile } from './baseline';
import { element, part } from './dom';
import { acceptDrops, download, fetchText, fetchWorkbook, readFile } from './files';
import { withLooks } from './looks';
import { goRoundWithF6, partOf, type Part } from './keyboard';
import { readManifest, type AddIn } from './manifest';
import { Ribbon } from './ribbon';
import { savedCopy } from './save';
import { USUAL, needsReopening, type Scenario } from './scenario';
import { ScenarioBar } from './scenario-bar';
import { benchTexts, type BenchTexts } from './texts';
import { Workplace } from './workplace';

/** The page: what is open, in which circumstances, and the controls around. */
export class Bench {
  scenario: Scenario = USUAL;
  workplace: Workplace | null = null;
  private baseline: Baseline | null = null;
  /** Ends when everything asked for so far has been opened. */
  private last: Promise<void> = Promise.resolve();
  private addIn: AddIn | null = null;
  private functions: readonly FunctionMetadata[] = [];
  private readonly ribbon = new Ribbon(part('ribbon'), {
    run: (functionName, controlId) => void this.workplace?.excel.press(functionName, controlId),
    showPane: () => this.workplace?.showPane(true),
  });
  private readonly bar = new ScenarioBar(part('scenario'), {
    change: (part) => void this.change(part),
    protect: (on) => {
      const { workplace } = this;
      workplace?.protect(workplace.excel.engine.activeSheet(), on);
    },
  });

  /** Where F6 goes, in this order. */
  private readonly parts: readonly Part[] = [
    partOf(part('top')),
    partOf(part('ribbon')),
    partOf(part('scenario-side')),
    { has: (focused) => part('grid').contains(focused), focus: () => this.workplace?.focusGrid() },
    {
      has: (focused) => part('pane-side').contains(focused),
      focus: () => (part('pane-side').hidden ? part('open') : part('pane')).focus(),
    },
  ];

  private get texts(): BenchTexts {
    return benchTexts(this.scenario.language);
  }

  /** The pretended Excel of the open workbook, for tests and the console. */
  get excel(): StandInExcel {
    if (!this.workplace) throw new TypeError('no workbook is open');
    return this.workplace.excel;
  }

  /** Resolves when everything asked for so far is open. */
  settled(): Promise<void> {
    return this.last;
  }

  /** Called by the host script inside the pane. */
  attach(page: Window): void {
    this.workplace?.attach(page);
  }

  /** Wires the controls and opens the first workbook of the server's list. */
  async start(): Promise<void> {
    part('open').addEventListener('click', () => part('file').click());
    part('file').addEventListener('change', (event) => {
      const input = event.target as HTMLInputElement;
      const [file] = input.files ?? [];
      input.value = '';
      if (file) void readFile(file).then((read) => this.open(read));
    });
    part('save').addEventListener('click', () => void this.save());
    part('close-pane').addEventListener('click', () => this.workplace?.showPane(false));
    goRoundWithF6(window, this.parts);
    acceptDrops(window, part('drop'), (file) => void readFile(file).then((read) => this.open(read)));
    const names = JSON.parse(await fetchText('/workbooks.json')) as readonly string[];
    const samples = part('samples') as HTMLSelectElement;
    samples.append(...names.map((name, position) => element('option', { value: String(position) }, name)));
    const openSample = async (): Promise<void> => {
      const position = Number(samples.value);
      await this.open(await fetchWorkbook(position, names[position] ?? ''));
    };
    samples.addEventListener('change', () => void openSample());
    await openSample();
  }

  /** Opens a workbook file in place of the one that is open; a file that cannot be read changes nothing. */
  open(file: WorkbookFile): Promise<void> {
    return this.inTurn(() => this.openNow(file));
  }

  /** Workbooks are opened one after the other, however fast somebody clicks. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }

  private async openNow(file: WorkbookFile): Promise<void> {
    this.say(this.texts.file.opening(file.name));
    try {
      // The program's own reader first: it guards against damaged and dangerous files and says what is wrong.
      readWorkbook(file.bytes, file.name);
      await this.show(withLooks(openXlsx(file.bytes, file.name), file.bytes));
    } catch (error) {
      const sentence = errorSentence(error, this.scenario.language);
      this.say(`${this.texts.file.notOpened(file.name)} ${sentence ?? ''}`, true);
      if (sentence === null) throw error;
      return;
    }
    const { workplace } = this;
    if (!workplace) return;
    const baseline = new Baseline(file, workplace.excel.engine);
    this.baseline = baseline;
    this.listen(workplace, baseline);
    part('name').textContent = file.name;
    this.say(this.texts.file.opened(file.name, workplace.excel.engine.sheets().length));
  }

  /** New circumstances: some need the workbook to be opened again, with everything in it. */
  async change(part: Partial<Scenario>): Promise<void> {
    const before = this.scenario;
    this.scenario = { ...before, ...part };
    if (this.workplace && needsReopening(before, this.scenario)) await this.inTurn(() => this.openAgain());
    else {
      this.workplace?.follow(this.scenario);
      this.redraw();
    }
  }

  private async openAgain(): Promise<void> {
    const { workplace, baseline } = this;
    if (!workplace || !baseline) return;
    await this.show(workplace.content());
    if (this.workplace) this.listen(this.workplace, baseline);
  }

  /** Hands out the original file with the changed cells. */
  async save(): Promise<void> {
    const { workplace, baseline } = this;
    if (!workplace || !baseline) return;
    const { file } = this.texts;
    try {
      const { bytes, cells, lost } = await savedCopy(workplace.excel, baseline, this.scenario.language);
      const name = baseline.file.name.replace(
        /^(.*?)(\.\w+)?$/,
        (_all, stem: string, end: string | undefined) => {
          return `${file.copy(stem)}${end ?? ''}`;
        },
      );
      download({ name, bytes });
      const missing = lost.length ? ` ${file.lost(lost.map((what) => this.lostText(what)))}` : '';
      this.say(file.saved(name, cells) + missing);
    } catch (error) {
      const sentence = errorSentence(error, this.scenario.language);
      this.say(`${file.notSaved} ${sentence ?? ''}`, true);
      if (sentence === null) throw error;
    }
  }

  private async show(content: OpenedWorkbook): Promise<void> {
    const { language, oldExcel } = this.scenario;
    this.addIn = readManifest(await fetchText('/manifest.xml'), language);
    const { functions } = this.addIn;
    const metadata = functions ? await fetchText(`/addin${functions.metadata}`) : '{"functions":[]}';
    this.functions = (JSON.parse(metadata) as { functions: FunctionMetadata[] }).functions;

    const frame = element('iframe', { id: 'pane', title: this.addIn.name });
    this.workplace?.dispose();
    part('pane').replaceWith(frame);
    const grid = element('div', { class: 'univer' });
    part('grid').replaceChildren(grid);
    const around = {
      grid,
      frame,
      changed: () => this.drawPane(),
      failed: () => void this.change({ fails: 'never' }),
      secondUserWrote: (ref: string) => this.say(this.texts.scenario.wrote(ref)),
    };
    this.workplace = new Workplace(content, this.addIn, this.functions, this.scenario, around);
    this.ribbon.draw(this.addIn, language, !oldExcel);
    this.redraw();
    // F6 must work inside the pane as well; the page itself is served as it was built.
    frame.addEventListener(
      'load',
      () => frame.contentWindow && goRoundWithF6(frame.contentWindow, this.parts),
    );
    this.workplace.startAddIn();
  }

  private listen(workplace: Workplace, baseline: Baseline): void {
    workplace.excel.engine.onEvent((event) => {
      baseline.note(event);
      if (event.kind === 'sheet-activated') this.drawBar();
      if (event.kind === 'selected') this.tellWhy(workplace, event.sheetId, event.area);
    });
  }

  /** Excel shows a function's sentence beside an error; here it is said below the grid. */
  private tellWhy({ excel }: Workplace, sheetId: string, area: Area): void {
    const sheet = excel.engine.sheets().find(({ id }) => id === sheetId)?.name;
    const address = areaAddress({ ...area, bottom: area.top, right: area.left });
    const sentence = sheet === undefined ? '' : excel.functionMessage(sheet, address);
    if (sentence) this.say(`${address}: ${sentence}`);
  }

  private redraw(): void {
    const { scenario, texts } = this;
    document.documentElement.lang = scenario.language;
    document.documentElement.classList.toggle('dark', scenario.dark);
    document.title = texts.title;
    part('title').textContent = texts.title;
    part('what').textContent = texts.what;
    part('open').textContent = texts.file.open;
    part('save').textContent = texts.file.save;
    part('samples').setAttribute('aria-label', texts.file.samples);
    part('drop-text').textContent = texts.file.drop;
    part('scenario-title').textContent = texts.scenario.title;
    part('grid').setAttribute('aria-label', texts.grid);
    part('close-pane').setAttribute('aria-label', texts.pane.close);
    part('close-pane').title = texts.pane.close;
    part('pane-name').textContent = this.addIn?.name ?? '';
    part('pane-side').style.width = `${scenario.paneWidth}px`;
    this.drawBar();
    this.drawPane();
  }

  private drawBar(): void {
    const { workplace } = this;
    this.bar.draw(this.scenario, workplace?.isProtected(workplace.excel.engine.activeSheet()) ?? false);
  }

  private drawPane(): void {
    const { workplace } = this;
    part('pane-side').hidden = workplace?.excel.pane !== 'Visible';
    if (workplace) this.ribbon.enable(workplace.excel.ribbon);
  }

  private lostText(lost: Lost): string {
    const { texts } = this;
    if (lost.kind === 'renamed') return texts.lost.renamed(lost.sheet, lost.after);
    if (lost.kind === 'formulas') return texts.lost.formulas(lost.sheet, lost.count);
    return texts.lost[lost.kind](lost.sheet);
  }

  private say(text: string, wrong = false): void {
    const status = part('status');
    status.classList.toggle('wrong', wrong);
    status.textContent = text;
  }
}
