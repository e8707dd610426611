import { COMMON_PASSWORDS } from './common-passwords.ts';

export const PASSWORD_LENGTH = { from: 12, to: 128 } as const;

/**
 * What is wrong with a new password, as a sentence for a person, or null. Length counts, kinds of characters do not:
 * 12 to 128 characters, and not one that everybody tries first. `owner` holds the words of the account itself.
 */
export function passwordProblem(password: string, owner: readonly string[] = []): string | null {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.from)
    return `Use at least ${PASSWORD_LENGTH.from} characters; this has ${length}.`;
  if (length > PASSWORD_LENGTH.to) return `Use at most ${PASSWORD_LENGTH.to} characters; this has ${length}.`;
  const lower = password.toLowerCase();
  if (COMMON_PASSWORDS.has(lower))
    return 'This is one of the passwords that are tried first. Choose another.';
  if (new Set(lower).size < 5) return 'This repeats a few characters only. Choose another.';
  if (isRun(lower)) return 'This is a run of the keyboard or the alphabet. Choose another.';
  if (owner.some((word) => word.toLowerCase() === lower))
    return 'This is your own name or address. Choose another.';
  return null;
}

const ROWS = [
  '0123456789'.repeat(3),
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
];

function isRun(password: string): boolean {
  const backwards = [...password].reverse().join('');
  return ROWS.some((row) => row.includes(password) || row.includes(backwards));
}
