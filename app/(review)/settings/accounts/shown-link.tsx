'use client';

import { Notice } from '@/app/_ui/form/notice.tsx';
import { ShownOnce } from '@/app/_ui/form/shown-once.tsx';
import { describeInstant } from '@/lib/analysis/moment-words.ts';
import type { SentLink } from '@/lib/sign-in/account-link.ts';

/** What became of a one-time link: whether it was sent, where mail is on, and the link where its owner lacks it. */
export interface PassedLink {
  sent: SentLink | null;
  link: { path: string; until: number } | null;
}

/** What became of a link, which is at the address that this page was opened at. */
export function ShownLink({ passed: { sent, link }, timeZone }: { passed: PassedLink; timeZone: string }) {
  return (
    <>
      {sent ? <Sent sent={sent} /> : null}
      {link ? (
        <ShownOnce
          label="One-time link"
          value={`${window.location.origin}${link.path}`}
          hint={`It works once, until ${describeInstant(link.until, timeZone)}, and is not shown again.`}
        />
      ) : null}
    </>
  );
}

function Sent({ sent }: { sent: SentLink }) {
  if (sent.isSent) return <Notice>A mail with the link is on its way to {sent.to}.</Notice>;
  return (
    <Notice fault>
      <b>Nothing was sent to {sent.to}.</b>
      <span>{sent.why} The account is there and its link works: copy it and pass it on.</span>
    </Notice>
  );
}
