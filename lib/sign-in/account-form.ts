import { z } from 'zod';
import { ROLES } from '../access.ts';
import { line, rowNumber } from '../workspace/form-fields.ts';
import { emailField, newPasswordField } from './account-fields.ts';

/** A group of boxes: none ticked sends nothing, one sends a single value. */
const many = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]), z.array(item));

const role = z.enum(ROLES, 'Choose roles from the list.');

/** What an administrator says of an account: whose it is, what they are and how far they see. */
const said = {
  name: line('a name', 100),
  roles: many(role).transform((roles) => ROLES.filter((each) => roles.includes(each))),
  teams: many(rowNumber).transform(unique),
  /** As the sources name this person, one a line. */
  agents: z
    .string()
    .max(5000, 'This is too long.')
    .default('')
    .transform((text) =>
      unique(
        text
          .split(/\r?\n/)
          .map((one) => one.trim())
          .filter(Boolean),
      ),
    ),
};

export const inviteForm = z.object({ email: emailField('Give the address of the person.'), ...said });
export type Invitation = z.infer<typeof inviteForm>;

export const accountForm = z.object({
  userId: z.uuid(),
  /** When the account was last changed, in milliseconds since 1970, as the form was made. */
  version: z.coerce.number().int(),
  ...said,
});
export type AccountChange = z.infer<typeof accountForm>;

/** What is asked behind a one-time link; a new account may mend its name. */
export const linkForm = z.object({
  token: z.string().min(1).max(200),
  name: line('your name', 100).optional(),
  password: newPasswordField,
});
export type LinkUse = z.infer<typeof linkForm>;

const ownPassword = z
  .string('Give your password.')
  .min(1, 'Give your password.')
  .max(1000, 'This is too long.');

export const passwordForm = z.object({ current: ownPassword, password: newPasswordField });
export type PasswordChange = z.infer<typeof passwordForm>;

/** Something that only the owner of an account may do, proved by the password. */
export const confirmForm = z.object({ current: ownPassword });

/** Six digits of an app, or a recovery code, with or without its hyphen and spaces. */
export const codeField = z
  .string('Give the code.')
  .transform((code) => code.replace(/[\s-]/g, '').toLowerCase())
  .refine(
    (code) => /^\d{6}$/.test(code) || /^[a-z0-9]{10}$/.test(code),
    'A code has 6 digits; a recovery code has 10 letters and digits.',
  );
export const codeForm = z.object({ code: codeField });

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
