import { assertValidSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, type PubSub } from 'type-graphql';
import { ADDED_FIELDS, type AddedField } from '../generated/facts/added-fields.js';
import { GatewayError } from '../errors.js';
import type { RunwayCredentials } from '../services/accounts/runway-credentials.js';
import type { AlertEvents } from '../services/alerts/alert-events.js';
import type { SecurityAlerts } from '../services/alerts/security-alerts.js';
import type { AuditEvents } from '../services/audit/audit-events.js';
import type { OutputArchive } from '../services/archive/output-archive.js';
import type { OutputAddresses } from '../services/archive/output-addresses.js';
import type { Budgets } from '../services/budgets/budgets.js';
import type { Grants } from '../services/resources/grants.js';
import type { AccessReviews } from '../services/keys/access-reviews.js';
import type { KeyUsage } from '../services/keys/key-usage.js';
import type { ManagedKeys } from '../services/keys/managed-keys.js';
import type { OrganizationReports } from '../services/organization/organization-reports.js';
import type { Policies } from '../services/keys/policies.js';
import type { ResourceEvents } from '../services/resources/resource-events.js';
import type { ResourceLists } from '../services/resources/resource-lists.js';
import type { Resources } from '../services/resources/resources.js';
import type { Settlements } from '../services/settlement/settlements.js';
import type { Submissions } from '../services/submission/submissions.js';
import type { SettlementWaits } from '../services/events/settlement-waits.js';
import type { TaskHistories } from '../services/events/task-histories.js';
import type { TaskEvents } from '../services/events/task-events.js';
import type { TaskSources } from '../services/lineage/task-sources.js';
import type { Tasks } from '../services/tasks/tasks.js';
import type { Tenants } from '../services/tenants/tenants.js';
import type { TokenIssuer } from '../services/tokens/token-issuer.js';
import type { RouterRequests } from '../services/resources/router-requests.js';
import type { Uploads } from '../services/resources/uploads.js';
import type { WebhookEvents } from '../services/webhooks/webhook-events.js';
import type { Webhooks } from '../services/webhooks/webhooks.js';
import { addAnswerFields } from './answer-fields.js';
import { joinStreams } from './define-subscription.js';
import type { InputRules } from './input/checked-input.js';
import { GenerationResolver } from './generations/generation-fields.js';
import { madeResolvers } from './generations/made.js';
import { linkResolvers } from './generations/made-links.js';
import { liftBounds } from './input/lift-bounds.js';
import { markOneOf } from './input/one-of.js';
import { showBounds } from './input/show-bounds.js';
import { makeRootsNullable } from './nullable-roots.js';
import { markPlainFields } from './plain-fields.js';
import { ResourceLoaders } from './resources/resource-loaders.js';
import { ResourceResolver } from './resources/resource-fields.js';
import { AccessReviewResolver } from './keys/access-review-resolver.js';
import { AccountResolver } from './accounts/account-resolver.js';
import { AlertResolver } from './alerts/alert-resolver.js';
import { AlertSubscriptions } from './alerts/alert-subscriptions.js';
import { AuditResolver } from './audit/audit-resolver.js';
import { UsageResolver } from './budgets/usage-resolver.js';
import { BudgetResolver } from './budgets/budget-resolver.js';
import { EstimateResolver } from './generations/estimate-resolver.js';
import { GrantResolver } from './resources/grant-resolver.js';
import { KeyResolver } from './keys/key-resolver.js';
import { KeyUsageResolver } from './keys/key-usage-resolver.js';
import { ModelResolver } from './generations/model-resolver.js';
import { OrganizationResolver } from './organization/organization-resolver.js';
import { PolicyResolver } from './keys/policy-resolver.js';
import { ResourceSubscriptions } from './resources/resource-subscriptions.js';
import { RouterRequestResolver } from './resources/routers/router-request-resolver.js';
import { SettlementResolver } from './settlement/settlement-resolver.js';
import { OutputResolver } from './tasks/output-resolver.js';
import { TaskSourceResolver, TaskSourcesResolver } from './tasks/task-sources-resolver.js';
import { TaskHistoryResolver } from './tasks/task-history.js';
import { TaskResolver } from './tasks/task-resolver.js';
import { TaskSubscriptions } from './tasks/task-subscriptions.js';
import { TenantResolver } from './tenants/tenant-resolver.js';
import { TokenResolver } from './tokens/token-resolver.js';
import { UploadResolver } from './resources/uploads/upload-resolver.js';
import { ViewerResolver } from './tenants/viewer-resolver.js';
import { WebhookDeliveryResolver } from './webhooks/webhook-delivery-resolver.js';
import { WebhookResolver } from './webhooks/webhook-resolver.js';
import { WebhookSubscriptions } from './webhooks/webhook-subscriptions.js';

export interface Services {
  readonly accessReviews: AccessReviews;
  readonly alertEvents: AlertEvents;
  readonly auditEvents: AuditEvents;
  readonly budgets: Budgets;
  readonly grants: Grants;
  readonly keys: ManagedKeys;
  readonly keyUsage: KeyUsage;
  readonly outputAddresses: OutputAddresses;
  readonly outputArchive: OutputArchive;
  readonly organizationReports: OrganizationReports;
  readonly policies: Policies;
  readonly resourceEvents: ResourceEvents;
  readonly resourceLists: ResourceLists;
  readonly resources: Resources;
  readonly routerRequests: RouterRequests;
  readonly runwayCredentials: RunwayCredentials;
  readonly securityAlerts: SecurityAlerts;
  readonly settlements: Settlements;
  readonly settlementWaits: SettlementWaits;
  readonly submissions: Submissions;
  readonly taskEvents: TaskEvents;
  readonly taskHistories: TaskHistories;
  readonly taskSources: TaskSources;
  readonly tasks: Tasks;
  readonly tenants: Tenants;
  readonly tokenIssuer: TokenIssuer;
  readonly uploads: Uploads;
  readonly webhookEvents: WebhookEvents;
  readonly webhooks: Webhooks;
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
export function buildGraph(
  services: Services,
  rules: InputRules,
  addedFields: readonly AddedField[] = ADDED_FIELDS,
): GraphQLSchema {
  const { submissions, settlementWaits: waits } = services;
  const loaders = new ResourceLoaders(services.resources);
  const instances = new Map<ResolverClass, object>([
    [AccessReviewResolver, new AccessReviewResolver(services.accessReviews)],
    [AccountResolver, new AccountResolver(services.runwayCredentials)],
    [AlertResolver, new AlertResolver(services.securityAlerts)],
    [AlertSubscriptions, new AlertSubscriptions(services.alertEvents)],
    [AuditResolver, new AuditResolver(services.auditEvents)],
    [BudgetResolver, new BudgetResolver(services.budgets)],
    [EstimateResolver, new EstimateResolver(services.budgets, submissions, rules)],
    [GenerationResolver, new GenerationResolver(submissions, waits, services.webhooks, rules)],
    [GrantResolver, new GrantResolver(services.grants)],
    [KeyResolver, new KeyResolver(services.keys)],
    [KeyUsageResolver, new KeyUsageResolver(services.keyUsage)],
    [ModelResolver, new ModelResolver(services.policies)],
    [OrganizationResolver, new OrganizationResolver(services.organizationReports)],
    [OutputResolver, new OutputResolver(services.outputAddresses, services.outputArchive)],
    [PolicyResolver, new PolicyResolver(services)],
    [
      ResourceResolver,
      new ResourceResolver(services.resources, services.resourceLists, loaders, rules),
    ],
    [ResourceSubscriptions, new ResourceSubscriptions(services.resourceEvents)],
    [RouterRequestResolver, new RouterRequestResolver(services.routerRequests)],
    [SettlementResolver, new SettlementResolver(services.settlements, waits, rules)],
    [TaskHistoryResolver, new TaskHistoryResolver(services.taskHistories)],
    [TaskSourcesResolver, new TaskSourcesResolver(services.taskSources)],
    [TaskSourceResolver, new TaskSourceResolver(services.taskSources)],
    [TaskResolver, new TaskResolver(services.tasks, waits)],
    [TaskSubscriptions, new TaskSubscriptions(services.taskEvents)],
    [TenantResolver, new TenantResolver(services.tenants)],
    [TokenResolver, new TokenResolver(services.tokenIssuer, services.budgets)],
    [UsageResolver, new UsageResolver(services.budgets)],
    [UploadResolver, new UploadResolver(services.uploads)],
    [ViewerResolver, new ViewerResolver(services.tenants)],
    [WebhookDeliveryResolver, new WebhookDeliveryResolver(services.webhooks)],
    [WebhookResolver, new WebhookResolver(services.webhooks)],
    [WebhookSubscriptions, new WebhookSubscriptions(services.webhookEvents)],
    ...linkResolvers.map((Link): [ResolverClass, object] => [Link, new Link(loaders)]),
    ...madeResolvers.map((Made): [ResolverClass, object] => [Made, new Made(loaders)]),
  ]);
  const [first = ViewerResolver, ...others] = instances.keys();
  markPlainFields();
  const schema = buildSchemaSync({
    resolvers: [first, ...others],
    container: { get: (type: ResolverClass) => instances.get(type) },
    pubSub: noPubSub,
    // That check is an introspection query; the schema is validated below, when it is complete.
    skipCheck: true,
    validate: {
      forbidUnknownValues: false,
      skipMissingProperties: false,
      validationError: { target: false, value: false },
    },
  });
  joinStreams(schema, (type) => instances.get(type));
  makeRootsNullable(schema);
  markOneOf(schema);
  showBounds(schema);
  addAnswerFields(schema, addedFields);
  liftBounds(schema, rules.relaxedBounds);
  validate(schema);
  return schema;
}

/** Throws for a schema that is not valid. Copies of a schema that was found valid are taken as valid. */
function validate(schema: GraphQLSchema): void {
  schema.__validationErrors = undefined;
  assertValidSchema(schema);
}
