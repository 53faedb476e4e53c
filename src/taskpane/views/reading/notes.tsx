import { Button } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { MappingNote } from '../../../mapping';
import { messages } from '../../../messages';
import { usePane } from '../../context';
import { fieldLabel } from '../../model/field-names';
import { CellLink } from '../../parts/cell-link';
import { Fold } from '../../parts/fold';
import { usePage } from '../../parts/styles';

const PAGE = 30;

/** What was guessed or not understood, each with its place. */
export function ReadingNotes({ notes }: { readonly notes: readonly MappingNote[] }): ReactElement | null {
  const { texts, language } = usePane();
  const page = usePage();
  const [limit, setLimit] = useState(PAGE);
  const words = texts.reading;
  if (notes.length === 0) return null;
  const say = (note: MappingNote): string => {
    if (note.code === 'no-dup') return words.noDupNote;
    const { field } = note.details;
    const details =
      typeof field === 'string' ? { ...note.details, field: fieldLabel(field, texts) } : note.details;
    return messages(language).note[note.code](details);
  };
  return (
    <Fold mark="info" title={words.toConfirm(notes.length)}>
      {notes.slice(0, limit).map((note, index) => (
        <div key={index}>
          <p className={page.text}>{say(note)}</p>
          {note.address !== '' && (
            <CellLink
              cell={{
                sheet: note.sheet,
                address: note.address,
                ...(note.file === undefined ? {} : { file: note.file }),
              }}
            />
          )}
          {note.address === '' && note.sheet !== '' && <p className={page.muted}>{note.sheet}</p>}
        </div>
      ))}
      {notes.length > limit && (
        <div>
          <Button size="small" appearance="subtle" onClick={() => setLimit(limit + PAGE)}>
            {texts.shell.showMore(Math.min(PAGE, notes.length - limit))}
          </Button>
        </div>
      )}
    </Fold>
  );
}
