import type { WhyWords } from './why-words';

export const en: WhyWords = {
  evidence: {
    words: ['{header} says so', '{header} says something else, or nothing'],
    habit: ['in plans like this one it is often so', 'in plans like this one it is seldom so'],
    'left-unread': ['nothing is left unexplained', 'its values would be left unexplained'],
    content: ['the values look right', 'the values do not look like it'],
    shape: ['taken together the values are as expected', 'taken together the values are not as expected'],
    months: ['{header} is a month', '{header} is no month'],
    'not-months': ['{header} is no month', '{header} is a month'],
    'says-its-level': [
      'the texts begin with the word of their level',
      'the texts begin with the word of another level',
    ],
    theme: [
      '{header} differs from block to block: it says what the block is about',
      '{header} differs from block to block: it says what the block is about, not what stands below it',
    ],
    stray: ['there are several values', 'it is a single cell without a header'],
    'one-for-each': ['each card has a value of its own', 'the same value comes again in several cards'],
    'known-elsewhere': [
      'the values stand in other tables with this meaning',
      'the values stand in other tables with another meaning',
    ],
    'same-header': ['in other tables {header} means this', 'in other tables {header} means something else'],
    'several-values': [
      'there are several values, each with its own header',
      'the same value would stand in several columns',
    ],
    'several-in-a-row': [
      'the headers are numbered: a row holds several things of a kind',
      'a row would hold several things of a kind',
    ],
    'two-names': [
      'one column gives the name, or the code',
      'two columns would give the name, or the code, of one thing',
    ],
    'two-attributes': ['one column gives this fact', 'two columns would give the same fact'],
    'code-without-name': ['the name stands beside the code', 'no name stands beside the code'],
    'more-codes-than-names': ['there are no more codes than names', 'there are many more codes than names'],
    'code-and-name': ['each code goes with one name', 'codes and names do not go together'],
    'code-beside-name': ['the code stands beside the name', 'the code stands far from the name'],
    'code-of-several': [
      'each code has one name',
      'one code stands beside several names: it is of a higher level',
    ],
    'code-goes-on': [
      'the code begins with that of the level above',
      'the code does not begin with that of the level above',
    ],
    'refers-to-nothing': ['other tables have these codes too', 'other tables have codes other than these'],
    'number-without-name': ['a name stands beside the number', 'no name stands beside the number'],
    'number-beside-name': ['the number stands just left of the name', 'the number stands far from the name'],
    'number-and-code': ['there is a number and no code', 'there is a code beside the number'],
    'attribute-of-nothing': ['what the fact is about is there', 'what the fact would be about is missing'],
    'attribute-side': [
      'it stands right of the name it is about',
      'it stands left of the name it would be about',
    ],
    'describes-its-neighbour': [
      'it describes the name on its left',
      'it does not describe the name on its left',
    ],
    'nearest-name': [
      'the nearest name on the left is the one it is about',
      'the nearest name on the left is of something else',
    ],
    'in-the-same-rows': [
      'it stands in the rows of the name it is about, and in those alone',
      'it also stands in rows where the name it is about is blank',
    ],
    'words-of-several': [
      'each name has words of its own',
      'the same words stand beside several names: they are of a higher level',
    ],
    'parents-stand-together': [
      'rows of one higher level stand together',
      'rows of one higher level are scattered',
    ],
    'many-areas': ['there are few strategic areas', 'there would be too many strategic areas'],
    'a-level-more': ['nearly every plan has this level', 'not every plan has this level'],
    'child-has-one-parent': [
      'each name always stands under one name of the higher level',
      'one name would stand under several names of the higher level',
    ],
    'more-parents-than-children': [
      'the higher level has fewer names',
      'the higher level would have more names than the lower one',
    ],
    'parents-are-fewer': [
      'the higher level has fewer names than the lower one',
      'the higher level does not have fewer names than the lower one',
    ],
    'same-as-child': ['the two levels say different things', 'the two levels would say the same'],
    order: [
      'the levels go from left to right, the highest first',
      'the levels would not go from left to right',
    ],
    'named-elsewhere': [
      'no other header of the file names such things',
      'elsewhere in the file a header names such things, here none does',
    ],
    'nothing-of-its-own': [
      'facts that only phases or indicators have stand beside it',
      'no facts that phases or indicators have stand beside it',
    ],
    'one-for-the-parent': [
      'the fact differs from objective to objective',
      'the fact is the same for all that stands under the higher level',
    ],
    'description-varies': [
      'one name always has the same description',
      'one name would have several descriptions',
    ],
    'phases-of-no-objective': ['the phases have their objective', 'the phases would have no PEG objective'],
    'phases-and-indicators-of-nothing': [
      'phases and indicators have their objective',
      'phases and indicators would have no objective',
    ],
    'has-phases-of-its-own': ['it has no phases of its own', 'it has phases of its own, as objectives have'],
    'lowest-is-assigned': [
      'nobody is assigned it: it is a level of the DUP',
      'it has an owner, a weight and a value to reach: offices are assigned it',
    ],
    'records-of-this-kind': [
      'a sign in the row itself says what it holds',
      'a sign in the row itself says that it holds something else',
    ],
    'varies-within-objective': [
      'in the rows of one objective the value is the same',
      'in the rows of one objective the value differs',
    ],
    'same-within-objective': [
      'in the rows of one objective the value differs',
      'there is one value for each objective',
    ],
    'weight-of-the-only-one': [
      'the weight is of what has several rows',
      'with one row an objective the weight is the objective’s',
    ],
    'nothing-named': ['something gives the rows their names', 'no column would give the rows their names'],
    'only-codes': ['something gives the rows their names', 'the rows would have codes only, and no names'],
    'finest-name': ['the names tell the rows apart', 'the names do not tell the rows apart'],
    'inside-a-card': [
      'the card of an objective holds phases and indicators',
      'the card of an objective holds no other objectives, levels or centres',
    ],
    'left-of-the-indicator': [
      'it stands left of the indicator: it says what is measured',
      'it does not stand left of the indicator',
    ],
    'only-cited-among-indicators': [
      'the headers of the names are plain',
      'in a table of indicators the objectives are only cited',
    ],
    'cites-what-it-measures': ['each indicator says what it measures', 'no indicator says what it measures'],
    'title-says-dup': [
      'the title speaks of the DUP',
      'the title speaks of the DUP, which does not go down to this',
    ],
    'title-says-objectives': [
      'the title announces objectives',
      'the title announces objectives, and there would be none',
    ],
    'title-says-phases': [
      'the title announces phases',
      'the title announces phases, and there would be none',
    ],
    'title-says-indicators': [
      'the title announces indicators',
      'the title announces indicators, and there would be none',
    ],
    'title-says-centres': [
      'the title announces responsibility centres',
      'the title announces centres, and there would be none',
    ],
    'title-says-data': [
      'the title announces base data',
      'the title announces base data, and there would be none',
    ],
    'data-without-values': ['the data have a value', 'the data would have no value'],
    'data-without-names': ['the data have a name', 'the data would have no name'],
    'centres-without-names': ['the centres have a name', 'the centres would have no name'],
    'outside-the-plan': [
      'the table has nothing to do with the plan',
      'tables of such files are most often about the plan',
    ],
    'outside-header': ['{header} is not about the plan', '{header} may be about the plan'],
  },
  header: { column: 'the header', label: 'the label' },
  fate: {
    mapped: 'The cell was read.',
    noted: 'The cell was not understood.',
    empty: 'The cell is empty.',
  },
  as: {
    title: 'it is a title',
    header: 'it is a header',
    total: 'it is a total',
    note: 'it is a note',
    paragraph: 'it is running text',
    label: 'it is part of the form, not filled in',
    'unread-column': 'its column is not about the plan',
    'own-sheet': 'the sheet was written by Coerenza PEG',
    'very-hidden': 'the sheet is hidden',
    'old-copy': 'the sheet is of another year',
    'other-dup': 'the DUP of another file is used in its place',
    'other-sheet': 'the sheet was left out',
    placeholder: 'it is a blank to fill in',
  },
  ignored: (what) => `The cell is no fact of the plan: ${what}.`,
  gives: (what) => `In the plan: ${what}.`,
  cites: (kind, name) => `It refers to: ${kind} “${name}”.`,
  citesNothing: (kind) => `It refers to something that is not in the file: ${kind}.`,
  ofNamed: (what, name) => `${what} “${name}”`,
  ofSeveral: (what, first, more) =>
    more === 1 ? `${what} “${first}” and of one other` : `${what} “${first}” and of ${more} others`,
  level: (what) => `The line is among ${what}, as are the lines written the same way.`,
  best: (place, what, probability) => `${place} holds ${what}: probability ${probability}.`,
  confirmed: (place, what) => `${place} holds ${what}: somebody confirmed it.`,
  second: (what, probability) => `Second best reading: ${what}, probability ${probability}.`,
  noSecond: 'No other reading comes near.',
  along: (columns) => `It would change ${columns.join(', ')} too.`,
  reasons: { inFavour: 'For it, the strongest reason first:', against: 'Against it:' },
  apart: {
    inFavour: 'For it, where it differs:',
    against: 'Against it, where it differs:',
    gone: 'No longer for it:',
  },
  weighs: { more: (reason) => `${reason}; it weighs more`, less: (reason) => `${reason}; it weighs less` },
  and: (parts) => parts.join(' and '),
  quoted: (text) => `“${text}”`,
  hardly: 'less than 1%',
  percent: (share) => `${share}%`,
  noCell: (cell) =>
    `The file has no cell “${cell}”: it is written Sheet!E4, in quotes where the name has spaces.`,
  sheets: (some, more) =>
    `Sheets: ${some.join(', ')}${more === 0 ? '' : more === 1 ? ' and one more' : ` and ${more} more`}.`,
};
