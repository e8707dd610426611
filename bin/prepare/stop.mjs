/** A reason not to go on that the person at the terminal can do something about: said in one line, without a stack. */
export class Stop extends Error {}

/**
 * Runs a program's main function; a Stop is printed as its line and ends the process with status 1.
 * @param {string} doing what fails, such as "Lookback cannot start"
 * @param {() => Promise<unknown>} main
 */
export async function orStop(doing, main) {
  try {
    return await main();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(`${doing}: ${error.message}`);
    process.exit(1);
  }
}
