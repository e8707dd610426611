import { Block, PictureBlock } from '../frame/skeleton.tsx';
import style from './panel.module.css';

interface PanelSkeletonProps {
  name: string;
  /** Of the picture, in pixels. */
  height: number;
  className?: string;
}

/** The place of a panel whose figures are still being counted, of its final size. */
export function PanelSkeleton({ name, height, className = '' }: PanelSkeletonProps) {
  return (
    <section className={`${style.panel} ${className}`} aria-busy="true">
      <h2 className="unseen">{name}: counting</h2>
      <Block width="86%" height={16} above={3} />
      <Block width="60%" height={16} above={6} />
      <Block width="100%" height={10} above={7} />
      <Block width="70%" height={10} above={6} />
      <div className={style.picture}>
        <PictureBlock height={height} />
      </div>
      <div className={style.actions}>Counting…</div>
    </section>
  );
}
