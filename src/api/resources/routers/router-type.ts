import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../scalars/date-time-scalar.js';
import type { Router, RouterSettings } from '../../../domain/resource/router.js';
import type { KindGraph } from '../kind-graph.js';

const DEFAULT = "null: Runway's default";

@ObjectType('RouterSettings', { description: 'How a router chooses a model.' })
export class RouterSettingsType implements RouterSettings {
  @Field(() => String, {
    nullable: true,
    description: `What counts among models that can do it: \`cost\`, \`latency\` or \`quality\`; ${DEFAULT}.`,
  })
  optimizeFor!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: `Whether a model whose places are all taken is passed over; ${DEFAULT}.`,
  })
  fallbackOnCapacity!: boolean | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Credits that one audio output may cost at most; null: any.',
  })
  maxCreditsPerAudio!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Credits that one image may cost at most; null: any.',
  })
  maxCreditsPerImage!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Credits that one video may cost at most; null: any.',
  })
  maxCreditsPerVideo!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What `modelIds` means: `allow_new_except` (all but these), `allowlist_only` (only these); null: all models.',
  })
  modelsMode!: string | null;

  @Field(() => [String], { description: "Runway's names of models; see `modelsMode`." })
  modelIds!: readonly string[];

  @Field(() => Int, { description: 'In which version of its form Runway keeps them.' })
  schemaVersion!: number;
}

@ObjectType('Router', { description: 'Chooses a model for a generation by settings of your own.' })
export class RouterType {
  @Field(() => ID, { description: "Runway's id." })
  id!: string;

  @Field(() => String, {
    description: 'The `configId` of generations; unique within your tenant.',
  })
  slug!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it is for; null when not set.' })
  description!: string | null;

  @Field(() => RouterSettingsType, { description: 'How it chooses.' })
  settings!: RouterSettingsType;

  @Field(() => Int, { description: 'Counts the changes of its settings.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last changed.' })
  updatedAt!: Date;
}

/** `slug`: as the tenant knows it; Runway's own carries the tenant. */
export function toRouterType(router: Router, slug: string): RouterType {
  return Object.assign(new RouterType(), {
    ...router,
    slug,
    createdAt: new Date(router.createdAt),
    updatedAt: new Date(router.updatedAt),
  } satisfies RouterType);
}

export const routerGraph: KindGraph<'router'> = {
  kind: 'router',
  thing: 'router',
  Type: RouterType,
  toType: ({ resource, alias }) => toRouterType(resource, alias ?? resource.slug),
  list: { entries: 'model routers' },
};
