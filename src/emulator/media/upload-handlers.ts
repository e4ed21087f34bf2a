import { randomBytes } from 'node:crypto';
import { invalid, ok, type Answer, type Handlers } from '../server/handler.js';
import type { Clock } from '../server/emulator-clock.js';
import type { FindUpload, MediaType } from './media-checks.js';
import type { Settings } from '../control/emulator-settings.js';
import { validateBody } from '../server/validation.js';

/** 512 B and 200 MB. Source: Runway's guide to uploads. */
const FILE_BYTES_MIN = 512;
export const FILE_BYTES_MAX = 209_715_200;
/** How long a form is good; Runway does not say. */
const FORM_SECONDS = 3_600;
/** Older uploads beyond this are forgotten. */
const UPLOADS_MAX = 10_000;

/** By file ending. Source: Runway's guide to inputs. */
const TYPE_BY_ENDING: Readonly<Record<string, MediaType>> = {
  ...endings('image', ['jpg', 'jpeg', 'png', 'webp']),
  ...endings('video', ['mp4', 'mov', 'mkv', 'webm', '3gp', 'ogv', 'avi', 'flv', 'mpg', 'mpeg']),
  ...endings('audio', ['mp3', 'wav', 'flac', 'm4a', 'aac', 'ogg']),
};

/** What the form's multipart body held. */
export interface UploadedForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: {
    readonly filename: string;
    readonly mimeType: string;
    readonly bytes: number;
  } | null;
}

interface Upload {
  readonly type: MediaType;
  readonly policy: string;
  readonly createdAtMs: number;
  /** Whether its file has arrived. */
  filled: boolean;
}

/** Ephemeral uploads: a slot is asked for, then a form fills it. The files' bytes are not kept. */
export class Uploads {
  readonly #byToken = new Map<string, Upload>();

  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly baseUrl: () => string,
  ) {}

  readonly find: FindUpload = (uri) => {
    const upload = this.#byToken.get(uri.slice('runway://'.length));
    if (!upload) return 'unknown';
    if (this.#ageSeconds(upload) >= this.settings.uploadSeconds) return 'expired';
    return upload.filled ? upload.type : 'empty';
  };

  open(filename: string): Answer {
    const type = TYPE_BY_ENDING[filename.split('.').at(-1)?.toLowerCase() ?? ''];
    if (!type || !filename.includes('.')) {
      const message = 'The file ending is not supported';
      throw invalid([{ code: 'custom', path: ['filename'], message }]);
    }
    const token = randomBytes(24).toString('base64url');
    const policy = randomBytes(32).toString('base64url');
    const createdAtMs = this.clock.now().getTime();
    this.#byToken.set(token, { type, policy, createdAtMs, filled: false });
    const oldest = this.#byToken.keys().next();
    if (this.#byToken.size > UPLOADS_MAX && !oldest.done) this.#byToken.delete(oldest.value);
    return ok({
      uploadUrl: `${this.baseUrl()}/uploads/${token}`,
      fields: { key: `ephemeral/${token}`, policy },
      runwayUri: `runway://${token}`,
    });
  }

  /** Fills a slot. Answers as an object store does: 204 and nothing, or XML. Each form works once. */
  fill(token: string, form: UploadedForm): Answer {
    const upload = this.#byToken.get(token);
    if (!upload || upload.filled || this.#ageSeconds(upload) >= FORM_SECONDS) {
      return storageError(403, 'AccessDenied');
    }
    const { fields, file } = form;
    if (fields['key'] !== `ephemeral/${token}` || fields['policy'] !== upload.policy) {
      return storageError(403, 'AccessDenied');
    }
    if (!file) return storageError(400, 'InvalidArgument');
    if (file.bytes < FILE_BYTES_MIN) return storageError(400, 'EntityTooSmall');
    if (file.bytes > FILE_BYTES_MAX) return storageError(400, 'EntityTooLarge');
    upload.filled = true;
    return { status: 204 };
  }

  #ageSeconds(upload: Upload): number {
    return (this.clock.now().getTime() - upload.createdAtMs) / 1_000;
  }
}

export function uploadHandlers(uploads: Uploads) {
  return {
    'uploads.createEphemeral': ({ method, body }) => {
      validateBody(method, body);
      return uploads.open((body as { filename: string }).filename);
    },
  } satisfies Handlers;
}

function storageError(status: number, code: string): Answer {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body: Buffer.from(body) };
}

function endings(type: MediaType, names: readonly string[]): Record<string, MediaType> {
  return Object.fromEntries(names.map((name) => [name, type]));
}
