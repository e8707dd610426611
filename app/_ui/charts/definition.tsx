import style from './panel.module.css';

/** How a measure or a chart is computed, in words. */
export function Definition({ title, text }: { title: string; text: string }) {
  return (
    <div className={style.definition}>
      <h3>{title}</h3>
      <p>{text}</p>
    </div>
  );
}
