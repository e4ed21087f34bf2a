import type { Database } from '../../../src/adapters/postgres/connection/database.js';
import { PLACES } from '../../../src/adapters/postgres/encryption/places.js';
import { openJson, openText } from '../../../src/adapters/postgres/encryption/sealed-forms.js';

/** The submission of a task, decrypted. */
export async function readSubmission({ kysely, ciphers }: Database, taskId: string) {
  const row = await kysely
    .selectFrom('submissions')
    .selectAll()
    .where('task_id', '=', taskId)
    .executeTakeFirstOrThrow();
  return await ciphers.openedOne(
    kysely,
    row,
    ({ id, request, reduced_request, detail }, cipher) => {
      const place = PLACES.submissionRequest(id);
      return {
        ...row,
        request: openJson(request, cipher, place),
        reduced_request: reduced_request && openJson(reduced_request, cipher, place),
        detail: detail && openText(detail, cipher, PLACES.submissionDetail(id)),
      };
    },
  );
}
