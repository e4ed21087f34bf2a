import type { UploadForm } from '../upstream/runway-api.js';

/** A file that is sent while it is read. */
export interface FileToPost {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly stream: AsyncIterable<Uint8Array>;
}

/** `refused`: the form's place has answered with this status. */
export type PostedFile =
  | { readonly kind: 'stored' }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'failed'; readonly detail: string };

/** Fills a presigned form. */
export interface FormPost {
  /** Never rejects. Sends the file once, without a retry. */
  post(form: UploadForm, file: FileToPost, signal: AbortSignal): Promise<PostedFile>;
}
