'use client';

import { Popover } from '@base-ui/react/popover';
import type { ReactNode, RefObject } from 'react';
import style from './popup.module.css';

interface PopupSurfaceProps {
  anchor: RefObject<HTMLButtonElement | null>;
  name: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
}

export default function PopupSurface({ anchor, name, open, onOpenChange, children }: PopupSurfaceProps) {
  const change: Popover.Root.Props['onOpenChange'] = (next, { event }) => {
    // The button toggles by itself: a press on it is not one outside.
    const onButton = event.target instanceof Node && anchor.current?.contains(event.target);
    if (!onButton) onOpenChange(next);
  };
  return (
    <Popover.Root open={open} onOpenChange={change} modal="trap-focus">
      <Popover.Portal>
        <Popover.Positioner
          className={style.positioner}
          anchor={anchor}
          align="start"
          sideOffset={4}
          collisionPadding={8}
        >
          <Popover.Popup className={style.popup} aria-label={name} finalFocus={anchor}>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
