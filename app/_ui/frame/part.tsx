import { setTimeout as later } from 'node:timers/promises';
import { type ReactNode, Suspense } from 'react';

/** So long the parts of a page wait for one another. */
const TOGETHER_MS = 1000;

/** Within which the parts of a page are shown together: resolves when it is over. */
export type Moment = Promise<void>;

/**
 * A page whose parts appear one by one jumps as often. Parts that are ready within a second are shown together instead;
 * what is not follows by itself.
 */
export function momentFromNow(): Moment {
  return later(TOGETHER_MS, undefined, { ref: false });
}

/** So long it takes to draw the bars of a page and the places of its figures. */
const FRAME_MS = 12;

/**
 * Resolves when the frame of a page should be on its way. Putting the questions of all panels takes as long again, in
 * which the browser can already load what it needs.
 */
export function whenFrameIsOut(): Promise<void> {
  return later(FRAME_MS, undefined, { ref: false });
}

interface PartProps {
  moment: Moment;
  /** What it is made of. */
  ready: Promise<unknown> | null;
  /** Holds its place from the end of the moment until it is ready. */
  holding: ReactNode;
  children: ReactNode;
}

/** A part of a page that is shown with the others, or follows when it takes longer. What fails follows, too, and fails alone. */
export async function Part({ moment, ready, holding, children }: PartProps) {
  const isReady = Promise.resolve(ready).then(
    () => true,
    () => false,
  );
  const isInTime = await Promise.race([isReady, moment.then(() => false)]);
  return isInTime ? children : <Suspense fallback={holding}>{children}</Suspense>;
}
