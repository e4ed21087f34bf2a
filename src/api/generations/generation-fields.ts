import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Resolver } from 'type-graphql';
import type { JsonValue } from '../../domain/input/json.js';
import { omitSecrets } from '../../domain/input/omitted-secrets.js';
import { GatewayError } from '../../errors.js';
import { requestInputs } from '../../generated/graph/request-inputs.js';
import { creationOperations, type CreationField } from '../../operations/creation-operations.js';
import {
  generationOperations,
  type GenerationField,
} from '../../operations/generation-operations.js';
import type { Context } from '../../ports/context.js';
import { RunwayRefused } from '../../services/upstream/runway-refused.js';
import type { Submissions } from '../../services/submission/submissions.js';
import { defineField } from '../define-field.js';
import { checkText } from '../input/check-argument.js';
import { inputIssuesOf, inputTypeOf, type InputRules } from '../input/checked-input.js';
import {
  IDEMPOTENCY_KEY_DESCRIPTION,
  idempotencyKey,
  KEY_REQUIRED,
} from '../input/idempotency-key.js';
import { originalInput } from '../input/original-input.js';
import { refusalError } from '../errors/refusal-error.js';
import { creationPayloads } from '../resources/creation-payloads.js';
import { LABEL_LENGTH_MAX, TaskPayload, toTaskPayload } from '../tasks/task-payloads.js';

type SubmittedField = GenerationField | CreationField;

const submittedOperations = { ...generationOperations, ...creationOperations };

/** The mutations that make something: one method a row of the operations table, added below. */
@Resolver()
export class GenerationResolver {
  constructor(
    readonly submissions: Submissions,
    readonly rules: InputRules,
  ) {}
}

interface SubmitArguments {
  readonly input: object;
  readonly idempotencyKey: string | undefined;
  readonly label: string | undefined;
  readonly dryRun: boolean;
}

async function submit(
  field: SubmittedField,
  { submissions, rules }: GenerationResolver,
  args: SubmitArguments,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<TaskPayload> {
  const row = submittedOperations[field];
  const inputType = inputTypeOf(field, info);
  const key = idempotencyKey(args.idempotencyKey, context);
  const needsKey = row.spends && rules.requireIdempotencyKey && !args.dryRun;
  const issues = [
    ...(await inputIssuesOf(field, args.input, rules)),
    ...(needsKey && key === null ? [KEY_REQUIRED] : []),
  ];
  if (issues.length > 0) throw new GatewayError('BAD_USER_INPUT', { issues });
  const request = requestInputs[field].toRequest(args.input);
  try {
    const model = typeof request.body['model'] === 'string' ? request.body['model'] : null;
    const submitted = await submissions.submit(context.viewer, {
      operation: field,
      sdkMethod: row.sdk[0],
      runwayTaskKind: row.runwayTaskKind,
      request,
      input: shownInput(originalInput(inputType, args.input)),
      model,
      label: args.label ?? null,
      idempotencyKey: key,
      dryRun: args.dryRun,
    });
    return toTaskPayload(submitted, model);
  } catch (error) {
    if (error instanceof RunwayRefused) throw refusalError(error, inputType, args.input);
    throw error;
  }
}

/** What `Task.input` will show: a reader of tasks must not be able to join their calls. */
function shownInput(input: JsonValue): JsonValue {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
    ? omitSecrets(input as { readonly [name: string]: JsonValue })
    : input;
}

/** A creation's payload shows what it made, too. */
function payloadOf(field: SubmittedField): typeof TaskPayload {
  return creationPayloads.find((creation) => creation.field === field)?.Payload ?? TaskPayload;
}

/** As they come from the graph: an absent argument is undefined, and one may be null. */
interface GivenArguments {
  readonly input: object;
  readonly idempotencyKey: string | null | undefined;
  readonly dryRun: boolean;
  readonly label: string | null | undefined;
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
      dryRun: Arg('dryRun', () => Boolean, {
        defaultValue: false,
        description:
          'Checks the input and returns the estimate; creates no task and sends nothing.',
      }),
      label: Arg('label', () => String, {
        nullable: true,
        description: `Your own name for the task, to find it by. 1–${String(LABEL_LENGTH_MAX)} characters.`,
      }),
    },
    resolve: async (resolver, { input, idempotencyKey: key, dryRun, label }, context, info) => {
      if (typeof label === 'string') checkText('label', label, 1, LABEL_LENGTH_MAX);
      const args = { input, idempotencyKey: key ?? undefined, label: label ?? undefined, dryRun };
      return await submit(field, resolver, args, context, info);
    },
  });
}
