import { omitDataUris, omitInObject, type KnownDataUris } from '../../../domain/input/data-uris.js';
import type { JsonValue } from '../../../domain/input/json.js';
import { omitSecrets } from '../../../domain/input/omitted-secrets.js';
import type { RunwayRequest } from '../../../ports/upstream/runway-api.js';
import type { NewTask } from '../../../ports/tasks/task-store.js';
import { toJson } from '../tasks/task-rows.js';

/**
 * A new task as it is stored. Only `submissions.request` holds media, and only until it has been
 * sent or will not be: the statement that ends it puts the reduced request in its place, so that
 * none but the sender ever reads them.
 */
export interface StoredForm {
  readonly input: JsonValue;
  /** JSON. */
  readonly request: string;
  /** JSON; null where the request is all of it. */
  readonly reducedRequest: string | null;
  /** Length of `request` in UTF-8. */
  readonly bytes: number;
}

export function storedForm({ input, request }: Pick<NewTask, 'input' | 'request'>): StoredForm {
  const known: KnownDataUris = new Map();
  const text = toJson(request);
  const reduced = reduceRequest(request, known);
  return {
    input: omitDataUris(input, known),
    request: text,
    reducedRequest: reduced === request ? null : toJson(reduced),
    bytes: Buffer.byteLength(text),
  };
}

/** The request without data URIs and secrets; the very same request when it holds none. */
export function reduceRequest(request: RunwayRequest, known?: KnownDataUris): RunwayRequest {
  const body = omitInObject(omitSecrets(request.body), known);
  return body === request.body ? request : { ...request, body };
}
