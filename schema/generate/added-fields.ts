import type { AddedField, WaitingValue } from '../../src/generated/facts/added-fields.js';
import { formOfAnswer, isOpen, schemaAt, wordsOfAnswer, type AnswerForm } from './answer-form.js';
import { reasonToHoldBack } from './held-back.js';
import { fieldName, pascalCase } from './names.js';
import { isSchema, propertyPaths, type ResponseSchema } from './read-responses.js';
import type { Report } from './report.js';

/** One answer, and which of its values the graph accounts for. */
export interface AnswerFacts {
  readonly method: string;
  readonly schema: ResponseSchema;
  /** The type of the graph that shows it; undefined where it is stored and not passed on. */
  readonly type: string | undefined;
  /** Whether a field shows the value, or a list says why none does. */
  readonly isKnown: (path: string) => boolean;
  /** Whether the type has such a field by hand. */
  readonly hasField: (name: string) => boolean;
  /** The form in which the last release has such a field. */
  readonly releasedForm: (name: string) => AnswerForm | undefined;
}

/** The decisions on the new values of an answer: each has a field, or waits. */
export interface AnswerPlan {
  readonly fields: readonly AddedField[];
  readonly waiting: readonly WaitingValue[];
}

/**
 * The fields that show new values of an answer, and a report on each new value. A value gets a
 * nullable field of the answer's type, whatever it stands in: `voice.pitch` becomes `voicePitch`.
 */
export function planAddedFields(answer: AnswerFacts, report: Report): AnswerPlan {
  const { schema, isKnown } = answer;
  const paths = propertyPaths(schema);
  const known = paths.filter(isKnown);
  const added = paths.filter((path) => !known.includes(path));
  const roots = new Set(added.map((path) => rootOf(path, known)));
  const plans = [...roots].map((root) => {
    const beneath = added.filter((path) => isIn(root, path));
    return planField(root, beneath, answer, report);
  });
  return {
    fields: plans.flatMap(({ fields }) => fields),
    waiting: plans.flatMap(({ waiting }) => waiting),
  };
}

function planField(
  root: string,
  beneath: readonly string[],
  { method, schema, type, hasField, releasedForm }: AnswerFacts,
  report: Report,
): AnswerPlan {
  const path = root.replace(/^data\[\]\./, '');
  const names = path.split('.');
  const entry = path === root ? schema : entryOfPage(schema);
  const found = schemaAt(entry, names);
  const name = names
    .map(fieldName)
    .map((each, at) => (at === 0 ? each : pascalCase(each)))
    .join('');
  const problem = problemWith({ path, name, beneath, type, found }, hasField);
  if (type === undefined || found === undefined || problem !== undefined) {
    const reason = problem ?? 'not found';
    report.add('answers', `${method} ${root}`, `not shown: ${reason}.`, SAY_WHERE);
    return { fields: [], waiting: beneath.map((each) => ({ method, path: each, reason })) };
  }
  const own = formOfAnswer(found);
  const { form, list } = releasedForm(name) ?? own;
  const shown = list ? `[${form}!]` : form;
  const place = `${type}.${name}`;
  report.add('added', `${method} ${root}`, `shown as ${place}: ${shown}.`, BETTER_BY_HAND);
  if (form !== own.form || list !== own.list) {
    report.add(
      'published',
      place,
      `it stays ${shown}; it is null where Runway tells another form.`,
    );
  }
  const values = beneath.map((each) => each.slice(root.length - path.length));
  const description = describe(path, wordsOfAnswer(found));
  return { fields: [{ type, name, path, form, list, values, description }], waiting: [] };
}

interface Candidate {
  readonly path: string;
  readonly name: string;
  /** The new values in it. */
  readonly beneath: readonly string[];
  readonly type: string | undefined;
  readonly found: ResponseSchema | undefined;
}

/** Why a value gets no field by rule; undefined where it does. */
function problemWith(
  { path, name, beneath, type, found }: Candidate,
  hasField: (name: string) => boolean,
): string | undefined {
  if (type === undefined) return 'no field reads it from this answer when a client asks';
  if (/[[{]/.test(path)) return 'it stands in a list or map that the graph shows';
  if (found === undefined) return 'it stands in something that has several forms';
  if (isOpen(found)) return 'Runway does not say what it holds';
  if (!/^[a-z][A-Za-z0-9_]*$/.test(name)) return 'its name is no name of a field';
  if (hasField(name)) return `${type} has another field ${name}`;
  return beneath.map(reasonToHoldBack).find((reason) => reason !== undefined);
}

const SAY_WHERE = 'Show it by hand, or say in src/operations/exposed-properties.ts why not.';

const BETTER_BY_HAND =
  'Words are better by hand: declare the field in src/api with the same name and type.';

function describe(path: string, words: readonly string[]): string {
  const text = `Runway’s \`${path}\`; null where Runway does not tell it.`;
  if (words.length === 0) return text;
  return `${text} So far: ${words.map((word) => `\`${word}\``).join(', ')}.`;
}

function entryOfPage(schema: ResponseSchema): ResponseSchema {
  const list = schemaAt(schema, ['data']);
  const entry = list?.['items'];
  return isSchema(entry) ? entry : {};
}

/** The outermost place that has nothing known in it. */
function rootOf(path: string, known: readonly string[]): string {
  const ends = [...path.matchAll(/(?<=[^.\]}])(?=\.|\[|\{|$)/g)].map(({ index }) => index);
  const places = ends.map((end) => path.slice(0, end));
  return places.find((place) => !known.some((one) => isIn(place, one))) ?? path;
}

function isIn(outer: string, path: string): boolean {
  return path.startsWith(outer) && /^$|^[.[{]/.test(path.slice(outer.length));
}
