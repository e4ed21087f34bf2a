import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { operations } from '../../../operations/operations.js';
import type { Context } from '../../../ports/context.js';
import type { RouterRequests } from '../../../services/resources/router-requests.js';
import { After, First } from '../../pagination/page-arguments.js';
import { runwayConnection } from '../../pagination/runway-connection.js';
import type { Connection } from '../../pagination/connection.js';
import {
  RouterRequestConnectionType,
  toRouterRequestType,
  type RouterRequestType,
} from './router-request-type.js';

@Resolver()
export class RouterRequestResolver {
  constructor(private readonly requests: RouterRequests) {}

  /** Throws NOT_FOUND when the router does not exist or belongs to someone else. */
  @Query(() => RouterRequestConnectionType, {
    description: operations.routerRequests.description,
  })
  async routerRequests(
    @Arg('routerId', () => ID, { description: 'The router’s id.' }) routerId: string,
    @First() first: number,
    @After() after: string | null | undefined,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<RouterRequestType>> {
    return await runwayConnection(
      { first, after, of: routerId },
      (page) => this.requests.list(viewer, routerId, page),
      (item) => item && toRouterRequestType(item.request, item.taskId),
    );
  }
}
