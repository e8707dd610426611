import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { toElements } from './svg-elements.ts';

const render = (svg: string) => renderToStaticMarkup(toElements(svg));

test('a drawing comes out as it went in', () => {
  const svg =
    '<svg class="picture" viewBox="0 0 10 10" role="img" aria-label="Two"><g><title>A &amp; B</title><path class="pt" stroke-width="1.5" d="M0 0h1"></path></g></svg>';
  expect(render(svg)).toBe(svg);
});

test('styles and self-closing elements are understood', () => {
  expect(render('<svg><rect style="fill:var(--id-1);stroke-width:2" width="4"/></svg>')).toBe(
    '<svg><rect style="fill:var(--id-1);stroke-width:2" width="4"></rect></svg>',
  );
});

test('a stop of the Tab key and a property of its own keep what they are', () => {
  const svg = '<svg><g style="--own:var(--id-3)"><a href="/?trigger=a" tabindex="-1"></a></g></svg>';
  expect(render(svg)).toBe(svg);
});

test('a name that looks like markup stays a name', () => {
  expect(render('<svg><text>&lt;img src=x onerror=alert(1)&gt;</text></svg>')).toBe(
    '<svg><text>&lt;img src=x onerror=alert(1)&gt;</text></svg>',
  );
});

test('a drawing that is cut off is refused', () => {
  expect(() => toElements('<svg><g>')).toThrow('cut off');
  expect(() => toElements('</svg></svg>')).toThrow('more than it opens');
});

test('what lib/charts does not write is refused', () => {
  expect(() => toElements('<svg></svg> and more')).toThrow('words after its end');
  expect(() => toElements('<svg><!-- a remark --></svg>')).toThrow('begins no element');
  expect(() => toElements("<svg width='4'></svg>")).toThrow('cut off in <svg>');
});
