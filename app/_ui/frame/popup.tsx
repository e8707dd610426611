'use client';

import { type ComponentProps, lazy, type ReactNode, Suspense, useRef, useState } from 'react';

interface PopupProps {
  /** What the button says. */
  children: ReactNode;
  /** What floats, with a way to close it. */
  content: ReactNode | ((close: () => void) => ReactNode);
  /** The name of what floats, for those who do not see it. */
  name: string;
  button?: ComponentProps<'button'>;
}

const load = () => import('./popup-surface.tsx');
const PopupSurface = lazy(load);

/** A button with something floating under it. The code that floats is fetched when a hand or the focus comes near. */
export function Popup({ children, content, name, button }: PopupProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const show = () => {
    setUsed(true);
    setOpen(!open);
  };
  return (
    <>
      <button
        {...button}
        ref={anchor}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={load}
        onFocus={load}
        onClick={show}
      >
        {children}
      </button>
      {used ? (
        <Suspense>
          <PopupSurface anchor={anchor} name={name} open={open} onOpenChange={setOpen}>
            {typeof content === 'function' ? content(() => setOpen(false)) : content}
          </PopupSurface>
        </Suspense>
      ) : null}
    </>
  );
}
