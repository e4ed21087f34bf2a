// Guarantee: an input that the gateway would refuse by its shape does not compile. Each expected error
// fails `npm run check:types` when the compiler no longer finds it.
import type {
  CreateTextToVideoInput,
  CreateTextToVideoMutation,
} from '../../client/src/documents.js';
import {
  CreateTextToVideoDocument,
  TaskDocument,
  ViewerDocument,
} from '../../client/src/documents.js';
import * as apollo from '../../client/src/apollo-hooks.js';
import * as urql from '../../client/src/urql-hooks.js';
import { generate, type GenerateOptions } from '../../client/src/index.js';

const common = { promptText: 'A lighthouse at dawn', duration: 5 };

export const right: CreateTextToVideoInput = {
  gen4_5: { ...common, ratio: 'RATIO_1280_720', seed: 7 },
};

export const ratioOfAnotherModel: CreateTextToVideoInput = {
  // @ts-expect-error this model has no such ratio
  gen4_5: { ...common, ratio: 'RATIO_960_960' },
};

// @ts-expect-error two members
export const twoMembers: CreateTextToVideoInput = {
  gen4_5: { ...common, ratio: 'RATIO_1280_720' },
  veo3_1: { ...common, ratio: 'RATIO_1280_720', duration: 4 },
};

// @ts-expect-error there is no member
export const noMember: CreateTextToVideoInput = {};

export const wrongScalar: CreateTextToVideoInput = {
  // @ts-expect-error a seed is a number
  gen4_5: { ...common, ratio: 'RATIO_1280_720', seed: '7' },
};

export const unknownField: CreateTextToVideoInput = {
  // @ts-expect-error this model has no such field
  gen4_5: { ...common, ratio: 'RATIO_1280_720', negativePrompt: 'rain' },
};

type Task = NonNullable<CreateTextToVideoMutation['createTextToVideo']>['task'];
export const moment = (task: Task): string => task.createdAt;
// @ts-expect-error an answer's JSON is unknown until it is looked at
export const part = (task: Task): string => task.input;

/** Hooks and clients know the variables of their document. */
export function Component(options: GenerateOptions): void {
  apollo.useViewerQuery();
  apollo.useTaskQuery({ variables: { id: 'task' } });
  // @ts-expect-error an id is no flag
  apollo.useTaskQuery({ variables: { id: true } });
  apollo.useTaskUpdatedSubscription({ variables: { id: 'task' } });
  // @ts-expect-error the id is required
  apollo.useTaskUpdatedSubscription();
  const [create] = apollo.useCreateTextToVideoMutation();
  void create({ variables: { input: right } });
  // @ts-expect-error there is no member
  void create({ variables: { input: {} } });

  urql.useViewerQuery({});
  urql.useTaskUpdatedSubscription({ variables: { id: 'task' } });
  // @ts-expect-error the id is required
  urql.useTaskUpdatedSubscription({});
  const [, createToo] = urql.useCreateTextToVideoMutation();
  void createToo({ input: right });
  // @ts-expect-error there is no member
  void createToo({ input: {} });

  void generate(CreateTextToVideoDocument, { input: right }, options);
  // @ts-expect-error there is no member
  void generate(CreateTextToVideoDocument, { input: {} }, options);
  // @ts-expect-error a query submits nothing
  void generate(ViewerDocument, {}, options);
  // @ts-expect-error a query submits nothing
  void generate(TaskDocument, { id: 'task' }, options);
}
