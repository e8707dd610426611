/** A role-play card as the record holds it, without its trigger. */
export const CARD = {
  title: 'A fee that came twice',
  situation: 'A fee was taken twice.',
  hiddenFacts: 'They have called before.',
  listen: 'Let them finish.',
  empathise: 'Say that it is annoying.',
  ask: 'Ask when they saw it.',
  produce: 'Refund it.',
};

/** A lesson as the record holds it: 15 of 20 calmer with it, 15 of 40 without. */
export const LESSON = {
  title: 'Name the day of the refund',
  trigger: 1,
  issue: 'Nobody knows when the refund comes.',
  resolution: 'Name the day.',
  evidence: 'period=2024-01-01..2024-12-31&compare=none',
  measure: 'de_escalation_rate',
  numerator: 15,
  denominator: 20,
  otherNumerator: 15,
  otherDenominator: 40,
  askOn: '2099-01-01',
};
