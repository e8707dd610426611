'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/form/button.tsx';
import { TextField } from '@/app/_ui/form/field.tsx';
import { Notice } from '@/app/_ui/form/notice.tsx';
import { describeInstant } from '@/lib/analysis/moment-words.ts';
import style from '../settings.module.css';

interface ShownLinkProps {
  link: { path: string; until: number };
  timeZone: string;
}

/** A one-time link, to be copied now: it is kept nowhere. */
export function ShownLink({ link, timeZone }: ShownLinkProps) {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const address = `${window.location.origin}${link.path}`;
  async function copy() {
    try {
      await navigator.clipboard.writeText(address);
      setCopied('yes');
    } catch {
      // Browsers refuse it over plain http, and where they were told to.
      setCopied('no');
    }
  }
  return (
    <Notice>
      <TextField
        label="One-time link"
        value={address}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
        hint={`It works once, until ${describeInstant(link.until, timeZone)}, and is not shown again.`}
      />
      <div className={style.buttons}>
        <Button onClick={copy}>Copy the link</Button>
        <span role="status">
          {copied === 'yes' ? 'Copied.' : null}
          {copied === 'no' ? 'The browser does not allow it: select the link and copy it yourself.' : null}
        </span>
      </div>
    </Notice>
  );
}
