import type { ArchivedOutput } from '../../domain/archive/archived-output.js';
import type { ArchiveStore } from '../../ports/archive/archive-store.js';

/** What the archive says of a tenant's outputs. */
export class OutputArchive {
  constructor(
    private readonly store: Pick<ArchiveStore, 'findOutputs'>,
    /** False: ARCHIVE=off. */
    private readonly isOn: boolean,
  ) {}

  /** In the order of the ids; undefined for those that are not to be archived. */
  async find(
    tenantId: string,
    ids: readonly string[],
  ): Promise<readonly (ArchivedOutput | undefined)[]> {
    if (!this.isOn) return ids.map(() => undefined);
    const found = new Map(
      (await this.store.findOutputs(tenantId, ids)).map((output) => [output.id, output]),
    );
    return ids.map((id) => found.get(id));
  }
}
