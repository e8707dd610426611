import { formatBytes } from '@/lib/charts/format-bytes.ts';
import style from './import.module.css';

/** How much of the file has reached the server; then the server looks at its head before the import begins. */
export function Sending({ sent, all }: { sent: number; all: number }) {
  const words =
    sent < all
      ? `Sending ${formatBytes(sent)} of ${formatBytes(all)}`
      : 'Sent. Reading the head of the file…';
  return (
    <div className={style.progress} role="status">
      <progress value={sent} max={Math.max(all, 1)} aria-label="Sending the file" />
      <span>{words}</span>
    </div>
  );
}
