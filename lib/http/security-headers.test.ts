import { expect, it } from 'vitest';
import { contentSecurityPolicy, nonceOf, securityHeaders } from './security-headers.ts';

const policy = { nonce: 'bm9uY2U=', https: true, development: false };

it('scripts run by the nonce of this answer only', () => {
  expect(directives(policy).get('script-src')).toBe("'self' 'nonce-bm9uY2U=' 'strict-dynamic'");
});

it('the nonce can be read from the policy again, and from none or one without it nothing is', () => {
  expect(nonceOf(contentSecurityPolicy(policy))).toBe('bm9uY2U=');
  expect([nonceOf(null), nonceOf("script-src 'self'")]).toEqual([undefined, undefined]);
});

it('nothing is embedded, framed or re-based, and forms go nowhere else', () => {
  const found = directives(policy);
  expect([found.get('object-src'), found.get('base-uri'), found.get('frame-ancestors')]).toEqual([
    "'none'",
    "'none'",
    "'none'",
  ]);
  expect(found.get('form-action')).toBe("'self'");
});

it('inline styles are allowed as attributes only, and code is never evaluated', () => {
  const found = directives(policy);
  expect([found.get('style-src'), found.get('style-src-attr')]).toEqual(["'self'", "'unsafe-inline'"]);
  expect(contentSecurityPolicy(policy)).not.toContain('unsafe-eval');
});

it('only development evaluates code and opens a socket', () => {
  const found = directives({ ...policy, development: true });
  expect(found.get('script-src')).toContain("'unsafe-eval'");
  expect(found.get('connect-src')).toBe("'self' ws:");
});

it('https is remembered for two years, and not promised over http', () => {
  expect(headers(policy).get('strict-transport-security')).toMatch(/^max-age=63072000/);
  expect(headers({ ...policy, https: false }).has('strict-transport-security')).toBe(false);
});

it('types are not guessed, addresses stay here and answers are not stored', () => {
  expect(headers(policy).get('x-content-type-options')).toBe('nosniff');
  expect(headers(policy).get('referrer-policy')).toBe('same-origin');
  expect(headers(policy).get('cache-control')).toBe('no-store');
});

function directives(given: typeof policy): Map<string, string> {
  return new Map(
    contentSecurityPolicy(given)
      .split('; ')
      .map((directive) => [
        directive.slice(0, directive.indexOf(' ')),
        directive.slice(directive.indexOf(' ') + 1),
      ]),
  );
}

function headers(given: typeof policy): Map<string, string> {
  return new Map(securityHeaders(given));
}
