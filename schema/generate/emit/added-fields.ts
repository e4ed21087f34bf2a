import { existsSync, readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import type { Services } from '../../../src/api/schema.js';
import type { AnswerPlan } from '../added-fields.js';
import { planAnswers } from '../answers.js';
import { RELEASED } from '../context.js';
import type { GeneratedFiles, GeneratorContext } from '../step.js';
import { HEADER } from '../step.js';
import { literal } from './facts-source.js';

/** src/generated/facts/added-fields.ts: fields for new values of Runway's answers. */
export async function emitAddedFields({
  methods,
  addedFields,
  report,
}: GeneratorContext): Promise<GeneratedFiles> {
  await import('reflect-metadata');
  const { buildGraph } = await import('../../../src/api/schema.js');
  const rules = { relaxedBounds: [], requireIdempotencyKey: false };
  const byHand = buildGraph({} as Services, rules, []);
  const released = existsSync(RELEASED) ? buildSchema(readFileSync(RELEASED, 'utf8')) : undefined;
  const plan = planAnswers(methods, { byHand, released }, report);
  addedFields.push(...plan.fields);
  return new Map([['src/generated/facts/added-fields.ts', addedFieldsSource(plan)]]);
}

function addedFieldsSource({ fields, waiting }: AnswerPlan): string {
  return `${HEADER}
/** A field that shows a value of Runway's answers for which there is none by hand. */
export interface AddedField {
  /** Name of the type that has the field. */
  readonly type: string;
  readonly name: string;
  /** Where the value stands in the answer, or in an entry of a page: names, joined by dots. */
  readonly path: string;
  readonly form: 'String' | 'Float' | 'Boolean' | 'JSON';
  /** A list of such values. */
  readonly list: boolean;
  /** Where values stand in it (see RESPONSE_PROPERTIES): nothing else of it is shown. */
  readonly values: readonly string[];
  readonly description: string;
}

/** A value of Runway's answers that no rule may show: it waits for a person. */
export interface WaitingValue {
  readonly method: string;
  /** Its place in the answer (see RESPONSE_PROPERTIES). */
  readonly path: string;
  readonly reason: string;
}

export const ADDED_FIELDS: readonly AddedField[] = ${literal(fields)};

export const WAITING_VALUES: readonly WaitingValue[] = ${literal(waiting)};
`;
}
