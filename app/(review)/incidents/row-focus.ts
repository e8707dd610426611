'use client';

import { type RefObject, useRef } from 'react';

/** So many frames a row that was far away may take to be drawn. */
const FRAMES = 30;

/** The focus among the rows of a list, of which only some are drawn. */
export interface RowFocus {
  /** Which row the keys go on from: the one that is about to have the focus, that has it, or that had it last. */
  place(): number | null;
  /** Gives a row the focus and brings it into sight, drawn or not. */
  focus(place: number): void;
}

/**
 * Keeps which row has the focus, by its incident, since a row that goes out of sight is not drawn any more and the
 * focus with it.
 * @param numbers the incidents of the rows in their order
 * @param reveal brings a row into what is drawn
 */
export function useRowFocus(
  numbers: readonly number[],
  reveal: RefObject<(place: number) => void>,
): RowFocus {
  const last = useRef<number | null>(null);
  const isComing = useRef(false);
  const arrive = (number: number, frames: number) => {
    if (last.current !== number) return;
    isComing.current = !focusLink(number);
    if (!isComing.current) return;
    if (frames > 0) requestAnimationFrame(() => arrive(number, frames - 1));
    else isComing.current = false;
  };
  return {
    place() {
      const number = isComing.current ? last.current : (numberOf(document.activeElement) ?? last.current);
      const place = number === null ? -1 : numbers.indexOf(number);
      return place < 0 ? null : place;
    },
    focus(place) {
      const number = numbers[place];
      if (number === undefined) return;
      last.current = number;
      if (!linkOf(number)) reveal.current(place);
      arrive(number, FRAMES);
    },
  };
}

function numberOf(element: Element | null): number | null {
  const link = element?.closest('[data-index]')?.querySelector<HTMLElement>('a[data-row]');
  return link ? Number(link.dataset.row) : null;
}

export const linkOf = (number: number) => document.querySelector<HTMLElement>(`a[data-row="${number}"]`);

function focusLink(number: number): boolean {
  const link = linkOf(number);
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block: 'nearest' });
  return link !== null;
}
