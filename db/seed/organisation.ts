import { type Weighted, weigh } from './weights.ts';

export type TeamKind = 'billing' | 'support' | 'orders' | 'renewals' | 'shop' | 'chat';

export interface SampleTeam {
  name: string;
  site: string;
  kind: TeamKind;
  agents: readonly string[];
}

export const SITES = ['Harbour Street', 'Northgate', 'Millbrook', 'Easton Park'] as const;

const FIRST_NAMES =
  'Amara,Ben,Chiara,Dev,Elif,Farah,Gareth,Hana,Ivo,Joana,Kofi,Lena,Marek,Nadia,Omar,Priya,Quinn,Rosa,Sven,Tala,Uma,Victor,Wren,Xenia,Yusuf,Zoe,Aldo,Bea,Cem,Dora,Emre,Fay,Gus,Ines,Jonas,Kira,Liam';

/** Four sites of three teams with ten agents each. */
export const TEAMS: readonly SampleTeam[] = (
  [
    ['Harbour Billing', 'Harbour Street', 'billing', 'HB'],
    ['Harbour Support', 'Harbour Street', 'support', 'HS'],
    ['Harbour Shop', 'Harbour Street', 'shop', 'HP'],
    ['Northgate Support', 'Northgate', 'support', 'NS'],
    ['Northgate Orders', 'Northgate', 'orders', 'NO'],
    ['Northgate Renewals', 'Northgate', 'renewals', 'NR'],
    ['Millbrook Billing', 'Millbrook', 'billing', 'MB'],
    ['Millbrook Orders', 'Millbrook', 'orders', 'MO'],
    ['Millbrook Shop', 'Millbrook', 'shop', 'MP'],
    ['Easton Support', 'Easton Park', 'support', 'ES'],
    ['Easton Renewals', 'Easton Park', 'renewals', 'ER'],
    ['Easton Chat', 'Easton Park', 'chat', 'EC'],
  ] as const
).map(([name, site, kind, prefix], index) => ({ name, site, kind, agents: agentsOf(prefix, index) }));

export function teamNamed(name: string): SampleTeam {
  const team = TEAMS.find((one) => one.name === name);
  if (!team) throw new RangeError(`the sample has no team ${name}`);
  return team;
}

function agentsOf(prefix: string, index: number): string[] {
  const names = FIRST_NAMES.split(',');
  return Array.from({ length: 10 }, (_, one) => {
    const name = names[(index * 10 + one) % names.length] ?? '';
    return `${name} ${prefix}-${String(one + 1).padStart(2, '0')}`;
  });
}

export const PRODUCTS = [
  'Fibre 500',
  'Fibre 100',
  'Mobile Plus',
  'Mobile Basic',
  'Home phone',
  'TV package',
  'Router Pro',
  'Smart hub',
] as const;
export type Product = (typeof PRODUCTS)[number];

const MOSTLY_CALLS = { phone: 50, email: 26, chat: 17, social: 5, in_person: 2 };

/** Of which channel the contacts of a team are. */
export const CHANNELS_OF: Record<TeamKind, Weighted<string>> = {
  billing: weigh(MOSTLY_CALLS),
  support: weigh(MOSTLY_CALLS),
  orders: weigh({ phone: 42, email: 31, chat: 18, social: 9 }),
  renewals: weigh({ phone: 64, email: 24, chat: 10, social: 2 }),
  shop: weigh({ in_person: 80, phone: 12, email: 6, social: 2 }),
  chat: weigh({ chat: 88, email: 8, social: 4 }),
};

export const PRODUCTS_OF: Record<TeamKind, Weighted<Product>> = {
  billing: weigh({ 'Fibre 500': 40, 'Mobile Plus': 24, 'Fibre 100': 14, 'TV package': 12, 'Home phone': 10 }),
  support: weigh({ 'Fibre 500': 26, 'Router Pro': 24, 'Fibre 100': 18, 'Smart hub': 18, 'TV package': 14 }),
  orders: weigh({ 'Router Pro': 34, 'Smart hub': 26, 'Mobile Plus': 22, 'TV package': 18 }),
  renewals: weigh({ 'Fibre 100': 28, 'Mobile Basic': 26, 'Mobile Plus': 24, 'Home phone': 22 }),
  shop: weigh({ 'Mobile Plus': 38, 'Mobile Basic': 30, 'Router Pro': 20, 'Smart hub': 12 }),
  chat: weigh({ 'Mobile Plus': 30, 'Fibre 100': 26, 'TV package': 24, 'Mobile Basic': 20 }),
};

/** How many incidents a team has beside the others. */
export const LOAD_OF: Record<TeamKind, number> = {
  billing: 1.9,
  support: 1.25,
  orders: 1.5,
  renewals: 0.75,
  shop: 0.7,
  chat: 0.9,
};
