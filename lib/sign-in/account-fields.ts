import { z } from 'zod';
import { passwordProblem } from './passwords.ts';

/** An e-mail address, in lower case. */
export function emailField(missing: string) {
  return z
    .string(missing)
    .trim()
    .toLowerCase()
    .max(254, 'This is too long for an e-mail address.')
    .pipe(z.email('Give an e-mail address, such as maria@example.com.'));
}

/** A password that somebody chooses, good by itself; `refuseOwnWords` looks at what surrounds it. */
export const newPasswordField = z.string('Choose a password.').superRefine((password, context) => {
  const problem = password ? passwordProblem(password) : 'Choose a password.';
  if (problem) context.addIssue({ code: 'custom', message: problem });
});

/** Adds the problem of a password, good otherwise, that is the name or address of the account itself. */
export function refuseOwnWords(context: z.RefinementCtx, password: string, words: readonly string[]): void {
  if (passwordProblem(password) !== null) return;
  const message = passwordProblem(password, words);
  if (message) context.addIssue({ code: 'custom', path: ['password'], message });
}
