const HEAD =
  'Date received,Product,Sub-product,Issue,Consumer complaint narrative,Submitted via,Company response to consumer,Complaint ID';

const ISSUES = [
  'Late fee',
  'Getting the loan',
  'Billing disputes',
  'Fraud or scam',
  'Advertising and marketing',
  'Other',
];
const CHANNELS = ['Web', 'Phone', 'Email'];
const RESPONSES = [
  'Closed with explanation',
  'Closed with monetary relief',
  'Untimely response',
  'In progress',
];

/** A narrative that a page must show as the words that it is. */
export const HOSTILE = '<script>window.broken = true</script> & "quoted" ' + 'unbroken'.repeat(40);

export const COMPLAINTS = 360;

/**
 * Complaints in the columns of the CFPB's exports, written here: three a weekday from 1 January 2024 for 24 weeks, with
 * every third a late fee. The first has a hostile narrative.
 */
export function complaintsCsv(): string {
  const rows = Array.from({ length: COMPLAINTS }, (_, index) => {
    const workday = Math.floor(index / 3);
    const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(workday / 5) * 7 + (workday % 5)));
    const [year, month, date] = day.toISOString().slice(0, 10).split('-');
    return [
      `${month}/${date}/${year?.slice(2)}`,
      'Personal loan',
      index % 2 ? 'Installment loan' : 'Payday loan',
      index % 3 === 0 ? 'Late fee' : ISSUES[(index * 7) % ISSUES.length],
      index === 0 ? quoted(HOSTILE) : 'They did not answer.',
      CHANNELS[index % CHANNELS.length],
      RESPONSES[(index * 3) % RESPONSES.length],
      String(9000 + index),
    ].join(',');
  });
  return [HEAD, ...rows, ''].join('\r\n');
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
