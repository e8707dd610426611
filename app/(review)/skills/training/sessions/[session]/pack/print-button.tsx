'use client';

import { Button } from '@/app/_ui/form/button.tsx';

/** Opens the browser's own window for printing. */
export function PrintButton() {
  return (
    <Button kind="primary" onClick={() => window.print()}>
      Print
    </Button>
  );
}
