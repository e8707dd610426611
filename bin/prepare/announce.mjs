import { get } from 'node:http';

const WAIT_MS = 25;

/**
 * Says that Lookback is ready as soon as it answers. Does not keep the process alive.
 * @param {string} address
 * @param {(line: string) => void} say
 */
export async function announceWhenReady(address, say) {
  while (!(await answers(`${address}/api/health/live`))) await pause(WAIT_MS);
  say(`Lookback is ready at ${address}`);
}

function answers(url) {
  return new Promise((resolve) => {
    const request = get(url, { agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.once('error', () => resolve(false));
  });
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
