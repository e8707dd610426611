import { z } from 'zod';
import { passwordProblem } from '../sign-in/passwords.ts';
import { COUNTRIES, CURRENCIES } from './countries.ts';
import { line } from './form-fields.ts';
import { isTimeZone } from './time-zones.ts';

/** What the first run asks for: the account of the administrator and the workspace. */
export const setUpForm = z
  .object({
    email: z
      .string('Give the address that you will sign in with.')
      .trim()
      .toLowerCase()
      .max(254, 'This is too long for an e-mail address.')
      .pipe(z.email('Give an e-mail address, such as maria@example.com.')),
    name: line('your name', 100),
    password: z.string('Choose a password.').superRefine((password, context) => {
      addProblem(context, password ? passwordProblem(password) : 'Choose a password.', []);
    }),
    workspaceName: line('a name for the workspace, such as that of your organisation', 100),
    timeZone: z.string('Choose a time zone.').refine(isTimeZone, 'Choose a time zone from the list.'),
    country: z.enum(COUNTRIES, 'Choose a country from the list.'),
    currency: z.enum(CURRENCIES, 'Choose a currency from the list.'),
  })
  .superRefine(({ password, email, name }, context) => {
    const alone = passwordProblem(password);
    if (alone === null) addProblem(context, passwordProblem(password, [email, name]), ['password']);
  });

export type SetUp = z.infer<typeof setUpForm>;

function addProblem(context: z.RefinementCtx, message: string | null, path: string[]): void {
  if (message) context.addIssue({ code: 'custom', path, message });
}
