import type { LocalDate } from '../filters/filters.ts';

/** A customer who may be the one who is looked for. */
export interface FoundCustomer {
  customerId: number;
  pseudonym: string;
  /** What the source calls them; null where that is known no more. */
  reference: string | null;
  incidents: number;
  firstOn: LocalDate | null;
  lastOn: LocalDate | null;
  /** Whether the whole of the name is what was given, so that it is rather this one than another. */
  isExact: boolean;
  isErased: boolean;
}

/** Somebody of the staff who may be. */
export interface FoundAgent {
  agentId: number;
  reference: string;
  team: string | null;
  incidents: number;
  isExact: boolean;
  isErased: boolean;
}

/** Everything in the record that seems to be about one person. */
export interface PersonFound {
  customers: readonly FoundCustomer[];
  agents: readonly FoundAgent[];
  /** In how many rows of which tables the name stands elsewhere, apart from the incidents of these customers. */
  elsewhere: Readonly<Record<string, number>>;
  /** Sealed originals and drafts elsewhere in which it stands, and those that nobody can open. */
  originals: number;
  unreadable: number;
  /** Accounts that are in use under this name or address. */
  accounts: number;
  /** What was given that texts cannot be searched for, since it is too short. */
  tooShort: readonly string[];
}

/** What was erased of one person. */
export interface Erased {
  customers: number;
  agents: number;
  /** Incidents of theirs, whose words are gone. */
  incidents: number;
  elsewhere: Readonly<Record<string, number>>;
  originals: number;
  uploads: number;
}

const TABLE_LABELS: Readonly<Record<string, string>> = {
  incident: 'Ids that a source gives incidents',
  incident_text: 'Words of other incidents',
  escalation_step: 'Notes of steps',
  follow_up: 'Promises to customers',
  review: 'Notes of reviews',
  import_problem: 'Remarks and rejected rows of imports',
  import_run: 'Names of imported files',
  kept_pattern: 'Kept patterns',
  pattern_why: 'Whys of patterns',
  pattern_note: 'Notes of patterns',
  pattern_factor: 'Fishbones of patterns',
  site: 'Names of sites',
  team: 'Names of teams',
  product: 'Names of products',
  event: 'Events',
  workspace: 'Name and settings of the workspace',
  saved_view: 'Saved views',
  api_key: 'Names of keys',
};

/** What a table of the record is called; one without a name of its own by its words. */
export function tableLabel(table: string): string {
  const label = TABLE_LABELS[table];
  if (label) return label;
  const words = table.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** How a name is compared: whatever its case and spaces. */
export function plainName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
