'use client';

import { useEffect, useState } from 'react';
import type { PaletteGroup } from '@/lib/palette/palette-hit.ts';

interface Found {
  groups: readonly PaletteGroup[];
  state: 'asking' | 'there' | 'failed';
}

/** Typing goes on for so long (milliseconds) before it is asked for. */
const PAUSE = 120;

/** What the server finds for a text. What was found before stays until the next is there. */
export function useFound(text: string): Found {
  const [found, setFound] = useState<Found>({ groups: [], state: 'asking' });
  const wanted = text.trim();
  useEffect(() => {
    const asking = new AbortController();
    setFound((before) => ({ ...before, state: 'asking' }));
    const timer = setTimeout(
      () => {
        ask(wanted, asking.signal).then(
          (groups) => setFound({ groups, state: 'there' }),
          () => (asking.signal.aborted ? undefined : setFound({ groups: [], state: 'failed' })),
        );
      },
      wanted === '' ? 0 : PAUSE,
    );
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [wanted]);
  return found;
}

async function ask(text: string, signal: AbortSignal): Promise<PaletteGroup[]> {
  const response = await fetch(`/api/palette?${new URLSearchParams({ q: text })}`, { signal });
  if (!response.ok) throw new Error(`the palette was answered with ${response.status}`);
  return (await response.json()).groups;
}
