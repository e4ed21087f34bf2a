import { fieldName, memberName, pascalCase } from './names.js';
import type { Published, PublishedField } from './published.js';
import type { EnumShape, ListShape, ObjectShape, Shape, UnionShape, Variant } from './shape.js';
import { formsOf } from './shape.js';
import { withTag } from './union-members.js';

/**
 * One field of the graph for a property of Runway's. A property of one form has one part, without a
 * suffix. What the form of the main field cannot hold goes to siblings: `<name><suffix>`.
 */
export interface Part {
  readonly suffix: string;
  readonly shape: Shape;
  /** The value that `true` stands for; the field is a Boolean. */
  readonly flag?: string;
  /** Runway takes a list; the field holds one entry. */
  readonly single?: true;
  /** Runway has only these texts now; the field was published as a String. */
  readonly only?: readonly string[];
  /** One variant of a union, as a plain object whose tag the mapping writes. */
  readonly plain?: true;
}

/** The parts of a body whose input is published in another form than the body has now. */
export function bodyOf(
  shape: ObjectShape | UnionShape,
  input: string,
  published: Published,
): ObjectShape | UnionShape {
  const isChoice = published.isChoice(input);
  if (shape.kind === 'object') {
    return isChoice === true ? asChoice(shape, input, published) : shape;
  }
  const [first] = isChoice === false ? byLikeness(shape, input, published) : [];
  return first === undefined ? shape : { ...shape, variants: [first] };
}

/** What was published of the property's field, and of everything else. */
interface Release {
  readonly field: PublishedField | undefined;
  readonly published: Published;
}

/** The parts of a property, the main one first. */
export function partsOf(shape: Shape, release: Release): readonly Part[] {
  const { field } = release;
  const forms = formsOf(shape).flatMap((form) => publishedForms(form, release));
  const main = forms.find(({ form }) => field !== undefined && fits(form, field)) ?? forms[0];
  if (main === undefined) return [];
  if (isScalarChoice(forms, field)) {
    return [{ suffix: '', shape: { kind: 'mixed', forms: forms.map(({ form }) => form) } }];
  }
  const kept = isListOfBoth(forms, field)
    ? forms.filter(({ form }) => form.kind === 'list')
    : forms;
  const first = kept.includes(main) ? main : (kept[0] ?? main);
  const rest = kept.filter((each) => each !== first && each.part.single !== true);
  return [...mainParts(first), ...rest.flatMap(siblings)];
}

/** The fields of a form that is not the main one. */
function siblings({ form, part, suffix }: Candidate): Part[] {
  return suffix === undefined ? siblingsOf(form) : [{ suffix, shape: form, ...part }];
}

interface Candidate {
  readonly form: Shape;
  /** Of the field that takes it, where it is not the main one; by the rule of its form without it. */
  readonly suffix?: string;
  readonly part: Omit<Part, 'suffix' | 'shape'>;
}

/** A form as it has to look because of what is published. */
function publishedForms(form: Shape, { field, published }: Release): Candidate[] {
  const plain: Candidate = { form, part: {} };
  if (field === undefined) return [plain];
  if (form.kind === 'list' && !field.list) {
    return fits(form.item, field) ? [{ form: form.item, part: { single: true } }, plain] : [plain];
  }
  if (form.kind === 'list' && field.list) return listsOf(form, { field, published });
  if (form.kind === 'string' && field.kind === 'enum') {
    const values = [...published.valuesOf(field.type).values()];
    return [{ form: { kind: 'enum', values, open: true }, part: {} }];
  }
  if (form.kind === 'enum' && field.kind === 'text' && !field.list) {
    const text: Shape = { kind: 'string' };
    return [{ form: text, part: form.open ? {} : { only: form.values } }];
  }
  if (form.kind === 'literal' && field.kind === 'text') {
    return [{ form: { kind: 'string' }, part: { only: [String(form.value)] } }];
  }
  if (form.kind === 'object' && field.kind === 'choice') {
    return [{ form: asChoice(form, field.type, published), part: {} }];
  }
  if (form.kind === 'union' && field.kind === 'object') {
    return byLikeness(form, field.type, published).map((variant): Candidate => ({
      form: { ...form, variants: [variant] },
      part: { plain: true },
    }));
  }
  if (form.kind === 'enum' && form.open && field.kind === 'enum') {
    const values = [...new Set([...published.valuesOf(field.type).values(), ...form.values])];
    return [{ form: { ...form, values }, part: {} }];
  }
  return [plain];
}

/** A list whose entries gain a second form: a list for each, that of the published form first. */
function listsOf(list: ListShape, { field, published }: Release): Candidate[] {
  const entry = field && { ...field, list: false };
  const forms = formsOf(list.item).flatMap((item) =>
    publishedForms(item, { field: entry, published }),
  );
  const isMain = ({ form }: Candidate): boolean => entry !== undefined && fits(form, entry);
  const main = forms.find(isMain);
  if (forms.length < 2 || main === undefined) return [{ form: list, part: {} }];
  return [main, ...forms.filter((each) => each !== main)].map(({ form, part }) => ({
    form: { ...list, item: form },
    part,
    suffix: suffixOf(form),
  }));
}

/** The variant that looks most like the published input comes first. */
function byLikeness({ variants }: UnionShape, input: string, published: Published): Variant[] {
  const known = published.fieldsOf(input);
  const likeness = ({ shape }: Variant): number =>
    shape.properties.filter(({ name }) => known.includes(fieldName(name))).length;
  return [...variants].sort((a, b) => likeness(b) - likeness(a));
}

/**
 * An object whose field is published as a choice. Its tag may have become a set of values: then each
 * is a member. Without a tag it is the published member that it looks most like.
 */
function asChoice(shape: ObjectShape, type: string, published: Published): UnionShape {
  const tag = shape.properties.find(
    ({ shape: own }) => own.kind === 'enum' && !own.open && hasMembers(own, type, published),
  );
  if (tag?.shape.kind === 'enum') {
    const variants = tag.shape.values.map((name): Variant => ({
      name,
      shape: withTag(shape, tag.name, name),
      shared: true,
    }));
    return { kind: 'union', tag: tag.name, variants };
  }
  const [member = 'value'] = [...published.fieldsOf(type)].sort(
    (a, b) => likenessTo(shape, type, b, published) - likenessTo(shape, type, a, published),
  );
  return { kind: 'union', tag: null, variants: [{ name: member, shape }] };
}

function hasMembers({ values }: EnumShape, type: string, published: Published): boolean {
  const members = published.fieldsOf(type);
  return values.some((value) => members.includes(memberName(value)));
}

function likenessTo(
  shape: ObjectShape,
  type: string,
  member: string,
  published: Published,
): number {
  const inner = published.field(type, member);
  const known = inner === undefined ? [] : published.fieldsOf(inner.type);
  return shape.properties.filter(({ name }) => known.includes(fieldName(name))).length;
}

function fits(form: Shape, field: PublishedField): boolean {
  if (form.kind === 'list') return field.list;
  if (form.kind === 'map') return field.list && field.kind === 'object';
  if (field.list) return false;
  switch (form.kind) {
    case 'string':
    case 'media':
      return field.kind === 'text';
    case 'number':
    case 'numbers':
      return field.kind === 'number';
    case 'enum':
    case 'literal':
      return field.kind === 'enum';
    case 'boolean':
      return field.kind === 'boolean';
    case 'object':
      return field.kind === 'object';
    case 'union':
      return field.kind === 'choice' || (field.kind === 'object' && form.variants.length === 1);
    default:
      return false;
  }
}

const SCALARS: readonly Shape['kind'][] = ['string', 'number', 'boolean'];

/** Several plain scalars make one choice, unless one of them is published by itself. */
function isScalarChoice(forms: readonly Candidate[], field: PublishedField | undefined): boolean {
  const isPlain = forms.length > 1 && forms.every(({ form }) => SCALARS.includes(form.kind));
  return isPlain && (field === undefined || field.kind === 'choice');
}

/** A text beside a list of the same: one entry of a list is written without brackets in GraphQL. */
function isListOfBoth(forms: readonly Candidate[], field: PublishedField | undefined): boolean {
  const isText = forms.every(({ form }) => ['string', 'media', 'list'].includes(form.kind));
  const hasList = forms.some(({ form }) => form.kind === 'list');
  return isText && hasList && (field === undefined || field.list);
}

function mainParts({ form, part }: Candidate): Part[] {
  if (form.kind !== 'enum' || !form.open) return [{ suffix: '', shape: form, ...part }];
  const known: Shape = { ...form, open: false };
  return [
    { suffix: '', shape: known, ...part },
    { suffix: 'Other', shape: { kind: 'string' } },
  ];
}

function siblingsOf(form: Shape): Part[] {
  switch (form.kind) {
    case 'literal':
      return [flagOf(String(form.value))];
    case 'enum':
      return [
        ...form.values.map(flagOf),
        ...(form.open ? [{ suffix: 'Other', shape: { kind: 'string' } } as const] : []),
      ];
    case 'union':
      return form.variants.map((variant) => ({
        suffix: suffixOf({ ...form, variants: [variant] }),
        shape: { ...form, variants: [variant] },
        plain: true,
      }));
    case 'unknown':
      return [];
    default:
      return [{ suffix: suffixOf(form), shape: form }];
  }
}

/** What tells a field for a form from its siblings. */
function suffixOf(form: Shape): string {
  const [variant] = form.kind === 'union' ? form.variants : [];
  if (variant !== undefined) return pascalCase(memberName(variant.name));
  return SUFFIXES[form.kind] ?? pascalCase(form.kind);
}

const SUFFIXES: Readonly<Record<string, string>> = {
  numbers: 'Number',
  media: 'Uri',
  map: 'Entries',
};

function flagOf(value: string): Part {
  return { suffix: pascalCase(memberName(value)), shape: { kind: 'boolean' }, flag: value };
}
