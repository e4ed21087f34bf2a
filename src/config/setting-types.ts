import * as z from 'zod';
import { Setting, type SettingOptions } from './setting.js';

type Words = Omit<SettingOptions<unknown>, 'type' | 'schema' | 'empty' | 'default'>;

/** A number as documents write it: 1,000,000. Intl would take 70 ms of every start. */
const written = (number: number): string => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');

interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** What a whole number within bounds is, in words and as a check. */
function wholeNumber({ min, max }: Bounds) {
  return {
    type: `whole number, ${written(min)}–${written(max)}`,
    schema: z
      .string()
      .refine((text) => /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max, {
        error: `must be a whole number from ${String(min)} to ${String(max)}.`,
      })
      .transform(Number),
  };
}

export function integer(
  name: string,
  { default: value, min, max, ...words }: Words & Bounds & { readonly default: number },
): Setting<number> {
  return new Setting(name, {
    ...words,
    ...wholeNumber({ min, max }),
    default: String(value),
    empty: value,
  });
}

export function optionalInteger(
  name: string,
  { min, max, ...words }: Words & Bounds,
): Setting<number | undefined> {
  return new Setting<number | undefined>(name, {
    ...words,
    ...wholeNumber({ min, max }),
    empty: undefined,
  });
}

export function decimal(
  name: string,
  { default: value, min, max, ...words }: Words & Record<'default' | 'min' | 'max', number>,
): Setting<number> {
  return new Setting(name, {
    ...words,
    type: `number, ${written(min)}–${written(max)}`,
    default: String(value),
    empty: value,
    schema: z
      .string()
      .refine(
        (text) => /^\d+(?:\.\d+)?$/.test(text) && Number(text) >= min && Number(text) <= max,
        { error: `must be a number from ${String(min)} to ${String(max)}.` },
      )
      .transform(Number),
  });
}

export function choice<const T extends string>(
  name: string,
  values: readonly T[],
  { default: value, ...words }: Words & { readonly default: NoInfer<T> },
): Setting<T> {
  return new Setting(name, {
    ...words,
    type: values.join(' | '),
    default: value,
    empty: value,
    schema: z.enum(values, { error: `must be one of ${values.join(', ')}.` }),
  });
}

/** A choice whose default other settings decide. */
export function openChoice<const T extends string>(
  name: string,
  values: readonly T[],
  words: Words,
): Setting<T | undefined> {
  return new Setting<T | undefined>(name, {
    ...words,
    type: values.join(' | '),
    empty: undefined,
    schema: z.enum(values, { error: `must be one of ${values.join(', ')}.` }),
  });
}

const trueOrFalse = z
  .enum(['true', 'false'], { error: 'must be one of true, false.' })
  .transform((text) => text === 'true');

export function flag(
  name: string,
  { default: value, ...words }: Words & { readonly default: boolean },
): Setting<boolean> {
  const shown = value ? 'true' : 'false';
  return new Setting(name, {
    ...words,
    type: 'true | false',
    default: shown,
    empty: value,
    schema: trueOrFalse,
  });
}

/** A flag whose default other settings decide. */
export function openFlag(name: string, words: Words): Setting<boolean | undefined> {
  return new Setting<boolean | undefined>(name, {
    ...words,
    type: 'true | false',
    empty: undefined,
    schema: trueOrFalse,
  });
}

export interface TextCheck {
  readonly accepts: (text: string) => boolean;
  readonly error: string;
}

interface TextRules {
  /** The type in words. */
  readonly type?: string;
  readonly check?: TextCheck | readonly TextCheck[];
}

function textSchema(check: TextRules['check'] = []): z.ZodType<string, string> {
  const schema: z.ZodType<string, string> = z.string();
  return [check]
    .flat()
    .reduce((checked, { accepts, error }) => checked.refine(accepts, { error }), schema);
}

export function text(
  name: string,
  { default: value, type, check, ...words }: Words & TextRules & { readonly default: string },
): Setting<string> {
  return new Setting(name, {
    ...words,
    type: type ?? 'text',
    default: value,
    empty: value,
    schema: textSchema(check),
  });
}

export function optionalText(
  name: string,
  { type, check, ...words }: Words & TextRules,
): Setting<string | undefined> {
  return new Setting<string | undefined>(name, {
    ...words,
    type: type ?? 'text',
    empty: undefined,
    schema: textSchema(check),
  });
}

export function file(name: string, words: Words): Setting<string | undefined> {
  return optionalText(name, { ...words, type: 'path of a file' });
}

/** Items between commas; blank items are dropped. */
export function list(
  name: string,
  {
    type,
    check,
    ...words
  }: Words & {
    readonly type: string;
    readonly check?: {
      readonly accepts: (items: readonly string[]) => boolean;
      readonly error: string;
    };
  },
): Setting<readonly string[]> {
  const items = z.string().transform((joined) =>
    joined
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  );
  return new Setting<readonly string[]>(name, {
    ...words,
    type,
    empty: [],
    schema: check === undefined ? items : items.refine(check.accepts, { error: check.error }),
  });
}

/** `name=value` between commas, values percent-encoded, as W3C Baggage has it. */
export function pairs(name: string, words: Words): Setting<Readonly<Record<string, string>>> {
  return new Setting<Readonly<Record<string, string>>>(name, {
    ...words,
    type: 'list of name=value, comma-separated',
    empty: {},
    schema: z.string().transform((joined, problems) => {
      const found = joined.split(',').filter((pair) => pair.trim() !== '');
      const read = found.map(pairOf);
      if (!read.includes(undefined)) {
        return Object.fromEntries(read.filter((pair) => pair !== undefined));
      }
      problems.addIssue('must list name=value, with commas between them.');
      return z.NEVER;
    }),
  });
}

const PAIR = /^\s*([\w!#$%&'*+.^`|~/-]+)\s*=\s*(.*?)\s*$/;

function pairOf(text: string): readonly [string, string] | undefined {
  const [, name, value] = PAIR.exec(text) ?? [];
  if (name === undefined || value === undefined) return undefined;
  try {
    const plain = decodeURIComponent(value);
    // Nothing that could end a header.
    return /[\r\n\0]/.test(plain) ? undefined : [name, plain];
  } catch {
    return undefined;
  }
}

function hasProtocol(url: string, protocols: readonly string[]): boolean {
  return URL.canParse(url) && protocols.includes(new URL(url).protocol);
}

/** The check of a URL that begins with one of `protocols`, each with its colon. */
export function urlCheck(protocols: readonly string[]): TextCheck {
  return {
    accepts: (url) => hasProtocol(url, protocols),
    error: `must be a URL that begins with ${protocols.join(' or ')}//.`,
  };
}
