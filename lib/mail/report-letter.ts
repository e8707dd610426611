import type { Letter } from './letter.ts';

interface SentReport {
  to: string;
  /** What the schedule is called. */
  schedule: string;
  /** What the organisation calls its Lookback. */
  workspace: string;
  code: string;
  title: string;
  filterWords: string;
  url: string;
  /** The size of a file that is too large for mail; null where it goes along. */
  leftOut: string | null;
}

/** What goes with a report that a schedule has made. */
export function reportLetter(sent: SentReport): Letter {
  const { to, schedule, workspace, code, title, filterWords, url, leftOut } = sent;
  return {
    to,
    subject: `${oneLine(schedule)}, ${code}`,
    paragraphs: [
      `${title} of ${workspace}: ${filterWords}.`,
      leftOut === null
        ? `The file is attached. Its figures are kept as ${code}.`
        : `The file has ${leftOut}, which is too large for a mail. It waits at the address below.`,
    ],
    link: { label: `Open ${code}`, url },
    remarks: [
      `The schedule “${oneLine(schedule)}” sends it. To have it no longer, ask whoever set it up.`,
      'The address opens for people with an account that may see it.',
    ],
  };
}

function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
