import { describe, expect, it } from 'vitest';
import { bindMapping, type FileRow } from './bind-mapping.ts';
import { mapping } from './mapping.ts';
import { readGroups } from './read-group.ts';

const complaints = mapping.parse({
  id: 'shop',
  label: 'Shop',
  about: 'a shop',
  source: { id: 'shop', label: 'Shop' },
  kind: 'complaint',
  nullWords: ['None'],
  columns: {
    id: { names: ['No.'], required: false },
    at: { names: ['When', 'Date'], required: true },
    subject: { names: ['Subject'], required: true },
    detail: { names: ['Detail'], required: false },
    stars: { names: ['Stars'], required: false },
    again: { names: ['Again'], required: false },
    closed: { names: ['Closed'], required: false },
  },
  externalId: { column: 'id', otherwise: 'digest' },
  times: {
    forms: ['YYYY-MM-DD'],
    occurred: { column: 'at', basis: 'reported' },
    closed: { column: 'closed' },
  },
  terms: {
    trigger: {
      from: [
        { column: 'detail', values: { 'Late parcel': 'service_delay' } },
        { column: 'subject', values: { Delivery: 'complex_process', Invoice: 'billing_error' } },
      ],
    },
    channel: { otherwise: 'email' },
  },
  words: {
    product: { columns: ['detail', 'subject'], skip: ['Other'] },
    topic: { columns: ['subject', 'detail'], join: ': ' },
  },
  numbers: { csat: { column: 'stars' } },
  flags: { repeatClaimed: { column: 'again', yes: ['y'], no: ['n'] } },
});

const HEADER = ['Date', 'Subject', 'Detail', 'Stars', 'Again', 'Closed'];
const row = (line: number, ...cells: string[]): FileRow => ({ line, cells });
const bound = bindMapping(complaints, HEADER, 'UTC');
const readOne = (...cells: string[]) => readGroups([row(2, ...cells)], 'key', bound)[0];
const draftOf = (...cells: string[]) => readOne(...cells)?.incident?.draft;

describe('several columns decide together', () => {
  it('the more special one first, then the general one', () => {
    expect(draftOf('2024-01-01', 'Delivery', 'late  PARCEL', '', '', '')?.trigger).toBe('service_delay');
    expect(draftOf('2024-01-01', 'Delivery', 'Other', '', '', '')?.trigger).toBe('complex_process');
    expect(draftOf('2024-01-01', 'Invoice', 'None', '', '', '')?.trigger).toBe('billing_error');
  });

  it('a word that no rule knows stays unclassified and is named with its column and line', () => {
    const read = readOne('2024-01-01', 'Weather', 'None', '', '', '');
    expect(read?.incident?.draft.trigger).toBe('unclassified');
    expect(read?.unmapped).toEqual([{ vocabulary: 'trigger', field: 'Subject', word: 'Weather', line: 2 }]);
  });
});

describe('fields', () => {
  it('are read as words, numbers and flags, and what says nothing is null', () => {
    expect(draftOf('2024-01-01', 'Delivery', 'Other', '4', 'y', 'None')).toMatchObject({
      externalId: 'key',
      channel: 'email',
      product: 'Delivery',
      topic: 'Delivery: Other',
      csat: 4,
      repeatClaimed: true,
      closed: null,
      status: 'open',
      severity: null,
    });
  });

  it('a closing date closes', () => {
    expect(draftOf('2024-01-01', 'Delivery', '', '', 'n', '2024-01-03')).toMatchObject({
      status: 'closed',
      closed: { at: Date.UTC(2024, 0, 3), precision: 'day' },
      repeatClaimed: false,
    });
  });

  it.each([
    [['', 'Delivery', '', '', '', ''], 'Date', 'is empty'],
    [['2024-13-01', 'Delivery', '', '', '', ''], 'Date', 'month 13'],
    [['2024-01-01', 'Delivery', '', '6', '', ''], 'Stars', 'is above 5'],
    [['2024-01-01', 'Delivery', '', 'many', '', ''], 'Stars', '"many" is not a number'],
    [['2024-01-01', 'Delivery', '', '', '', '9999-12-31'], 'Closed', 'year 9999'],
    [['2024-01-01', 'Delivery', 'x'.repeat(301), '', '', ''], 'Detail', 'longer than 300'],
  ])('%j is rejected at %s: %s', (cells, field, message) => {
    const read = readOne(...cells);
    expect(read?.incident).toBeNull();
    expect(read?.rejected[0]?.problems).toEqual([
      { line: 2, field, message: expect.stringContaining(message) },
    ]);
  });
});

describe('several rows of one record', () => {
  const rows = [
    row(2, '2024-01-01', 'Delivery', '', '', '', ''),
    row(5, '2024-01-01', 'Delivery', '', '', '', ''),
  ];

  it('identical rows are one: 2 rows = 1 incident + 1 merged', () => {
    const [read, ...none] = readGroups(rows, 'key', bound);
    expect(none).toEqual([]);
    expect(read?.merged).toEqual([{ row: rows[1], message: 'identical to line 2, counted once' }]);
  });

  it('or as many as there are, where the mapping says so: 2 incidents with ids of their own', () => {
    const keeping = bindMapping({ ...complaints, identicalRows: 'keep' }, HEADER, 'UTC');
    const ids = readGroups(rows, 'key', keeping).map(({ incident }) => incident?.draft.externalId);
    expect(ids).toEqual(['key', 'key-2']);
  });

  it('of different rows with one id the last that can be read counts', () => {
    const withId = bindMapping(complaints, ['No.', 'Date', 'Subject'], 'UTC');
    const [read] = readGroups(
      [
        row(2, '7', '2024-01-01', 'Delivery'),
        row(3, '7', '2024-01-02', 'Invoice'),
        row(4, '7', 'soon', 'Invoice'),
      ],
      '7',
      withId,
    );
    expect(read?.incident?.draft.trigger).toBe('billing_error');
    expect(read?.merged.map(({ row: { line } }) => line)).toEqual([2]);
    expect(read?.rejected.map(({ row: { line } }) => line)).toEqual([4]);
  });
});

describe('a header that does not fit', () => {
  const refusal = (header: string[]) => {
    try {
      bindMapping(complaints, header, 'UTC');
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
    return 'fits';
  };

  it('names the columns that are missing, with their other names, and those that are there', () => {
    expect(refusal(['date', 'Topic'])).toContain(
      'Missing columns: "Subject". Columns that are there: "date", "Topic"',
    );
    expect(refusal(['Subject'])).toContain('"When" or "Date"');
  });

  it('may not have a column twice, nor more than 200', () => {
    expect(refusal(['When', 'Date', 'Subject'])).toContain('twice');
    expect(refusal(['Date', 'Subject', ...Array.from({ length: 199 }, (_, index) => `c${index}`)])).toContain(
      '201',
    );
    expect(refusal(['Date', 'Subject', ...Array.from({ length: 198 }, (_, index) => `c${index}`)])).toBe(
      'fits',
    );
  });
});
