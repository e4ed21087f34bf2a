import type { AddedField } from '../../src/generated/facts/added-fields.js';
import { isSchema, type ResponseSchema } from './read-responses.js';

export type AnswerForm = Pick<AddedField, 'form' | 'list'>;

/** How the graph shows a value of an answer: plain values as they are, everything else as JSON. */
export function formOfAnswer(schema: ResponseSchema): AnswerForm {
  const [only = JSON_FORM, ...others] = filledMembers(schema).map(formOfMember);
  const isAlike = others.every(({ form, list }) => form === only.form && list === only.list);
  return isAlike ? only : JSON_FORM;
}

const JSON_FORM: AnswerForm = { form: 'JSON', list: false };

function formOfMember({ items, type }: ResponseSchema): AnswerForm {
  if (!isSchema(items)) return { form: FORMS[String(type)] ?? 'JSON', list: false };
  const { form, list } = formOfAnswer(items);
  return form === 'JSON' || list ? JSON_FORM : { form, list: true };
}

const FORMS: Readonly<Record<string, AddedField['form']>> = {
  string: 'String',
  number: 'Float',
  boolean: 'Boolean',
};

/** The words that Runway's types name for a value; empty where it is no text, or any. */
export function wordsOfAnswer(schema: ResponseSchema): readonly string[] {
  const words = filledMembers(schema).flatMap((member) => {
    if (isSchema(member['items'])) return wordsOfAnswer(member['items']);
    const named = Array.isArray(member['enum']) ? member['enum'] : [member['const']];
    return named.filter((word): word is string => typeof word === 'string');
  });
  return [...new Set(words)];
}

/** What may stand at a place of an answer, by the names on the way; undefined where nothing may. */
export function schemaAt(
  schema: ResponseSchema,
  names: readonly string[],
): ResponseSchema | undefined {
  const [name, ...rest] = names;
  if (name === undefined) return schema;
  const found = filledMembers(schema).flatMap(({ properties }): ResponseSchema[] => {
    const own = isSchema(properties) ? properties[name] : undefined;
    const inner = isSchema(own) ? schemaAt(own, rest) : undefined;
    return inner === undefined ? [] : [inner];
  });
  return found.length > 1 ? { anyOf: found } : found[0];
}

/** Whether anything may stand there, or somewhere in it. */
export function isOpen(schema: ResponseSchema): boolean {
  const { properties, items, additionalProperties: value } = schema;
  const members = filledMembers(schema);
  if (members.length !== 1 || members[0] !== schema) return members.some(isOpen);
  if (schema['type'] === undefined) return true;
  const inner = [items, value, ...Object.values(isSchema(properties) ? properties : {})];
  return inner.filter(isSchema).some(isOpen);
}

/** A schema's members that are not null: itself where it is no union. */
function filledMembers(schema: ResponseSchema): readonly ResponseSchema[] {
  const { anyOf, type } = schema;
  if (Array.isArray(anyOf)) return anyOf.filter(isSchema).flatMap(filledMembers);
  return type === 'null' ? [] : [schema];
}
