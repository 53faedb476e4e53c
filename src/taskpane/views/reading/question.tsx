import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { entryAbout, type ProfileEntry, type Question, type QuestionOption } from '../../../mapping';
import { usePane } from '../../context';
import { asksMeaning, marksOfOption, saysOf } from '../../model/reading';
import { CellLink } from '../../parts/cell-link';
import { usePage } from '../../parts/styles';
import { useMarks } from '../../parts/use-marks';
import { FieldPicker } from './field-picker';

const useStyles = makeStyles({
  question: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  answer: {
    width: '100%',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      borderTopColor: tokens.colorBrandStroke1,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  first: { border: `2px solid ${tokens.colorBrandStroke1}` },
  what: { fontWeight: tokens.fontWeightSemibold, lineHeight: tokens.lineHeightBase300 },
  counts: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  row: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  now: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
});

const ROWS = 3;

interface Props {
  readonly question: Question;
  readonly onAnswer: (option: QuestionOption) => void;
  /** What was asked about is something that is not among the answers. */
  readonly onOther: (entries: readonly ProfileEntry[]) => void;
}

/** One question about the reading: each answer with its counts and rows, its cells coloured while it is looked at. */
export function QuestionCard({ question, onAnswer, onOther }: Props): ReactElement {
  const { texts, questions } = usePane();
  const styles = useStyles();
  const page = usePage();
  const words = texts.reading;
  const heading = useRef<HTMLHeadingElement>(null);
  const mark = useMarks();
  const { about, options } = question;
  const asked = useRef(question.id);
  const [other, setOther] = useState({ question: question.id, field: '' });
  const say = (field: string): void => {
    setOther({ question: question.id, field });
    onOther([{ ...entryAbout(about, saysOf(field)), question: question.id }]);
  };
  // The next question is read out, and the keyboard stands before its answers; the first leaves it in the sheet.
  useEffect(() => {
    if (asked.current !== question.id) heading.current?.focus();
    asked.current = question.id;
  }, [question.id]);
  const cell = about.address === '' ? null : { sheet: about.sheet, address: about.address };
  return (
    <section className={page.section} aria-labelledby="question">
      <h1 id="reading" className={page.heading}>
        {words.questionTitle}
      </h1>
      <h2 id="question" ref={heading} tabIndex={-1} className={styles.question}>
        {questions.question(question)}
      </h2>
      {cell && <CellLink cell={cell} />}
      <ul className={styles.list} aria-label={words.answers} onMouseLeave={() => mark(null)}>
        {options.map((option, at) => (
          <li key={option.id}>
            <Answer
              option={option}
              of={question}
              first={at === 0}
              onLook={() => mark(marksOfOption(option, about))}
              onChoose={() => onAnswer(option)}
            />
          </li>
        ))}
      </ul>
      <p className={page.muted}>{words.answersHint}</p>
      {asksMeaning(question) && (
        <FieldPicker
          value={other.question === question.id ? other.field : ''}
          label={words.otherwise}
          onField={say}
        />
      )}
    </section>
  );
}

interface AnswerProps {
  readonly option: QuestionOption;
  readonly of: Question;
  readonly first: boolean;
  readonly onLook: () => void;
  readonly onChoose: () => void;
}

function Answer({ option, of, first, onLook, onChoose }: AnswerProps): ReactElement {
  const { texts, questions } = usePane();
  const styles = useStyles();
  const words = texts.reading;
  const none = option.says === null;
  return (
    <button
      type="button"
      className={mergeClasses(styles.answer, first && styles.first)}
      onMouseEnter={onLook}
      onFocus={onLook}
      onClick={onChoose}
    >
      <span className={styles.what}>
        {questions.option(option, of)}
        {first && <span className={styles.now}> · {words.likeliest}</span>}
      </span>
      <span>
        <span className={styles.counts}>{none ? words.noneText : questions.counts(option.counts)}</span>
        {option.sample.slice(0, ROWS).map(({ code, title, sheet, address, parent }) => (
          <span key={`${sheet}!${address} ${title}`} className={styles.row}>
            {[code, title].filter(Boolean).join(' ')}
            {parent !== null && ` · ${questions.under(parent)}`}
          </span>
        ))}
      </span>
    </button>
  );
}
