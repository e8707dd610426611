import { LIGHT, type Token } from './light-values.ts';
import type { Attributes } from './svg.ts';

/** `css`: for the page, which knows the classes and tokens. `light`: stands alone, every value written out. */
export type Theme = 'css' | 'light';

type Look = Readonly<Record<string, string | number>>;
const token = (name: Token) => `token:${name}`;

const thin = (name: Token): Look => ({ stroke: token(name), 'stroke-width': 1, fill: 'none' });
const run = (name: Token): Look => ({
  stroke: token(name),
  'stroke-width': 1.5,
  fill: 'none',
  'stroke-linejoin': 'round',
});
const signal = (name: Token): Look => ({
  fill: token(name),
  stroke: token('paper'),
  'stroke-width': 1.5,
  'paint-order': 'stroke',
});
const open = (name: Token): Look => ({ fill: token('paper'), stroke: token(name), 'stroke-width': 1.25 });

/** Marks that have a class of the same name on the page. */
const CLASSES = {
  axis: thin('rule-2'),
  tick: thin('rule-2'),
  band: { fill: token('sunk') },
  limit: { ...thin('ink-3'), 'stroke-dasharray': '3 2' },
  centre: thin('ink-3'),
  trial: { 'stroke-dasharray': '1 3' },
  series: { stroke: token('common'), 'stroke-width': 1.25, fill: 'none', 'stroke-linejoin': 'round' },
  ghost: { ...thin('ghost'), 'stroke-linejoin': 'round' },
  second: { 'stroke-dasharray': '6 3' },
  pt: { fill: token('common') },
  'pt-concern': signal('concern'),
  'pt-improvement': signal('improve'),
  'pt-change': open('ink'),
  'pt-open': open('common'),
  'run-concern': run('concern'),
  'run-improvement': run('improve'),
  'run-change': run('ink'),
  event: thin('ink-3'),
  target: { ...thin('ink'), 'stroke-dasharray': '1 2' },
  few: { fill: token('common') },
  flow: { fill: token('ink-3'), 'fill-opacity': 0.2 },
  thread: { fill: 'none', stroke: token('ink-3'), 'stroke-opacity': 0.2 },
  on: { 'fill-opacity': 0.75 },
  node: { fill: token('ink-2') },
  't-ink': { fill: token('ink') },
  't-strong': { fill: token('ink'), 'font-weight': 600 },
  't-concern': { fill: token('concern') },
  't-improvement': { fill: token('improve') },
  't-change': { fill: token('ink') },
  halo: { 'paint-order': 'stroke', stroke: token('paper'), 'stroke-width': 3, 'stroke-linejoin': 'round' },
  end: { 'text-anchor': 'end' },
  mid: { 'text-anchor': 'middle' },
} as const satisfies Record<string, Look>;

/** Marks of pictures that are tables on the page and have no class there. */
const STYLES = {
  't-13': { 'font-size': '13px' },
  bar: { fill: token('ink-3') },
  outline: { fill: 'none', stroke: token('ink-3'), 'stroke-width': 1 },
  bracket: thin('ink-2'),
  level: { fill: token('ink') },
  notch: { fill: token('paper') },
  dot: { fill: token('ink-2') },
  cumulative: thin('ink-3'),
  eighty: { ...thin('ink-3'), 'stroke-dasharray': '2 2' },
  hatchline: { stroke: token('ink-3'), 'stroke-width': 1 },
  'hatchline-soft': { stroke: token('rule-2'), 'stroke-width': 1 },
  frame: thin('rule-2'),
  paper: { fill: token('paper') },
  range: { fill: token('ink-3'), 'fill-opacity': 0.12 },
  steps: { ...thin('ink-2'), 'stroke-width': 1.25 },
  strong: { stroke: token('ink'), 'stroke-width': 2 },
  dashed: { 'stroke-dasharray': '4 2' },
  whisker: thin('ink-2'),
  'bar-range': thin('ink'),
  'mark-n': { fill: token('ghost') },
  crude: { fill: token('paper'), stroke: token('ghost'), 'stroke-width': 1.5 },
  point: { fill: token('ink') },
  'point-few': { fill: token('paper'), stroke: token('ink-2'), 'stroke-width': 1.5 },
  reference: thin('rule-2'),
} as const satisfies Record<string, Look>;

export type Mark = keyof typeof CLASSES | keyof typeof STYLES;

/** The attributes that give a mark its look; a later one goes over an earlier one. */
export function look(theme: Theme, ...marks: readonly Mark[]): Attributes {
  if (theme === 'light') return Object.assign({}, ...marks.map((mark) => written(lookOf(mark))));
  const classes = marks.filter((mark) => mark in CLASSES);
  const styles = marks.filter((mark) => mark in STYLES).map((mark) => declared(lookOf(mark)));
  return { class: classes.join(' ') || null, style: styles.join(';') || null };
}

/** A fill by its token: tones of a heat map, identity colours. */
export function fill(theme: Theme, name: Token): Attributes {
  return theme === 'light' ? { fill: LIGHT[name] } : { style: `fill:var(--${name})` };
}

/** Text is 12 in secondary ink unless a mark says otherwise; the page's own style sheet says the same. */
export function textLook(theme: Theme, ...marks: readonly Mark[]): Attributes {
  const base = theme === 'light' ? { 'font-size': 12, fill: LIGHT['ink-2'] } : {};
  return { ...base, ...look(theme, ...marks) };
}

function lookOf(mark: Mark): Look {
  return { ...CLASSES, ...STYLES }[mark];
}

function written(mark: Look): Attributes {
  return Object.fromEntries(
    Object.entries(mark).map(([key, value]) => [key, resolve(value, (name) => LIGHT[name])]),
  );
}

function declared(mark: Look): string {
  return Object.entries(mark)
    .map(([key, value]) => `${key}:${resolve(value, (name) => `var(--${name})`)}`)
    .join(';');
}

function resolve(value: string | number, valueOfToken: (name: Token) => string): string | number {
  return typeof value === 'string' && value.startsWith('token:')
    ? valueOfToken(value.slice(6) as Token)
    : value;
}
