export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** An SVG element as text. Attributes that are null or undefined are left out; children are SVG already. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${escapeText(typeof value === 'number' ? rounded(value) : String(value))}"`,
    )
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** Any text, made harmless inside an element or an attribute. What XML cannot hold becomes a replacement mark. */
export function escapeText(text: string): string {
  return text
    .replace(NOT_IN_XML, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A pixel figure without noise: a tenth is as fine as a mark is ever placed. */
export function rounded(value: number): string {
  return String(Math.round(value * 10) / 10 || 0);
}

/** "34,92" pairs of a polyline. */
export function pointList(points: readonly (readonly [x: number, y: number])[]): string {
  return points.map(([x, y]) => `${rounded(x)},${rounded(y)}`).join(' ');
}

/** A tooltip that every reader has. */
export function title(text: string): string {
  return element('title', {}, escapeText(text));
}

const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
