/** What the agent did, by technique; the same words whether it worked or not, which the ending says. */
export const HANDLING: Record<string, readonly string[]> = {
  calm_tone: ['I kept my voice low and slow.', 'I spoke more quietly than they did and left pauses.'],
  clear_speech: [
    'I put it in short sentences without our abbreviations.',
    'I said each amount and each date once, slowly.',
  ],
  positive_language: [
    'I said what I could do instead of what I could not.',
    'I left out the word "policy" altogether.',
  ],
  active_listening: [
    'I let them finish and took notes aloud.',
    'I did not interrupt until the whole story was told.',
  ],
  paraphrasing: [
    'I repeated in my own words what had happened.',
    'I summed it up and asked whether that was right.',
  ],
  open_questions: [
    'I asked what would help most today.',
    'I asked how it had begun and what they had tried.',
  ],
  validating_feelings: [
    'I said that I would be upset, too.',
    'I told them that the annoyance was understandable.',
  ],
  patience: ['I gave it time and did not look at the clock.', 'I waited until they were ready to go on.'],
  sincere_apology: [
    'I apologised for our part without an excuse.',
    'I said sorry for the lost day, in those words.',
  ],
  personalisation: [
    'I read the history first and named what they had told us before.',
    'I used the name that they prefer.',
  ],
  mirroring: ['I took up their own words for the fault.', 'I matched their pace, then slowed down.'],
  root_cause_probing: [
    'I traced the history back to the first wrong entry.',
    'I checked the order, the log and the last three contacts.',
  ],
  offering_options: [
    'I offered two ways and let them choose.',
    'I gave the choice between an exchange and a credit.',
  ],
  small_steps: ['We went through it one step at a time.', 'First the urgent part, then the rest.'],
  setting_expectations: [
    'I said by when they would hear from us and from whom.',
    'I explained what would happen next and what would not.',
  ],
  confirming_agreement: [
    'At the end we both said what was agreed.',
    'I sent the agreement while we were still talking.',
  ],
  fair_compensation: ['I named a sum that fits the trouble.', 'I offered the fee back before being asked.'],
  composure: ['I stayed polite when it became personal.', 'I breathed and kept to the matter.'],
  non_defensive: ['I did not argue about who was at fault.', 'I took the criticism as it was meant.'],
  seeking_support: ['I asked a colleague to listen in.', 'I brought in the shift lead early.'],
  setting_boundaries: [
    'I said which language I would not accept and why.',
    'I offered to go on as soon as the insults stopped.',
  ],
  safe_disengagement: [
    'After two warnings I ended the contact as the procedure says.',
    'We stepped back and left the door open for later.',
  ],
  explaining_escalation: [
    'I explained who takes over and why.',
    'I said what my colleague can decide that I cannot.',
  ],
  documented_handoff: [
    'I wrote the handover before passing it on.',
    'I briefed the next colleague while the customer waited.',
  ],
  feedback_loop: [
    'I arranged for a message at each stage.',
    'They were told at once when the case moved on.',
  ],
  following_up: [
    'I put a reminder for a call into my own calendar.',
    'I promised to check that it really worked.',
  ],
  documenting: ['I wrote it down while it was fresh.', 'I noted times and names for whoever comes next.'],
};

export const WITHOUT_NOTES = ['What was tried is not noted.', 'There is no note of how it was handled.'];
