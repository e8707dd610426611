'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { Button, controlClass } from '@/app/_ui/form/button.tsx';
import { useKey } from '@/app/(review)/keys/bound-keys.ts';
import style from './sheet.module.css';

interface SheetFrameProps {
  number: number;
  name: string;
  subject: string;
  /** Where one can go from here; null at an end of the list. */
  hrefs: { previous: string | null; next: string | null; page: string; list: string };
  /** Whether the list beside it holds the incident under its filters. */
  isInList: boolean;
  children: ReactNode;
}

/** What stands beside the list, with the way to the next one, to its own page and back. */
export function SheetFrame({ number, name, subject, hrefs, isInList, children }: SheetFrameProps) {
  const router = useRouter();
  const sheet = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const replace = (href: string | null) => href && router.replace(href, { scroll: false });
  useKey('nextIncident', () => replace(hrefs.next));
  useKey('previousIncident', () => replace(hrefs.previous));
  useKey('close', () => router.push(hrefs.list, { scroll: false }));
  useBeginning(number, sheet, heading);
  useFocusOfRow(number);
  return (
    <aside ref={sheet} className={style.sheet} aria-label={`Incident ${name}`}>
      <div className={style.tools}>
        <Link href={hrefs.list} scroll={false} className={`${controlClass('quiet')} ${style.back}`}>
          ‹ Incidents
        </Link>
        <Step href={hrefs.previous} sign="k" label="Previous" />
        <Step href={hrefs.next} sign="j" label="Next" />
        {isInList ? null : <span className="note">not in this list</span>}
        <span className={style.space} />
        <CopyAddress path={hrefs.page} />
        <Link href={hrefs.page} className={controlClass('quiet')} prefetch={false}>
          Open as page
        </Link>
        <Link href={hrefs.list} scroll={false} className={`${controlClass('quiet')} ${style.close}`}>
          Close <kbd>Esc</kbd>
        </Link>
      </div>
      <h2 ref={heading} tabIndex={-1} className={style.heading}>
        {name} <span>{subject}</span>
      </h2>
      {children}
    </aside>
  );
}

function Step({ href, sign, label }: { href: string | null; sign: string; label: string }) {
  const words = (
    <>
      <kbd>{sign}</kbd> {label.toLowerCase()}
    </>
  );
  if (!href) {
    return (
      <Button kind="quiet" disabled title="The list ends here">
        {words}
      </Button>
    );
  }
  return (
    <Link href={href} replace scroll={false} prefetch={false} className={controlClass('quiet')}>
      {words}
    </Link>
  );
}

function CopyAddress({ path }: { path: string }) {
  const [said, say] = useState('');
  const copy = async () => {
    const address = new URL(path.split('?', 1).join(''), window.location.href).href;
    const isCopied = await navigator.clipboard.writeText(address).then(
      () => true,
      () => false,
    );
    say(isCopied ? 'Copied' : address);
  };
  return (
    <button type="button" className={`${controlClass('quiet')} ${style.copy}`} onClick={copy}>
      <span role="status">{said || 'Copy address'}</span>
    </button>
  );
}

/** Each incident begins at its heading. */
function useBeginning(
  number: number,
  sheet: RefObject<HTMLElement | null>,
  heading: RefObject<HTMLElement | null>,
): void {
  const shown = useRef<number | null>(null);
  useEffect(() => {
    if (shown.current === number) return;
    shown.current = number;
    sheet.current?.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [number, sheet, heading]);
}

/** Gives the focus back to the row, once the incident beside the list is closed. */
function useFocusOfRow(number: number): void {
  const latest = useRef(number);
  useEffect(() => {
    latest.current = number;
  }, [number]);
  useEffect(
    () => () => {
      const row = document.querySelector<HTMLElement>(`a[data-row="${latest.current}"]`);
      row?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: 'nearest' });
    },
    [],
  );
}
