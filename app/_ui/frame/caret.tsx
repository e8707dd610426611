import style from './bar.module.css';

export function Caret() {
  return (
    <svg className={style.caret} viewBox="0 0 8 5" aria-hidden="true">
      <path d="M.7.7 4 4 7.3.7" />
    </svg>
  );
}
