/** Runs once, before the first request: in development and production, not in the build. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { beginServing } = await import('./db/serving/serve.ts');
  await beginServing();
}
