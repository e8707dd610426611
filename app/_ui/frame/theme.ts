/** Where the choice between light and dark is kept, so that the server draws the first page in it. */
export const THEME_COOKIE = 'lookback-theme';

export type Theme = 'light' | 'dark';

/** The theme that a cookie names; null for none or an unknown one, which means: as the system does. */
export function readTheme(cookie: string | undefined): Theme | null {
  return cookie === 'light' || cookie === 'dark' ? cookie : null;
}
