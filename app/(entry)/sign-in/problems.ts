/** What the sign-in says when it fails. A wrong password and an unknown address are one, so that neither is told. */
const PROBLEMS = {
  refused: 'The e-mail address or the password is not right.',
  wait: 'There were too many attempts. Wait a moment, then try again.',
  missing: 'Give your e-mail address and your password.',
  vouched:
    'Your organisation let you in, and Lookback did not: your organisation does not vouch for your address, or your account is disabled or already bound to somebody else. Ask an administrator.',
  provider: 'Signing in through your organisation did not work. Try again.',
  failed: 'Signing in failed inside Lookback. Try again in a moment.',
} as const;

export type SignInProblem = keyof typeof PROBLEMS;

/** The words for a problem that the address of the page names; null for none, or one that is not known. */
export function describeProblem(problem: string | null): string | null {
  return problem !== null && Object.hasOwn(PROBLEMS, problem) ? PROBLEMS[problem as SignInProblem] : null;
}
