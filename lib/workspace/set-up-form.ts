import { z } from 'zod';
import { emailField, newPasswordField, refuseOwnWords } from '../sign-in/account-fields.ts';
import { COUNTRIES, CURRENCIES } from './countries.ts';
import { line } from './form-fields.ts';
import { isTimeZone } from './time-zones.ts';

/** What the first run asks for: the account of the administrator and the workspace. */
export const setUpForm = z
  .object({
    email: emailField('Give the address that you will sign in with.'),
    name: line('your name', 100),
    password: newPasswordField,
    workspaceName: line('a name for the workspace, such as that of your organisation', 100),
    timeZone: z.string('Choose a time zone.').refine(isTimeZone, 'Choose a time zone from the list.'),
    country: z.enum(COUNTRIES, 'Choose a country from the list.'),
    currency: z.enum(CURRENCIES, 'Choose a currency from the list.'),
  })
  .superRefine(({ password, email, name }, context) => {
    refuseOwnWords(context, password, [email, name]);
  });

export type SetUp = z.infer<typeof setUpForm>;
