import { describe, expect, it } from 'vitest';
import { type ViewModel, viewInUse } from './view-model.ts';

const view = (viewId: number, query: string): ViewModel => ({
  viewId,
  name: `View ${viewId}`,
  page: '/incidents',
  query,
  scope: 'mine',
  teamName: null,
  isOwn: true,
});
const PHONES = view(1, 'period=all&channel=phone');
const LETTERS = view(2, 'period=all&channel=letter');
const OLDEST = view(3, 'period=all&sort=occurred');
const inUse = (lastId: number | null, query: string) => {
  const last = lastId === null ? null : { viewId: lastId, isFirst: false };
  const { current, isChanged, last: offered } = viewInUse({ views: [PHONES, LETTERS, OLDEST], last }, query);
  return [current?.viewId ?? null, isChanged, offered?.viewId ?? null];
};

describe('which view an address is', () => {
  it('is the one that says the same, in whichever order, remembered or not', () => {
    expect(inUse(1, 'channel=phone&period=all')).toEqual([1, false, null]);
    expect(inUse(1, 'period=all&channel=letter')).toEqual([2, false, null]);
    expect(inUse(null, 'period=all&channel=letter')).toEqual([2, false, null]);
  });

  it('is the last one, changed, with a filter more, another value of its filter, or another period', () => {
    expect(inUse(1, 'period=all&channel=phone&outcome=resolved')).toEqual([1, true, null]);
    expect(inUse(1, 'period=all&channel=phone,chat')).toEqual([1, true, null]);
    expect(inUse(1, 'channel=phone')).toEqual([1, true, null]);
  });

  it('is none where nothing of its filters is left; the last one is offered to go on with', () => {
    expect(inUse(1, '')).toEqual([null, false, 1]);
    expect(inUse(1, 'period=all&trigger=billing_error')).toEqual([null, false, 1]);
  });

  it('of a view without filters its period or order tells', () => {
    expect(inUse(3, 'period=all&trigger=billing_error')).toEqual([3, true, null]);
    expect(inUse(3, 'trigger=billing_error')).toEqual([null, false, 3]);
  });

  it('is none without any that was looked at', () => {
    expect(inUse(null, 'channel=phone')).toEqual([null, false, null]);
  });
});
