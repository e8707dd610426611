import { spawn } from 'node:child_process';

/**
 * Runs another program to its end. Its output is collected, or goes straight through with `stream`; signals to this
 * process reach it.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, stream?: boolean, shell?: boolean, limitMs?: number }} options
 * @returns {Promise<{ status: number, output: string }>} status as a shell would give it: 128 + n after a signal
 */
export function run(
  command,
  args,
  { cwd, env = process.env, stream = false, shell = false, limitMs = 0 } = {},
) {
  return new Promise((resolve) => {
    const stdio = stream ? 'inherit' : ['ignore', 'pipe', 'pipe'];
    const child = spawn(command, args, { cwd, env, shell, stdio });
    const parts = [];
    child.stdout?.on('data', (part) => parts.push(part));
    child.stderr?.on('data', (part) => parts.push(part));
    const release = forwardSignals(child);
    const limit = limitMs > 0 && setTimeout(() => child.kill('SIGKILL'), limitMs);
    const end = (status, note = '') => {
      clearTimeout(limit);
      release();
      resolve({ status, output: Buffer.concat(parts).toString('utf8') + note });
    };
    child.once('error', (error) => end(127, `${command}: ${error.message}\n`));
    child.once('close', (code, signal) => end(code ?? 128 + (SIGNAL_NUMBERS[signal] ?? 0)));
  });
}

const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

function forwardSignals(child) {
  const listeners = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => [signal, () => child.kill(signal)]);
  for (const [signal, listener] of listeners) process.on(signal, listener);
  return () => {
    for (const [signal, listener] of listeners) process.off(signal, listener);
  };
}
