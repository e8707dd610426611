import { beforeAll, describe, expect, it } from 'vitest';
import {
  countScenariosByTechnique,
  findIncidentOfScenario,
  findScenario,
  listScenarios,
} from '@/db/queries/scenarios.ts';
import { listTechniqueNames } from '@/db/queries/training-modules.ts';
import { incident } from '@/db/schema/incidents.ts';
import { customerIdentity } from '@/db/schema/organisation.ts';
import { makeCustomers, makePeople } from '@/db/testing/detail-factory.ts';
import { dumpOf, tablesWith } from '@/db/testing/dump.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict, Forbidden, NotFound } from '@/lib/errors.ts';
import { changeScenario } from './change-scenario.ts';
import { makeScenario } from './make-scenario.ts';
import { seedTaxonomies } from './seed-taxonomies.ts';

const { records, sql } = await testDatabase();
const NOW = new Date('2026-11-22T10:00:00Z');
const trainer: Viewer = { actor: 'account:t', roles: ['trainer'], teams: 'all' };
const CARD = {
  title: 'A fee that came twice',
  customerState: 'angry',
  cues: ['raised_voice', 'sarcasm'],
  situation: 'A customer calls because a fee was taken twice.',
  hiddenFacts: 'They have called before.',
  listen: 'Let them finish.',
  empathise: 'Say that you would be angry, too.',
  ask: 'Ask when they saw it first.',
  produce: 'Refund it and say when it will be there.',
} as const;
let [team, other, number, paraphrasing] = [0, 0, 0, 0];
let entry = { ...CARD, cues: [...CARD.cues], techniques: [] as number[] };

beforeAll(async () => {
  await makeWorkspace(records);
  await seedTaxonomies(records);
  const people = await makePeople(records, { Orders: ['Philippa Ashworth'], Billing: ['Dan'] });
  team = people.get('Philippa Ashworth')?.team ?? 0;
  other = people.get('Dan')?.team ?? 0;
  const [customerId = 0] = await makeCustomers(records, 1);
  await records.insert(customerIdentity).values({ customerId, reference: 'Zebedee Quill' });
  const agent = people.get('Philippa Ashworth')?.agent ?? 0;
  await makeIncidents(records, [
    { at: '2026-10-01', trigger: 'billing_error', team, agent, customer: customerId },
  ]);
  const [row] = await records.select({ number: incident.number }).from(incident);
  number = row?.number ?? 0;
  const techniques = await listTechniqueNames(records);
  paraphrasing = techniques.find(({ id }) => id === 'paraphrasing')?.code ?? 0;
  entry = { ...entry, techniques: [paraphrasing] };
});

describe('a card', () => {
  it('keeps its words, the trigger and the number of its incident', async () => {
    const scenarioId = await makeScenario(records, trainer, number, entry, NOW);
    expect(await findScenario(records, scenarioId)).toMatchObject({
      ...CARD,
      trigger: { id: 'billing_error' },
      techniques: [{ id: 'paraphrasing' }],
    });
    expect(await findIncidentOfScenario(records, trainer, scenarioId)).toBe(number);
    const elsewhere = { ...trainer, teams: [other] };
    expect(await findIncidentOfScenario(records, elsewhere, scenarioId)).toBeNull();
    expect((await countScenariosByTechnique(records)).get(paraphrasing)).toBe(1);
  });

  it('holds no customer, no colleague and no number that can be called: neither it nor any other table', async () => {
    const personal = {
      ...entry,
      title: 'Zebedee Quill and the fee',
      situation: 'Mr Quill calls from +44 20 7946 0958 and asks for Philippa.',
      hiddenFacts: 'Zebedee has written to jane.doe@example.org.',
    };
    const scenarioId = await makeScenario(records, trainer, number, personal, NOW);
    const card = await findScenario(records, scenarioId);
    expect(card?.title).toMatch(/^\[NAME-\d\] and the fee$/);
    expect(card?.situation).toMatch(/calls from \[PHONE-1\] and asks for \[NAME-\d\]\.$/);
    // The same customer has the same token in all fields.
    const token = card?.title.slice(0, 8) ?? '';
    expect(card?.hiddenFacts).toBe(`${token} has written to [EMAIL-1].`);
    const words = ['Quill', 'Zebedee', '7946 0958', 'jane.doe', 'Philippa'];
    expect(tablesWith(await dumpOf(sql), words)).toEqual(['public.agent', 'public.customer_identity']);
  });

  it('is redacted also in a workspace that keeps its words as they come', async () => {
    await sql`update workspace set settings = '{"redaction":"off"}'::jsonb`;
    const scenarioId = await makeScenario(
      records,
      trainer,
      number,
      { ...entry, ask: 'Call 020 7946 0958.' },
      NOW,
    );
    expect((await findScenario(records, scenarioId))?.ask).toBe('Call [PHONE-1].');
    await sql`update workspace set settings = '{}'::jsonb`;
  });

  it('is redacted when it is changed, too, and an old state is refused', async () => {
    const scenarioId = await makeScenario(records, trainer, number, entry, NOW);
    const changed = { ...entry, produce: 'Ask Philippa Ashworth for a refund.', retired: false };
    await changeScenario(records, trainer, { scenarioId, version: 1 }, changed, NOW);
    expect((await findScenario(records, scenarioId))?.produce).toBe('Ask [NAME-1] for a refund.');
    const late = changeScenario(records, trainer, { scenarioId, version: 1 }, changed, NOW);
    await expect(late).rejects.toThrow(Conflict);
    const none = changeScenario(records, trainer, { scenarioId: 9999, version: 1 }, changed, NOW);
    await expect(none).rejects.toThrow(NotFound);
  });

  it('stays when its incident goes', async () => {
    await makeIncidents(records, [{ at: '2026-10-02', team }]);
    const [last] = await records.select({ number: incident.number, id: incident.incidentId }).from(incident);
    const gone = last?.number === number ? null : last;
    const numbers = await records.select({ number: incident.number }).from(incident);
    const second = numbers.map((one) => one.number).find((one) => one !== number) ?? 0;
    const scenarioId = await makeScenario(records, trainer, second, entry, NOW);
    await sql`delete from incident where number = ${second}`;
    expect(gone === undefined).toBe(false);
    expect(await findScenario(records, scenarioId)).toMatchObject({ title: CARD.title });
    expect(await findIncidentOfScenario(records, trainer, scenarioId)).toBeNull();
  });
});

describe('the bank', () => {
  const titles = async (words: string, technique: number | null = null, retired = false) =>
    (await listScenarios(records, { words, technique, retired })).map(({ title }) => title);

  it('finds by words in any form, the title before the rest, and by technique', async () => {
    await sql`delete from scenario`;
    await makeScenario(
      records,
      trainer,
      number,
      { ...entry, title: 'Router outage', hiddenFacts: 'A refund was promised.' },
      NOW,
    );
    await makeScenario(records, trainer, number, { ...entry, title: 'Refunds that never come' }, NOW);
    expect(await titles('refunded')).toEqual(['Refunds that never come', 'Router outage']);
    expect(await titles('outage -refund')).toEqual([]);
    expect(await titles('"router outage"')).toEqual(['Router outage']);
    expect(await titles('zzz')).toEqual([]);
    expect(await titles('', paraphrasing)).toHaveLength(2);
    expect(await titles('', 1)).toEqual([]);
    expect(await titles("it's (odd: & |")).toEqual([]);
  });

  it('lists what is not used any more apart', async () => {
    const [first] = await listScenarios(records, { words: 'outage', technique: null, retired: false });
    const known = { scenarioId: first?.scenarioId ?? 0, version: 1 };
    await changeScenario(records, trainer, known, { ...entry, title: 'Router outage', retired: true }, NOW);
    expect(await titles('')).toEqual(['Refunds that never come']);
    expect(await titles('', null, true)).toEqual(['Router outage']);
  });
});

it('only trainers make cards, and only of incidents that they may see', async () => {
  const manager: Viewer = { ...trainer, roles: ['manager'] };
  await expect(makeScenario(records, manager, number, entry, NOW)).rejects.toThrow(Forbidden);
  const elsewhere = { ...trainer, teams: [other] };
  await expect(makeScenario(records, elsewhere, number, entry, NOW)).rejects.toThrow(NotFound);
});
