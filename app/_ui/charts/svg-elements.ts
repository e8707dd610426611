import { createElement, type ReactNode } from 'react';

/**
 * The SVG text of a drawing as elements, so that no page ever takes in raw markup. Knows what `lib/charts` writes:
 * elements, double-quoted attributes, text and the five named characters; throws on anything else.
 */
export function toElements(svg: string): ReactNode {
  const open: Part[] = [{ tag: '', attributes: {}, children: [] }];
  for (const [, close, tag, attributes, selfClosing, text] of svg.matchAll(PIECES)) {
    const inner = open.at(-1);
    if (!inner) throw new SyntaxError('a drawing closes more than it opens');
    if (text !== undefined) inner.children.push(decode(text));
    else if (close) finish(open);
    else if (tag) {
      open.push({ tag, attributes: toProps(attributes ?? ''), children: [] });
      if (selfClosing) finish(open);
    }
  }
  const [root] = open;
  if (open.length !== 1 || !root) throw new SyntaxError('a drawing is cut off');
  return root.children[0];
}

interface Part {
  tag: string;
  attributes: Record<string, unknown>;
  children: ReactNode[];
}

const PIECES = /<(\/)?([a-zA-Z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/)?>|([^<]+)/g;
const ATTRIBUTES = /([\w:-]+)="([^"]*)"/g;

function finish(open: Part[]): void {
  const done = open.pop();
  const outer = open.at(-1);
  if (!done || !outer) throw new SyntaxError('a drawing closes more than it opens');
  // Children as arguments need no keys: what has one stays the same element, with its focus, when others go.
  const key = done.attributes['data-key'];
  const props = typeof key === 'string' ? { ...done.attributes, key } : done.attributes;
  outer.children.push(createElement(done.tag, props, ...done.children));
}

function toProps(attributes: string): Record<string, unknown> {
  return Object.fromEntries(
    [...attributes.matchAll(ATTRIBUTES)].map(([, name = '', value = '']) =>
      name === 'style' ? ['style', toStyle(decode(value))] : [toProp(name), decode(value)],
    ),
  );
}

function toProp(name: string): string {
  if (name === 'class') return 'className';
  if (name === 'tabindex') return 'tabIndex';
  return /^(aria|data)-/.test(name) ? name : camelCase(name);
}

function toStyle(declarations: string): Record<string, string> {
  return Object.fromEntries(
    declarations
      .split(';')
      .filter(Boolean)
      .map((declaration) => {
        const colon = declaration.indexOf(':');
        const name = declaration.slice(0, colon).trim();
        return [name.startsWith('--') ? name : camelCase(name), declaration.slice(colon + 1).trim()];
      }),
  );
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'" };

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|#39);/g, (_, name: string) => NAMED[name] ?? '');
}
