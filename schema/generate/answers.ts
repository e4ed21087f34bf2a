import type { GraphQLOutputType, GraphQLSchema } from 'graphql';
import { getNamedType, getNullableType, isLeafType, isListType, isObjectType } from 'graphql';
import type { AddedField, WaitingValue } from '../../src/generated/facts/added-fields.js';
import type { SdkMethod } from '../../src/generated/facts/sdk-methods.js';
import { answerTypes } from '../../src/operations/answer-types.js';
import {
  addedAt,
  covers,
  exposureAt,
  listedExposures,
} from '../../src/operations/exposed-properties.js';
import type { Operation } from '../../src/operations/operation.js';
import { operations } from '../../src/operations/operations.js';
import { planAddedFields, type AnswerPlan } from './added-fields.js';
import type { AnswerForm } from './answer-form.js';
import { propertyPaths, readResponse, type ResponseSchema } from './read-responses.js';
import type { Report } from './report.js';
import type { SdkMethodFacts } from './sdk.js';

/** The graph without the fields that are made by rule, and the graph of the last release. */
export interface Graphs {
  readonly byHand: GraphQLSchema;
  readonly released: GraphQLSchema | undefined;
}

/**
 * The fields that show what no class shows. Reports each new value, and what the lists say about
 * values that are gone.
 */
export function planAnswers(
  methods: readonly SdkMethodFacts[],
  { byHand, released }: Graphs,
  report: Report,
): AnswerPlan {
  const fields: AddedField[] = [];
  const waiting: WaitingValue[] = [];
  for (const [method, schema] of answersOf(methods)) {
    const type = answerTypes[method];
    const facts = {
      method,
      schema,
      type,
      // What the read of a kind shows needs no field for its other answers.
      isKnown: (path: string) =>
        isKnown(method, path, byHand) || addedAt(method, path, fields) !== undefined,
      hasField: (field: string) => fieldAt(byHand, `${String(type)}.${field}`) !== undefined,
      releasedForm: (field: string) => formAt(released, `${String(type)}.${field}`),
    };
    const plan = planAddedFields(facts, report);
    fields.push(...plan.fields);
    waiting.push(...plan.waiting);
    reportStale(method, schema, report);
  }
  return { fields, waiting };
}

/** The answers of all methods that have a row; those that get fields come first. */
function answersOf(methods: readonly SdkMethodFacts[]): [SdkMethod, ResponseSchema][] {
  const exposed = new Set<string>(Object.values<Operation>(operations).flatMap(({ sdk }) => sdk));
  const answers = methods.flatMap(({ name, returns }): [SdkMethod, ResponseSchema][] => {
    const schema = exposed.has(name) ? readResponse(returns, name) : null;
    return schema === null ? [] : [[name as SdkMethod, schema]];
  });
  const isRead = ([method]: (typeof answers)[number]): boolean => method in answerTypes;
  return [...answers.filter(isRead), ...answers.filter((answer) => !isRead(answer))];
}

/** A place that the rule of kinds names counts only where the graph has it. */
function isKnown(method: SdkMethod, path: string, byHand: GraphQLSchema): boolean {
  const exposure = exposureAt(method, path);
  if (exposure === undefined || typeof exposure !== 'string') return exposure !== undefined;
  const found = fieldAt(byHand, exposure);
  return found !== undefined && isLeafType(getNamedType(found));
}

/** The type of `Type.field.field`; undefined where a part of it is not there. */
function fieldAt(schema: GraphQLSchema | undefined, path: string): GraphQLOutputType | undefined {
  const [typeName = '', ...fields] = path.split('.');
  let found: GraphQLOutputType | undefined;
  let owner = schema?.getType(typeName);
  for (const field of fields) {
    found = isObjectType(owner) ? owner.getFields()[field]?.type : undefined;
    if (found === undefined) return undefined;
    owner = getNamedType(found);
  }
  return found;
}

const FORMS: readonly string[] = ['String', 'Float', 'Boolean', 'JSON'];

/** Undefined where it is not released, or in a form that no rule makes. */
function formAt(schema: GraphQLSchema | undefined, path: string): AnswerForm | undefined {
  const found = fieldAt(schema, path);
  const { name } = found === undefined ? {} : getNamedType(found);
  if (found === undefined || !FORMS.includes(name ?? '')) return undefined;
  return { form: name as AnswerForm['form'], list: isListType(getNullableType(found)) };
}

function reportStale(method: SdkMethod, schema: ResponseSchema, report: Report): void {
  const paths = propertyPaths(schema);
  const listed = Object.keys(listedExposures(method) ?? {});
  for (const one of listed.filter((each) => !paths.some((path) => covers(each, path)))) {
    report.add('stale', 'src/operations/exposed-properties.ts', `${method} has no ${one}.`);
  }
}
