import { and, sql } from 'drizzle-orm';
import { contactFilters, incidentFilters } from '@/db/fact-columns.ts';
import { factContact, factIncident } from '@/db/facts/schema.ts';
import { listRows, type Snapshot } from '@/db/facts/snapshot.ts';
import { toNumerator } from '@/db/measure-conditions.ts';
import { type Asked, where, whereContacts, whereOverContacts } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { type By, type Cut, cutSql, type Piece, type SumsOfPiece } from './cut.ts';
import { countAll, countWhere } from './sum-columns.ts';

/**
 * Sums of a measure whose denominator is contacts. What contacts are not known by narrows the incidents alone: each
 * trigger stands over all contacts of its time.
 */
export async function sumOverContacts(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  id: MeasureId,
  cut: Cut,
): Promise<SumsOfPiece[]> {
  const [incidents, contacts] = await Promise.all([
    countAmongContacts(snapshot, viewer, asked, id, cut),
    sumContacts(snapshot, viewer, asked, { ...cut, by: [...new Set(cut.by.map(knownBy))] }),
  ]);
  return cut.by.flatMap((by) =>
    overContacts(
      by,
      incidents.filter((piece) => piece.by === by),
      contacts.filter((piece) => piece.by === knownBy(by)),
    ),
  );
}

interface IncidentPiece extends Piece {
  numerator: number;
  all: number;
}

/** One way to part records; where contacts are not known by it, each value stands over those of its time. */
function overContacts(
  by: By,
  incidents: readonly IncidentPiece[],
  contacts: readonly (Piece & { contacts: number })[],
): SumsOfPiece[] {
  const isKnown = knownBy(by) === by;
  const keyOf = ({ start, code }: Piece) => `${start} ${isKnown ? code : ''}`;
  const contactsOf = new Map(contacts.map((piece) => [keyOf(piece), piece.contacts]));
  const counted = new Set<string>();
  const pieces = incidents.map((piece) => {
    const key = keyOf(piece);
    counted.add(key);
    return toSums(by, piece, contactsOf.get(key) ?? 0);
  });
  for (const piece of contacts) {
    if (!counted.has(keyOf(piece)))
      pieces.push(toSums(by, { ...piece, numerator: 0, all: 0 }, piece.contacts));
  }
  return pieces.sort(inOrder);
}

// Written out, since there are thousands of them.
function toSums(by: By, { start, code, numerator, all }: IncidentPiece, contacts: number): SumsOfPiece {
  return {
    by,
    start,
    code,
    numerator,
    denominator: contacts,
    incidents: numerator,
    all,
    median: null,
    p90: null,
    beside: [],
  };
}

function knownBy(by: By): By {
  return by === null || contactFilters[by] === undefined ? null : by;
}

async function countAmongContacts(
  { facts }: Snapshot,
  viewer: Viewer,
  asked: Asked,
  id: MeasureId,
  cut: Cut,
): Promise<IncidentPiece[]> {
  const { columns, groups, orders, pieceReader } = cutSql(cut, incidentFilters);
  const amongContacts = toNumerator(id, asked);
  const counted = and(amongContacts, whereOverContacts(viewer)) ?? amongContacts;
  const names = Object.keys(columns);
  const rows = await listRows(
    facts,
    facts
      .select({ ...columns, numerator: countWhere(counted), all: countAll })
      .from(factIncident)
      .where(where(viewer, asked))
      .groupBy(...groups)
      .orderBy(...orders),
  );
  const pieceOf = pieceReader(names);
  return rows.map((row) => {
    const { by, start, code } = pieceOf(row);
    const [numerator, all] = row.slice(names.length);
    return { by, start, code, numerator: Number(numerator), all: Number(all) };
  });
}

async function sumContacts({ facts }: Snapshot, viewer: Viewer, asked: Asked, cut: Cut) {
  const { columns, groups, orders, pieceReader } = cutSql(cut, contactFilters);
  const contacts = sql<number>`coalesce(sum(${factContact.contacts}), 0)`.mapWith(Number);
  const names = Object.keys(columns);
  const rows = await listRows(
    facts,
    facts
      .select({ ...columns, contacts })
      .from(factContact)
      .where(whereContacts(viewer, asked))
      .groupBy(...groups)
      .orderBy(...orders),
  );
  const pieceOf = pieceReader(names);
  return rows.map((row) => {
    const { by, start, code } = pieceOf(row);
    return { by, start, code, contacts: Number(row[names.length]) };
  });
}

/** By day, then by code, what is not known last. */
function inOrder(one: Piece, other: Piece): number {
  if (one.start !== other.start) return (one.start ?? '') < (other.start ?? '') ? -1 : 1;
  return (one.code ?? Number.POSITIVE_INFINITY) - (other.code ?? Number.POSITIVE_INFINITY);
}
