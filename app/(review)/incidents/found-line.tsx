import Link from 'next/link';
import { Suspense } from 'react';
import type { IncidentsReport } from '@/db/reports/incidents.ts';
import type { NothingToFind } from '@/db/reports/search.ts';
import { nameIncident } from '@/lib/analysis/describe-incident.ts';
import { formatCount, formatCounted } from '@/lib/charts/format.ts';
import { toListParams } from '@/lib/filters/list-state.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import { describeElsewhere } from '@/lib/search/elsewhere-words.ts';
import style from './search-box.module.css';

/** How many of the incidents say what was looked for. More than a page can wait for are counted after it. */
export function FoundLine({ report }: { report: IncidentsReport }) {
  const { found, frame, list, heading } = report;
  if (!found) return null;
  const without = toHref('/incidents', frame.query, toListParams({ ...list, search: '', place: 'first' }));
  return (
    <div className={style.line}>
      <p role="status">
        {found.nothing ? (
          NOTHING[found.nothing](found.text)
        ) : (
          <>
            <b>
              {found.all ? (
                <Suspense fallback={capitalised(describeMany(report))}>
                  <CountedLater count={found.all} />
                </Suspense>
              ) : (
                formatCount(found.count ?? 0)
              )}
            </b>{' '}
            of {formatCounted(heading.shown, 'incident')} {saying(found)}.
          </>
        )}
      </p>
      {found.elsewhere.map((one) => (
        <p key={one.number}>
          {describeElsewhere(one, found.text)}:{' '}
          <Link href={`/incidents/${one.number}`} className="link" prefetch={false}>
            open {nameIncident(one.number)}
          </Link>
          .
        </p>
      ))}
      <Link href={without} className="link" prefetch={false}>
        Without the search
      </Link>
    </div>
  );
}

/** "say “second bill”", "do not say “refund” or “late”" */
function saying({ text, count, unwanted }: FoundByWords): string {
  const isOne = count === 1;
  if (unwanted === null) return `${isOne ? 'says' : 'say'} “${text}”`;
  return `${isOne ? 'does' : 'do'} not say ${unwanted}`;
}

type FoundByWords = NonNullable<IncidentsReport['found']>;

const NOTHING: Record<NothingToFind, (text: string) => string> = {
  names_nothing: (text) => `“${text}” names nothing to look for: give a word, a number or an id.`,
  common_words: (text) =>
    `“${text}” is not looked for: words such as these are in every account. Give a word that tells some from others.`,
};

/**
 * "more than 10,000", where that is known before they are counted: a search finds among all that one may see, so not
 * under filters.
 */
export function describeMany({ found, heading }: IncidentsReport): string {
  const isAll = heading.shown === heading.all;
  return found?.above && isAll ? `more than ${formatCount(found.above)}` : 'many';
}

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** A number that is known some time after the page. */
export async function CountedLater({ count }: { count: Promise<number> }) {
  return formatCount(await count);
}
