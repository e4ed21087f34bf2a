import type { BoundsByPath } from './bounds-merge.js';
import { valueRules } from './field-rules.js';
import { fieldName, memberName, pascalCase } from './names.js';
import { NumberKinds, numbersKind } from './number-kinds.js';
import { OMITTED, PATH_IDS, UNTAGGED_MEMBERS } from './overrides.js';
import { bodyOf, type Part } from './parts.js';
import { clientMember, variantType, type Place } from './place.js';
import type { FieldType, InputClass, InputField, InputPlan, Tag } from './plan.js';
import { memberField, pathIdField, scalar, scalarMember, withoutTwins } from './plan-fields.js';
import { planEnum } from './plan-enum.js';
import { entryFields, mapNames } from './plan-map.js';
import type { PlannerTools } from './planner-tools.js';
import { planProperty } from './plan-property.js';
import { PlannedTypes } from './planned-types.js';
import type {
  InputRow,
  ListShape,
  ObjectShape,
  Property,
  Shape,
  UnionShape,
  Variant,
} from './shape.js';
import { constantsOf, variantsOf } from './shape.js';
import { knownItem } from './unknown-items.js';

/** Turns a request's shape into input classes. */
export function planInput(row: InputRow, bounds: BoundsByPath, tools: PlannerTools): InputPlan {
  return new Planner(row, bounds, tools).plan();
}

class Planner {
  readonly #row: InputRow;
  readonly #bounds: BoundsByPath;
  readonly #tools: PlannerTools;
  readonly #types: PlannedTypes;
  readonly #numbers: NumberKinds;
  readonly #constants: ReadonlySet<string>;

  constructor(row: InputRow, bounds: BoundsByPath, tools: PlannerTools) {
    this.#row = row;
    this.#bounds = bounds;
    this.#tools = tools;
    this.#types = new PlannedTypes(tools.report);
    this.#numbers = new NumberKinds(row, bounds);
    this.#constants = constantsOf(row.shape);
  }

  plan(): InputPlan {
    const { field, method, position } = this.#row;
    const ids = PATH_IDS[method] ?? [];
    const base = this.#types.name(pascalCase(field), method);
    const place: Place = {
      path: '',
      base,
      sdkType: `NonNullable<Parameters<${clientMember(method)}>[${String(position)}]>`,
      description: `What ${field} takes.`,
    };
    const root = this.#root(place, ids.map(pathIdField));
    const pathIds = ids.map(({ name }) => name);
    return { field, method, root, classes: this.#types.classes, enums: this.#types.enums, pathIds };
  }

  #root(place: Place, ids: readonly InputField[]): InputClass {
    const input = `${place.base}Input`;
    const { published, report } = this.#tools;
    const body = bodyOf(this.#row.shape, input, published);
    if (body.kind === 'object') return this.#object(body, place, ids);
    if (published.isChoice(input) !== false) return this.#choice(body, place);
    const [variant] = body.variants;
    for (const { name } of variantsOf(this.#row.shape).filter(
      (other) => other.name !== variant?.name,
    )) {
      report.add(
        'published',
        `${this.#row.field} <${name}>`,
        'left out: the input is published as one plain object.',
        'Give it a root field of its own.',
      );
    }
    const sdkType = variantType(place.sdkType, body.tag, variant);
    const shape = variant?.shape ?? { kind: 'object', properties: [] };
    return this.#object(shape, { ...place, sdkType }, ids);
  }

  #object(shape: ObjectShape, place: Place, first: readonly InputField[] = []): InputClass {
    const kept = shape.properties.filter(({ path }) => !(this.#key(path) in OMITTED));
    const constants = kept.filter((property) => this.#isConstant(property));
    const tags = constants.map(({ name, shape: literal }) => tagOf(name, literal));
    const properties = kept.filter((property) => !constants.includes(property));
    const planned = properties.map((property) => ({
      property,
      fields: this.#fields(property, place),
    }));
    const partial = planned.some(
      ({ property, fields }) => !property.optional && fields.length === 0,
    );
    const { kept: fields, left } = withoutTwins([
      ...first,
      ...planned.flatMap((each) => each.fields),
    ]);
    for (const { name, path } of left) {
      const did = `left out: ${place.base}Input has another field ${name}.`;
      this.#tools.report.add('names', this.#key(path), did);
    }
    return this.#add({ kind: 'object', place, fields, tags, partial });
  }

  #isConstant({ path, shape }: Property): boolean {
    return shape.kind === 'literal' && (shape.isTag === true || this.#constants.has(path));
  }

  #fields(property: Property, place: Place): InputField[] {
    return planProperty(property, place, {
      ...this.#tools,
      row: this.#row,
      bounds: this.#bounds,
      typeOf: (part, of, where) => this.#partType(part, of, where),
    });
  }

  #partType(part: Part, property: Property, place: Place): FieldType | undefined {
    const { shape } = part;
    const list = shape.kind === 'list';
    const form = list ? shape.item : shape;
    if (form.kind !== 'union' || part.plain !== true) return this.#type(shape, property, place);
    const [variant] = form.variants;
    if (variant === undefined) return undefined;
    const whole = list ? `${place.sdkType}[number]` : place.sdkType;
    const sdkType = variantType(whole, form.tag, variant);
    const planned = this.#object(variant.shape, { ...this.#named(place), sdkType });
    return { kind: 'input', class: planned, list };
  }

  #choice(shape: UnionShape, place: Place): InputClass {
    const fields = shape.variants.map((variant) => this.#member(shape, variant, place));
    const description = `${place.description} Exactly one of the fields.`;
    return this.#add({ kind: 'choice', place: { ...place, description }, fields });
  }

  #member(union: UnionShape, variant: Variant, parent: Place): InputField {
    const untagged = UNTAGGED_MEMBERS[variant.name] ?? fieldName(variant.name);
    const name = union.tag === null ? untagged : memberName(variant.name);
    const path = `${parent.path}<${variant.name}>`;
    const description =
      union.tag === 'model'
        ? `With Runway's model \`${variant.name}\`.`
        : this.#tools.descriptions.member(this.#row.field, path, variant.name);
    const rest = variant.shape.properties.filter((property) => !this.#isConstant(property));
    if (rest.length === 0 && union.tag !== null) {
      const tags = [{ name: union.tag, value: variant.name }];
      return {
        ...memberField({ name, path, description, type: scalar('Boolean') }),
        rules: ['Optional()', 'IsIn([true])'],
        tags,
      };
    }
    const base = `${parent.base}${pascalCase(name)}`;
    const whole = `${parent.base}Body`;
    const sdkType = union.variants.length === 1 ? whole : variantType(whole, union.tag, variant);
    const planned = this.#object(variant.shape, this.#named({ path, base, description, sdkType }));
    const type: FieldType = { kind: 'input', class: planned, list: false };
    return memberField({ name, path, description, type });
  }

  #type(shape: Shape, property: Property, place: Place): FieldType | undefined {
    switch (shape.kind) {
      case 'object':
        return shape.properties.length === 0
          ? this.#leftOut(place, 'an object without properties')
          : { kind: 'input', class: this.#object(shape, this.#named(place)), list: false };
      case 'union':
        return { kind: 'input', class: this.#choice(shape, this.#named(place)), list: false };
      case 'mixed':
        return {
          kind: 'input',
          class: this.#scalars(shape.forms, property, this.#named(place)),
          list: false,
        };
      case 'map':
        return this.#map(shape.value, property, place);
      case 'list':
        return this.#list(shape, property, place);
      case 'enum':
        return this.#enum(shape.values, property, this.#named(place));
      case 'literal':
        return this.#enum([String(shape.value)], property, this.#named(place));
      case 'media':
        return scalar('MediaUriScalar', { media: shape.media });
      case 'boolean':
        return scalar('Boolean');
      case 'string':
        return scalar(place.published?.type === 'MediaUri' ? 'MediaUriScalar' : 'String');
      case 'number':
        return scalar(this.#numbers.of(property, place.published));
      case 'numbers':
        return scalar(numbersKind(shape.values, place.published), { numbers: shape.values });
      case 'unknown':
        return this.#leftOut(place, shape.text);
    }
  }

  #list(shape: ListShape, property: Property, place: Place): FieldType | undefined {
    const path = `${place.path}[]`;
    const known = shape.untyped === true ? knownItem(this.#row.method, place.path) : undefined;
    const sdkType = known?.type(place.base) ?? `${place.sdkType}[number]`;
    const description = `One entry of \`${fieldName(property.name)}\`.`;
    const item = this.#type(shape.item, property, { ...place, path, sdkType, description });
    if (item === undefined) return undefined;
    return item.kind === 'map' || item.list
      ? this.#leftOut(place, 'a list of lists')
      : { ...item, list: true };
  }

  /** Exactly one of several plain values. */
  #scalars(forms: readonly Shape[], property: Property, place: Place): InputClass {
    const fields = forms.map((form) => {
      const type = this.#type(form, property, place) ?? scalar('String');
      const bounds = { own: this.#bounds.get(place.path) ?? {}, entries: {} };
      const rules = ['Optional()', ...valueRules(form, bounds, type)];
      return { ...scalarMember(form.kind, place.path, type), rules };
    });
    const description = `${place.description} Exactly one of the fields.`;
    return this.#add({ kind: 'choice', place: { ...place, description }, fields });
  }

  #map(value: Shape, property: Property, place: Place): FieldType | undefined {
    const names = mapNames(this.#key(place.path), property);
    const own = this.#named(place);
    const path = `${place.path}{}`;
    const type = this.#type(value, property, {
      path,
      base: `${own.base}${pascalCase(names.value)}`,
      sdkType: `${place.sdkType}[string]`,
      description: names.valueDescription,
    });
    if (type === undefined) return undefined;
    const fields = entryFields(names, path, { shape: value, type }, this.#bounds);
    const described = { ...own, description: names.description };
    return { kind: 'map', entry: this.#add({ kind: 'entry', place: described, fields }) };
  }

  #enum(values: readonly string[], property: Property, place: Place): FieldType {
    const planned = planEnum(values, property, place, this.#key(place.path), this.#tools);
    this.#types.addEnum(planned);
    return { kind: 'enum', name: planned.name, list: false };
  }

  #leftOut(place: Place, text: string): FieldType | undefined {
    this.#tools.report.add(
      'shapes',
      this.#key(place.path),
      `left out: ${text}.`,
      'Teach it to schema/generate/planner.ts.',
    );
    return undefined;
  }

  #named(place: Place): Place {
    return { ...place, base: this.#types.name(place.base, this.#key(place.path)) };
  }

  #add(
    made: Pick<InputClass, 'kind' | 'fields'> & { place: Place } & Partial<
        Pick<InputClass, 'tags' | 'partial'>
      >,
  ): InputClass {
    const { kind, fields, tags = [], partial = false, place } = made;
    const { description, sdkType } = place;
    return this.#types.addClass({
      name: `${place.base}Input`,
      description,
      sdkType,
      kind,
      fields,
      tags,
      partial,
    });
  }

  #key(path: string): string {
    return `${this.#row.method} ${path}`;
  }
}

function tagOf(name: string, shape: Shape): Tag {
  return { name, value: shape.kind === 'literal' ? shape.value : '' };
}
