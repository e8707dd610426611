/** What became of an account. */
export const ACCOUNT_STATES = ['active', 'invited', 'disabled', 'left'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

export const STATE_LABELS: Record<AccountState, string> = {
  active: 'Active',
  invited: 'Invited',
  disabled: 'Disabled',
  left: 'Left',
};

/** The state of an account, by what is stored of it. */
export function toAccountState(stored: {
  leftAt: Date | null;
  disabledAt: Date | null;
  /** Whether there is a way to sign in: a password, or an identity of a provider. */
  hasWayIn: boolean;
}): AccountState {
  if (stored.leftAt) return 'left';
  if (stored.disabledAt) return 'disabled';
  return stored.hasWayIn ? 'active' : 'invited';
}
