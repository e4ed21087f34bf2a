import type { RouterRequest } from '../../domain/resource/router.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import { GatewayError } from '../../errors.js';
import type {
  PageRequest,
  RunwayPage,
  RunwayResources,
} from '../../ports/resources/runway-resources.js';
import type { Following } from './following.js';
import type { Ownership } from './ownership.js';

/** A router's decision, with our own id of the resulting task, if the tenant has it. */
export interface RoutedRequest {
  readonly request: RouterRequest;
  readonly taskId: string | null;
}

/** How the routers of tenants have decided. */
export class RouterRequests {
  readonly #options: {
    readonly runway: RunwayResources;
    readonly following: Following;
    readonly ownership: Ownership;
  };

  constructor(options: {
    readonly runway: RunwayResources;
    readonly following: Following;
    readonly ownership: Ownership;
  }) {
    this.#options = options;
  }

  /**
   * The decisions of a tenant's router, newest first. A decision for another tenant that had the
   * router before is undefined in the page. Throws NOT_FOUND.
   */
  async list(
    viewer: Viewer,
    routerId: string,
    page: PageRequest,
  ): Promise<RunwayPage<RoutedRequest | undefined>> {
    const { runway, following, ownership } = this.#options;
    const owned = await ownership.find(viewer.tenantId, 'router', [routerId]);
    const row = owned.get(routerId);
    if (row === undefined) throw new GatewayError('NOT_FOUND');
    const found = await runway.routerRequests(row.runwayAccount, routerId, page);
    if (found === undefined) throw new GatewayError('NOT_FOUND');
    const runwayTaskIds = found.items.flatMap(({ runwayTaskId }) => runwayTaskId ?? []);
    const tasks = await following.tasksOf(runwayTaskIds);
    const items = found.items.map((request) => {
      if (isBefore(request, row.grantedAt)) return undefined;
      const task = tasks.get(request.runwayTaskId ?? '');
      if (task !== undefined && task.tenantId !== viewer.tenantId) return undefined;
      const isOwn = task !== undefined || ownership.isSoleTenant;
      const runwayTaskId = isOwn ? request.runwayTaskId : null;
      return { request: { ...request, runwayTaskId }, taskId: task?.id ?? null };
    });
    // Older decisions are not the tenant's either, so their number stays hidden too.
    const isLast = found.items.some((request) => isBefore(request, row.grantedAt));
    return { items, nextCursor: isLast ? null : found.nextCursor };
  }
}

function isBefore({ createdAt }: RouterRequest, time: Date | null): boolean {
  return time !== null && Date.parse(createdAt) < time.getTime();
}
