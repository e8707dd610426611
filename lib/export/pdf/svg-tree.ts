/** An element of a drawing, or the words in it. */
export interface SvgElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (SvgElement | string)[];
}

const TOKEN = /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;

/** Reads a drawing that we wrote ourselves: elements, attributes in double quotes and words. Throws SyntaxError for anything else. */
export function svgTree(svg: string): SvgElement {
  const root: SvgElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  let at = 0;
  for (const token of svg.matchAll(TOKEN)) {
    if (token.index !== at) throw new SyntaxError(`a drawing cannot be read at ${svg.slice(at, at + 40)}`);
    at += token[0].length;
    const [, closes, name = '', attributes = '', isEmpty, words] = token;
    const inside = open.at(-1) ?? root;
    if (words !== undefined) inside.children.push(unescaped(words));
    else if (closes) open.pop();
    else {
      const element = { name, attributes: readAttributes(attributes), children: [] };
      inside.children.push(element);
      if (!isEmpty) open.push(element);
    }
  }
  const [drawing] = root.children;
  if (at !== svg.length || open.length !== 1 || typeof drawing !== 'object')
    throw new SyntaxError('a drawing is not closed');
  return drawing;
}

/** All that is written in an element. */
export function wordsIn(element: SvgElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : wordsIn(child))).join('');
}

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [key, unescaped(value)]),
  );
}

const NAMED: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => NAMED[entity] ?? entity);
}
