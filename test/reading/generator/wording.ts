import type { Random } from '../support/random';
import { strangeWords, type Concept } from '../support/vocabulary';
import content from './content.json';

type Usual = keyof typeof content.usual;

/** The words of one office for its headers and labels: the usual ones, some of them its own. */
export class Wording {
  private readonly chosen = new Map<string, string>();
  private readonly strange: ReadonlySet<string>;
  private readonly used = new Set<string>();
  readonly bilingual: boolean;

  /** @param strangeness how many concepts are said in words the reader does not know */
  constructor(
    private readonly random: Random,
    strangeness: number,
  ) {
    this.strange = new Set(random.shuffled(Object.keys(content.usual)).slice(0, strangeness));
    this.bilingual = random.chance(0.08);
  }

  /** The header for a concept; the same each time it is asked for. */
  of(concept: Usual): string {
    const known = this.chosen.get(concept);
    if (known !== undefined) return known;
    const list: readonly string[] = this.strange.has(concept)
      ? strangeWords(concept as Concept)
      : content.usual[concept];
    const free = list.filter((word) => !this.used.has(word));
    const word = this.random.pick(free.length > 0 ? free : list);
    this.chosen.set(concept, word);
    this.used.add(word);
    const other = (content.german as Readonly<Record<string, string>>)[concept];
    const said = this.bilingual && other !== undefined ? `${word} / ${other}` : word;
    this.chosen.set(concept, said);
    return said;
  }

  /** `Codice obiettivo operativo`: the code of a level. */
  codeOf(level: Usual): string {
    const word = this.of(level);
    return `${this.of('code')} ${/^[A-Z .]+$/.test(word) ? word : word.charAt(0).toLowerCase() + word.slice(1)}`;
  }

  year(concept: Usual, year: number): string {
    return `${this.of(concept)} ${year}`;
  }
}
