import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type PubSub } from 'type-graphql';
import { GatewayError } from '../errors.js';
import type { Budgets } from '../services/budgets.js';
import type { Keys } from '../services/keys.js';
import type { Moderation } from '../services/moderation.js';
import type { Settlements } from '../services/settlements.js';
import type { Submissions } from '../services/submissions.js';
import type { TaskEvents } from '../services/task-events.js';
import type { Tasks } from '../services/tasks.js';
import type { Uploads } from '../services/uploads.js';
import { GenerationResolver, type GenerationRules } from './generation.js';
import { markOneOf } from './one-of.js';
import { BudgetResolver } from './resolvers/budget-resolver.js';
import { EstimateResolver } from './resolvers/estimate-resolver.js';
import { KeyResolver } from './resolvers/key-resolver.js';
import { ModelResolver } from './resolvers/model-resolver.js';
import { SettlementResolver } from './resolvers/settlement-resolver.js';
import { TaskResolver } from './resolvers/task-resolver.js';
import { taskSubscriptions } from './resolvers/task-subscriptions.js';
import { TenantResolver } from './resolvers/tenant-resolver.js';
import { UploadResolver } from './resolvers/upload-resolver.js';
import { ViewerResolver } from './resolvers/viewer-resolver.js';

export interface Services {
  readonly budgets: Budgets;
  readonly keys: Keys;
  readonly moderation: Moderation;
  readonly settlements: Settlements;
  readonly submissions: Submissions;
  readonly taskEvents: TaskEvents;
  readonly tasks: Tasks;
  readonly uploads: Uploads;
}

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
export function buildGraph(services: Services, rules: GenerationRules): GraphQLSchema {
  const TaskSubscriptions = taskSubscriptions(services.taskEvents);
  const instances = new Map<object, object>([
    [BudgetResolver, new BudgetResolver(services.budgets)],
    [EstimateResolver, new EstimateResolver(services.budgets, services.submissions)],
    [GenerationResolver, new GenerationResolver(services.submissions, rules)],
    [KeyResolver, new KeyResolver(services.keys)],
    [ModelResolver, new ModelResolver()],
    [SettlementResolver, new SettlementResolver(services.settlements, rules)],
    [TaskResolver, new TaskResolver(services.tasks)],
    [TaskSubscriptions, new TaskSubscriptions()],
    [TenantResolver, new TenantResolver(services.moderation)],
    [UploadResolver, new UploadResolver(services.uploads)],
    [ViewerResolver, new ViewerResolver()],
  ]);
  const schema = buildSchemaSync({
    resolvers: [
      BudgetResolver,
      EstimateResolver,
      GenerationResolver,
      KeyResolver,
      ModelResolver,
      SettlementResolver,
      TaskResolver,
      TaskSubscriptions,
      TenantResolver,
      UploadResolver,
      ViewerResolver,
    ],
    container: { get: (type: object) => instances.get(type) },
    pubSub: noPubSub,
    validate: {
      forbidUnknownValues: false,
      skipMissingProperties: false,
      validationError: { target: false, value: false },
    },
  });
  markOneOf(schema);
  return schema;
}
