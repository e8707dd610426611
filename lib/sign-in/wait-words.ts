/** The words when one has to wait, with the time that is left. */
export function describeWait(seconds: number): string {
  const time = seconds < 60 ? `${seconds}\u00a0s` : `${Math.ceil(seconds / 60)}\u00a0min`;
  return `There were too many attempts. Wait ${time}, then try again.`;
}
