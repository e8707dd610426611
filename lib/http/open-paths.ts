/** Whether a path answers without an account: signing in, the set-up and the health of the program. */
export function isOpenPath(path: string): boolean {
  return OPEN.has(path) || path.startsWith('/api/health/');
}

const OPEN: ReadonlySet<string> = new Set([
  '/sign-in',
  '/sign-in/session',
  '/sign-in/code',
  '/sign-in/forgotten',
  '/sign-in/provider',
  '/sign-in/provider/callback',
  '/join',
  '/set-up',
  '/api/theme',
  '/icon.svg',
  '/favicon.ico',
]);

/** Whether a path is for programs, which are answered in JSON and never sent to a page. */
export function isApiPath(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}
