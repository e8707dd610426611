'use client';

import { useState } from 'react';
import { controlClass } from '@/app/_ui/form/button.tsx';
import style from './sheet.module.css';

/** Copies the whole address of a page; where the browser refuses, the address is shown to be copied by hand. */
export function CopyAddress({ path }: { path: string }) {
  const [said, say] = useState('');
  const copy = async () => {
    const address = new URL(path.split('?', 1).join(''), window.location.href).href;
    const isCopied = await navigator.clipboard.writeText(address).then(
      () => true,
      () => false,
    );
    say(isCopied ? 'Copied' : address);
  };
  return (
    <button type="button" className={`${controlClass('quiet')} ${style.copy}`} onClick={copy}>
      <span role="status">{said || 'Copy address'}</span>
    </button>
  );
}
