import type { PropertySignature, TypeNode } from 'ts-morph';
import { SyntaxKind } from 'ts-morph';
import { MEDIA_WITHOUT_COMMENT } from './overrides.js';
import type { Report } from './report.js';
import type { MediaKind, ObjectShape, Property, Shape, UnionShape } from './shape.js';
import { formOf } from './shape.js';
import {
  acceptsNull,
  isOpenString,
  itemOf,
  mapValueOf,
  numberLiteral,
  objectPropertiesOf,
  presentMembers,
  propertyName,
  stringLiteral,
} from './type-nodes.js';
import { loneTagOf, unionOf, type Sketch } from './union-members.js';
import { knownItem } from './unknown-items.js';

/**
 * Reads the declared type of a request's body or query. `method` names the SDK method in the report
 * and in overrides. With `splitsModels` a body for several models is a union of bodies, one a model.
 * Undefined when it is neither an object nor a union of objects.
 */
export function readRequest(
  type: TypeNode,
  method: string,
  report: Report,
  splitsModels = false,
): ObjectShape | UnionShape | undefined {
  const shape = new ShapeReader(method, report, splitsModels).read(type, '', '');
  if (shape.kind === 'object' || shape.kind === 'union') return shape;
  report.add(
    'shapes',
    method,
    'left out: its request is neither an object nor a union of objects.',
  );
  return undefined;
}

class ShapeReader {
  readonly #splitsModels: boolean;
  readonly #method: string;
  readonly #report: Report;
  /** The types that are being read, outermost first: what stands in itself has no end. */
  readonly #open: string[] = [];

  constructor(method: string, report: Report, splitsModels: boolean) {
    this.#splitsModels = splitsModels;
    this.#method = method;
    this.#report = report;
  }

  read(type: TypeNode, path: string, comment: string): Shape {
    const members = presentMembers(type);
    const [only] = members;
    const literal = members.length === 1 && only !== undefined ? literalOf(only) : undefined;
    if (literal !== undefined) return { kind: 'literal', value: literal };
    const forms = [
      this.#numbers(members),
      this.#texts(members, path, comment),
      this.#booleans(members),
      this.#objects(members.filter(isObject), path),
      this.#maps(members, path, comment),
      this.#lists(members, path, comment),
      this.#rest(members, path),
    ].filter((form) => form !== undefined);
    const [form] = forms;
    if (form === undefined) return this.#unknown(type, path);
    return forms.length === 1 ? form : { kind: 'mixed', forms: withMediaOfList(forms) };
  }

  #numbers(members: readonly TypeNode[]): Shape | undefined {
    if (members.some((member) => member.getKind() === SyntaxKind.NumberKeyword)) {
      return { kind: 'number' };
    }
    const values = members.map(numberLiteral).filter((value) => value !== undefined);
    return values.length === 0 ? undefined : { kind: 'numbers', values };
  }

  #texts(members: readonly TypeNode[], path: string, comment: string): Shape | undefined {
    const values = members.map(stringLiteral).filter((value) => value !== undefined);
    const isText = members.some((member) => member.getKind() === SyntaxKind.StringKeyword);
    const open = isText || members.some(isOpenString);
    if (values.length > 0) return { kind: 'enum', values, open };
    return open ? this.#text(path, comment) : undefined;
  }

  #text(path: string, comment: string): Shape {
    const media = mediaOf(comment, path) ?? MEDIA_WITHOUT_COMMENT[`${this.#method} ${path}`]?.media;
    return media === undefined ? { kind: 'string' } : { kind: 'media', media };
  }

  #booleans(members: readonly TypeNode[]): Shape | undefined {
    return members.some((member) => /^(boolean|true|false)$/.test(member.getText()))
      ? { kind: 'boolean' }
      : undefined;
  }

  #objects(members: readonly TypeNode[], path: string): Shape | undefined {
    const [only] = members;
    if (only === undefined) return undefined;
    if (members.length > 1) return this.#union(members, path);
    const sketch = sketchOf(only);
    const models = path === '' && this.#splitsModels ? (sketch.get('model') ?? []) : [];
    if (models.length > 1) return this.#union(members, path);
    const lone = loneTagOf(sketch);
    if (lone === undefined) return this.#object(only, path);
    const shape = this.#object(only, `${path}<${lone.value}>`);
    if (shape.kind !== 'object') return shape;
    return { kind: 'union', tag: lone.tag, variants: [{ name: lone.value, shape }] };
  }

  #union(members: readonly TypeNode[], path: string): Shape {
    const sketches = members.map(sketchOf);
    const union = unionOf(sketches, (index, name) => {
      const member = members[index];
      const shape = member && this.#object(member, `${path}<${name}>`);
      return shape?.kind === 'object' ? shape : undefined;
    });
    return union ?? this.#unknownText(members.map((member) => member.getText()).join(' | '), path);
  }

  #maps(members: readonly TypeNode[], path: string, comment: string): Shape | undefined {
    const value = members.map(mapValueOf).find((found) => found !== undefined);
    if (value === undefined) return undefined;
    return { kind: 'map', value: this.read(value, `${path}{}`, comment) };
  }

  #lists(members: readonly TypeNode[], path: string, comment: string): Shape | undefined {
    const item = members.map(itemOf).find((found) => found !== undefined);
    if (item === undefined) return undefined;
    const known =
      item.getKind() === SyntaxKind.UnknownKeyword ? knownItem(this.#method, path) : undefined;
    const place = `${path}[]`;
    if (known !== undefined) return { kind: 'list', item: known.shape(place), untyped: true };
    return { kind: 'list', item: this.read(item, place, comment) };
  }

  #rest(members: readonly TypeNode[], path: string): Shape | undefined {
    const strange = members.find((member) => !isKnown(member));
    return strange === undefined ? undefined : this.#unknown(strange, path);
  }

  #object(type: TypeNode, path: string): Shape {
    const text = type.getText();
    if (this.#open.includes(text))
      return this.#unknownText(`${text}, which stands in itself`, path);
    this.#open.push(text);
    const properties = (objectPropertiesOf(type) ?? []).map((property) =>
      this.#property(property, path),
    );
    this.#open.pop();
    return { kind: 'object', properties };
  }

  #property(property: PropertySignature, parent: string): Property {
    const name = propertyName(property);
    const path = parent === '' ? name : `${parent}.${name}`;
    const docs = property.getJsDocs();
    const comment = docs.map((doc) => doc.getDescription().trim().replace(/\s+/g, ' ')).join(' ');
    const type = property.getTypeNodeOrThrow();
    return {
      name,
      path,
      optional: property.hasQuestionToken(),
      nullable: acceptsNull(type),
      deprecated: docs.some((doc) =>
        doc.getTags().some((tag) => tag.getTagName() === 'deprecated'),
      ),
      comment,
      shape: this.read(type, path, comment),
    };
  }

  #unknown(type: TypeNode, path: string): Shape {
    return this.#unknownText(type.getText(), path);
  }

  #unknownText(text: string, path: string): Shape {
    const shown = text.replace(/\s+/g, ' ').slice(0, 120);
    this.#report.add(
      'shapes',
      `${this.#method} ${path}`,
      `left out: the generator does not know the type ${shown}.`,
      'Teach it to schema/generate/read-shapes.ts, or type it in schema/generate/unknown-items.ts.',
    );
    return { kind: 'unknown', text: shown };
  }
}

function literalOf(type: TypeNode): string | number | undefined {
  return stringLiteral(type) ?? numberLiteral(type);
}

function isObject(type: TypeNode): boolean {
  return (
    itemOf(type) === undefined &&
    mapValueOf(type) === undefined &&
    objectPropertiesOf(type) !== undefined
  );
}

function isKnown(type: TypeNode): boolean {
  const keywords = [SyntaxKind.StringKeyword, SyntaxKind.NumberKeyword, SyntaxKind.BooleanKeyword];
  return (
    keywords.includes(type.getKind()) ||
    /^(true|false)$/.test(type.getText()) ||
    literalOf(type) !== undefined ||
    isOpenString(type) ||
    itemOf(type) !== undefined ||
    mapValueOf(type) !== undefined ||
    isObject(type)
  );
}

/** An object's property names, each with its literals where it has nothing else. */
function sketchOf(type: TypeNode): Sketch {
  return new Map(
    (objectPropertiesOf(type) ?? []).map((property) => {
      const literals = presentMembers(property.getTypeNodeOrThrow()).map(stringLiteral);
      const texts = literals.filter((text) => text !== undefined);
      return [propertyName(property), texts.length === literals.length ? texts : []];
    }),
  );
}

/** `string | Array<{ uri }>`: the text alone is the media of an entry, whatever the comment says. */
function withMediaOfList(forms: readonly Shape[]): readonly Shape[] {
  const item = forms.find((form) => form.kind === 'list')?.item;
  const uri =
    item?.kind === 'object' ? item.properties.find(({ name }) => name === 'uri') : undefined;
  const media = uri === undefined ? undefined : formOf(uri.shape, 'media');
  if (media === undefined) return forms;
  return forms.map((form) => (form.kind === 'string' ? media : form));
}

/**
 * Runway's one sentence on media names the kind at its end. An older, shorter sentence does not: then it
 * is the last kind that the path speaks of.
 */
function mediaOf(comment: string, path: string): MediaKind | undefined {
  if (!/\bHTTPS URL\b/.test(comment)) return undefined;
  const named = /HTTPS URL.* containing an encoded (image|video|audio)\b/.exec(comment)?.[1];
  const kinds = path.toLowerCase().match(/image|video|audio/g) ?? [];
  return (named ?? kinds.at(-1) ?? 'image') as MediaKind;
}
