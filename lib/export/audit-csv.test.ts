import { expect, it } from 'vitest';
import { AuditCsv } from './audit-csv.ts';

const row = {
  id: 1,
  at: Date.UTC(2026, 2, 29, 1),
  actor: '=cmd',
  action: 'Signed in',
  subject: '',
  detail: 'a; =b',
};

it('has its head once, times in UTC, and no formula', () => {
  const csv = new AuditCsv();
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    Buffer.concat([csv.encode([{ ...row, hash: 'ff' }]), csv.encode([{ ...row, id: 2, hash: '00' }])]),
  );
  expect(text.split('\r\n')).toEqual([
    '\ufeffnumber,at,who,what,subject,detail,hash',
    `1,2026-03-29T01:00:00.000Z,'=cmd,Signed in,,a; =b,ff`,
    `2,2026-03-29T01:00:00.000Z,'=cmd,Signed in,,a; =b,00`,
    '',
  ]);
});
