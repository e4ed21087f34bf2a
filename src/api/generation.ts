import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { GatewayError, type InputIssue } from '../errors.js';
import { generationInputs } from '../generated/graph/generation-inputs.js';
import { generationOperations, type GenerationField } from '../operations/generation.js';
import type { Context } from '../ports/context.js';
import { RunwayRefused } from '../services/runway-refused.js';
import type { Submissions } from '../services/submissions.js';
import { checkText, findIssues } from './check-argument.js';
import { IDEMPOTENCY_KEY_DESCRIPTION, idempotencyKey, KEY_REQUIRED } from './idempotency-key.js';
import { originalInput } from './original-input.js';
import { refusalError } from './refusal-error.js';
import { LABEL_LENGTH_MAX, TaskPayload, toTaskPayload } from './types/task-payloads.js';

/** The spending mutations: one method a row of the operations table, added below. */
@Resolver()
export class GenerationResolver {
  constructor(
    readonly submissions: Submissions,
    readonly rules: GenerationRules,
  ) {}
}

/** What an operator decides about all spending mutations. */
export interface GenerationRules {
  /** Bounds that are not enforced here, as `<field>.<path>`, e.g. `createTextToVideo.gen4_5.promptText`. */
  readonly relaxedBounds: readonly string[];
  readonly requireIdempotencyKey: boolean;
}

interface SpendingArguments {
  readonly input: object;
  readonly idempotencyKey: string | undefined;
  readonly label: string | undefined;
  readonly dryRun: boolean;
}

async function spend(
  field: GenerationField,
  { submissions, rules }: GenerationResolver,
  args: SpendingArguments,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<TaskPayload> {
  const row = generationOperations[field];
  const argument = info.parentType.getFields()[field]?.args.find(({ name }) => name === 'input');
  if (argument === undefined)
    throw new GatewayError('INTERNAL', { detail: `${field} has no input` });
  const key = idempotencyKey(args.idempotencyKey, context);
  const issues = [
    ...(await findIssues('input', args.input)).filter((issue) => !isRelaxed(field, issue, rules)),
    ...(rules.requireIdempotencyKey && key === null && !args.dryRun ? [KEY_REQUIRED] : []),
  ];
  if (issues.length > 0) throw new GatewayError('BAD_USER_INPUT', { issues });
  const request = generationInputs[field].toRequest(args.input);
  try {
    const model = typeof request.body['model'] === 'string' ? request.body['model'] : null;
    const submitted = await submissions.submit(context.viewer, {
      operation: field,
      sdkMethod: row.sdk[0],
      runwayTaskKind: row.runwayTaskKind,
      request,
      input: originalInput(argument.type, args.input),
      model,
      label: args.label ?? null,
      idempotencyKey: key,
      dryRun: args.dryRun,
    });
    return toTaskPayload(submitted, model);
  } catch (error) {
    if (error instanceof RunwayRefused) throw refusalError(error, argument.type, args.input);
    throw error;
  }
}

/** Whether an operator has lifted the bound: list places are written `[]`, rules on null and type stay. */
function isRelaxed(field: GenerationField, issue: InputIssue, rules: GenerationRules): boolean {
  if (!RELAXABLE_RULES.has(issue.rule)) return false;
  const path = issue.path.replace(/^input/, field).replace(/\.\d+/g, '[]');
  return rules.relaxedBounds.includes(path);
}

const RELAXABLE_RULES: ReadonlySet<string> = new Set([
  'minLength',
  'maxLength',
  'pattern',
  'min',
  'max',
  'minItems',
  'maxItems',
  'allowedValues',
  'eachLength',
  'eachPattern',
]);

for (const field of Object.keys(generationOperations) as GenerationField[]) {
  const method = function (
    this: GenerationResolver,
    input: object,
    key: string | null | undefined,
    dryRun: boolean,
    label: string | null | undefined,
    context: Context,
    info: GraphQLResolveInfo,
  ): Promise<TaskPayload> {
    if (typeof label === 'string') checkText('label', label, 1, LABEL_LENGTH_MAX);
    const args = { input, idempotencyKey: key ?? undefined, label: label ?? undefined, dryRun };
    return spend(field, this, args, context, info);
  };
  const { prototype } = GenerationResolver;
  const descriptor = { value: method, writable: true, configurable: true };
  Object.defineProperty(prototype, field, descriptor);
  const { Input } = generationInputs[field];
  // Checked by `spend`, which knows the field and the operator's rules.
  Arg('input', () => Input, { description: 'What to generate.', validate: false })(
    prototype,
    field,
    0,
  );
  Arg('idempotencyKey', () => String, {
    nullable: true,
    description: IDEMPOTENCY_KEY_DESCRIPTION,
  })(prototype, field, 1);
  Arg('dryRun', () => Boolean, {
    defaultValue: false,
    description: 'Checks the input and returns the estimate; makes no task and calls nobody.',
  })(prototype, field, 2);
  Arg('label', () => String, {
    nullable: true,
    description: `Your own mark, to find the task by. 1–${String(LABEL_LENGTH_MAX)} characters.`,
  })(prototype, field, 3);
  Ctx()(prototype, field, 4);
  Info()(prototype, field, 5);
  Mutation(() => TaskPayload, { description: generationOperations[field].description })(
    prototype,
    field,
    descriptor,
  );
}
