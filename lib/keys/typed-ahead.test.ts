import { describe, expect, test } from 'vitest';
import { typeAhead } from './typed-ahead.ts';

const typed = (...keys: string[]) =>
  keys.reduce<string | null>((text, key) => typeAhead(text ?? '', { key, commands: false }), '');

describe('what is typed before its field is there', () => {
  test('letters, blanks and letters of other planes are put on in their order', () => {
    expect(typed('j', 'é', ' ', '/', '𒀀')).toBe('jé /𒀀');
  });

  test('Backspace takes the last letter off, whole, and nothing off nothing', () => {
    expect(typed('a', '𒀀', 'Backspace')).toBe('a');
    expect(typed('Backspace')).toBe('');
  });

  test('Enter changes nothing', () => {
    expect(typed('a', 'Enter', 'b')).toBe('ab');
  });

  test('keys with a name and keys that command are not for the field', () => {
    for (const key of ['Escape', 'Tab', 'ArrowDown', 'Shift', 'F5', 'Dead'])
      expect(typeAhead('a', { key, commands: false })).toBeNull();
    expect(typeAhead('a', { key: 'k', commands: true })).toBeNull();
  });
});
