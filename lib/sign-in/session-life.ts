export const IDLE_SECONDS = 12 * 3600;
export const LONGEST_SECONDS = 7 * 24 * 3600;
/** How long one has for the second step of signing in. */
export const CODE_SECONDS = 600;
/** How exactly the moment of the last request is kept: writing it at each request would be one write a page. */
export const SEEN_SECONDS = 60;

export interface SessionTimes {
  madeAt: Date;
  lastSeenAt: Date;
}

/** Whether a session still lives: 12 hours after it was last seen it ends, and after 7 days in any case. */
export function isAlive({ madeAt, lastSeenAt }: SessionTimes, now: Date): boolean {
  return secondsBetween(lastSeenAt, now) < IDLE_SECONDS && secondsBetween(madeAt, now) < LONGEST_SECONDS;
}

/** Whether the moment of the last request is old enough to be written again. */
export function isSeenAnew({ lastSeenAt }: SessionTimes, now: Date): boolean {
  return secondsBetween(lastSeenAt, now) >= SEEN_SECONDS;
}

function secondsBetween(from: Date, until: Date): number {
  return (until.getTime() - from.getTime()) / 1000;
}
