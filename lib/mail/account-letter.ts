import type { LinkPurpose } from '../sign-in/account-link.ts';
import type { Letter } from './letter.ts';

interface AccountLink {
  to: string;
  purpose: LinkPurpose;
  /** What the organisation calls its Lookback. */
  workspace: string;
  /** Who made it; null where its owner asked for it. */
  by: string | null;
  url: string;
  /** "3 Nov 2026, 09:42" with the zone. */
  until: string;
}

/** What somebody is told with a one-time link to their account. */
export function accountLetter({ to, purpose, workspace, by, url, until }: AccountLink): Letter {
  const once = `The link works once, until ${until}. Whoever has it can choose the password, so do not pass it on.`;
  if (purpose === 'invite')
    return {
      to,
      subject: `Your invitation to Lookback, ${workspace}`,
      paragraphs: [
        `${by ?? 'An administrator'} has invited you to Lookback, in which ${workspace} reviews difficult customer interactions.`,
        `You sign in with the address ${to} and a password that you choose now.`,
      ],
      link: { label: 'Choose a password', url },
      remarks: [once, 'If you do not expect this, leave it: nothing happens without the link.'],
    };
  return {
    to,
    subject: `A new password for Lookback, ${workspace}`,
    paragraphs: [
      by === null
        ? `Somebody, you we hope, has asked for a link to a new password of the account ${to} at Lookback, ${workspace}.`
        : `${by} has made a link with which you choose a new password of the account ${to} at Lookback, ${workspace}.`,
      'The password that you have goes on working until you choose another. Then every session of yours ends.',
    ],
    link: { label: 'Choose a new password', url },
    remarks: [
      once,
      by === null
        ? 'If it was not you, leave it: your password stays.'
        : 'If you do not expect this, ask an administrator.',
    ],
  };
}
