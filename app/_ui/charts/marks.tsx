'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { nextMark } from './next-mark.ts';

/**
 * Makes the marks of one picture act: a click shows the page with the value toggled, with Alt without the value. The
 * picture is one stop of the Tab key; arrow keys go from mark to mark.
 */
export function Marks({ className, children }: { className?: string; children: ReactNode }) {
  const router = useRouter();
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const picture = root.current;
    if (!picture) return;
    const follow = (event: MouseEvent) => {
      const mark = markAt(event.target);
      if (!mark || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      const href = event.altKey ? mark.dataset.exclude : mark.getAttribute('href');
      if (href) router.push(href, { scroll: false });
    };
    const walk = (event: KeyboardEvent) => {
      if (walkFrom(picture, event)) event.preventDefault();
    };
    picture.addEventListener('click', follow);
    picture.addEventListener('keydown', walk);
    return () => {
      picture.removeEventListener('click', follow);
      picture.removeEventListener('keydown', walk);
    };
  }, [router]);

  return (
    <div ref={root} className={className}>
      {children}
    </div>
  );
}

type Mark = HTMLElement | SVGElement;

function markAt(target: EventTarget | null): Mark | null {
  return target instanceof Element ? target.closest<Mark>('[data-mark]') : null;
}

/** Moves the focus, and the picture's one Tab stop with it. */
function walkFrom(picture: Element, event: KeyboardEvent): boolean {
  const mark = markAt(event.target);
  if (!mark || event.altKey || event.ctrlKey || event.metaKey) return false;
  const marks = [...picture.querySelectorAll<Mark>('[data-mark]')];
  const next = marks[nextMark(marks.map(placeOf), marks.indexOf(mark), event.key) ?? -1];
  if (!next) return false;
  mark.setAttribute('tabindex', '-1');
  next.setAttribute('tabindex', '0');
  next.focus();
  return true;
}

function placeOf(mark: Element) {
  const { left, top, width, height } = mark.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
