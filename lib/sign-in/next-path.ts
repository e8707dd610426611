const HERE = 'http://here.invalid';

/**
 * Where to go after signing in: the page that was asked for, as a path of this site; otherwise the first page.
 * Nothing that a browser could read as another site comes through, nor a door that would lead back here.
 */
export function safeNext(asked: string | null | undefined): string {
  if (!asked || !/^\/(?![/\\])/.test(asked) || hasControl(asked) || !URL.canParse(asked, HERE)) return '/';
  const url = new URL(asked, HERE);
  if (url.origin !== HERE || /^\/(sign-in|set-up|api)(\/|$)/.test(url.pathname)) return '/';
  const path = `${url.pathname}${url.search}${url.hash}`;
  // Dots may resolve to a path that begins with two slashes.
  return path.startsWith('//') ? '/' : path;
}

function hasControl(text: string): boolean {
  return [...text].some((character) => character <= ' ' || character === '\u007f');
}

/** Where somebody who has signed in begins: at the page that was asked for, or where they like to begin. */
export function beginPath(next: string): string {
  return next === '/' ? '/start' : next;
}

/** Where the code of a second factor is asked for, on the way to another page. */
export function codePath(next: string): string {
  return next === '/' ? '/sign-in/code' : `/sign-in/code?${new URLSearchParams({ next })}`;
}

/** Where signing in through the provider of identities begins, on the way to another page. */
export function providerPath(next: string): string {
  return next === '/' ? '/sign-in/provider' : `/sign-in/provider?${new URLSearchParams({ next })}`;
}
