import type { BoundsByPath } from './bounds-merge.js';
import type { Descriptions } from './describe.js';
import { mediaFacts } from './describe.js';
import type { PropertyBounds } from './field-rules.js';
import { presenceRule, rulesOf } from './field-rules.js';
import { enumValueName, fieldName, memberName, pascalCase, withoutCaseTwins } from './names.js';
import { FLAT_UNIONS, MAPS, OMITTED, PATH_IDS } from './overrides.js';
import type { EnumPlan, FieldType, InputClass, InputField, InputPlan, ScalarName } from './plan.js';
import {
  clientMember,
  isHiddenTag,
  pathIdField,
  refuseTwins,
  scalar,
  untaggedMember,
} from './planner-parts.js';
import type { InputRow, ObjectShape, Property, Shape, UnionShape, Variant } from './shape.js';
import { UNKNOWN_ITEMS } from './unknown-items.js';

/** GraphQL's Int ends here. */
const INT_MAX = 2_147_483_647;

/** Turns a request's shape into input classes. */
export function planInput(
  row: InputRow,
  bounds: BoundsByPath,
  descriptions: Descriptions,
): InputPlan {
  return new Planner(row, bounds, descriptions).plan();
}

/** Where a type is planned: its place in the body, its GraphQL name without suffix, its SDK type. */
interface Place {
  readonly path: string;
  readonly base: string;
  readonly sdkType: string;
  readonly description: string;
}

class Planner {
  readonly #row: InputRow;
  readonly #bounds: BoundsByPath;
  readonly #descriptions: Descriptions;
  readonly #classes: InputClass[] = [];
  readonly #enums: EnumPlan[] = [];

  constructor(row: InputRow, bounds: BoundsByPath, descriptions: Descriptions) {
    this.#row = row;
    this.#bounds = bounds;
    this.#descriptions = descriptions;
  }

  plan(): InputPlan {
    const { field, method, position, shape } = this.#row;
    const ids = PATH_IDS[method] ?? [];
    const place: Place = {
      path: '',
      base: pascalCase(field),
      sdkType: `NonNullable<Parameters<${clientMember(method)}>[${String(position)}]>`,
      description: `What ${field} takes.`,
    };
    const root =
      shape.kind === 'union'
        ? this.#choice(shape, place)
        : this.#object(shape, place, ids.map(pathIdField));
    refuseTwins([...this.#classes, ...this.#enums].map(({ name }) => name));
    const pathIds = ids.map(({ name }) => name);
    return { field, method, root, classes: this.#classes, enums: this.#enums, pathIds };
  }

  #object(shape: ObjectShape, place: Place, first: readonly InputField[] = []): InputClass {
    const kept = shape.properties.filter(({ path }) => !(this.#key(path) in OMITTED));
    const tags = kept.filter(isHiddenTag).map(({ name, shape: literal }) => ({
      name,
      value: literal.kind === 'literal' ? literal.value : '',
    }));
    const fields = kept
      .filter((property) => !isHiddenTag(property))
      .map((property) => this.#field(property, place));
    if (first.length + fields.length === 0) throw new Error(`${place.base} would have no fields`);
    return this.#add({ kind: 'object', place, fields: [...first, ...fields], tags });
  }

  #choice(shape: UnionShape, place: Place): InputClass {
    const fields = shape.variants.map((variant) => this.#member(variant, shape.tag, place));
    return this.#add({
      kind: 'choice',
      place: { ...place, description: `${place.description} Exactly one of the fields.` },
      fields,
      tags: [],
    });
  }

  #member(variant: Variant, tag: string | null, parent: Place): InputField {
    const name = tag === null ? untaggedMember(variant.name) : memberName(variant.name);
    const path = `${parent.path}<${variant.name}>`;
    const base = `${parent.base}${pascalCase(name)}`;
    const telling = tag === null ? `${variant.name}: unknown` : `${tag}: '${variant.name}'`;
    const description =
      tag === 'model'
        ? `With Runway's model \`${variant.name}\`.`
        : this.#descriptions.member(this.#row.field, path);
    const type = this.#object(variant.shape, {
      path,
      base,
      description,
      sdkType: `Extract<${parent.base}Body, { ${telling} }>`,
    });
    return {
      name,
      property: name,
      path,
      type: { kind: 'input', class: type, list: false },
      required: false,
      nullable: false,
      description,
      rules: [presenceRule(false, false), 'ValidateNested()'],
      fallback: null,
      tags: [],
    };
  }

  #field(original: Property, parent: Place): InputField {
    const fallback = original.shape.kind === 'literal' ? String(original.shape.value) : null;
    const property: Property =
      fallback === null
        ? original
        : { ...original, shape: { kind: 'enum', values: [fallback], open: false } };
    const bounds: PropertyBounds = {
      own: {
        ...this.#bounds.get(property.path),
        ...(fallback === null ? {} : { default: fallback }),
      },
      entries: this.#bounds.get(`${property.path}[]`) ?? {},
    };
    const name = fieldName(property.name);
    const required = !property.optional && fallback === null;
    const description = this.#descriptions.property(this.#row.field, property, bounds);
    const type = this.#type(property.shape, property, {
      path: property.path,
      base: `${parent.base}${pascalCase(name)}`,
      sdkType: `NonNullable<${parent.base}Body['${property.name}']>`,
      description,
    });
    if (property.nullable && type.kind !== 'scalar') {
      throw new Error(`${this.#key(property.path)}: no mapping for null in place of an object`);
    }
    return {
      name,
      property: property.name,
      path: property.path,
      type,
      required,
      nullable: property.nullable,
      description,
      rules: rulesOf(property, required, bounds, type),
      fallback,
      tags: [],
    };
  }

  #type(shape: Shape, property: Property, place: Place): FieldType {
    switch (shape.kind) {
      case 'object':
        return { kind: 'input', class: this.#object(shape, place), list: false };
      case 'union':
        return { kind: 'input', class: this.#union(shape, place), list: false };
      case 'map':
        return { kind: 'map', entry: this.#entry(shape.value, property, place) };
      case 'list':
        return this.#list(shape, property, place);
      case 'enum':
        return shape.open ? scalar('String') : this.#enum(shape.values, property, place);
      case 'media':
        return scalar('MediaUriScalar', { media: shape.media });
      case 'boolean':
        return scalar('Boolean');
      case 'string':
        return scalar('String');
      case 'number':
        return scalar(this.#number(property, shape.auto));
      case 'numbers':
        return scalar(shape.values.every(Number.isInteger) ? 'Int' : 'Float', {
          numbers: shape.values,
        });
      case 'literal':
      case 'primitive':
        throw new Error(`${this.#key(place.path)}: no GraphQL type for a ${shape.kind}`);
    }
  }

  #number(property: Property, auto: boolean): ScalarName {
    if (property.name === 'seed') return 'SeedScalar';
    if (auto) return 'DurationOrAutoScalar';
    const { integer, maximum } = this.#bounds.get(property.path) ?? {};
    return integer === true && (maximum ?? 0) <= INT_MAX ? 'Int' : 'Float';
  }

  #list(shape: Shape & { kind: 'list' }, property: Property, place: Place): FieldType {
    const path = `${place.path}[]`;
    const many = shape.orSingleMedia === null ? place.sdkType : `Exclude<${place.sdkType}, string>`;
    const sdkType = UNKNOWN_ITEMS[this.#key(path)]?.type ?? `${many}[number]`;
    const description = `One entry of \`${fieldName(property.name)}\`.`;
    const item = this.#type(shape.item, property, { ...place, path, sdkType, description });
    if (item.kind === 'map' || item.list) throw new Error(`${this.#key(path)}: a list of lists`);
    return { ...item, list: true };
  }

  #union(shape: UnionShape, place: Place): InputClass {
    const flat = FLAT_UNIONS[this.#key(place.path)];
    if (flat === undefined) return this.#choice(shape, place);
    const fields = flat.members.map((member): InputField => {
      const { name, media, property, variant, description } = member;
      return {
        name,
        property,
        path: `${place.path}<${variant}>.${property}`,
        type: scalar(member.type, { media }),
        required: false,
        nullable: false,
        description: media === null ? description : `${description} ${mediaFacts(media)}`,
        rules: [presenceRule(false, false), ...(media === null ? [] : [`IsMediaKind('${media}')`])],
        fallback: null,
        tags: shape.tag === null ? [] : [{ name: shape.tag, value: variant }],
      };
    });
    return this.#add({ kind: 'flat', place: { ...place, ...flat }, fields, tags: [] });
  }

  #entry(value: Shape, property: Property, place: Place): InputClass {
    const names = MAPS[this.#key(place.path)];
    if (names === undefined) throw new Error(`${this.#key(place.path)}: MAPS has no names for it`);
    const path = `${place.path}{}`;
    const type = this.#type(value, property, {
      path,
      base: `${place.base}${pascalCase(names.value)}`,
      sdkType: `${place.sdkType}[string]`,
      description: names.valueDescription,
    });
    const common = { required: true, nullable: false, fallback: null, tags: [] };
    const key: InputField = {
      ...common,
      name: names.key,
      property: names.key,
      path: `${path}#`,
      type: scalar('String'),
      description: names.keyDescription,
      rules: [presenceRule(true, false), 'MinLength(1)'],
    };
    const content: InputField = {
      ...common,
      name: names.value,
      property: names.value,
      path,
      type,
      description: names.valueDescription,
      rules: rulesOf({ ...property, shape: value }, true, { own: {}, entries: {} }, type),
    };
    const described = { ...place, description: names.description };
    return this.#add({ kind: 'entry', place: described, fields: [key, content], tags: [] });
  }

  #enum(values: readonly string[], property: Property, { base }: Place): FieldType {
    const name = fieldName(property.name);
    const kept = withoutCaseTwins(values, property.comment).map((value) => ({
      name: enumValueName(name, value),
      value,
      description: this.#descriptions.value(property.name, value),
    }));
    refuseTwins(kept.map((value) => value.name));
    const owner = `${base.slice(0, -name.length)}Input`;
    const description = `Values of \`${name}\` in ${owner}.`;
    this.#enums.push({ name: base, description, values: kept });
    return { kind: 'enum', name: base, list: false };
  }

  #add(made: Pick<InputClass, 'kind' | 'fields' | 'tags'> & { place: Place }): InputClass {
    const { kind, fields, tags, place } = made;
    const { description, sdkType } = place;
    const added = { name: `${place.base}Input`, description, sdkType, kind, fields, tags };
    this.#classes.push(added);
    return added;
  }

  #key(path: string): string {
    return `${this.#row.method} ${path}`;
  }
}
