/** The address to open Lookback at, as an origin: the public one, or that of this machine. */
export function publicAddress({
  url,
  host,
  port,
}: {
  url: string | null;
  host: string;
  port: number;
}): string {
  if (url) return url;
  const isEverywhere = host === '0.0.0.0' || host === '::';
  const name = isEverywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
