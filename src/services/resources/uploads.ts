import type { Viewer } from '../../domain/tenant/viewer.js';
import type { AccountRoutes } from '../../ports/accounts/account-routes.js';
import type { Clock } from '../../ports/clock.js';
import type { RunwayApi, UploadForm } from '../../ports/upstream/runway-api.js';
import type { Resource, ResourceStore } from '../../ports/resources/resource-store.js';
import { RunwayRefused } from '../upstream/runway-refused.js';

/** 24 h: how long Runway keeps an upload. Source: Runway's page on uploads. */
export const UPLOAD_TTL_MS = 86_400_000;

export interface Upload extends UploadForm {
  readonly expiresAt: Date;
}

/** Presigned forms. The gateway records each as its tenant's before it returns the form. */
export class Uploads {
  readonly #options: {
    readonly store: ResourceStore;
    readonly runway: RunwayApi;
    readonly clock: Clock;
    readonly accounts: AccountRoutes;
  };

  constructor(options: {
    readonly store: ResourceStore;
    readonly runway: RunwayApi;
    readonly clock: Clock;
    readonly accounts: AccountRoutes;
  }) {
    this.#options = options;
  }

  /** Throws RunwayRefused, and the RUNWAY_ errors of RunwayApi.createUpload. */
  async create(viewer: Viewer, filename: string): Promise<Upload> {
    const { store, runway, clock, accounts } = this.#options;
    const runwayAccount = accounts.of(viewer.tenantId);
    const slot = await runway.createUpload(runwayAccount, filename);
    if ('refusal' in slot) {
      const request = { operation: 'createUpload', input: { filename } };
      throw new RunwayRefused(slot.refusal, request);
    }
    const { form } = slot;
    const createdAt = clock.now();
    const resource: Resource = {
      tenantId: viewer.tenantId,
      kind: 'upload',
      runwayAccount,
      runwayId: form.runwayUri,
      alias: null,
      runwaySlug: null,
      parentId: null,
      owner: viewer.subject,
      createdAt,
      grantedAt: null,
    };
    await store.record(resource, viewer.audit);
    return { ...form, expiresAt: new Date(createdAt.getTime() + UPLOAD_TTL_MS) };
  }
}
