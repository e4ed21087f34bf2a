import { omitDataUris, omitInObject, type KnownDataUris } from '../../../domain/input/data-uris.js';
import type { JsonValue } from '../../../domain/input/json.js';
import { omitSecrets } from '../../../domain/input/omitted-secrets.js';
import type { RunwayRequest } from '../../../ports/upstream/runway-api.js';
import type { NewTask } from '../../../ports/submission/new-task.js';
import type { Cipher } from '../encryption/cipher.js';
import { PLACES } from '../encryption/places.js';
import { sealJson } from '../encryption/sealed-forms.js';
import { isUnstorableJson, toJson } from '../connection/json-text.js';

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
  /** Whether a text in it is none that PostgreSQL could store. */
  readonly isUnstorable: boolean;
}

export function storedForm({ input, request }: Pick<NewTask, 'input' | 'request'>): StoredForm {
  const known: KnownDataUris = new Map();
  const text = toJson(request);
  const reduced = reduceRequest(request, known);
  const omitted = omitDataUris(input, known);
  return {
    input: omitted,
    request: text,
    reducedRequest: reduced === request ? null : toJson(reduced),
    bytes: Buffer.byteLength(text),
    isUnstorable: isUnstorableJson(text) || isUnstorableJson(toJson(omitted)),
  };
}

/** The form as its columns hold it. */
export interface SealedForm {
  /** Names the data key that all of it is sealed by. */
  readonly dataKeyId: string;
  readonly input: string;
  readonly request: string;
  readonly reducedRequest: string | null;
  readonly fingerprint: string | null;
  readonly webhookUrl: string | null;
}

export function sealForm(
  form: StoredForm,
  cipher: Cipher,
  { task, submissionId }: { readonly task: NewTask; readonly submissionId: string },
): SealedForm {
  const place = PLACES.submissionRequest(submissionId);
  const sealed = (json: string): string => toJson(cipher.seal(json, place));
  return {
    dataKeyId: cipher.dataKeyId ?? '',
    input: sealJson(form.input, cipher, PLACES.taskInput(task.id)),
    request: sealed(form.request),
    reducedRequest: form.reducedRequest === null ? null : sealed(form.reducedRequest),
    fingerprint: task.idempotency && cipher.fingerprint(task.idempotency.fingerprint),
    webhookUrl:
      task.webhookUrl == null ? null : cipher.seal(task.webhookUrl, PLACES.taskWebhook(task.id)),
  };
}

/** The request without data URIs and secrets; the very same request when it holds none. */
export function reduceRequest(request: RunwayRequest, known?: KnownDataUris): RunwayRequest {
  const body = omitInObject(omitSecrets(request.body), known);
  return body === request.body ? request : { ...request, body };
}
