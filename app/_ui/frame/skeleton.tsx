import style from './states.module.css';

/** A still block of the size of what will stand there. */
export function Block({ width, height, above = 0 }: { width: string; height: number; above?: number }) {
  return <span className={style.block} style={{ width, height, marginTop: above }} />;
}

/** The place of a picture: its height, and four rules where the picture will be. */
export function PictureBlock({ height }: { height: number }) {
  return (
    <div className={style.lines} style={{ height }}>
      {[0.1, 0.37, 0.64, 0.99].map((part) => (
        <i key={part} style={{ top: Math.round(height * part) }} />
      ))}
    </div>
  );
}
