import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { METHOD_PASSAGES } from '../statistics/method-passages.ts';
import { readMethods, type Words } from './read-methods.ts';

describe('docs/methods.md', () => {
  const text = readFileSync(fileURLToPath(new URL('../../docs/methods.md', import.meta.url)), 'utf8');
  const methods = readMethods(text);

  test('has a title and every passage that a page can open, each with a title and words', () => {
    expect(methods.title).toBe('How Lookback decides what is real');
    expect(methods.introduction).toHaveLength(1);
    const ids = methods.passages.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([...METHOD_PASSAGES]));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { title, blocks } of methods.passages) {
      expect(title).not.toBe('');
      expect(blocks.length, title).toBeGreaterThan(0);
    }
  });

  test('no word of it is lost: all letters of the text stand on the page, in their order', () => {
    const shown = [
      methods.title,
      ...methods.introduction.map(plain),
      ...methods.passages.flatMap(({ title, blocks }) => [title, ...blocks.map(plain)]),
    ].join(' ');
    const written = text
      .replace(/<a id="[^"]*"><\/a>/g, '')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/^\|[-|]+\|$/gm, '');
    const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '');
    expect(letters(shown)).toBe(letters(written));
  });
});

describe('what it reads', () => {
  test('paragraphs, lists and tables with words set apart', () => {
    const { passages } = readMethods(
      '# T\n\n<a id="one"></a>\n\n## One\n\nA *b* **c** `d` [e](#two) &.\n\n- f\n- g\n\n| h | i |\n|---|---|\n| j | *k* |\n\n## Two, three',
    );
    expect(passages).toEqual([
      {
        id: 'one',
        title: 'One',
        blocks: [
          {
            is: 'paragraph',
            words: [
              'A ',
              { as: 'em', words: ['b'] },
              ' ',
              { as: 'strong', words: ['c'] },
              ' ',
              { as: 'code', words: ['d'] },
              ' ',
              { as: 'link', href: '#two', words: ['e'] },
              ' &.',
            ],
          },
          { is: 'list', items: [['f'], ['g']] },
          { is: 'table', head: [['h'], ['i']], rows: [[['j'], [{ as: 'em', words: ['k'] }]]] },
        ],
      },
      { id: 'two-three', title: 'Two, three', blocks: [] },
    ]);
  });

  test('markup is no word and is refused, in a block and in a line', () => {
    expect(() => readMethods('# T\n\n<script>alert(1)</script>')).toThrow(/cannot show html: <script>/);
    expect(() => readMethods('# T\n\nA <b>c</b>')).toThrow(/cannot show html: <b>/);
    expect(() => readMethods('# T\n\n![a](b.png)')).toThrow(/cannot show image/);
  });
});

function plain(block: ReturnType<typeof readMethods>['introduction'][number]): string {
  if (block.is === 'paragraph') return wordsIn(block.words);
  if (block.is === 'list') return block.items.map(wordsIn).join(' ');
  return [block.head, ...block.rows].flatMap((row) => row.map(wordsIn)).join(' ');
}

function wordsIn(words: Words): string {
  return words.map((word) => (typeof word === 'string' ? word : wordsIn(word.words))).join('');
}
