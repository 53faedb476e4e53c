import { Button, FluentProvider, ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useEffectEvent, useMemo, useState, type ReactElement } from 'react';
import { errorSentence, paneTexts, readingTexts, type PaneTexts } from '../messages';
import { WorkbookError, formatRef, type CellRef, type WorkbookErrorCode } from '../workbook';
import { PaneContext, useRemembered, type Notice, type Pane } from './context';
import { VIEWS, type PaneEnvironment, type ViewName } from './environment';
import { hiddenAt } from './model/place';
import { Boundary } from './parts/boundary';
import { Detail } from './parts/detail';
import { HelpPanel } from './parts/help';
import { DoubtBar } from './parts/doubt-bar';
import { Message } from './parts/message';
import { NoticeBar } from './parts/notice-bar';
import { FetchedView, isOffline } from './parts/offline';
import { Tabs } from './parts/tabs';
import { themes } from './theme';
import { usePlan, type PlanState } from './use-plan';
import { FindingsView } from './views/findings';

/** Views whose code comes when they are first shown. */
const fetched = {
  plan: () => import('./views/plan'),
  indicators: () => import('./views/indicators'),
  approval: () => import('./views/approval'),
  reading: () => import('./views/reading'),
  rules: () => import('./views/rules'),
};

const useStyles = makeStyles({
  root: {
    height: '100vh',
    display: 'flex',
    flexDirection: 'column',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    '@media print': { height: 'auto', overflow: 'visible' },
  },
  view: {
    flex: 1,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    overflow: 'hidden',
    '@media print': { overflow: 'visible' },
  },
  progress: { height: '2px', flexShrink: 0 },
  sentences: {
    margin: 0,
    paddingLeft: '1.2em',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  loading: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, width: '100%' },
});

/** Key of the pane's memory: set once somebody has pressed the first button. */
const STARTED = 'started';

const isView = (value: unknown): value is ViewName => VIEWS.some((view) => view === value);

/** The whole pane: theme, frame, and the state of the workbook. */
export function App({ env }: { readonly env: PaneEnvironment }): ReactElement {
  const [theme, setTheme] = useState(env.theme);
  const texts = useMemo(() => paneTexts(env.language), [env.language]);
  const [started] = useState(
    () => env.memory?.read(STARTED) === 'yes' || env.viewRequests?.isPending() === true,
  );
  const { state, start, stop } = usePlan(env, started);
  const styles = useStyles();
  useEffect(() => env.onThemeChange?.(setTheme), [env]);
  useEffect(() => {
    document.documentElement.lang = env.language;
    document.documentElement.style.colorScheme = theme;
  }, [env.language, theme]);
  const begin = useCallback((): void => {
    env.memory?.write(STARTED, 'yes');
    start();
  }, [env, start]);
  const waits = state.kind !== 'ready' && state.kind !== 'loading';
  useEffect(() => (waits ? env.viewRequests?.subscribe(begin) : undefined), [env, waits, begin]);
  return (
    <FluentProvider theme={themes[theme]} className={styles.root} applyStylesToPortals>
      <Boundary texts={texts} resetOn={state.kind}>
        {state.kind === 'ready' ? (
          <Views env={env} texts={texts} state={state} />
        ) : (
          <Waiting env={env} texts={texts} state={state} begin={begin} stop={stop} />
        )}
      </Boundary>
    </FluentProvider>
  );
}

interface WaitingProps {
  readonly env: PaneEnvironment;
  readonly texts: PaneTexts;
  readonly state: Exclude<PlanState, { kind: 'ready' }>;
  readonly begin: () => void;
  readonly stop: () => void;
}

/** Everything before there is a plan: first run, loading, stopped, failed. */
function Waiting({ env, texts, state, begin, stop }: WaitingProps): ReactElement {
  const styles = useStyles();
  const words = texts.shell;
  switch (state.kind) {
    case 'first-run':
      return (
        <Message title={words.firstRun.title}>
          <ul className={styles.sentences}>
            {words.firstRun.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <Button appearance="primary" size="large" onClick={begin}>
            {words.firstRun.start}
          </Button>
        </Message>
      );
    case 'loading':
      return (
        <Message title={words.loading[state.step]}>
          <div className={styles.loading}>
            <ProgressBar aria-label={words.loading[state.step]} />
            <div>
              <Button onClick={stop}>{words.loading.cancel}</Button>
            </div>
          </div>
        </Message>
      );
    case 'stopped':
      return (
        <Message title={words.stopped.title} text={words.stopped.text}>
          <Button appearance="primary" onClick={begin}>
            {words.stopped.again}
          </Button>
        </Message>
      );
    case 'failed':
      return (
        <Message
          title={isOffline(state.error) ? texts.offline.title : words.failed.title}
          text={sentence(state.error, env, texts)}
          alert
        >
          <Button appearance="primary" onClick={begin}>
            {words.failed.again}
          </Button>
          {errorSentence(state.error, env.language) === null && !isOffline(state.error) && (
            <Detail error={state.error} label={words.crashed.detail} />
          )}
        </Message>
      );
  }
}

/** Errors whose sentence is about the workbook as a whole and needs it as its subject. */
const ABOUT_WORKBOOK: ReadonlySet<WorkbookErrorCode> = new Set<WorkbookErrorCode>([
  'not-a-workbook',
  'old-format',
  'encrypted',
  'damaged',
  'too-large',
  'suspicious-archive',
  'no-sheets',
  'not-found',
  'cannot-write',
]);

/** A sentence for any error. */
function sentence(error: unknown, env: PaneEnvironment, texts: PaneTexts): string {
  if (isOffline(error)) return texts.offline.text;
  const known = errorSentence(error, env.language);
  if (known === null) return texts.shell.failed.unexpected;
  return error instanceof WorkbookError && ABOUT_WORKBOOK.has(error.code)
    ? texts.shell.failed.workbook(known)
    : `${known.charAt(0).toUpperCase()}${known.slice(1)}`;
}

interface ViewsProps {
  readonly env: PaneEnvironment;
  readonly texts: PaneTexts;
  readonly state: Extract<PlanState, { kind: 'ready' }>;
}

/** Tabs, the chosen view and the line that tells what happened. */
function Views({ env, texts, state }: ViewsProps): ReactElement {
  const styles = useStyles();
  const { session, result, updating, error } = state;
  const [view, setView] = useRemembered<ViewName>(env, 'view', 'findings', isView);
  const doubt = result.verdict.reading;
  // First the reading, then the verdict.
  const [asked, setAsked] = useState<ViewName | null>(env.view ?? (doubt === null ? null : 'reading'));
  const shown = asked ?? view;
  const [notice, setNotice] = useState<Notice | null>(null);
  const [helps, setHelps] = useState(false);
  const open = useCallback(
    (next: ViewName) => {
      setAsked(null);
      setView(next);
    },
    [setView],
  );
  const unsure = useEffectEvent(() => doubt !== null);
  useEffect(() => {
    const show = (): void => {
      const next = env.viewRequests?.take() ?? null;
      if (next !== null) open(next === 'findings' && unsure() ? 'reading' : next);
    };
    show();
    return env.viewRequests?.subscribe(show);
  }, [env, open]);
  const attempt = useCallback(
    async (work: () => Promise<unknown>): Promise<boolean> => {
      try {
        await work();
        return true;
      } catch (failure) {
        setNotice({ intent: 'error', text: sentence(failure, env, texts) });
        return false;
      }
    },
    [env, texts],
  );
  const goTo = useCallback(
    async (ref: CellRef): Promise<void> => {
      const hidden = hiddenAt(session.workbook, ref);
      const cell = formatRef(ref);
      if (hidden) {
        setNotice({ intent: 'info', text: texts.shell.cannotShow[hidden](cell) });
        return;
      }
      const { file: _file, ...local } = ref;
      await attempt(() => session.port.select(local));
    },
    [attempt, session, texts],
  );
  const pane = useMemo<Pane>(
    () => ({
      env,
      language: env.language,
      texts,
      questions: readingTexts(env.language),
      session,
      result,
      goTo,
      attempt,
      tell: setNotice,
      open,
    }),
    [env, texts, session, result, goTo, attempt, open],
  );
  useEffect(() => {
    if (error !== null) setNotice({ intent: 'error', text: sentence(error, env, texts) });
  }, [error, env, texts]);
  useEffect(() => {
    const { storeState } = session;
    if (storeState === 'newer' || storeState === 'damaged')
      setNotice({ intent: 'warning', text: texts.shell.storeLocked[storeState] });
  }, [session, texts]);
  const closeNotice = useCallback(() => setNotice(null), []);
  const undo = (work: () => Promise<unknown>): void =>
    void attempt(work).then((done) => {
      if (done) setNotice({ intent: 'success', text: texts.shell.undone });
    });
  return (
    <PaneContext.Provider value={pane}>
      <Tabs view={shown} texts={texts} onView={open} helps={helps} onHelp={setHelps} />
      {helps && (
        <HelpPanel view={shown} language={env.language} texts={texts} onClose={() => setHelps(false)} />
      )}
      <div className={styles.progress} role="status" aria-live="polite" aria-label={texts.shell.updating}>
        {updating && <ProgressBar thickness="medium" aria-label={texts.shell.updating} />}
      </div>
      {doubt !== null && shown !== 'reading' && <DoubtBar doubt={doubt} />}
      <div className={styles.view} id="view" role="tabpanel" aria-labelledby={`tab-${shown}`}>
        <Boundary texts={texts} resetOn={shown}>
          {shown === 'findings' ? (
            <FindingsView />
          ) : (
            <FetchedView key={shown} load={fetched[shown]} texts={texts} />
          )}
        </Boundary>
      </div>
      <NoticeBar notice={notice} texts={texts} onClose={closeNotice} onUndo={undo} />
    </PaneContext.Provider>
  );
}
