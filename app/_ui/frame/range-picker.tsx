'use client';

import { lazy, type ReactNode, Suspense } from 'react';
import { Caret } from './caret.tsx';
import { Popup } from './popup.tsx';
import type { RangeChoices } from './range-choices.ts';

const RangeMenu = lazy(() => import('./range-menu.tsx'));

interface RangePickerProps {
  name: string;
  label: ReactNode;
  choices: RangeChoices;
  className?: string;
}

/** The button that shows which period (or comparison) is chosen and opens the others. */
export function RangePicker({ name, label, choices, className }: RangePickerProps) {
  return (
    <Popup
      name={name}
      button={{ className, 'aria-description': name }}
      content={(close) => (
        <Suspense>
          <RangeMenu choices={choices} onChosen={close} />
        </Suspense>
      )}
    >
      <b>{label}</b>
      <Caret />
    </Popup>
  );
}
