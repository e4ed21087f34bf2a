import type { OutputDisposition } from '../../domain/archive/output-disposition.js';
import { parseOutputId } from '../../domain/archive/output-id.js';
import type { ArchiveStore } from '../../ports/archive/archive-store.js';
import type { AdmittedOutput, OutputDoor } from '../../ports/archive/opened-output.js';
import type { OutputAddresses } from './output-addresses.js';
import type { OutputBytes } from './output-bytes.js';

const EXPIRES = /^[1-9]\d{0,11}$/;

const DISPOSITION_OF: ReadonlyMap<string | null, OutputDisposition> = new Map([
  [null, 'ATTACHMENT'],
  ['inline', 'INLINE'],
]);

/** No tenant has this id, so that nothing is signed for it. */
const NO_TENANT = '';

/** Which output an address opens: it never says what is wrong with an address. */
export class OutputAdmission implements OutputDoor {
  readonly #store: Pick<ArchiveStore, 'findServedTenant'>;
  readonly #addresses: OutputAddresses;
  readonly #bytes: OutputBytes;

  constructor(
    store: Pick<ArchiveStore, 'findServedTenant'>,
    addresses: OutputAddresses,
    bytes: OutputBytes,
  ) {
    this.#store = store;
    this.#addresses = addresses;
    this.#bytes = bytes;
  }

  async admit({
    id,
    expires,
    disposition,
    signature,
  }: Parameters<OutputDoor['admit']>[0]): Promise<AdmittedOutput | undefined> {
    const name = parseOutputId(id);
    const shown = DISPOSITION_OF.get(disposition);
    if (name === undefined || shown === undefined || !EXPIRES.test(expires)) return undefined;
    const claims = { expires: Number(expires), disposition: shown };
    // It costs no look at the store.
    if (this.#addresses.hasEnded(claims)) return undefined;
    const tenantId = await this.#store.findServedTenant(name.taskId);
    // The same work where there is no such task: the time of an answer tells nothing.
    const isGood = await this.#addresses.isGood(tenantId ?? NO_TENANT, id, claims, signature);
    if (tenantId === undefined || !isGood) return undefined;
    return {
      ...name,
      tenantId,
      isInline: shown === 'INLINE',
      open: (request) => this.#bytes.open(tenantId, name, request),
      elsewhere: () => this.#bytes.addressOf(tenantId, name, shown),
    };
  }
}
