import { describe, expect, it } from 'vitest';
import { actionFor, KEY_ACTIONS, KEYS, type KeyAction, nameKey, workingKeys } from './key-registry.ts';

const ALL: ReadonlySet<KeyAction> = new Set(KEY_ACTIONS);
const press = (key: string, mod = false, alt = false) => ({ key, mod, alt });

describe('a key that is pressed', () => {
  it('does what is bound to it, and nothing where nothing is', () => {
    expect(actionFor(press('x'), new Set(['comparison', 'help']))).toBe('comparison');
    expect(actionFor(press('x'), new Set(['help']))).toBeNull();
    expect(actionFor(press('q'), ALL)).toBeNull();
  });

  it('belongs to the open incident before the list, and to the list again once that is closed', () => {
    const list: KeyAction[] = ['nextRow', 'previousRow'];
    expect(actionFor(press('j'), new Set([...list, 'nextIncident']))).toBe('nextIncident');
    expect(actionFor(press('j'), new Set(list))).toBe('nextRow');
  });

  it('is another one with Ctrl or Cmd, and none with Alt: letters that people type stay theirs', () => {
    expect(actionFor(press('k', true), ALL)).toBe('find');
    expect(actionFor(press('K', true), ALL)).toBe('find');
    expect(actionFor(press('j', true), ALL)).toBeNull();
    expect(actionFor(press('x', false, true), ALL)).toBeNull();
    expect(actionFor(press('k'), new Set(['find']))).toBeNull();
  });
});

describe('the help', () => {
  it('names exactly the keys that work: of every subset, each named key does what is said', () => {
    const subsets: KeyAction[][] = [
      [],
      ['help'],
      ['find', 'findAnywhere', 'help', 'searchList'],
      [...KEY_ACTIONS],
    ];
    for (const subset of subsets) {
      const bound = new Set(subset);
      for (const { keys } of workingKeys(bound)) {
        for (const { key, words } of keys) {
          const action = actionFor(press(key.replace('Mod+', ''), key.startsWith('Mod+')), bound);
          expect(action && KEYS[action].words).toBe(words);
        }
      }
      const named = workingKeys(bound).flatMap(({ keys }) => keys.map(({ key }) => key));
      expect(new Set(named)).toEqual(new Set(subset.map((action) => KEYS[action].key)));
      expect(named).toHaveLength(new Set(named).size);
    }
  });

  it('names the search of the list in the place of the search everywhere', () => {
    const words = workingKeys(new Set(['findAnywhere', 'searchList'])).flatMap(({ keys }) => keys);
    expect(words).toEqual([{ key: '/', words: 'Go to the search' }]);
  });
});

it('keys are called what stands on the keyboard', () => {
  expect([
    nameKey('Mod+k', false),
    nameKey('Mod+k', true),
    nameKey('Escape', false),
    nameKey('j', true),
  ]).toEqual(['Ctrl K', '⌘ K', 'Esc', 'j']);
});
