import type { QrPath } from '@/lib/sign-in/qr-path.ts';
import style from './account.module.css';

/** The secret of an app, to scan and to type. It stays dark on light in both themes, as cameras want it. */
export function SecretPicture({ picture, secret }: { picture: QrPath; secret: string }) {
  return (
    <div className={style.secret}>
      <svg
        viewBox={`0 0 ${picture.size} ${picture.size}`}
        role="img"
        aria-label="QR code with the secret for the app"
        shapeRendering="crispEdges"
      >
        <path d={picture.path} />
      </svg>
      <div>
        Secret
        <code className={style.typed}>{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </div>
    </div>
  );
}
