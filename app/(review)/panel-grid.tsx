import type { ReactNode } from 'react';
import grid from '@/app/_ui/charts/grid.module.css';
import { PanelBoundary } from '@/app/_ui/charts/panel-boundary.tsx';
import { PanelSkeleton } from '@/app/_ui/charts/panel-states.tsx';
import { type Moment, Part } from '@/app/_ui/frame/part.tsx';

/** Where a panel stands, and how high its picture will be. */
export interface PanelPlace<Id extends string> {
  id: Id;
  name: string;
  height: number;
  width: string | undefined;
}

interface PanelGridProps<Id extends string> {
  places: readonly PanelPlace<Id>[];
  /** Each comes into its place, when what it is made of is there; null where all are still to come. */
  coming: { panels: Record<Id, ReactNode>; of: Record<Id, Promise<unknown> | null>; moment: Moment } | null;
}

/** The panels of a page in their places: one that fails or is still being counted leaves the others alone. */
export function PanelGrid<Id extends string>({ places, coming }: PanelGridProps<Id>) {
  return (
    <div className={grid.grid}>
      {places.map(({ id, name, height, width }) => {
        const skeleton = (
          <PanelSkeleton name={name} height={height} {...(width === undefined ? {} : { className: width })} />
        );
        return (
          <PanelBoundary key={id} name={name} className={width}>
            {coming ? (
              <Part moment={coming.moment} ready={coming.of[id]} holding={skeleton}>
                {coming.panels[id]}
              </Part>
            ) : (
              skeleton
            )}
          </PanelBoundary>
        );
      })}
    </div>
  );
}
