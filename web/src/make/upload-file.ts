/** Runway's presigned form, as `createUpload` gives it. */
export interface UploadForm {
  readonly uploadUrl: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly runwayUri: string;
}

export interface UploadOptions {
  /** Asks the gateway for a form. */
  readonly open: (filename: string) => Promise<UploadForm>;
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Sends a file straight to Runway's storage; resolves with the uri to use as media. */
export async function uploadFile(
  file: File,
  { open, onProgress, signal }: UploadOptions,
): Promise<string> {
  const form = await open(file.name);
  signal.throwIfAborted();
  const body = new FormData();
  for (const { name, value } of form.fields) body.append(name, value);
  // Object stores read the fields before the file.
  body.append('file', file);
  await post(form.uploadUrl, body, onProgress, signal);
  return form.runwayUri;
}

/** Not fetch, which tells no progress of what it sends. */
function post(
  url: string,
  body: FormData,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      onProgress(total === 0 ? 0 : loaded / total);
    });
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else
        reject(new Error(`The storage refused the file (${String(request.status)}). Try again.`));
    });
    request.addEventListener('error', () => {
      reject(new Error('The file could not be sent. Check your connection and try again.'));
    });
    signal.addEventListener('abort', () => {
      request.abort();
      reject(new DOMException('The upload was stopped.', 'AbortError'));
    });
    request.send(body);
  });
}
