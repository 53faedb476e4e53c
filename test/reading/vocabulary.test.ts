import { CONCEPTS, ENOUGH, offenders, stems, strangeWords } from './support/vocabulary';
import lists from './support/words.json';

/** Words that stand only in the tests: whoever teaches the reader more words must put others in their place here. */
describe('words the reader does not know', () => {
  test.each(CONCEPTS)(
    '%s has enough left that neither it nor a stem of it stands in the reader',
    (concept) => {
      const left = strangeWords(concept);
      const toReplace = left.length < ENOUGH ? offenders(concept) : [];
      expect([left.length >= ENOUGH, toReplace]).toEqual([true, []]);
    },
  );

  test('a known stem makes a word an offender, whatever its ending', () => {
    expect(stems('Misurazioni')).toEqual(stems('MISURATO'));
    expect(offenders('actual')).toContain('Misurato');
    expect(strangeWords('actual')).not.toContain('Misurato');
  });

  test('no list has a word twice, and no word names two levels', () => {
    for (const words of Object.values(lists)) expect(words).toHaveLength(new Set(words).size);
    const { strategicArea, strategicObjective, operatingObjective, pegObjective } = lists;
    const levels = [strategicArea, strategicObjective, operatingObjective, pegObjective].flat();
    const twice = levels.filter((word, at) => levels.indexOf(word) !== at);
    expect(twice).toEqual([]);
  });
});
