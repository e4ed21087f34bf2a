import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { PAGE_SIZE, PAGE_SIZE_MAX } from '../../../domain/page-size.js';
import { resourceOperations } from '../../../operations/resource.js';
import type { Context } from '../../../ports/context.js';
import { CursorScalar } from '../../../scalars/cursor.js';
import type { Resources } from '../../../services/resources/resources.js';
import { runwayConnection } from '../../pagination/runway-connection.js';
import type { Connection } from '../../pagination/connection-types.js';
import {
  RouterRequestConnectionType,
  toRouterRequestType,
  type RouterRequestType,
} from './router-request-type.js';

@Resolver()
export class RouterRequestResolver {
  constructor(private readonly resources: Resources) {}

  /** Throws NOT_FOUND when the router does not exist or belongs to someone else. */
  @Query(() => RouterRequestConnectionType, {
    description: resourceOperations.routerRequests.description,
  })
  async routerRequests(
    @Arg('routerId', () => ID, { description: 'The router’s id.' }) routerId: string,
    @Arg('first', () => Int, {
      defaultValue: PAGE_SIZE,
      description: `Entries of the page, 1–${String(PAGE_SIZE_MAX)}.`,
    })
    first: number,
    @Arg('after', () => CursorScalar, {
      nullable: true,
      description: 'Cursor of the last entry that you have.',
    })
    after: string | null | undefined,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<RouterRequestType>> {
    return await runwayConnection(
      { first, after, of: routerId },
      (page) => this.resources.routerRequests(viewer, routerId, page),
      (item) => item && toRouterRequestType(item.request, item.taskId),
    );
  }
}
