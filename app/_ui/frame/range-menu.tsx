'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '../form/button.tsx';
import { TextField } from '../form/field.tsx';
import { customRangeHref, type RangeChoices } from './range-choices.ts';
import style from './range-menu.module.css';

interface RangeMenuProps {
  choices: RangeChoices;
  onChosen: () => void;
}

export default function RangeMenu({ choices, onChosen }: RangeMenuProps) {
  return (
    <div className={style.menu}>
      <ul className={style.choices}>
        {choices.named.map(({ label, href, chosen }) => (
          <li key={href}>
            <Link
              href={href}
              scroll={false}
              prefetch={false}
              className={style.choice}
              aria-current={chosen ? 'true' : undefined}
              onClick={onChosen}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <CustomRange choices={choices} onChosen={onChosen} />
    </div>
  );
}

function CustomRange({ choices, onChosen }: RangeMenuProps) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const show = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const days = new FormData(event.currentTarget);
    const range = customRangeHref(choices.customHref, String(days.get('first')), String(days.get('last')));
    if ('problem' in range) return setProblem(range.problem);
    onChosen();
    router.push(range.href, { scroll: false });
  };
  return (
    <form className={style.custom} onSubmit={show} noValidate>
      <TextField label="First day" name="first" type="date" defaultValue={choices.firstDay} />
      <TextField label="Last day" name="last" type="date" defaultValue={choices.lastDay} problem={problem} />
      <div className={style.foot}>
        <span className="note">The last day is included.</span>
        <Button type="submit" kind="primary">
          Show
        </Button>
      </div>
    </form>
  );
}
