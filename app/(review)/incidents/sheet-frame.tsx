'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type MouseEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { Button, controlClass } from '@/app/_ui/form/button.tsx';
import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import { useKey } from '@/app/(review)/keys/bound-keys.ts';
import { toOpenParam } from '@/lib/filters/open-incident.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import { CopyAddress } from './copy-address.tsx';
import style from './sheet.module.css';
import { useWalk } from './use-walk.ts';

interface SheetFrameProps {
  number: number;
  name: string;
  subject: string;
  /** The page of the incident itself. */
  page: string;
  /** The address of the list as a query: filters, search, order and page. */
  list: string;
  /** Those beside it in the list, the nearest first; null where the list does not hold it. */
  beside: { before: readonly number[]; after: readonly number[]; told: number; place: string } | null;
  children: ReactNode;
}

/** What stands beside the list, with the way to the next one, to its own page and back. */
export function SheetFrame({ number, name, subject, page, list, beside, children }: SheetFrameProps) {
  const sheet = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useBeginning(number, sheet, heading);
  const back = toHref('/incidents', list);
  return (
    <aside ref={sheet} className={style.sheet} aria-label={`Incident ${name}`}>
      <div className={style.tools}>
        <BackLink href={back} />
        {beside ? (
          <Steps number={number} list={list} beside={beside} />
        ) : (
          <span className="note">not in this list</span>
        )}
        <span className={style.space} />
        <CopyAddress path={page} />
        <Link href={page} className={controlClass('quiet')} prefetch={false}>
          Open as page
        </Link>
        <CloseLink href={back} />
      </div>
      <h2 ref={heading} tabIndex={-1} className={style.heading}>
        {name} <span>{subject}</span>
      </h2>
      {children}
    </aside>
  );
}

interface StepsProps extends Pick<SheetFrameProps, 'number' | 'list'> {
  beside: NonNullable<SheetFrameProps['beside']>;
}

/** "126 of 2,412", and the way to those beside it. */
function Steps({ number, list, beside: { before, after, told, place } }: StepsProps) {
  const hrefOf = (one: number) => toHref('/incidents', list, toOpenParam(one));
  const go = useWalk({ shown: number, before, after, told }, hrefOf);
  const step = (by: -1 | 1, sign: string, label: string) => {
    const [next] = by < 0 ? before : after;
    const href = next === undefined ? null : hrefOf(next);
    return <Step href={href} sign={sign} label={label} onGo={() => go(by)} />;
  };
  return (
    <>
      {place ? <span className={style.place}>{place}</span> : null}
      {step(-1, 'k', 'previous')}
      {step(1, 'j', 'next')}
    </>
  );
}

interface StepProps {
  href: string | null;
  sign: string;
  label: string;
  onGo: () => void;
}

function Step({ href, sign, label, onGo }: StepProps) {
  const words = (
    <>
      <kbd>{sign}</kbd> {label}
    </>
  );
  if (!href) {
    return (
      <Button kind="quiet" disabled title="The list ends here">
        {words}
      </Button>
    );
  }
  // Clicks that come faster than the page count like presses of the key.
  const click = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onGo();
  };
  return (
    <Link
      href={href}
      replace
      scroll={false}
      prefetch={false}
      className={controlClass('quiet')}
      onClick={click}
    >
      {words}
    </Link>
  );
}

/** Where the incident stands in the place of the list. */
export function BackLink({ href }: { href: string }) {
  return (
    <PageLink href={href} scroll={false} className={`${controlClass('quiet')} ${style.back}`}>
      ‹ Incidents
    </PageLink>
  );
}

export function CloseLink({ href }: { href: string }) {
  const router = useRouter();
  useKey('close', () => router.push(href, { scroll: false }));
  return (
    <PageLink href={href} scroll={false} className={`${controlClass('quiet')} ${style.close}`}>
      Close <kbd>Esc</kbd>
    </PageLink>
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
