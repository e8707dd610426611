import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Invalid } from '@/lib/errors.ts';

/**
 * Reads the arguments of a command. Whatever is wrong with them is refused with what a person may give.
 * @param usage all that can be given, in lines
 */
export function readerOf(usage: string) {
  const refusal = (reason?: string) =>
    new Invalid([{ field: '', message: reason === undefined ? usage : `${reason}\n${usage}` }]);
  return {
    /** An Invalid to be thrown; without a reason it is the usage alone. */
    refusal,
    /** The values of the options and the rest. Throws Invalid for an option that there is not. */
    read<const Config extends ParseArgsConfig>(config: Config): ReturnType<typeof parseArgs<Config>> {
      try {
        return parseArgs(config);
      } catch (error) {
        throw refusal(error instanceof Error ? error.message : undefined);
      }
    },
    /** A whole number within these, which both may be. Throws Invalid with the option's name. */
    wholeNumber(name: string, text: string, least: number, most: number): number {
      const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
      if (value >= least && value <= most) return value;
      throw refusal(`${name} takes a whole number from ${least} to ${most}, not "${text}".`);
    },
  };
}
