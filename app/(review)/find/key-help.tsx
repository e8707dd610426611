'use client';

import { Dialog } from '@base-ui/react/dialog';
import { useState } from 'react';
import { controlClass } from '@/app/_ui/form/button.tsx';
import { boundActions } from '@/app/(review)/keys/bound-keys.ts';
import { nameKey, workingKeys } from '@/lib/keys/key-registry.ts';
import style from './find.module.css';

/** The keys that work on this page now. */
export default function KeyHelp({ onClose }: { onClose: () => void }) {
  const [places] = useState(() => workingKeys(boundActions()));
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className={style.backdrop} />
        <Dialog.Popup className={style.dialog}>
          <header className={style.head}>
            <Dialog.Title className={style.title}>Keys of this page</Dialog.Title>
            <Dialog.Close className={controlClass('quiet')}>
              Close <kbd>Esc</kbd>
            </Dialog.Close>
          </header>
          {places.map(({ where, keys }) => (
            <section key={where}>
              <h3 className={style.where}>{where}</h3>
              <dl className={style.keys}>
                {keys.map(({ key, words }) => (
                  <div key={key}>
                    <dt>
                      <kbd>{nameKey(key, isMac)}</kbd>
                    </dt>
                    <dd>{words}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
          <p className="note">No key does anything while you type in a field.</p>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
