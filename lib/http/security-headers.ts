export interface PagePolicy {
  /** Fresh for each answer; the scripts of the page carry it. */
  nonce: string;
  /** Whether people reach Lookback over https. */
  https: boolean;
  /** The development server evaluates code, adds styles and opens a socket. */
  development: boolean;
}

/** The value of `Content-Security-Policy`: scripts by nonce, everything else from here, nothing framed or embedded. */
export function contentSecurityPolicy({ nonce, development }: PagePolicy): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ''}`,
    // Charts set their positions as style attributes.
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'${development ? ' ws:' : ''}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `form-action 'self'`,
  ].join('; ');
}

/** What scripts of a page carry under its policy; undefined where it lets none in by a nonce. */
export function nonceOf(policy: string | null): string | undefined {
  return policy?.match(/'nonce-([^']+)'/)?.[1];
}

/** The headers that every answer carries, whatever it holds. */
export function securityHeaders(policy: PagePolicy): [name: string, value: string][] {
  return [
    ['content-security-policy', contentSecurityPolicy(policy)],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'same-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['cache-control', 'no-store'],
    ...(policy.https ? [HSTS] : []),
  ];
}

const HSTS: [string, string] = ['strict-transport-security', 'max-age=63072000; includeSubDomains'];
