'use client';

import { Button } from '../form/button.tsx';

/** Turns the page at once and asks the server to remember it, so that the next page is drawn in it. */
export function ThemeToggle() {
  return (
    <Button kind="quiet" aria-label="Theme: switch between light and dark" onClick={switchTheme}>
      Theme
    </Button>
  );
}

function switchTheme() {
  const root = document.documentElement;
  const shown = root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  const next = shown === 'dark' ? 'light' : 'dark';
  root.dataset.theme = next;
  void fetch('/api/theme', { method: 'POST', body: new URLSearchParams({ theme: next }) });
}
