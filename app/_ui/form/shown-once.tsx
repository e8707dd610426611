'use client';

import { useState } from 'react';
import { Button } from './button.tsx';
import { TextField } from './field.tsx';
import { Notice } from './notice.tsx';

interface ShownOnceProps {
  label: string;
  value: string;
  hint: string;
}

/** A secret that was just made, to be copied now. */
export function ShownOnce({ label, value, hint }: ShownOnceProps) {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setCopied('yes');
    } catch {
      // Browsers refuse it over plain http, and where they were told to.
      setCopied('no');
    }
  }
  return (
    <Notice>
      <TextField
        label={label}
        value={value}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
        hint={hint}
      />
      <Button onClick={copy}>Copy</Button>
      <span role="status">
        {copied === 'yes' ? 'Copied.' : null}
        {copied === 'no' ? 'The browser does not allow it: select it and copy it yourself.' : null}
      </span>
    </Notice>
  );
}
