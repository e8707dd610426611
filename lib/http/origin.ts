/** What a request says of where it comes from. Null is "the header is not there". */
export interface RequestSource {
  origin: string | null;
  /** The `Host` header: where the browser believes to be. */
  host: string | null;
  /** `Sec-Fetch-Site`, which pages cannot forge and old browsers do not send. */
  fetchSite: string | null;
}

/** The settings that decide which site is ours. */
export interface SiteSettings {
  /** The public address, where it is set. */
  url: string | null;
  allowHttp: boolean;
}

/**
 * Why a request that changes something is refused, as a sentence for a person, or null when it comes from a page of
 * our own. A missing or `null` origin is refused: every browser sends one with a form or a fetch that changes something.
 */
export function originProblem(source: RequestSource, site: SiteSettings): string | null {
  if (source.fetchSite !== null && source.fetchSite !== 'same-origin') return CROSS_SITE;
  if (source.origin === null || source.origin === 'null') return CROSS_SITE;
  if (site.url !== null) {
    return source.origin === site.url
      ? null
      : `This form belongs to ${site.url}. Open it there and try again.`;
  }
  if (source.host === null || source.origin !== `http://${source.host}`) return CROSS_SITE;
  if (site.allowHttp || isLocalHost(source.host)) return null;
  return 'Over plain http, Lookback takes forms from this machine only. Set LOOKBACK_URL, or LOOKBACK_ALLOW_HTTP=true.';
}

/**
 * Why a request that only reads, but is put on record, is refused: a page of another site sent the browser here. An
 * address that was typed, and a browser that does not say, pass.
 */
export function senderProblem(fetchSite: string | null): string | null {
  return fetchSite === 'cross-site' || fetchSite === 'same-site' ? CROSS_SITE : null;
}

const CROSS_SITE = 'This did not come from a page of Lookback. Open the page here and try again.';

/** Whether a `Host` header names this machine itself, so that nothing travels over a network. */
export function isLocalHost(host: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
}
