import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from './spread.ts';
import { element, escapeText, pointList, rounded } from './svg.ts';
import { fitText, textWidth, wrapText } from './text-fit.ts';

test('a name that fits stays, one of 200 letters ends in an ellipsis and fits', () => {
  expect(fitText('Billing error', 160)).toBe('Billing error');
  const cut = fitText('x'.repeat(200), 100);
  expect(cut.endsWith('…')).toBe(true);
  expect(textWidth(cut)).toBeLessThanOrEqual(100);
});

test('a text is wrapped between words, at most so many lines, and no line is wider than its room', () => {
  expect(wrapText('one two three', 48)).toEqual(['one two', 'three']);
  expect(wrapText('Follow-up pending', 60, 12, 2)).toEqual(['Follow-up', 'pending']);
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 40, max: 300 }), (text, width) => {
      for (const line of wrapText(text, width, 12, 3)) expect(textWidth(line)).toBeLessThanOrEqual(width);
    }),
  );
});

test('labels at 10, 12 and 50 that need 14 between them stand at 10, 24 and 50', () => {
  expect(spread([10, 12, 50], 14, 0, 100)).toEqual([10, 24, 50]);
});

test('labels keep their order, their distance and their bounds, whatever is wanted', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 350 }), { minLength: 1, maxLength: 12 }), (wanted) => {
      const places = spread(wanted, 14, 0, 300);
      const sorted = [...places].sort((one, other) => one - other);
      for (const [index, place] of sorted.entries()) {
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThanOrEqual(300);
        if (index > 0) expect(place - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(14);
      }
      const order = (values: readonly number[]) =>
        values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
      expect(order(places)).toEqual(order(wanted));
    }),
  );
});

test('hostile text is harmless in elements and attributes', () => {
  expect(escapeText(`<script>"a" & 'b'</script>`)).toBe(
    '&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;',
  );
  expect(escapeText('a\u0000b\ud800c')).toBe('a\ufffdb\ufffdc');
  expect(element('g', { id: '"><x', x: null, y: 1.26 })).toBe('<g id="&quot;&gt;&lt;x" y="1.3"/>');
});

test('pixels have one decimal at most and never a minus before zero', () => {
  expect([rounded(1.04), rounded(-0.01), rounded(12)]).toEqual(['1', '0', '12']);
  expect(
    pointList([
      [1, 2],
      [3.14, 4],
    ]),
  ).toBe('1,2 3.1,4');
});
