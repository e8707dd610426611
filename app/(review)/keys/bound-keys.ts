'use client';

import { useEffect, useRef } from 'react';
import { actionFor, type KeyAction } from '@/lib/keys/key-registry.ts';

/** False where there was nothing to do with it, and the browser may go on. */
type Handler = (event: KeyboardEvent | null) => unknown;

/** What the parts of the page that are shown now have bound, the latest last. */
const bound: { action: KeyAction; run: Handler | null }[] = [];

/** The actions that are bound now. */
export function boundActions(): ReadonlySet<KeyAction> {
  return new Set(bound.map(({ action }) => action));
}

/** Does what is bound to an action, as its key would; there is no event then. */
export function act(action: KeyAction): void {
  bound.findLast((each) => each.action === action)?.run?.(null);
}

/**
 * Binds a key of the registry while the component is shown.
 * @param handler null where the browser does it by itself, so that the help names it
 */
export function useKey(action: KeyAction, handler: Handler | null): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  const isNative = handler === null;
  useEffect(() => {
    const entry = { action, run: isNative ? null : (event: KeyboardEvent | null) => latest.current?.(event) };
    if (bound.length === 0) document.addEventListener('keydown', onKey);
    bound.push(entry);
    return () => {
      bound.splice(bound.indexOf(entry), 1);
      if (bound.length === 0) document.removeEventListener('keydown', onKey);
    };
  }, [action, isNative]);
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || isTaken(event.target)) return;
  const pressed = { key: event.key, mod: event.ctrlKey || event.metaKey, alt: event.altKey };
  const action = actionFor(pressed, boundActions());
  const entry = bound.findLast((each) => each.action === action);
  if (!entry?.run) return;
  if (entry.run(event) !== false) event.preventDefault();
}

/** Somebody types, or something floats over the page that has keys of its own. */
function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('[role=dialog]')) return true;
  return target instanceof HTMLElement && target.closest(FIELDS) !== null;
}

const FIELDS = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';
