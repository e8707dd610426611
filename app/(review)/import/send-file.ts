/** The import that began, or why none did. `id` is the one under which the server's log holds its own faults. */
export type UploadAnswer = { run: number } | { run: null; message: string; id: string | null };

const BROKEN =
  'The server could not be reached, or the connection broke off. Nothing was imported; try again.';

/**
 * Sends a file as it is. `onProgress` hears how many bytes have gone out of how many: only XMLHttpRequest tells.
 * Never rejects.
 */
export function sendFile(
  file: File,
  mapping: string,
  onProgress: (progress: { sent: number; all: number }) => void,
): Promise<UploadAnswer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/import?${new URLSearchParams({ mapping, name: file.name })}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'text';
    request.upload.addEventListener('progress', (event) =>
      onProgress({ sent: event.loaded, all: event.total }),
    );
    request.addEventListener('error', () => resolve({ run: null, message: BROKEN, id: null }));
    request.addEventListener('load', () => resolve(readAnswer(request.responseText)));
    request.send(file);
  });
}

function readAnswer(text: string): UploadAnswer {
  const answer = parse(text);
  if (typeof answer?.run === 'number') return { run: answer.run };
  const { message, id, problems } = answer?.error ?? {};
  const all = problems?.map((problem) => problem.message).join(' ');
  return { run: null, message: all || message || BROKEN, id: id ?? null };
}

interface Answer {
  run?: number;
  error?: { message?: string; id?: string; problems?: { message: string }[] };
}

function parse(text: string): Answer | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
