import type { IncidentRecord } from '@/lib/analysis/incident-record.ts';
import style from './incident.module.css';
import { Section } from './section.tsx';

const INTENSITIES = [1, 2, 3, 4, 5];
const toX = (intensity: number) => 8 + (intensity - 1) * 50;

/** The customer's emotional intensity, 1 calm to 5 out of control, before and after. */
export function Emotion({ incident }: { incident: IncidentRecord }) {
  const { intensityBefore: before, intensityAfter: after } = incident;
  if (before === null && after === null) {
    return (
      <Section title="Emotion">
        <p className="quiet">No emotional intensity was recorded.</p>
      </Section>
    );
  }
  return (
    <Section title="Emotion" note={`before ${before ?? 'not known'}, after ${after ?? 'not known'}`}>
      <svg className="picture" width={216} height={44} viewBox="0 0 216 44" aria-hidden="true">
        <path className="axis" d="M8 16H208" />
        {INTENSITIES.map((intensity) => (
          <g key={intensity}>
            <path className="tick" d={`M${toX(intensity)} 12v8`} />
            <text x={toX(intensity)} y={38} className="mid">
              {intensity}
            </text>
          </g>
        ))}
        {before !== null && after !== null && before !== after ? (
          <path className={style.run} d={`M${toX(before)} 16H${toX(after)}`} />
        ) : null}
        {before === null ? null : <circle cx={toX(before)} cy={16} r={5} className={style.before} />}
        {after === null ? null : <circle cx={toX(after)} cy={16} r={4} className={style.solid} />}
      </svg>
      <p className="note">1 calm to 5 out of control; hollow before, filled after</p>
    </Section>
  );
}
