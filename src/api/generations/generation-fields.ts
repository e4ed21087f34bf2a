import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Resolver } from 'type-graphql';
import { GatewayError } from '../../errors.js';
import { requestInputs } from '../../generated/graph/request-inputs.js';
import { submittedOperations, type SubmittedField } from '../../operations/submitted-operations.js';
import type { Context } from '../../ports/context.js';
import { RunwayRefused } from '../../services/upstream/runway-refused.js';
import type { Submissions } from '../../services/submission/submissions.js';
import type { SettlementWaits } from '../../services/events/settlement-waits.js';
import type { Webhooks } from '../../services/webhooks/webhooks.js';
import { defineField } from '../define-field.js';
import { checkText } from '../input/check-argument.js';
import { argumentTypeOf, inputIssuesOf, type InputRules } from '../input/checked-input.js';
import {
  IDEMPOTENCY_KEY_DESCRIPTION,
  idempotencyKey,
  KEY_REQUIRED,
} from '../input/idempotency-key.js';
import { refusalError } from '../errors/refusal-error.js';
import { creationPayloads } from '../resources/creation-payloads.js';
import { toValidRequest } from './valid-request.js';
import { LABEL_LENGTH_MAX, TaskPayload, toTaskPayload } from '../tasks/task-payloads.js';
import { WaitSeconds } from '../tasks/wait-argument.js';

const WEBHOOK_URL_DESCRIPTION =
  'Where the outcome of this task is posted, beside your webhooks: https, on the public internet. Signed with the secret that `rotateWebhookSecret` gives without an id, which must have been called. At most 2,000 characters.';

/** The mutations that make something: one method a row of the operations table, added below. */
@Resolver()
export class GenerationResolver {
  constructor(
    readonly submissions: Submissions,
    readonly waits: SettlementWaits,
    readonly webhooks: Pick<Webhooks, 'checkTaskAddress'>,
    readonly rules: InputRules,
  ) {}
}

interface SubmitArguments {
  readonly input: object;
  readonly idempotencyKey: string | undefined;
  readonly label: string | undefined;
  readonly waitSeconds: number;
  readonly webhookUrl: string | undefined;
}

async function submit(
  field: SubmittedField,
  { submissions, waits, webhooks, rules }: GenerationResolver,
  args: SubmitArguments,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<TaskPayload> {
  const wait = waits.begin(context, args.waitSeconds);
  const inputType = argumentTypeOf('input', info);
  const key = idempotencyKey(args.idempotencyKey, context);
  const needsKey = submittedOperations[field].spends && rules.requireIdempotencyKey;
  const issues = [
    ...(await inputIssuesOf(field, args.input, rules)),
    ...(needsKey && key === null ? [KEY_REQUIRED] : []),
  ];
  if (issues.length > 0) throw new GatewayError('BAD_USER_INPUT', { issues });
  const checked = toValidRequest(field, inputType, args.input);
  const { label = null, webhookUrl = null } = args;
  if (webhookUrl !== null) await webhooks.checkTaskAddress(context.viewer, webhookUrl);
  try {
    const request = { ...checked, label, webhookUrl, idempotencyKey: key };
    const submitted = await submissions.submit(context.viewer, request);
    return toTaskPayload({ ...submitted, task: await wait.settled(submitted.task) });
  } catch (error) {
    if (error instanceof RunwayRefused) throw refusalError(error, inputType, args.input);
    throw error;
  }
}

/** A creation's payload shows what it made, too. */
function payloadOf(field: SubmittedField): typeof TaskPayload {
  return creationPayloads.find((creation) => creation.field === field)?.Payload ?? TaskPayload;
}

/** As they come from the graph: an absent argument is undefined, and one may be null. */
interface GivenArguments {
  readonly input: object;
  readonly idempotencyKey: string | null | undefined;
  readonly label: string | null | undefined;
  readonly waitSeconds: number;
  readonly webhookUrl: string | null | undefined;
}

for (const field of Object.keys(submittedOperations) as SubmittedField[]) {
  defineField<GenerationResolver, GivenArguments>(GenerationResolver, {
    name: field,
    row: submittedOperations[field],
    type: () => payloadOf(field),
    args: {
      // Checked by `submit`, which knows the field and the operator's rules.
      input: Arg('input', () => requestInputs[field].Input, {
        description: 'What to make.',
        validate: false,
      }),
      idempotencyKey: Arg('idempotencyKey', () => String, {
        nullable: true,
        description: IDEMPOTENCY_KEY_DESCRIPTION,
      }),
      label: Arg('label', () => String, {
        nullable: true,
        description: `Your own name for the task, to find it by. 1–${String(LABEL_LENGTH_MAX)} characters.`,
      }),
      waitSeconds: WaitSeconds(),
      webhookUrl: Arg('webhookUrl', () => String, {
        nullable: true,
        description: WEBHOOK_URL_DESCRIPTION,
      }),
    },
    resolve: async (resolver, given, context, info) => {
      const { input, idempotencyKey: key, label, waitSeconds, webhookUrl } = given;
      if (typeof label === 'string') checkText('label', label, 1, LABEL_LENGTH_MAX);
      const names = { idempotencyKey: key ?? undefined, label: label ?? undefined };
      const told = { waitSeconds, webhookUrl: webhookUrl ?? undefined };
      return await submit(field, resolver, { input, ...names, ...told }, context, info);
    },
  });
}
