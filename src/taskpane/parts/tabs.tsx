import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tab,
  TabList,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { QuestionCircle16Regular } from '@fluentui/react-icons/svg/question-circle';
import { useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import type { PaneTexts } from '../../messages';
import { VIEWS, type ViewName } from '../environment';
import { tabsFor } from '../model/tabs';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingRight: tokens.spacingHorizontalXS,
    flexShrink: 0,
    '@media print': { display: 'none' },
  },
  tabs: { minWidth: 0, overflow: 'hidden' },
  more: { minWidth: 'auto', flexShrink: 0, fontWeight: tokens.fontWeightRegular },
  help: { flexShrink: 0, marginLeft: 'auto' },
});

interface Props {
  readonly view: ViewName;
  readonly texts: PaneTexts;
  readonly onView: (view: ViewName) => void;
  /** Whether the help of the view is shown. */
  readonly helps: boolean;
  readonly onHelp: (helps: boolean) => void;
}

/** Pixels of the button for help. */
const HELP = 28;

/** The views as tabs, as many as fit, the others in a menu; and the help of the one that is shown. */
export function Tabs({ view, texts, onView, helps, onHelp }: Props): ReactElement {
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(320);
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    // Measured in the pane's own letters, so that larger text gets fewer tabs.
    const measure = (): void => {
      const letter = parseFloat(getComputedStyle(element).fontSize) || 14;
      setWidth((element.clientWidth * 14) / letter);
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const names = texts.shell.views;
  const { shown, hidden } = tabsFor(VIEWS, view, (name) => names[name].length, width - HELP);
  return (
    <div className={styles.root} ref={root}>
      <TabList
        className={styles.tabs}
        size="small"
        selectedValue={view}
        onTabSelect={(_event, { value }) => {
          const chosen = VIEWS.find((name) => name === value);
          if (chosen) onView(chosen);
        }}
      >
        {shown.map((name) => (
          <Tab key={name} value={name} id={`tab-${name}`} aria-controls="view">
            {names[name]}
          </Tab>
        ))}
      </TabList>
      {hidden.length > 0 && (
        <Menu positioning="below-end">
          <MenuTrigger disableButtonEnhancement>
            <Button
              className={styles.more}
              appearance="subtle"
              size="small"
              iconPosition="after"
              icon={<ChevronDown16Regular aria-hidden />}
            >
              {texts.shell.moreViews}
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {hidden.map((name) => (
                <MenuItem key={name} onClick={() => onView(name)}>
                  {names[name]}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
      <Button
        className={styles.help}
        id="help-button"
        appearance="subtle"
        size="small"
        icon={<QuestionCircle16Regular aria-hidden />}
        aria-label={texts.shell.help(names[view])}
        aria-expanded={helps}
        onClick={() => onHelp(!helps)}
      />
    </div>
  );
}
