import { readFileSync } from 'node:fs';
import { buildSchema, coerceInputValue, getNamedType, type GraphQLInputType } from 'graphql';
import { allForms } from '../../../web/src/generated/forms/all-forms.js';
import type { FieldType, FormField } from '../../../web/src/make/form-types.js';
import {
  carriedOver,
  inputOf,
  startOfForm,
  withField,
  type FormObject,
  type FormValue,
} from '../../../web/src/make/form-value.js';
import { problemsAt, problemsOf } from '../../../web/src/make/form-problems.js';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));

/** The value with a text or a file wherever one is required. */
function filled(type: FieldType, value: FormValue): FormValue {
  if (type.kind === 'list') {
    return (value as readonly FormValue[]).map((each) => filled(type.item, each));
  }
  if (type.kind === 'text') return value ?? textFor(type);
  if (type.kind === 'media') return value ?? 'https://example.com/file.png';
  if (type.kind === 'boolean') return value ?? false;
  if (type.kind === 'number') return value ?? 1;
  if (type.kind !== 'object' && type.kind !== 'choice') return value;
  const given = value as FormObject;
  const own = type.fields.flatMap((field): [string, FormValue][] =>
    field.name in given ? [[field.name, filled(field.type, given[field.name])]] : [],
  );
  return Object.fromEntries(own);
}

function textFor({ pattern, min = 1 }: Extract<FieldType, { kind: 'text' }>): string {
  if (pattern?.includes('[0-9a-fA-F]{8}-') === true) return '6f1c2f1e-3a52-4d6f-9a0b-1c2d3e4f5a6b';
  return 'a'.repeat(Math.max(1, min));
}

describe('the value of a form', () => {
  for (const [operation, load] of Object.entries(allForms)) {
    it(`of ${operation} begins with what the schema requires, for each model`, async () => {
      const form = await load();
      const members =
        form.type.kind === 'choice' ? form.type.fields.map(({ name }) => name) : [null];
      const field = schema.getMutationType()?.getFields()[operation];
      const input = field?.args.find(({ name }) => name === 'input');
      for (const member of members) {
        const value = filled(form.type, startOfForm(form, member)) as FormObject;
        expect(problemsOf(form, value)).toEqual([]);
        const errors: string[] = [];
        coerceInputValue(
          inputOf(form, value),
          getNamedType(input?.type) as GraphQLInputType,
          (path, _value, error) => {
            errors.push(`${path.join('.')}: ${error.message}`);
          },
        );
        expect(errors).toEqual([]);
      }
    });
  }

  it('leaves out what was not given, and keeps a chosen member that has no fields', () => {
    const type = {
      kind: 'object',
      fields: [
        { name: 'text', description: '', type: { kind: 'text' } },
        { name: 'list', description: '', type: { kind: 'list', max: 2, item: { kind: 'text' } } },
        {
          name: 'choice',
          description: '',
          type: {
            kind: 'choice',
            fields: [{ name: 'none', description: '', type: { kind: 'object', fields: [] } }],
          },
        },
      ],
    } as const;
    const form = { operation: 'x', description: '', type };
    expect(inputOf(form, { text: '', list: [''], choice: { none: {} } })).toEqual({
      choice: { none: {} },
    });
  });

  it('takes away what may not stand beside a field', () => {
    const field: FormField = {
      name: 'duration',
      description: '',
      excludes: ['durationAuto'],
      type: { kind: 'number', whole: true },
    };
    expect(withField({ durationAuto: true, seed: 1 }, field, 5)).toEqual({ seed: 1, duration: 5 });
    expect(withField({ durationAuto: true }, field, undefined)).toEqual({
      durationAuto: true,
      duration: undefined,
    });
  });

  it('keeps the prompt, and a length that fits, when another model is chosen', async () => {
    const { type } = await allForms.createTextToVideo();
    const fieldsOf = (member: string): readonly FormField[] => {
      const found = type.fields.find(({ name }) => name === member);
      return found?.type.kind === 'object' ? found.type.fields : [];
    };
    const from = fieldsOf('gen4_5');
    const to = fieldsOf('veo3_1');
    const carry = (duration: number): FormObject =>
      carriedOver({ fields: from, value: { promptText: 'A fox', duration } }, to);
    expect(carry(8)).toMatchObject({ promptText: 'A fox', duration: 8 });
    expect(carry(5)['duration']).not.toBe(5);
  });
});

describe('the problems of a form', () => {
  it('are told where the gateway would tell them', async () => {
    const form = await allForms.createTextToVideo();
    const value = { gen4_5: { promptText: '', duration: 11, ratio: 'RATIO_1280_720' } };
    expect(problemsOf(form, value)).toEqual([
      { path: 'input.gen4_5.duration', message: 'At most 10.' },
      { path: 'input.gen4_5.promptText', message: 'Write something here.' },
    ]);
  });

  it('count characters, entries and forms', async () => {
    const video = await allForms.createTextToVideo();
    const long = {
      gen4_5: { promptText: 'a'.repeat(1_003), duration: 2.5, ratio: 'RATIO_1280_720' },
    };
    expect(problemsOf(video, long).map(({ message }) => message)).toEqual([
      'A whole number.',
      '3 too many characters: at most 1000.',
    ]);
    const images = await allForms.createImageToVideo();
    const two = [{ uri: 'https://example.com/a.png' }, { uri: 'ftp://example.com/b.png' }];
    const value = {
      gen4_5: { promptImage: two, promptText: 'x', duration: 5, ratio: 'RATIO_1280_720' },
    };
    const problems = problemsOf(images, value);
    expect(problems).toEqual([
      { path: 'input.gen4_5.promptImage', message: 'At most 1 fit here.' },
      { path: 'input.gen4_5.promptImage.1.uri', message: 'An address begins with https://.' },
    ]);
    expect(problemsAt(problems, 'input.gen4_5.promptImage.1')).toHaveLength(1);
  });

  it('ask for one of a choice', async () => {
    const form = await allForms.createAvatarVideo();
    expect(problemsOf(form, { gwm1Avatars: { avatar: {}, speech: {} } })).toEqual([
      { path: 'input.gwm1Avatars.avatar', message: 'Choose one.' },
      { path: 'input.gwm1Avatars.speech', message: 'Choose one.' },
    ]);
  });
});
