import type { Outcome } from '@/lib/taxonomy/fixed-sets.ts';

/** How an account ends, by outcome. */
export const CLOSINGS: Record<Outcome, readonly string[]> = {
  unknown: [
    'The note ends here.',
    'How it ended is not written down.',
    'No outcome was entered before the shift changed.',
  ],
  resolved: [
    'In the end it was put right and the customer said thank you.',
    'Solved on the same case; they were audibly relieved.',
    'Corrected, checked with the customer and closed.',
    'We found the mistake, and they could laugh about it.',
  ],
  resolved_with_compensation: [
    'We put it right and credited the account, which they accepted.',
    'Solved, with a credit for the trouble; no further contact wished.',
    'They took the credit and said that it was never about the money.',
  ],
  follow_up_pending: [
    'An answer is still owed; the customer will be called.',
    'Open until the other department has replied.',
    'We agreed to speak again when the result is there.',
  ],
  disengaged_safely: [
    'The contact was ended without harm and noted for the site lead.',
    'They left by themselves; everybody is well.',
    'Ended in line with the procedure, with the offer of a letter.',
  ],
  unresolved: [
    'We did not find a solution that they would take.',
    'It stayed as it was, and they hung up.',
    'No result; the customer means to write to the management.',
  ],
  customer_lost: [
    'They cancelled everything while we were talking.',
    'The contract was ended; the competitor comes on Monday.',
    'They are leaving and asked for the number to be taken along.',
  ],
};
