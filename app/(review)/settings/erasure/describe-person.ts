import { formatCounted, formatList } from '@/lib/charts/format.ts';
import { windowWords } from '@/lib/filters/day-words.ts';
import { windowOf } from '@/lib/filters/local-dates.ts';
import type { Erased, FoundAgent, FoundCustomer } from '@/lib/privacy/person-found.ts';

/** "12 incidents, 3 to 9 May 2024; pseudonym 3f2a…". */
export function describeCustomer(one: FoundCustomer): string {
  const days =
    one.firstOn && one.lastOn
      ? `, ${windowWords(windowOf({ firstDay: one.firstOn, lastDay: one.lastOn }))}`
      : '';
  const name = one.reference === null ? 'who it is is known no more' : `pseudonym ${one.pseudonym}`;
  const state = one.isErased ? '; erased before' : one.isExact ? '' : '; the name is only a part of this one';
  return `${formatCounted(one.incidents, 'incident')}${days}; ${name}${state}`;
}

/** "Billing, 12 incidents". */
export function describeAgent(one: FoundAgent): string {
  const state = one.isErased ? '; erased before' : one.isExact ? '' : '; the name is only a part of this one';
  return `${one.team ?? 'team not known'}, ${formatCounted(one.incidents, 'incident')}${state}`;
}

/** What is gone, in one sentence. */
export function describeErased(erased: Erased): string {
  const mentions = Object.values(erased.elsewhere).reduce((sum, rows) => sum + rows, 0);
  const parts = [
    erased.customers > 0 && formatCounted(erased.customers, 'customer'),
    erased.agents > 0 && formatCounted(erased.agents, 'person of the staff', 'people of the staff'),
    erased.incidents > 0 && `the words of ${formatCounted(erased.incidents, 'incident')}`,
    mentions > 0 && `the name in ${formatCounted(mentions, 'other row')}`,
    erased.originals > 0 && formatCounted(erased.originals, 'sealed original'),
    erased.uploads > 0 && formatCounted(erased.uploads, 'uploaded file'),
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'There was nothing left to erase.' : `Erased: ${formatList(parts)}.`;
}
