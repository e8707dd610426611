'use client';

import { lazy, Suspense } from 'react';
import { controlClass } from '@/app/_ui/form/button.tsx';
import { Caret } from '@/app/_ui/frame/caret.tsx';
import { Popup } from '@/app/_ui/frame/popup.tsx';
import type { ListPreferences } from '@/lib/preferences/list-columns.ts';

const LookForm = lazy(() => import('./look-form.tsx'));

/** Opens which columns the list has and how they look. */
export function LookButton({ look }: { look: ListPreferences }) {
  return (
    <Popup
      name="Columns of the list"
      button={{ className: controlClass() }}
      content={(close) => (
        <Suspense>
          <LookForm look={look} onSaved={close} />
        </Suspense>
      )}
    >
      Columns <Caret />
    </Popup>
  );
}
