import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eachWord, type PlacedWord } from './narrative-words.ts';

const placed = (narrative: string) => {
  const found: PlacedWord[] = [];
  eachWord(narrative, (word) => found.push(word));
  return found;
};
/** Words; a plus before one that joins the word before it. */
const read = (narrative: string) => placed(narrative).map(({ word, joins }) => (joins ? `+${word}` : word));

describe('the telling words of a narrative', () => {
  test.each([
    ['The estimated reading was wrong', ['estimated', '+reading', 'wrong']],
    ['A refund. Later a refund', ['refund', 'later', 'refund']],
    ['Refund, invoice; fee', ['refund', 'invoice', 'fee']],
    ['paid 120 euros and 3rd time', ['paid', 'euros', 'time']],
    ['[NAME-1] promised [PHONE-1] callback', ['promised', 'callback']],
    ['called <EMAIL> about {{card_number}} charge', ['called', 'charge']],
    ['XXXX bank XX/XX/XXXX statement', ['bank', 'statement']],
    ["The customer's bill wasn’t sent", ['customer', '+bill', 'sent']],
    ['a follow-up call', ['follow-up', '+call']],
    ['Überweisung nach Łódź', ['überweisung', '+nach', '+łódź']],
    ['first\nbill', ['first', '+bill']],
    ['first\n\nbill', ['first', 'bill']],
    [`x ${'y'.repeat(31)} ${'z'.repeat(30)}`, ['z'.repeat(30)]],
    ['', []],
    ['… – !', []],
    ["' - 'tis -", ['tis']],
  ])('%s', (narrative, expected) => {
    expect(read(narrative)).toEqual(expected);
  });

  test('its places are those of the narrative, also after a token', () => {
    const narrative = '[CARD-1]: Refund  refused';
    expect(placed(narrative).map(({ start, end }) => narrative.slice(start, end))).toEqual([
      'Refund',
      'refused',
    ]);
  });

  test('of any text it reads words in their order, none with a digit, a bracket or a capital', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (narrative) => {
        const words = placed(narrative);
        const ends = [0, ...words.map(({ end }) => end)];
        expect(words.filter(({ start, end }, index) => start < (ends[index] ?? 0) || end <= start)).toEqual(
          [],
        );
        expect(words.filter(({ word }) => /[\p{N}[\]<>{}A-Z]/u.test(word))).toEqual([]);
      }),
    );
  });
});
