'use client';

import { useEffect, useRef } from 'react';
import { ButtonLink } from '@/app/_ui/form/button.tsx';
import style from './sheet.module.css';
import { BackLink, CloseLink } from './sheet-frame.tsx';

interface MissingSheetProps {
  /** What the address asked for. */
  name: string;
  /** The list without it. */
  back: string;
}

/** Stands beside the list where there is no such incident. It says the same whether there is none or it is not to be seen. */
export function MissingSheet({ name, back }: MissingSheetProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <aside className={style.sheet} aria-label="No such incident">
      <div className={style.tools}>
        <BackLink href={back} />
        <span className={style.space} />
        <CloseLink href={back} />
      </div>
      <h2 ref={heading} tabIndex={-1} className={style.heading}>
        No such incident
      </h2>
      <p className={style.missing}>
        There is no {name} among the incidents that you may see. Look at the number in the address, or ask
        whoever sent it to you whether it is of a team of yours.
      </p>
      <ButtonLink href={back} scroll={false}>
        Go on in the list
      </ButtonLink>
    </aside>
  );
}
