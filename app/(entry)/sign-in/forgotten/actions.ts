'use server';

import { after } from 'next/server';
import { z } from 'zod';
import { defineOpenAction } from '@/app/_server/action.ts';
import { requestOrigin } from '@/app/_server/session.ts';
import { accounts } from '@/db/accounts/accounts.ts';
import { askForLink } from '@/db/accounts/ask-for-link.ts';
import { mailWay } from '@/db/accounts/mail-link.ts';
import { logDefect } from '@/db/reports/log.ts';
import { Conflict, NotFound } from '@/lib/errors.ts';
import { emailField } from '@/lib/sign-in/account-fields.ts';
import { describeWait } from '@/lib/sign-in/wait-words.ts';

/** Sends a link to a new password, if there is such an account: the answer does not tell. */
export const askForNewPassword = defineOpenAction(
  z.object({ email: emailField('Give your e-mail address.') }),
  async ({ email }) => {
    const way = mailWay();
    if (!way) throw new NotFound('Lookback sends no mail here. Ask an administrator for a link.');
    const asked = await askForLink(await accounts(), email, way, await requestOrigin(), new Date());
    if (asked.outcome === 'wait') throw new Conflict(describeWait(asked.seconds));
    const done = asked.done.catch((error) => {
      logDefect(error, { method: 'background', path: '/sign-in/forgotten' });
    });
    after(done);
    return null;
  },
);
