import type { Instrumentation } from 'next';

/** Runs once, before the first request: in development and production, not in the build. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { beginServing } = await import('./db/serving/serve.ts');
  await beginServing();
}

/** Writes what a page failed with under the id that the page shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, { method, path }) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logDefect } = await import('./db/reports/log.ts');
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
  logDefect(error, { method, path: path.split('?')[0] ?? '' }, digest);
};
