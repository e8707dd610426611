'use client';

import { useEffect, useState } from 'react';
import { Failure } from '../frame/failure.tsx';
import { TwinTable } from '../table/twin-table.tsx';
import type { FetchedTwin, TwinWords } from '../table/twin-words.ts';

/** Where a twin is fetched from when it is wanted, and the version of the facts that its picture was drawn from. */
export interface TwinPlace {
  href: string;
  version: number | null;
}

/** The rows of a panel: those that came with it as one text, or fetched now. */
export function PanelTwin({ text, place }: { text: string | null; place: TwinPlace | null }) {
  if (text !== null) return <TwinTable {...(JSON.parse(text) as TwinWords)} />;
  return place && <Fetched {...place} />;
}

function Fetched(place: TwinPlace) {
  const [turn, setTurn] = useState(0);
  return <Rows key={turn} {...place} onRetry={() => setTurn(turn + 1)} />;
}

type State = { twin: FetchedTwin | null; problem: unknown };

const NOTHING: State = { twin: null, problem: null };

function Rows({ href, version, onRetry }: TwinPlace & { onRetry: () => void }) {
  const [{ twin, problem }, setState] = useState(NOTHING);
  useEffect(() => {
    const asking = new AbortController();
    setState(NOTHING);
    fetchTwin(href, asking.signal).then(
      (found) => setState({ twin: found, problem: null }),
      (error) => (asking.signal.aborted ? undefined : setState({ twin: null, problem: error })),
    );
    return () => asking.abort();
  }, [href]);
  if (problem !== null)
    return (
      <Failure
        happened={`The rows could not be fetched: ${problem instanceof Error ? problem.message : problem}`}
        kept="The picture and the files are not affected."
        error={problem}
        onRetry={onRetry}
      />
    );
  if (twin === null)
    return (
      <p className="quiet" aria-busy="true">
        Counting the rows…
      </p>
    );
  return (
    <>
      {twin.version !== null && version !== null && twin.version !== version ? (
        <p className="note">
          These rows were counted from newer data than the picture. Reload the page to see both alike.
        </p>
      ) : null}
      <TwinTable {...twin} />
    </>
  );
}

async function fetchTwin(href: string, signal: AbortSignal): Promise<FetchedTwin> {
  const answer = await fetch(href, { signal, cache: 'no-store' });
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.error?.message ?? `answered with ${answer.status}`);
  return body;
}
