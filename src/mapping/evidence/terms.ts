/**
 * Every piece of evidence by its name. Each has a sentence for and one against a reading in both languages
 * (`src/messages/why-it.ts`, `why-en.ts`), and its number where it is worked out.
 */
export type Evidence =
  // One column.
  | 'words'
  | 'habit'
  | 'left-unread'
  | 'content'
  | 'shape'
  | 'months'
  | 'not-months'
  | 'theme'
  | 'stray'
  | 'one-for-each'
  | 'known-elsewhere'
  | 'same-header'
  // Columns together.
  | 'several-values'
  | 'several-in-a-row'
  | 'two-names'
  | 'two-attributes'
  | 'code-without-name'
  | 'more-codes-than-names'
  | 'code-and-name'
  | 'code-beside-name'
  | 'code-of-several'
  | 'code-goes-on'
  | 'refers-to-nothing'
  | 'number-without-name'
  | 'number-beside-name'
  | 'number-and-code'
  | 'attribute-of-nothing'
  | 'attribute-side'
  | 'describes-its-neighbour'
  | 'nearest-name'
  | 'words-of-several'
  | 'parents-stand-together'
  | 'many-areas'
  | 'a-level-more'
  | 'child-has-one-parent'
  | 'more-parents-than-children'
  | 'parents-are-fewer'
  | 'same-as-child'
  | 'order'
  | 'named-elsewhere'
  | 'nothing-of-its-own'
  | 'one-for-the-parent'
  | 'description-varies'
  | 'phases-of-no-objective'
  | 'phases-and-indicators-of-nothing'
  | 'has-phases-of-its-own'
  | 'records-of-this-kind'
  | 'varies-within-objective'
  | 'same-within-objective'
  | 'weight-of-the-only-one'
  // The table as a whole.
  | 'nothing-named'
  | 'only-codes'
  | 'finest-name'
  | 'inside-a-card'
  | 'left-of-the-indicator'
  | 'only-cited-among-indicators'
  | 'cites-what-it-measures'
  | 'title-says-dup'
  | 'title-says-objectives'
  | 'title-says-phases'
  | 'title-says-indicators'
  | 'title-says-centres'
  | 'title-says-data'
  | 'data-without-values'
  | 'data-without-names'
  | 'centres-without-names'
  // A table taken for no part of the plan.
  | 'outside-the-plan'
  | 'outside-header';

/**
 * A term of a reading's score: what was seen, how much it says in log-odds, and of which columns; of all, where it names
 * none. `of` is the subject or attribute whose weight it has.
 */
export type Tell = (evidence: Evidence, value: number, columns?: readonly number[], of?: string) => void;
