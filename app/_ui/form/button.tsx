import type { ComponentProps } from 'react';
import { PageLink } from '../frame/page-link.tsx';
import style from './control.module.css';

type Kind = 'plain' | 'primary' | 'quiet';

/** The look of a control, for elements that are neither of the two below. */
export function controlClass(kind: Kind = 'plain', more = ''): string {
  return [style.control, kind === 'plain' ? '' : style[kind], more].filter(Boolean).join(' ');
}

export function Button({
  kind = 'plain',
  type = 'button',
  className,
  ...rest
}: ComponentProps<'button'> & { kind?: Kind }) {
  return <button {...rest} type={type} className={controlClass(kind, className)} />;
}

export function ButtonLink({
  kind = 'plain',
  className,
  ...rest
}: ComponentProps<typeof PageLink> & { kind?: Kind }) {
  return <PageLink {...rest} className={controlClass(kind, className)} />;
}
