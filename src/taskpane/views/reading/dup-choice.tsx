import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../../context';
import { usePage } from '../../parts/styles';

/** Which DUP is compared: sheets here, or another file. */
export function DupChoice(): ReactElement {
  const { env, texts, session, result, attempt } = usePane();
  const page = usePage();
  const words = texts.reading;
  const { dup } = result.plan;
  const elsewhere = dup !== null && dup.file !== session.workbook.name;
  const { openDupFile } = env;
  const choose = (): void =>
    void attempt(async () => {
      const book = await openDupFile?.();
      if (book) session.useDup(book);
    });
  return (
    <section className={page.section} aria-labelledby="dup">
      <h2 id="dup" className={page.heading}>
        {words.dup}
      </h2>
      <p className={page.text}>
        {dup === null ? words.noDup : elsewhere ? words.dupFile(dup.file) : words.dupHere(dup.sheets)}
      </p>
      <div className={page.actions}>
        {openDupFile && (
          <Button size="small" onClick={choose}>
            {words.chooseFile}
          </Button>
        )}
        {elsewhere && (
          <Button size="small" onClick={() => session.useDup(null)}>
            {words.useSheets}
          </Button>
        )}
      </div>
    </section>
  );
}
