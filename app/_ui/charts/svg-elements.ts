import { createElement, type ReactNode } from 'react';

/**
 * The SVG text of a drawing as elements, so that no page ever takes in raw markup. Knows what `lib/charts` writes:
 * elements, double-quoted attributes, text and the five named characters; throws on anything else. A browser does this once
 * for each drawing of a page with code that it has just met: hence one pass, and nothing made that is not kept.
 */
export function toElements(svg: string): ReactNode {
  const open: Part[] = [{ tag: '', attributes: {}, children: [] }];
  let at = 0;
  while (at < svg.length) {
    const tagAt = svg.indexOf('<', at);
    const inner = open[open.length - 1];
    if (!inner) throw new SyntaxError('a drawing closes more than it opens');
    if (tagAt < 0) throw new SyntaxError('a drawing is cut off, or has words after its end');
    if (tagAt > at) inner.children.push(decode(svg.slice(at, tagAt)));
    at = svg[tagAt + 1] === '/' ? close(svg, tagAt, open) : openTag(svg, tagAt, open);
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

const TAG = /<([a-zA-Z]+)/y;
const ATTRIBUTE = /\s+([\w:-]+)="([^"]*)"/y;
const END = /\s*(\/?)>/y;

/** Opens the element that begins here, and says where what follows begins. */
function openTag(svg: string, at: number, open: Part[]): number {
  const tag = matchAt(TAG, svg, at);
  if (!tag) throw new SyntaxError('a drawing has a sign of markup that begins no element');
  const attributes: Record<string, unknown> = {};
  let next = at + tag[0].length;
  let found = matchAt(ATTRIBUTE, svg, next);
  while (found) {
    const name = found[1] ?? '';
    const value = decode(found[2] ?? '');
    attributes[toProp(name)] = name === 'style' ? toStyle(value) : value;
    next += found[0].length;
    found = matchAt(ATTRIBUTE, svg, next);
  }
  const end = matchAt(END, svg, next);
  if (!end) throw new SyntaxError(`a drawing is cut off in <${tag[1]}>`);
  open.push({ tag: tag[1] ?? '', attributes, children: [] });
  if (end[1]) finish(open);
  return next + end[0].length;
}

/** Closes the innermost element, and says where what follows begins. */
function close(svg: string, at: number, open: Part[]): number {
  const end = svg.indexOf('>', at);
  if (end < 0) throw new SyntaxError('a drawing is cut off in a closing tag');
  finish(open);
  return end + 1;
}

function matchAt(pattern: RegExp, svg: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(svg);
}

function finish(open: Part[]): void {
  const done = open.pop();
  const outer = open[open.length - 1];
  if (!done || !outer) throw new SyntaxError('a drawing closes more than it opens');
  const { tag, attributes, children } = done;
  // Children as arguments need no keys: what has one stays the same element, with its focus, when others go.
  const key = attributes['data-key'];
  if (typeof key === 'string') attributes.key = key;
  outer.children.push(createElement(tag, attributes, ...children));
}

/** Dozens of names stand in thousands of places. */
const PROPS = new Map([
  ['class', 'className'],
  ['tabindex', 'tabIndex'],
]);

function toProp(name: string): string {
  const known = PROPS.get(name);
  if (known !== undefined) return known;
  const prop = /^(aria|data)-/.test(name) ? name : camelCase(name);
  PROPS.set(name, prop);
  return prop;
}

function toStyle(declarations: string): Record<string, string> {
  const style: Record<string, string> = {};
  for (const declaration of declarations.split(';')) {
    if (declaration === '') continue;
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, colon).trim();
    style[name.startsWith('--') ? name : camelCase(name)] = declaration.slice(colon + 1).trim();
  }
  return style;
}

function camelCase(name: string): string {
  return name.includes('-') ? name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()) : name;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'" };

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(amp|lt|gt|quot|apos|#39);/g, (_, name: string) => NAMED[name] ?? '');
}
