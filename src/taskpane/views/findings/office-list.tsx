import { Button, Field, Select, Textarea, makeStyles } from '@fluentui/react-components';
import { ArrowLeft16Regular } from '@fluentui/react-icons/svg/arrow-left';
import { useMemo, useState, type ReactElement } from 'react';
import { usePane } from '../../context';
import { dayText } from '../../model/dates';
import { NOBODY, NO_FILTER, filterChoices } from '../../model/findings';
import { officeList, officeSheet } from '../../model/office-list';
import type { Owners } from '../../model/owners';
import { CopyButton } from '../../parts/copy-button';
import { useBar, usePage } from '../../parts/styles';

const useStyles = makeStyles({
  text: { flex: 1, minHeight: '12rem', '& textarea': { maxHeight: 'none', height: '100%' } },
  field: { flex: 1, display: 'flex', flexDirection: 'column' },
});

interface Props {
  readonly owners: Owners;
  readonly onBack: () => void;
}

/** The findings of one office as text for a mail. */
export function OfficeList({ owners, onBack }: Props): ReactElement {
  const { env, texts, language, session, result, attempt, tell } = usePane();
  const styles = useStyles();
  const page = usePage();
  const bar = useBar();
  const words = texts.findings;
  const { findings } = result.judgement;
  const choices = useMemo(
    () => filterChoices(findings, NO_FILTER, owners, language),
    [findings, owners, language],
  );
  const [owner, setOwner] = useState(choices.owners[0] ?? NOBODY);
  const about = { texts, language, date: dayText(env.today, language) };
  const chosen = owner === NOBODY ? null : owner;
  const text = officeList(findings, chosen, owners, about);
  const writeSheet = async (): Promise<void> => {
    const sheet = officeSheet(findings, chosen, owners, about);
    if (
      await attempt(async () => {
        await session.port.writeReport(sheet);
        await session.port.select({ sheet: sheet.name, address: 'A1' });
      })
    )
      tell({ intent: 'success', text: words.officeSheetWritten(sheet.name) });
  };
  return (
    <>
      <div className={bar.root}>
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowLeft16Regular aria-hidden />}
          autoFocus
          onClick={onBack}
        >
          {texts.shell.views.findings}
        </Button>
      </div>
      <div className={page.scroll}>
        <h1 className={page.heading}>{words.officeList}</h1>
        <p className={page.muted}>{words.officeListText}</p>
        <Field label={words.owner}>
          <Select value={owner} onChange={(_event, { value }) => setOwner(value)}>
            {choices.owners.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
            {(choices.nobody || choices.owners.length === 0) && (
              <option value={NOBODY}>{words.noOwner}</option>
            )}
          </Select>
        </Field>
        <Field label={words.officeListLabel} className={styles.field}>
          <Textarea className={styles.text} value={text} readOnly />
        </Field>
        <div className={page.actions}>
          <CopyButton text={text} />
          <Button size="small" onClick={() => void writeSheet()}>
            {words.officeListSheet}
          </Button>
        </div>
      </div>
    </>
  );
}
