import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { RESOURCE_KINDS } from '../../domain/resource/kinds.js';
import { GatewayError } from '../../errors.js';
import { operations } from '../../operations/operations.js';
import type { Context } from '../../ports/context.js';
import type { Tenants } from '../../services/tenants/tenants.js';
import { DeletePayload } from '../delete-payload.js';
import { checkArgument } from '../input/check-argument.js';
import { edgeOf, toConnection, type Connection } from '../pagination/connection.js';
import { After, First } from '../pagination/page-arguments.js';
import { tenantCursors } from './tenant-cursor.js';
import { TenantDetails } from './tenant-details.js';
import { BudgetType, toBudgetType } from '../budgets/budget-type.js';
import {
  CreateTenantInput,
  CreateTenantPayload,
  holdingOf,
  ResumeTenantPayload,
  SetTenantLimitsPayload,
  SuspendTenantPayload,
  TenantConnectionType,
  TenantHoldingsType,
  TenantRemainingType,
  TenantType,
  toTenantType,
} from './tenant-type.js';

/** As for LIVE_TASKS_PER_TENANT_MAX. What is more is a slip. */
const LIVE_TASKS_MAX = 1_000_000;

/** A hundred times the configured rates. */
const RATE_PERCENT_MAX = 10_000;

@Resolver(() => TenantType)
export class TenantResolver {
  readonly #tenants: Tenants;
  readonly #details: TenantDetails;

  constructor(tenants: Tenants) {
    this.#tenants = tenants;
    this.#details = new TenantDetails(tenants);
  }

  @Query(() => TenantConnectionType, {
    name: 'tenants',
    description: operations.tenants.description,
  })
  async list(
    @First() first: number,
    @After() after: string | null | undefined,
  ): Promise<Connection<TenantType>> {
    const page = await this.#tenants.list({
      first,
      after: tenantCursors.after(after)?.id ?? null,
    });
    const edges = page.tenants.map((tenant) => edgeOf(tenantCursors, tenant, toTenantType(tenant)));
    return toConnection(edges, page);
  }

  @FieldResolver(() => Int, {
    description: 'Tasks that it has QUEUED, PENDING, THROTTLED or RUNNING.',
  })
  async liveTasks(@Root() { id }: TenantType, @Ctx() context: Context): Promise<number> {
    return (await this.#details.holdings(context, id)).liveTasks;
  }

  @FieldResolver(() => [BudgetType], {
    description: 'The used credits of the whole tenant: today, then this month (UTC).',
  })
  async budget(@Root() { id }: TenantType, @Ctx() context: Context): Promise<BudgetType[]> {
    return (await this.#details.budgets(context, id)).map(toBudgetType);
  }

  @FieldResolver(() => TenantHoldingsType, { description: 'Number of its resources, by kind.' })
  async holdings(@Root() { id }: TenantType, @Ctx() context: Context): Promise<TenantHoldingsType> {
    const { tasks, apiKeys, resources } = await this.#details.holdings(context, id);
    const counts: Record<string, number> = {};
    for (const kind of RESOURCE_KINDS) counts[holdingOf(kind)] = resources[kind] ?? 0;
    return { tasks, apiKeys, ...counts };
  }

  @FieldResolver(() => TenantRemainingType, {
    nullable: true,
    description: 'What is left to be deleted; null unless it is DELETING.',
  })
  async remaining(
    @Root() { id, status }: TenantType,
    @Ctx() context: Context,
  ): Promise<TenantRemainingType | null> {
    if (status !== 'DELETING') return null;
    const { tasks, resources } = await this.#details.holdings(context, id);
    const counts = Object.values(resources);
    return { tasks, resources: counts.reduce((sum, count) => sum + count, 0) };
  }

  /** Throws CONFLICT when the id is taken, and where there may be one tenant only. */
  @Mutation(() => CreateTenantPayload, { description: operations.createTenant.description })
  async createTenant(
    @Arg('input', () => CreateTenantInput, {
      description: 'The tenant to be made.',
      validateFn: checkArgument('input'),
    })
    input: CreateTenantInput,
    @Ctx() { viewer }: Context,
  ): Promise<CreateTenantPayload> {
    return { tenant: toTenantType(await this.#tenants.create(input, viewer.audit)) };
  }

  /** Throws NOT_FOUND, CONFLICT when it is DELETING, BAD_USER_INPUT for a limit out of bounds. */
  @Mutation(() => SetTenantLimitsPayload, {
    description: operations.setTenantLimits.description,
  })
  async setTenantLimits(
    @Arg('id', () => ID, { description: 'The tenant’s id.' }) id: string,
    @Arg('liveTasksMax', () => Int, {
      nullable: true,
      description: `Tasks that it may have QUEUED or live at once, 0–${String(LIVE_TASKS_MAX)}; null: as many as the configuration says. May not be left out. Holds for requests that come afterwards.`,
    })
    liveTasksMax: number | null | undefined,
    @Arg('ratePercent', () => Int, {
      nullable: true,
      description: `Percent of the configured operations and points a minute that it may use, 1–${String(RATE_PERCENT_MAX)}; null: 100. Left out, it stays as it is. Holds within 5 seconds.`,
    })
    ratePercent: number | null | undefined,
    @Ctx() { viewer }: Context,
  ): Promise<SetTenantLimitsPayload> {
    checkLiveTasksMax(liveTasksMax);
    checkRatePercent(ratePercent);
    const limits = { liveTasksMax, ratePercent };
    const tenant = await this.#tenants.setLimits(id, limits, viewer.audit);
    return { tenant: toTenantType(tenant) };
  }

  /** Throws NOT_FOUND, and CONFLICT when it is the viewer's own tenant or DELETING. */
  @Mutation(() => SuspendTenantPayload, {
    description: operations.suspendTenant.description,
  })
  async suspendTenant(
    @Arg('id', () => ID, { description: 'The tenant’s id. CONFLICT for your own.' }) id: string,
    @Ctx() { viewer }: Context,
  ): Promise<SuspendTenantPayload> {
    return { tenant: toTenantType(await this.#tenants.suspend(viewer, id)) };
  }

  /** Throws NOT_FOUND, and CONFLICT when it is DELETING. */
  @Mutation(() => ResumeTenantPayload, { description: operations.resumeTenant.description })
  async resumeTenant(
    @Arg('id', () => ID, { description: 'The tenant’s id.' }) id: string,
    @Ctx() { viewer }: Context,
  ): Promise<ResumeTenantPayload> {
    return { tenant: toTenantType(await this.#tenants.resume(id, viewer.audit)) };
  }

  /** Throws NOT_FOUND, and CONFLICT when it is the viewer's own tenant. */
  @Mutation(() => DeletePayload, { description: operations.deleteTenant.description })
  async deleteTenant(
    @Arg('id', () => ID, { description: 'The tenant’s id. CONFLICT for your own.' }) id: string,
    @Ctx() { viewer }: Context,
  ): Promise<DeletePayload> {
    return { id: (await this.#tenants.delete(viewer, id)).id };
  }
}

/** Throws BAD_USER_INPUT. A limit that is lifted by a forgotten argument is no limit. */
function checkLiveTasksMax(max: number | null | undefined): asserts max is number | null {
  if (max === null || (max !== undefined && max >= 0 && max <= LIVE_TASKS_MAX)) return;
  const allowed = [`0–${String(LIVE_TASKS_MAX)}`, 'null'];
  const message = 'Give a number of tasks, or null for what the configuration says.';
  const rule = max === undefined ? 'required' : 'range';
  throw new GatewayError('BAD_USER_INPUT', {
    issues: [{ path: 'liveTasksMax', rule, message, allowed }],
  });
}

/** Throws BAD_USER_INPUT. A tenant that may do nothing is suspended instead. */
function checkRatePercent(percent: number | null | undefined): void {
  if (percent === null || percent === undefined) return;
  if (percent >= 1 && percent <= RATE_PERCENT_MAX) return;
  const allowed = [`1–${String(RATE_PERCENT_MAX)}`, 'null'];
  const message = 'Give a percentage, or null for what the configuration says.';
  throw new GatewayError('BAD_USER_INPUT', {
    issues: [{ path: 'ratePercent', rule: 'range', message, allowed }],
  });
}
