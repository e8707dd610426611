import type { PathEffect } from '../analysis/path-effect.ts';
import { formatCount, formatCounted } from '../charts/format.ts';
import type { Pointers } from './term-pointers.ts';

interface Named {
  label: string;
}

/** A value with where it is used. */
interface Used {
  term: Named & { retired: boolean; rank: number };
  incidents: number;
  pointers: readonly Pointers[];
}

/** What a merge into another value changes, line by line. */
export function mergeSentences(
  { term, incidents, pointers }: Used,
  { into, before, after, paths }: { into: Named; before: number; after: number; paths: PathEffect | null },
): string[] {
  return [
    `${formatCounted(incidents, 'incident')} of ${term.label} ${incidents === 1 ? 'counts' : 'count'} as ${into.label}, which has ${formatCount(after)} then instead of ${formatCount(before)}.`,
    ...(paths ? pathSentences(paths) : []),
    ...pointers.map(({ words, whenMerged }) => `${words} ${whenMerged}.`),
    ...(incidents > 0 ? [ON_CHARTS] : []),
    'It is offered in forms no more. Files that name it go on coming in, and count as the other one.',
  ];
}

/** What another rank of a level changes. */
export function rankSentences(
  { label, rank }: Named & { rank: number },
  next: { rank: number; paths: PathEffect },
): string[] {
  return [
    `${label} moves from rank ${rank} to ${next.rank}.`,
    ...pathSentences(next.paths),
    ...(next.paths.changed > 0 ? [ON_CHARTS] : []),
  ];
}

/** What it means to take a merged value out again. */
export function separateSentences({ term, incidents }: Used, into: Named): string[] {
  return [
    `${formatCounted(incidents, 'incident')} that ${incidents === 1 ? 'was' : 'were'} coded with it ${incidents === 1 ? 'counts' : 'count'} as ${term.label} again, in all of the past too.`,
    `Filters that were made by ${into.label} meanwhile show those incidents no more.`,
    ...(incidents > 0 ? [ON_CHARTS] : []),
  ];
}

/** What it means to retire a value, or to bring it back. */
export function retireSentences({ term, incidents }: Used): string[] {
  const kept = `${formatCounted(incidents, 'incident')} ${incidents === 1 ? 'keeps' : 'keep'} it, and figures and filters show it as before.`;
  const marked = incidents > 0 ? ['Charts of it carry today as an event.'] : [];
  if (term.retired) return ['It is offered in forms again.', kept, ...marked];
  return [
    'It is offered in forms no more. It can be brought back.',
    kept,
    'Files that name it go on coming in with it.',
    ...marked,
  ];
}

const ON_CHARTS = 'Charts that it concerns carry today as an event, and say what was changed.';

function pathSentences({ changed, escalated, bounced }: PathEffect): string[] {
  const moved = (words: string, { before, after }: { before: number; after: number }) =>
    before === after
      ? []
      : [`${formatCount(after)} of them ${words} then instead of ${formatCount(before)}.`];
  return [
    changed === 1
      ? '1\u00a0case has another path or level reached.'
      : `${formatCounted(changed, 'case')} have another path or level reached.`,
    ...moved('count as escalated', escalated),
    ...moved('count as going back to a level', bounced),
  ];
}
