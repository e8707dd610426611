import type { SampleTrigger } from '../triggers.ts';

/** How an account begins, by what set it off. `{product}`, `{days}` and `{amount}` are filled in. */
export const OPENINGS: Record<SampleTrigger, readonly string[]> = {
  billing_error: [
    'Customer had been charged {amount} twice for {product} and only noticed when the card was declined at a supermarket.',
    'The {product} bill showed the old price although the new contract started {days} days ago; the difference is {amount}.',
    'A credit of {amount} that we promised for {product} never appeared, and the next bill carried a late fee on top.',
    'Customer opened with the bank statement in hand: {amount} taken for {product} after the cancellation had been confirmed in writing.',
    'Roaming on {product} was billed at {amount} for a weekend spent at home near the border.',
  ],
  service_delay: [
    'The {product} was due {days} days ago; the third delivery window had just passed without anybody at the door.',
    'Customer had waited 50 minutes in the queue about {product} and had been cut off once already.',
    'The engineer for {product} did not come, for the second time, and a day of leave was gone.',
    'An answer on {product} was promised within two working days and {days} days later there was still none.',
    'Tracking for the {product} has said "out for delivery" for {days} days, and nobody could say where it was.',
  ],
  technical_issue: [
    '{product} drops every evening around eight, which the customer has logged in a notebook for {days} days.',
    'After the update {product} restarts by itself; the customer works from home and lost a call with a client.',
    'The account page for {product} shows an error at the last step, whichever browser the customer tries.',
    'No signal on {product} since the storm {days} days ago, although the status page says that all is well.',
    'The customer cannot log in to manage {product}; the code by text message never arrives.',
  ],
  unmet_expectation: [
    'The customer was sold {product} for streaming in three rooms and gets it in one.',
    'The offer for {product} said "installation included"; the technician left an invoice of {amount}.',
    'Speeds on {product} reach a third of what the shop had promised {days} days ago.',
    'Customer moved to {product} for the free handset and now learns that the offer had ended the day before.',
    'The welcome letter for {product} lists fewer channels than the leaflet that the customer kept.',
  ],
  product_failure: [
    'The {product} died after {days} days, with a burnt smell that frightened the household.',
    'This is the second {product} that arrived with a cracked housing, packed in the same thin box.',
    'The {product} loses its settings after each power cut; grandchildren could not reach the emergency number.',
    "Screen of the {product} went black {days} days after the guarantee ran out by the shop's reckoning.",
    'The {product} gets so hot that the customer unplugs it at night.',
  ],
  complex_process: [
    'To move {product} to a new flat the customer has filled in three forms and sent the same tenancy contract twice.',
    'Cancelling {product} for a late father needs a certificate that the registry issues in {days} days only.',
    'The customer was passed between four departments about {product} and told the story from the start each time.',
    'Changing the name on {product} after a wedding asks for a letter by post; the customer has no printer.',
    'A refund of {amount} for {product} needs a code that only arrives at an address the customer has left.',
  ],
  miscommunication: [
    'One colleague had said that {product} could be paused, another that it could not; the customer believed the first.',
    'The customer understood "up to {days} days" as a promise and had taken time off for {product}.',
    'An e-mail about {product} spoke of a "final notice", by which we had meant a reminder of {amount}.',
    'Customer asked for a call back about {product} after six; we rang at ten in the morning, at work.',
    'The customer had agreed to a trial of {product}, as they understood it, and found a contract of two years.',
  ],
  recurring_complaint: [
    'Fourth contact about the same fault of {product}; each time the case was closed as solved.',
    'The same {amount} is on the {product} bill again, although it was taken off in each of the last three months.',
    'The customer wrote "as before" in the subject line: {product} fails again {days} days after the repair.',
    'We had closed the case of {product} because the customer "did not answer", while they waited for our call.',
    'Again about {product}: the exchange unit shows exactly the fault of the one that went back.',
  ],
  dispute_legal: [
    'The customer disputes the exit fee of {amount} for {product} and named the ombudsman and a date.',
    'A letter from a solicitor about {product} had stayed unanswered for {days} days.',
    'Customer refuses the debt of {amount} for {product}, which a former flatmate had signed for.',
    'The customer has recorded the sales call for {product} and read a passage from it aloud.',
    'After the data of the {product} account reached a wrong address, the customer demands {amount} and an apology in writing.',
  ],
  unrealistic_expectation: [
    'Customer wants {product} connected today, a public holiday, or all fees of the year back.',
    "The customer asks for {amount} for each hour in which {product} was slower than the neighbour's.",
    'A new {product} for a five-year-old one, free, since "a good company would do that".',
    "The customer expects {product} at the price of a competitor's offer that ended {days} days ago.",
    'Customer wanted the director on the line within ten minutes because of a scratch on the {product}.',
  ],
  cultural_language: [
    'The customer speaks little English and came with a daughter of nine to translate about {product}.',
    'We used first names in the chat about {product}, which the customer took as disrespect.',
    'The term "standing charge" on the {product} bill could not be made clear in the language that we shared.',
    'An interpreter for the appointment about {product} had been booked for the wrong day.',
  ],
  personality_clash: [
    'Conversation about {product} went wrong in the first minute, when the customer was asked to "calm down".',
    'The customer felt laughed at by a remark on the age of the {product}.',
    'Both sides talked over each other about {product}; the customer asked for "anybody else".',
    'Customer and colleague knew each other from an earlier row about {product}, and it showed.',
  ],
};
