import type {
  FieldType,
  InputClass,
  InputField,
  InputPlan,
} from '../../../schema/generate/plan.js';

type Plain = Readonly<Record<string, unknown>>;

/** How much of an input is made: what Runway requires, or every property. */
export type Extent = 'minimal' | 'full';

const ID = '3f2f0f3e-6c1d-4a3b-9a57-0f8a52e8f0c1';

/** Texts for the forms that inputs ask for. */
const TEXTS = [
  'A lighthouse at dawn, drawn with a pencil',
  ID,
  'lighthouse',
  'de',
  'wss://a.example.com',
];

const MEDIA = {
  image: 'https://assets.example.com/a.png',
  video: 'https://assets.example.com/a.mp4',
  audio: 'https://assets.example.com/a.mp3',
} as const;

/**
 * Makes values for an input out of its plan. `random` chooses between members, values and the fields of
 * one property.
 */
export class WholeInput {
  readonly #enums: ReadonlyMap<string, readonly string[]>;
  readonly #extent: Extent;
  readonly #random: () => number;

  /** `enumsBy`: by `value` for the input classes, by `name` as a client writes them. */
  constructor(
    { enums }: InputPlan,
    extent: Extent,
    random: () => number,
    enumsBy: 'value' | 'name' = 'value',
  ) {
    this.#enums = new Map(
      enums.map(({ name, values }) => [name, values.map((value) => value[enumsBy])]),
    );
    this.#extent = extent;
    this.#random = random;
  }

  /** `member`: the field of a choice that is wanted; one of them by chance without it. */
  of(planned: InputClass, member?: string): Plain {
    if (planned.kind === 'choice') {
      const fields = planned.fields.filter(({ name }) => member === undefined || name === member);
      const field = this.#oneOf(fields);
      return { [field.name]: this.#value(field) };
    }
    const properties = [...new Set(planned.fields.map(({ property }) => property))];
    const families = properties.map((property) =>
      planned.fields.filter((field) => field.property === property),
    );
    const wanted = families.filter(
      ([first]) => this.#extent === 'full' || first?.required === true,
    );
    return Object.fromEntries(
      wanted.map((family) => {
        const field = this.#oneOf(family);
        return [field.name, this.#value(field)];
      }),
    );
  }

  #value(field: InputField): unknown {
    if (field.flag !== null || field.tags.length > 0) return true;
    const { type } = field;
    const count = Math.max(1, Number(argumentOf(field, 'ArrayMinSize') ?? 1));
    if (type.kind === 'map') return [this.of(type.entry)];
    return type.list
      ? Array.from({ length: count }, () => this.#single(type, field))
      : this.#single(type, field);
  }

  #single(type: FieldType, field: InputField): unknown {
    if (type.kind === 'map') throw new Error('A map is a list of entries');
    if (type.kind === 'input') return this.of(type.class);
    if (type.kind === 'enum') return this.#oneOf(this.#enums.get(type.name) ?? []);
    if (type.media !== null) return MEDIA[type.media];
    switch (type.name) {
      case 'Boolean':
        return this.#random() < 0.5;
      case 'String':
        return textFor(field);
      case 'MediaUriScalar':
        return MEDIA.image;
      default:
        return this.#number(type.numbers, field);
    }
  }

  #number(numbers: readonly number[] | null, field: InputField): number {
    if (numbers !== null) return this.#oneOf(numbers);
    const min = Number(argumentOf(field, 'Min') ?? 0);
    const max = Number(argumentOf(field, 'Max') ?? min + 1);
    return min + Math.floor(this.#random() * (Math.floor(max) - Math.ceil(min) + 1));
  }

  #oneOf<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.#random() * items.length)];
    if (item === undefined) throw new Error('Nothing to choose from');
    return item;
  }
}

/** The argument of one of a field's rules, e.g. of `MaxLength(10)`. */
function argumentOf({ rules }: InputField, name: string): string | undefined {
  const rule = rules.find((each) => each.startsWith(`${name}(`));
  return rule?.slice(name.length + 1, -1);
}

function textFor(field: InputField): string {
  const pattern = argumentOf(field, 'Matches') ?? argumentOf(field, 'EachMatches');
  const form = pattern === undefined ? /^/ : new RegExp(pattern.slice(1, pattern.lastIndexOf('/')));
  const [least, most] = (argumentOf(field, 'EachLength') ?? '').split(', ');
  const min = Number(argumentOf(field, 'MinLength') ?? least ?? 0);
  const max = Number(argumentOf(field, 'MaxLength') ?? most ?? Infinity);
  const text = TEXTS.find((each) => form.test(each) && each.length >= min && each.length <= max);
  if (text === undefined) throw new Error(`${field.path}: no text has its form`);
  return text;
}
