/** @type {import('next').NextConfig} */
export default {
  // Otherwise `next dev` writes files of its own into the project.
  agentRules: false,
  poweredByHeader: false,
  // Native code and streams that must stay themselves rather than be bundled.
  serverExternalPackages: ['postgres', '@resvg/resvg-js', 'pino'],
};
