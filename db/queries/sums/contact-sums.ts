import { sql } from 'drizzle-orm';
import { contactFilters } from '@/db/fact-columns.ts';
import { factContact } from '@/db/facts/schema.ts';
import { listColumns, type Snapshot } from '@/db/facts/snapshot.ts';
import { type Asked, whereContacts } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import { type By, type Cut, cutSql, type Piece, type SumsOfPiece } from './cut.ts';
import { listSums, type PlacedSums, placeSums } from './placed-sums.ts';

/** The contacts of each piece of a cut, as far as contacts can be told apart by it. */
export async function sumContacts(
  { facts }: Snapshot,
  viewer: Viewer,
  asked: Asked,
  { bucket, by }: Cut,
): Promise<ContactPiece[]> {
  const cut = { bucket, by: [...new Set(by.map(knownBy))] };
  const { columns, groups, orders, readPieces } = cutSql(cut, contactFilters);
  const contacts = sql<number>`coalesce(sum(${factContact.contacts}), 0)`.mapWith(Number);
  const names = Object.keys(columns);
  const answer = await listColumns(
    facts,
    facts
      .select({ ...columns, contacts })
      .from(factContact)
      .where(whereContacts(viewer, asked))
      .groupBy(...groups)
      .orderBy(...orders),
  );
  const { by: ways, starts, codes } = readPieces(answer, names);
  return [...answer.numbers(names.length)].map((counted, place) => ({
    by: ways[place] ?? null,
    start: starts[place] ?? null,
    code: codes[place] ?? null,
    contacts: counted,
  }));
}

interface ContactPiece extends Piece {
  contacts: number;
}

/**
 * Sums of a measure whose denominator is contacts, out of its incidents. What contacts are not known by narrows the
 * incidents alone: each trigger stands over all contacts of its time.
 */
export function setOverContacts(
  { by }: Cut,
  incidents: PlacedSums,
  contacts: readonly ContactPiece[],
): PlacedSums {
  const pieces = listSums(incidents);
  return placeSums(
    by.flatMap((each) =>
      overContacts(
        each,
        pieces.filter((piece) => piece.by === each),
        contacts.filter((piece) => piece.by === knownBy(each)),
      ),
    ),
  );
}

/** One way to part records; where contacts are not known by it, each value stands over those of its time. */
function overContacts(
  by: By,
  incidents: readonly SumsOfPiece[],
  contacts: readonly ContactPiece[],
): SumsOfPiece[] {
  const isKnown = knownBy(by) === by;
  const keyOf = ({ start, code }: Piece) => (isKnown ? `${start} ${code}` : (start ?? ''));
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
function toSums(
  by: By,
  { start, code, numerator, all }: Piece & Pick<SumsOfPiece, 'numerator' | 'all'>,
  contacts: number,
): SumsOfPiece {
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

/** By day, then by code, what is not known last. */
function inOrder(one: Piece, other: Piece): number {
  if (one.start !== other.start) return (one.start ?? '') < (other.start ?? '') ? -1 : 1;
  return (one.code ?? Number.POSITIVE_INFINITY) - (other.code ?? Number.POSITIVE_INFINITY);
}
