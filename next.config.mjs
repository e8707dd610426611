/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // Native code and streams that must stay themselves rather than be bundled.
  serverExternalPackages: ['postgres', '@resvg/resvg-js', 'pino'],
};
