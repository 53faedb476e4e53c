import {
  Button,
  Field,
  Input,
  Select,
  ToggleButton,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { Filter16Regular } from '@fluentui/react-icons/svg/filter';
import { Search16Regular } from '@fluentui/react-icons/svg/search';
import { useState, type ReactElement } from 'react';
import { usePane } from '../../context';
import {
  NOBODY,
  NO_FILTER,
  SEVERITIES,
  activeFilters,
  type FilterChoices,
  type FindingFilter,
} from '../../model/findings';
import { themeName } from '../../model/themes';
import { SeverityMark } from '../../parts/severity';

const useStyles = makeStyles({
  root: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    '@media print': { display: 'none' },
  },
  chips: { display: 'flex', flexWrap: 'wrap', gap: '3px' },
  off: { color: tokens.colorNeutralForeground3 },
  chip: {
    minWidth: 'auto',
    paddingLeft: tokens.spacingHorizontalXS,
    paddingRight: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightRegular,
    borderTopWidth: '1px',
    borderRightWidth: '1px',
    borderBottomWidth: '1px',
    borderLeftWidth: '1px',
    '& .fui-Button__icon': { marginRight: tokens.spacingHorizontalXXS },
  },
  search: { display: 'flex', gap: tokens.spacingHorizontalXS },
  input: { flex: 1, minWidth: 0 },
  more: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(8.5rem, 1fr))',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    // A list is as wide as its place, however long the names in it.
    '& > *, & .fui-Select, & .fui-Select__select': { minWidth: 0 },
    '& .fui-Select__select': { width: '100%', textOverflow: 'ellipsis' },
  },
  clear: { justifySelf: 'start', alignSelf: 'end' },
});

interface Props {
  readonly filter: FindingFilter;
  readonly choices: FilterChoices;
  readonly onFilter: (filter: FindingFilter) => void;
}

/** Severities as buttons with their numbers, a search, and the other filters behind a button. */
export function Filters({ filter, choices, onFilter }: Props): ReactElement {
  const { texts } = usePane();
  const styles = useStyles();
  const words = texts.findings;
  const active = activeFilters(filter);
  const [more, setMore] = useState(active > 0);
  const set = (part: Partial<FindingFilter>): void => onFilter({ ...filter, ...part });
  const selects = [
    {
      label: words.theme,
      name: 'theme' as const,
      options: choices.themes.map((theme) => [theme, themeName(theme, texts)]),
    },
    {
      label: words.owner,
      name: 'owner' as const,
      options: [
        ...choices.owners.map((owner) => [owner, owner]),
        ...(choices.nobody && choices.owners.length > 0 ? [[NOBODY, words.noOwner]] : []),
      ],
    },
    { label: words.sheet, name: 'sheet' as const, options: choices.sheets.map((sheet) => [sheet, sheet]) },
  ];
  return (
    <div className={styles.root}>
      <div className={styles.chips} role="group" aria-label={words.severityFilter}>
        {SEVERITIES.map((severity) => {
          const on = filter.severities.includes(severity);
          return (
            <ToggleButton
              key={severity}
              className={mergeClasses(styles.chip, !on && styles.off)}
              size="small"
              checked={on}
              appearance={on ? 'outline' : 'subtle'}
              icon={<SeverityMark of={severity} />}
              title={words.severityCount[severity](choices.severities[severity])}
              onClick={() =>
                set({
                  severities: SEVERITIES.filter((one) =>
                    one === severity ? !on : filter.severities.includes(one),
                  ),
                })
              }
            >
              {words.severityChip[severity](choices.severities[severity])}
            </ToggleButton>
          );
        })}
      </div>
      <div className={styles.search}>
        <Input
          className={styles.input}
          size="small"
          type="search"
          contentBefore={<Search16Regular aria-hidden />}
          aria-label={words.search}
          placeholder={words.search}
          value={filter.text}
          onChange={(_event, { value }) => set({ text: value })}
        />
        <ToggleButton
          size="small"
          checked={more}
          aria-expanded={more}
          aria-label={active > 0 ? `${words.filters}: ${words.filtersActive(active)}` : words.filters}
          icon={<Filter16Regular aria-hidden />}
          onClick={() => setMore(!more)}
        >
          {active > 0 ? String(active) : undefined}
        </ToggleButton>
      </div>
      {more && (
        <div className={styles.more}>
          {selects
            .filter(({ name, options }) => options.length > 1 || filter[name] !== '')
            .map(({ label, name, options }) => (
              <Field key={name} label={label} size="small">
                <Select
                  size="small"
                  value={filter[name]}
                  onChange={(_event, { value }) => set({ [name]: value })}
                >
                  <option value="">{words.any}</option>
                  {options.map(([value, text]) => (
                    <option key={value} value={value}>
                      {text}
                    </option>
                  ))}
                </Select>
              </Field>
            ))}
          <Field label={words.status} size="small">
            <Select
              size="small"
              value={filter.status}
              onChange={(_event, { value }) => {
                if (value === 'open' || value === 'waived' || value === 'all') set({ status: value });
              }}
            >
              {(['open', 'waived', 'all'] as const).map((status) => (
                <option key={status} value={status}>
                  {words.statuses[status]}
                </option>
              ))}
            </Select>
          </Field>
          {active > 0 && (
            <Button
              className={styles.clear}
              size="small"
              appearance="subtle"
              onClick={() => onFilter({ ...NO_FILTER, text: filter.text })}
            >
              {words.clearFilters}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
