/** How far presses have gone through a list, which come faster than what they ask for is shown. */
export interface Walk {
  /** The one that was asked for last. */
  asked: number;
  /** Steps that go beyond what is known of the list: they are made once more of it is. Backwards below zero. */
  owed: number;
}

/** What is known of a list round the one that is shown, the nearest first. */
export interface Around {
  shown: number;
  before: readonly number[];
  after: readonly number[];
  /** So many are told on each side, or fewer where the list ends. */
  told: number;
}

/**
 * Goes on from the one that was asked for last by some steps, each of which counts; at an end of the list it stays.
 * With no steps, what is owed is made as far as is known by now.
 */
export function walkOn({ asked, owed }: Walk, steps: number, { shown, before, after, told }: Around): Walk {
  const line = [...before.toReversed(), shown, ...after];
  const at = line.indexOf(asked);
  const wanted = (at < 0 ? before.length : at) + owed + steps;
  const reached = Math.min(Math.max(wanted, 0), line.length - 1);
  const beyond = wanted - reached;
  const side = beyond < 0 ? before : after;
  return { asked: line[reached] ?? shown, owed: side.length < told ? 0 : beyond };
}
