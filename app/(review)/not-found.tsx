import NotFound from '../not-found.tsx';

/** Within the signed-in product a wrong address leaves the rail standing. */
export default function ReviewNotFound() {
  return <NotFound />;
}
