import { expect, it } from 'vitest';
import { hashContent } from '@/lib/intake/content-hash.ts';
import { incidentDraft } from '@/lib/intake/incident-draft.ts';
import { toIncidentId } from '@/lib/intake/incident-id.ts';
import type { ReadyIncident } from './incident-write.ts';
import { redactReady } from './redact-write.ts';

function told(narrative: string, customer: string | null = null): ReadyIncident {
  const draft = incidentDraft.parse({
    source: { id: 'desk', label: 'Desk' },
    externalId: narrative,
    kind: 'incident',
    occurred: { at: Date.UTC(2024, 0, 1), precision: 'day', basis: 'occurred' },
    narrative,
    customer,
  });
  const incidentId = toIncidentId('desk', narrative);
  return { incidentId, draft, rows: [], contentHash: hashContent(draft, []) };
}

it('is worked out once for an incident and a country', () => {
  const ready = told('Write to kim.lee@example.org.');
  const first = redactReady(ready, 'GB');
  expect(first.texts.narrative).toBe('Write to [EMAIL-1].');
  expect(redactReady(ready, 'GB')).toBe(first);
});

it('is worked out again for another country: a number that is a phone there need not be one here', () => {
  const ready = told('She called from 020 7946 0958 twice.');
  expect(redactReady(ready, 'GB').texts.narrative).toBe('She called from [PHONE-1] twice.');
  expect(redactReady(ready, '').texts.narrative).not.toContain('[PHONE-1]');
  expect(redactReady(ready, 'GB').texts.narrative).toBe('She called from [PHONE-1] twice.');
});

it('is worked out again when the incident has become another: its customer is no longer known', () => {
  const ready = told('Spoke to Quillfeather about it.', 'Quillfeather');
  expect(redactReady(ready, 'GB').texts.narrative).not.toContain('Quillfeather');
  const nameless = { ...ready, draft: { ...ready.draft, customer: null } };
  expect(redactReady(nameless, 'GB').texts.narrative).toBe('Spoke to Quillfeather about it.');
});
