'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { act } from '@/app/(review)/keys/bound-keys.ts';
import { KEYS } from '@/lib/keys/key-registry.ts';
import style from './find.module.css';

/** The same for those who use a mouse or a finger. */
export function FindButtons() {
  return (
    <div className={style.buttons}>
      <Button kind="quiet" aria-keyshortcuts="Control+K Meta+K /" onClick={() => act('find')}>
        Find <kbd>{KEYS.findAnywhere.key}</kbd>
      </Button>
      <Button kind="quiet" aria-keyshortcuts="?" onClick={() => act('help')}>
        Keys <kbd>{KEYS.help.key}</kbd>
      </Button>
    </div>
  );
}
