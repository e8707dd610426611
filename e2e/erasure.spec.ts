import { randomBytes } from 'node:crypto';
import { type Server, startServer } from '@/bin/testing/server.ts';
import { applyRetention } from '@/db/commands/apply-retention.ts';
import { openRecords } from '@/db/records.ts';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import { keptPattern } from '@/db/schema/patterns.ts';
import { NIGHT_WORK } from '@/db/serving/nightly.ts';
import { PERSON_WORDS, writeErasablePerson } from '@/db/testing/erasable-person.ts';
import { expect, test } from './fixtures.ts';
import { API_KEY, READY_WORKSPACE, signIn } from './people.ts';
import { ROUTES } from './routes.ts';

/** The server opens what this process seals. */
const SECRET = randomBytes(32).toString('base64');

let server: Server;
let ids: { incidents: number[]; pattern: number };
test.beforeAll(async () => {
  process.env.LOOKBACK_SECRET = SECRET;
  server = await startServer({ env: { ...READY_WORKSPACE, LOOKBACK_SECRET: SECRET } });
  ids = await withRecords(async (records) => {
    await writeErasablePerson(records);
    const [pattern] = await records.select({ id: keptPattern.keptPatternId }).from(keptPattern);
    const rows = await records.select({ number: incident.number }).from(incident);
    return { incidents: rows.map(({ number }) => number), pattern: pattern?.id ?? 0 };
  });
});
test.afterAll(() => {
  delete process.env.LOOKBACK_SECRET;
  return server.stop();
});

type Opened = Awaited<ReturnType<typeof openRecords>>;
async function withRecords<T>(work: (records: Opened['records']) => Promise<T>): Promise<T> {
  const { records, close } = await openRecords({
    home: server.home,
    databaseUrl: null,
    databaseDirectUrl: null,
  });
  return work(records).finally(close);
}

test('an administrator looks for a person, sees what there is, erases them, and no page or file knows them', async ({
  page,
  axe,
}) => {
  await signIn(page, server.url);
  const read = async (path: string) => (await page.request.get(`${server.url}${path}`)).text();
  const knows = (text: string) => PERSON_WORDS.filter((word) => text.toLowerCase().includes(word));
  expect(knows(await read(`/incidents/${ids.incidents[0]}`))).not.toEqual([]);

  await page.goto(`${server.url}/settings/erasure`);
  await axe();
  const form = page.getByRole('form', { name: 'Look for a person' });
  await form.getByRole('button').click();
  await expect(page.getByText('Give a name, a number or a pseudonym.')).toBeVisible();
  await form.getByLabel('Name, number or pseudonym').fill('Nobody At All');
  await form.getByRole('button').click();
  await expect(page.getByText('Nothing of this person is in the record.')).toBeVisible();

  await form.getByLabel('Name, number or pseudonym').fill('zelda  quimby');
  await form.getByLabel('Also written as').fill('0161 496 0774\nzelda@home.example\nZelda\nAl');
  await form.getByRole('button').click();
  const found = page.getByRole('form', { name: 'Erase' });
  await expect(found.getByLabel('Zelda Quimby')).toBeChecked();
  await expect(found.getByText('2 incidents, 1 May 2024; pseudonym')).toBeVisible();
  await expect(found.getByRole('row', { name: 'Notes of patterns' })).toContainText('1');
  await expect(found.getByText('Texts were not searched for Al')).toBeVisible();
  await axe();
  await found.getByRole('button', { name: 'Erase' }).click();
  await expect(found.getByText('Tick this box: what is erased cannot be brought back.')).toBeVisible();
  await found.getByLabel('Erase this for good').check();
  await found.getByRole('button', { name: 'Erase' }).click();
  await expect(page.getByText(/^Erased: 1\scustomer, the words of 2\sincidents, the name in /)).toBeVisible();
  await axe();

  await page.goto(`${server.url}/incidents/${ids.incidents[0]}`);
  await expect(page.getByText('Everything in words was removed')).toBeVisible();
  await page.goto(`${server.url}/settings/audit?action=person_erased`);
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('Person erased');

  const paths = Object.entries(ROUTES)
    .filter(([route]) => route.startsWith('GET ') && !route.includes('sign-in'))
    .map(([, { at }]) => at)
    .filter((at) => !at.includes('{') && !at.includes('health'));
  const named = [
    ...ids.incidents.map((number) => `/incidents/${number}`),
    `/patterns/${ids.pattern}`,
    '/settings/erasure',
  ];
  for (const path of new Set([...paths, ...named])) {
    expect(knows(await read(path)), path).toEqual([]);
  }
  const answer = await page.request.get(`${server.url}/api/v1/reports/overview?period=all`, {
    headers: { authorization: `Bearer ${API_KEY}` },
  });
  expect(knows(await answer.text())).toEqual([]);
});

test('periods are tried before they are saved, and applied at night', async ({ page, axe }) => {
  await signIn(page, server.url);
  await page.goto(`${server.url}/settings/retention`);
  await expect(page.getByText('No period is set: everything is kept for good.')).toBeVisible();
  await axe();
  await page.getByLabel('Words of incidents (months)').fill('1');
  await page.getByRole('button', { name: 'Show what would go' }).click();
  const row = page.getByRole('row', { name: /^Words of incidents/ });
  await expect(row).toContainText('1 May 2024');
  await expect(page.getByText('Once saved, this goes in the coming night')).toBeVisible();
  await axe();
  await page.getByRole('button', { name: 'Save these periods' }).click();
  await expect(page.getByRole('heading', { name: 'What is to go' })).toBeVisible();
  await expect(page.getByLabel('Words of incidents (months)')).toHaveValue('1');
  await withRecords(async (records) => {
    await applyRetention(records, NIGHT_WORK, new Date());
    const texts = await records.select().from(incidentText);
    expect(texts.map(({ narrative }) => narrative)).toEqual([null, null, null]);
  });
  await page.reload();
  await expect(page.getByText(/^What is older .* removed were words of incidents 1\.$/)).toBeVisible();
  await page.goto(`${server.url}/settings/retention?words=0&incidents=12`);
  await expect(page.getByText('Left as it is, since it is no number of months')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/settings/retention?words=12', '/settings/erasure']) {
    await page.goto(`${server.url}${path}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(390);
  }
});
