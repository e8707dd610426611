interface KeyEntry {
  /** As `KeyboardEvent.key` says it; `Mod+` before it for Ctrl, or Cmd where there is one. */
  key: string;
  /** Where it works, in words. */
  where: string;
  /** What it does. */
  words: string;
}

/**
 * Every key of the product, with what it does: what is bound and what the help shows both come from here. Where two have
 * the same key and both are bound, the later one of this list works.
 */
export const KEYS = {
  find: { key: 'Mod+k', where: 'Everywhere', words: 'Find a page, view, pattern or incident' },
  findAnywhere: { key: '/', where: 'Everywhere', words: 'Search' },
  help: { key: '?', where: 'Everywhere', words: 'Show the keys of this page' },
  comparison: {
    key: 'x',
    where: 'Figures',
    words: 'Compare with the period before, the same last year, or nothing, in turn',
  },
  searchList: { key: '/', where: 'List of incidents', words: 'Go to the search' },
  nextRow: { key: 'j', where: 'List of incidents', words: 'Next row' },
  previousRow: { key: 'k', where: 'List of incidents', words: 'Row before' },
  openRow: { key: 'Enter', where: 'List of incidents', words: 'Open the row beside the list' },
  selectRow: {
    key: ' ',
    where: 'List of incidents',
    words: 'Select the row, with Shift all from the last one on',
  },
  letGo: { key: 'Escape', where: 'List of incidents', words: 'Let go of what is selected' },
  nextIncident: { key: 'j', where: 'Open incident', words: 'Next incident of the list' },
  previousIncident: { key: 'k', where: 'Open incident', words: 'Incident before it in the list' },
  close: { key: 'Escape', where: 'Open incident', words: 'Close it and go back to its row' },
} as const satisfies Record<string, KeyEntry>;

export type KeyAction = keyof typeof KEYS;
export const KEY_ACTIONS = Object.keys(KEYS) as readonly KeyAction[];

/** What of a key press counts. */
export interface Pressed {
  key: string;
  /** Ctrl or Cmd. */
  mod: boolean;
  alt: boolean;
}

/** Which of the bound actions a key press asks for; null where it is none of them. */
export function actionFor(pressed: Pressed, bound: ReadonlySet<KeyAction>): KeyAction | null {
  return KEY_ACTIONS.findLast((action) => bound.has(action) && isKey(pressed, KEYS[action].key)) ?? null;
}

/** The bound keys that do something: one that another takes over is left out. In the order of the list, by place. */
export function workingKeys(
  bound: ReadonlySet<KeyAction>,
): { where: string; keys: { key: string; words: string }[] }[] {
  const working = KEY_ACTIONS.filter(
    (action) => bound.has(action) && actionFor(pressOf(KEYS[action].key), bound) === action,
  );
  const places = [...new Set(working.map((action) => KEYS[action].where))];
  return places.map((where) => ({
    where,
    keys: working
      .filter((action) => KEYS[action].where === where)
      .map((action) => ({ key: KEYS[action].key, words: KEYS[action].words })),
  }));
}

/** What stands on the keyboard: "Ctrl K", or "⌘ K" where that is the key. */
export function nameKey(key: string, isMac: boolean): string {
  const plain = key.replace('Mod+', '');
  const named = NAMES[plain] ?? plain;
  if (plain === key) return named;
  return `${isMac ? '⌘' : 'Ctrl'} ${named.toUpperCase()}`;
}

const NAMES: Readonly<Record<string, string>> = { Escape: 'Esc', ' ': 'Space' };

function isKey({ key, mod, alt }: Pressed, wanted: string): boolean {
  const needsMod = wanted.startsWith('Mod+');
  const named = needsMod ? wanted.slice('Mod+'.length) : wanted;
  const isSame = needsMod ? key.toLowerCase() === named : key === named;
  return isSame && mod === needsMod && !alt;
}

const pressOf = (key: string): Pressed => ({
  key: key.replace('Mod+', ''),
  mod: key.startsWith('Mod+'),
  alt: false,
});
