import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LIGHT } from './light-values.ts';
import { fill, look, textLook } from './looks.ts';

const read = (path: string) => readFileSync(new URL(`../../app/_ui/${path}`, import.meta.url), 'utf8');

test('files carry the same light values as the page’s tokens', () => {
  const tokens = read('frame/tokens.css');
  for (const [name, value] of Object.entries(LIGHT)) {
    const written = new RegExp(`--${name}:\\s*(?:light-dark\\()?\\s*([^,;]+)[,;]`).exec(tokens)?.[1];
    const light = written === 'var(--ink-3)' ? LIGHT['ink-3'] : written;
    expect(light?.toUpperCase(), `--${name}`).toBe(value.toUpperCase());
  }
});

test('every class that a drawing carries is styled on the page', () => {
  const styles = read('charts/marks.css');
  const used = [
    'axis',
    'band',
    'limit',
    'centre',
    'trial',
    'series',
    'ghost',
    'pt',
    'pt-concern',
    'pt-improvement',
    'pt-change',
    'pt-open',
    'run-concern',
    'run-improvement',
    'run-change',
    'few',
    'flow',
    'thread',
    'on',
    'node',
    'tick',
    't-ink',
    't-strong',
    't-concern',
    't-improvement',
    't-change',
    'halo',
    'end',
    'mid',
  ] as const;
  for (const mark of used) {
    expect(look('css', mark)).toEqual({ class: mark, style: null });
    expect(styles).toMatch(new RegExp(`\\.${mark}\\b`));
  }
});

test('by itself a mark has its values written out, the later one over the earlier', () => {
  expect(look('light', 'limit', 'trial')).toEqual({
    stroke: LIGHT['ink-3'],
    'stroke-width': 1,
    fill: 'none',
    'stroke-dasharray': '1 3',
  });
  expect(textLook('light', 't-strong')).toEqual({ 'font-size': 12, fill: LIGHT.ink, 'font-weight': 600 });
});

test('on the page a tone follows the theme, in a file it is light', () => {
  expect(fill('css', 'seq-3')).toEqual({ style: 'fill:var(--seq-3)' });
  expect(fill('light', 'seq-3')).toEqual({ fill: LIGHT['seq-3'] });
});
