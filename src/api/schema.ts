import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type PubSub } from 'type-graphql';
import { GatewayError } from '../errors.js';
import type { AuditEvents } from '../services/audit/audit-events.js';
import type { Budgets } from '../services/budgets.js';
import type { Grants } from '../services/grants.js';
import type { AccessReviews } from '../services/keys/access-reviews.js';
import type { KeyUsage } from '../services/keys/key-usage.js';
import type { ManagedKeys } from '../services/keys/managed-keys.js';
import type { OrganizationReports } from '../services/organization-reports.js';
import type { Policies } from '../services/keys/policies.js';
import type { ResourceEvents } from '../services/resource-events.js';
import type { Resources } from '../services/resources.js';
import type { Settlements } from '../services/settlements.js';
import type { Submissions } from '../services/submissions.js';
import type { TaskEvents } from '../services/task-events.js';
import type { Tasks } from '../services/tasks.js';
import type { Tenants } from '../services/tenants.js';
import type { TokenIssuer } from '../services/tokens/token-issuer.js';
import type { Uploads } from '../services/uploads.js';
import type { InputRules } from './checked-input.js';
import { GenerationResolver } from './generation.js';
import { madeResolvers } from './made.js';
import { liftBounds } from './lift-bounds.js';
import { markOneOf } from './one-of.js';
import { ResourceLoaders } from './resource-loaders.js';
import { ResourceResolver } from './resources.js';
import { AccessReviewResolver } from './resolvers/access-review-resolver.js';
import { AuditResolver } from './resolvers/audit-resolver.js';
import { BudgetResolver } from './resolvers/budget-resolver.js';
import { EstimateResolver } from './resolvers/estimate-resolver.js';
import { GrantResolver } from './resolvers/grant-resolver.js';
import { KeyResolver } from './resolvers/key-resolver.js';
import { KeyUsageResolver } from './resolvers/key-usage-resolver.js';
import { ModelResolver } from './resolvers/model-resolver.js';
import { OrganizationResolver } from './resolvers/organization-resolver.js';
import { PolicyResolver } from './resolvers/policy-resolver.js';
import { resourceSubscriptions } from './resolvers/resource-subscriptions.js';
import { RouterRequestResolver } from './resolvers/router-request-resolver.js';
import { SettlementResolver } from './resolvers/settlement-resolver.js';
import { TaskResolver } from './resolvers/task-resolver.js';
import { taskSubscriptions } from './resolvers/task-subscriptions.js';
import { TenantResolver } from './resolvers/tenant-resolver.js';
import { TokenResolver } from './resolvers/token-resolver.js';
import { UploadResolver } from './resolvers/upload-resolver.js';
import { ViewerResolver } from './resolvers/viewer-resolver.js';

export interface Services {
  readonly accessReviews: AccessReviews;
  readonly auditEvents: AuditEvents;
  readonly budgets: Budgets;
  readonly grants: Grants;
  readonly keys: ManagedKeys;
  readonly keyUsage: KeyUsage;
  readonly organizationReports: OrganizationReports;
  readonly policies: Policies;
  readonly resourceEvents: ResourceEvents;
  readonly resources: Resources;
  readonly settlements: Settlements;
  readonly submissions: Submissions;
  readonly taskEvents: TaskEvents;
  readonly tasks: Tasks;
  readonly tenants: Tenants;
  readonly tokenIssuer: TokenIssuer;
  readonly uploads: Uploads;
}

type ResolverClass = new (...args: never[]) => object;

/** type-graphql insists on one wherever there are subscriptions; ours open their own streams. */
const noPubSub: PubSub = {
  publish: () => {
    throw new GatewayError('INTERNAL', { detail: 'nothing is published through type-graphql' });
  },
  subscribe: () => {
    throw new GatewayError('INTERNAL', { detail: 'subscriptions open their own streams' });
  },
};

/** The graph over the given services, without permissions: policy/permissions adds those. */
export function buildGraph(services: Services, rules: InputRules): GraphQLSchema {
  const TaskSubscriptions = taskSubscriptions(services.taskEvents);
  const ResourceSubscriptions = resourceSubscriptions(services.resourceEvents);
  const loaders = new ResourceLoaders(services.resources);
  const instances = new Map<ResolverClass, object>([
    [AccessReviewResolver, new AccessReviewResolver(services.accessReviews)],
    [AuditResolver, new AuditResolver(services.auditEvents)],
    [BudgetResolver, new BudgetResolver(services.budgets)],
    [EstimateResolver, new EstimateResolver(services.budgets, services.submissions)],
    [GenerationResolver, new GenerationResolver(services.submissions, rules)],
    [GrantResolver, new GrantResolver(services.grants)],
    [KeyResolver, new KeyResolver(services.keys)],
    [KeyUsageResolver, new KeyUsageResolver(services.keyUsage)],
    [ModelResolver, new ModelResolver(services.policies)],
    [OrganizationResolver, new OrganizationResolver(services.organizationReports)],
    [PolicyResolver, new PolicyResolver(services)],
    [ResourceResolver, new ResourceResolver(services.resources, loaders, rules)],
    [ResourceSubscriptions, new ResourceSubscriptions()],
    [RouterRequestResolver, new RouterRequestResolver(services.resources)],
    [SettlementResolver, new SettlementResolver(services.settlements, rules)],
    [TaskResolver, new TaskResolver(services.tasks)],
    [TaskSubscriptions, new TaskSubscriptions()],
    [TenantResolver, new TenantResolver(services.tenants)],
    [TokenResolver, new TokenResolver(services.tokenIssuer, services.budgets)],
    [UploadResolver, new UploadResolver(services.uploads)],
    [ViewerResolver, new ViewerResolver()],
    ...madeResolvers.map((Made): [ResolverClass, object] => [Made, new Made(loaders)]),
  ]);
  const [first = ViewerResolver, ...others] = instances.keys();
  const schema = buildSchemaSync({
    resolvers: [first, ...others],
    container: { get: (type: ResolverClass) => instances.get(type) },
    pubSub: noPubSub,
    validate: {
      forbidUnknownValues: false,
      skipMissingProperties: false,
      validationError: { target: false, value: false },
    },
  });
  markOneOf(schema);
  liftBounds(schema, rules.relaxedBounds);
  return schema;
}
