import { typeAhead } from '@/lib/keys/typed-ahead.ts';

let text = '';
let cancel: (() => void) | null = null;

/**
 * Keeps what is typed from the page until somebody takes it.
 * @param onEscape Escape was pressed instead; what was typed is dropped
 */
export function holdKeys(onEscape: () => void): void {
  if (cancel === null) window.addEventListener('keydown', hold, true);
  cancel = onEscape;
}

/** What was typed meanwhile; from now on keys go where they go. */
export function takeHeld(): string {
  window.removeEventListener('keydown', hold, true);
  const taken = text;
  text = '';
  cancel = null;
  return taken;
}

function hold(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey } = event;
  const commands = (ctrlKey || metaKey || altKey) && !event.getModifierState('AltGraph');
  const next = typeAhead(text, { key, commands });
  if (next === null && key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  if (next === null) cancel?.();
  else text = next;
}
