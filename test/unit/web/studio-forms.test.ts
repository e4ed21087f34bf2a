// Guarantee: what the studio's forms ask for is what the schema takes: no field more, none less.
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import { allForms } from '../../../web/src/generated/forms/all-forms.js';
import type { FieldType, FormField } from '../../../web/src/make/form-types.js';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));

describe('the studio’s forms', () => {
  for (const [operation, load] of Object.entries(allForms)) {
    it(`ask for the input of ${operation}`, async () => {
      const form = await load();
      expect(form.operation).toBe(operation);
      const field = schema.getMutationType()?.getFields()[operation];
      const input = field?.args.find(({ name }) => name === 'input');
      const type = getNamedType(input?.type) as GraphQLInputObjectType;
      expect(differences(form.type, type, 'input')).toEqual([]);
    });
  }

  it('have short words: bounds and defaults are shown by the form', async () => {
    const forms = await Promise.all(Object.values(allForms).map((load) => load()));
    const words = forms.flatMap(({ type }) => fieldsOf(type).map(({ description }) => description));
    expect(words.length).toBeGreaterThan(500);
    expect(words.filter((text) => /UTF-16|Default:|up to 5 MB|entr(y|ies)\./.test(text))).toEqual(
      [],
    );
  });
});

function fieldsOf(type: FieldType): FormField[] {
  if (type.kind === 'list') return fieldsOf(type.item);
  if (type.kind !== 'object' && type.kind !== 'choice') return [];
  return type.fields.flatMap((field) => [field, ...fieldsOf(field.type)]);
}

function differences(form: FieldType, type: GraphQLInputType, path: string): string[] {
  const own = getNullableType(type);
  if (isListType(own)) {
    if (form.kind !== 'list') return [`${path} is no list`];
    return differences(form.item, own.ofType, `${path}[]`);
  }
  if (isInputObjectType(own)) return ofObject(form, own, path);
  if (isEnumType(own)) {
    const names = form.kind === 'enum' ? form.values.map(({ name }) => name).sort() : [];
    const wanted = own
      .getValues()
      .map(({ name }) => name)
      .sort();
    return names.join() === wanted.join() ? [] : [`${path}: other values`];
  }
  const kinds: Readonly<Record<string, readonly string[]>> = {
    String: ['text'],
    Int: ['number'],
    Float: ['number'],
    Seed: ['number'],
    Boolean: ['boolean', 'mark'],
    MediaUri: ['media'],
  };
  return kinds[own.toString()]?.includes(form.kind) === true ? [] : [`${path}: ${own.toString()}`];
}

function ofObject(form: FieldType, type: GraphQLInputObjectType, path: string): string[] {
  if (form.kind !== 'object' && form.kind !== 'choice') return [`${path} is no object`];
  const wanted = type.getFields();
  const more = form.fields
    .filter(({ name }) => !(name in wanted))
    .map(({ name }) => `${path}.${name}`);
  const isChoice = type.isOneOf === (form.kind === 'choice') ? [] : [`${path}: choice or not`];
  const found = Object.values(wanted).flatMap((field) => {
    const own = form.fields.find(({ name }) => name === field.name);
    const place = `${path}.${field.name}`;
    if (own === undefined) return [`${place} is missing`];
    const required = isNonNullType(field.type) && field.defaultValue === undefined;
    const same = required === (own.required ?? false) ? [] : [`${place}: required or not`];
    return [...same, ...differences(own.type, field.type, place)];
  });
  return [...more, ...isChoice, ...found];
}
