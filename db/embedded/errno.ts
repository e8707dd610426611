import { CannotStart } from '@/db/cannot-start.ts';

/** Whether the error comes from the operating system with one of these codes. */
export function isErrno(error: unknown, ...codes: string[]): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** Says in one line what a refusal of the operating system means for the home; other errors stay as they are. */
export function explain(error: unknown, home: string): unknown {
  if (isErrno(error, 'ENOSPC', 'EDQUOT')) return diskFull(home);
  const isMissing = isErrno(error, 'ENOENT') && error.syscall === 'mkdir';
  if (!isMissing && !isErrno(error, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST')) return error;
  const path = error.path ?? home;
  return new CannotStart(
    `Lookback cannot use its home ${home}: ${path} is ${reasons[error.code ?? ''] ?? 'refused'} (${error.code}). ` +
      'Correct its owner and permissions, or set LOOKBACK_HOME to a folder that can be written.',
  );
}

export function diskFull(home: string): CannotStart {
  return new CannotStart(
    `The disk that holds ${home} is full. Nothing that was saved is lost: make room, then start Lookback again.`,
  );
}

const reasons: Record<string, string> = {
  EACCES: 'not accessible to this user',
  EPERM: 'not accessible to this user',
  EROFS: 'on a disk that is mounted read-only',
  ENOTDIR: 'a file where a folder is needed',
  ENOENT: 'not a place where a folder can be made',
  EEXIST: 'a file where a folder is needed',
};
