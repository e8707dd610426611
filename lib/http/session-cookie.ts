/** The cookie that carries a session: bound to this host over https by its name, a plain one over http. */
export function sessionCookieName(https: boolean): string {
  return https ? '__Host-lookback' : 'lookback';
}

/** The cookie between password and code. */
export function codeCookieName(https: boolean): string {
  return `${sessionCookieName(https)}-code`;
}

/** The cookie between the way to the provider of identities and the way back. */
export function providerCookieName(https: boolean): string {
  return `${sessionCookieName(https)}-provider`;
}

/** Whether people reach Lookback over https, by its public address. */
export function isHttps(site: { url: string | null }): boolean {
  return site.url?.startsWith('https:') ?? false;
}

/** The header in which the server's own doorman writes the address of the socket, over whatever a client sent. */
export const ADDRESS_HEADER = 'x-lookback-address';

/** The header in which the path of a page goes to the code that sends people to the sign-in. */
export const PATH_HEADER = 'x-lookback-path';
