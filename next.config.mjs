/** @type {import('next').NextConfig} */
export default {
  // Otherwise `next dev` writes files of its own into the project.
  agentRules: false,
  poweredByHeader: false,
  // Pages that a role does not include answer 403 with words of their own.
  experimental: { authInterrupts: true },
  // What proxy.ts passes by, since nothing there is anybody's.
  headers: async () => [
    { source: '/_next/static/:path*', headers: [{ key: 'x-content-type-options', value: 'nosniff' }] },
  ],
  // Asked for by browsers at times, whatever icon a page names: not found, it would be an error on their console.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  // Native code and streams that must stay themselves rather than be bundled.
  serverExternalPackages: [
    'postgres',
    '@resvg/resvg-js',
    'pino',
    '@duckdb/node-api',
    'pdfkit',
    'subset-font',
  ],
};
