import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDateForm } from './date-forms.ts';
import { readMoment } from './moments.ts';

const reading = (forms: string[], timeZone = 'UTC') => ({
  forms: forms.map((text) => ({ text, form: toDateForm(text) })),
  timeZone,
  precision: null,
});
function read(text: string, form: string, timeZone?: string): string {
  const moment = readMoment(text, reading([form], timeZone));
  if (typeof moment === 'string') return moment;
  const { at, precision, clock } = moment;
  return [new Date(at).toISOString().slice(0, 16), precision, ...(clock === 'none' ? [] : [clock])].join(' ');
}

describe('forms', () => {
  it.each([
    ['03/22/23', 'MM/DD/YY', '2023-03-22T00:00 day'],
    ['03/22/70', 'MM/DD/YY', '1970-03-22T00:00 day'],
    ['7/9/2013', 'M/D/YYYY', '2013-07-09T00:00 day'],
    ['12/31/2013', 'M/D/YYYY', '2013-12-31T00:00 day'],
    ['29-02-2016 01:16', 'DD-MM-YYYY HH:mm', '2016-02-29T01:16 minute'],
    ['2006-01-11 15:49:42+00:00', 'YYYY-MM-DD HH:mm:ssZ', '2006-01-11T15:49 minute'],
    ['2024-07-01T01:30:00.250+0300', 'YYYY-MM-DDTHH:mm:ssZ', '2024-06-30T22:30 minute'],
    ['2024-07-01T00:15:00Z', 'YYYY-MM-DDTHH:mm:ssZ', '2024-07-01T00:15 minute'],
    ['2024-07', 'YYYY-MM', '2024-07-01T00:00 month'],
  ])('%s by %s is %s', (text, form, expected) => {
    expect(read(text, form)).toBe(expected);
  });

  it('the first form that fits is taken', () => {
    const moment = readMoment('7/29/2013', reading(['MM/DD/YY', 'M/D/YYYY']));
    expect(moment).toMatchObject({ at: Date.UTC(2013, 6, 29) });
  });

  it('a form without a year is refused when it is read', () => {
    expect(() => toDateForm('DD HH:mm')).toThrow('no year or no month');
  });
});

describe('what is no time', () => {
  it.each([
    ['13/01/23', 'MM/DD/YY', '"13/01/23" names month 13'],
    ['02/29/23', 'MM/DD/YY', '"02/29/23" names day 29, but that month has 28'],
    ['01/01/0001', 'MM/DD/YYYY', '"01/01/0001" names the year 1; 1950 to 2100 are taken'],
    ['12/31/9999', 'MM/DD/YYYY', '"12/31/9999" names the year 9999; 1950 to 2100 are taken'],
    ['01-01-2020 24:00', 'DD-MM-YYYY HH:mm', '"01-01-2020 24:00" names no time of day'],
    ['yesterday', 'MM/DD/YY', '"yesterday" is not a time of the form MM/DD/YY'],
    ['03/22/2023', 'MM/DD/YY', '"03/22/2023" is not a time of the form MM/DD/YY'],
  ])('%s by %s: %s', (text, form, expected) => {
    expect(read(text, form)).toBe(expected);
  });
});

describe('clock changes in Berlin', () => {
  const berlin = (text: string) => read(text, 'YYYY-MM-DD HH:mm', 'Europe/Berlin');

  it('02:30 on 31 March 2024 does not exist and becomes 03:30, which is 01:30 UTC', () => {
    expect(berlin('2024-03-31 02:30')).toBe('2024-03-31T01:30 minute skipped');
    expect(berlin('2024-03-31 03:30')).toBe('2024-03-31T01:30 minute');
  });

  it('02:30 on 27 October 2024 comes twice, and the first is 00:30 UTC', () => {
    expect(berlin('2024-10-27 02:30')).toBe('2024-10-27T00:30 minute doubled');
    expect(berlin('2024-10-27 01:59')).toBe('2024-10-26T23:59 minute');
    expect(berlin('2024-10-27 03:00')).toBe('2024-10-27T02:00 minute');
  });

  it('a date alone is the same date in every zone', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      expect(read('2024-03-31', 'YYYY-MM-DD', zone)).toBe('2024-03-31T00:00 day');
    }
  });
});

it('any minute of a year, written as its zone shows it, is read as that minute or the doubled one before', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'];
  const from = Date.UTC(2024, 0, 1);
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 366 * 1440 - 1 }),
      (timeZone, minute) => {
        const at = from + minute * 60_000;
        const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
        const moment = readMoment(shown.format(at), reading(['YYYY-MM-DD HH:mm'], timeZone));
        if (typeof moment === 'string') throw new Error(moment);
        expect(shown.format(moment.at)).toBe(shown.format(at));
        if (moment.clock === 'none') expect(moment.at).toBe(at);
        else expect(at - moment.at).toBeLessThanOrEqual(3_600_000);
      },
    ),
  );
});
