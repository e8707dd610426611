import { env, InvalidEnv } from '@/lib/env.ts';

try {
  env();
} catch (error) {
  if (!(error instanceof InvalidEnv)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
