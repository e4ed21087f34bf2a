import type { Bounds } from './bounds-document.js';
import type { Property, Shape } from './shape.js';
import { formOf } from './shape.js';

/**
 * Bounds that stand in the SDK's comments only. They are the last resort: schema/runway/bounds.json
 * and bounds.overrides.json win over them. What looks like a bound and is understood by no rule is
 * handed back, so that it does not count as read.
 */
export interface CommentBounds {
  readonly bounds: Bounds;
  /** Short fragments such as `must not exceed 15 seconds`. */
  readonly leftovers: readonly string[];
}

const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];
const NUMBER = String.raw`(-?\d[\d,]*(?:\.\d+)?|${WORDS.join('|')})`;
const DASH = String.raw`\s*[-–]\s*`;

interface Rule {
  readonly wording: RegExp;
  readonly applies: readonly Subject[];
  bounds(found: readonly string[], subject: Subject): Bounds;
}

type Subject = 'text' | 'number' | 'list' | 'other';

/**
 * `(a-b)`, `between a and b`: of a list it is a count, of a text its length, of a number the
 * number.
 */
function span(found: readonly string[], subject: Subject): Bounds {
  const [low, high] = found.map(numberOf);
  if (low === undefined || high === undefined) return {};
  if (subject === 'list') return { minItems: low, maxItems: high };
  if (subject === 'text') return { minLength: low, maxLength: high };
  return { minimum: low, maximum: high };
}

const RULES: readonly Rule[] = [
  {
    wording: rx(String.raw`(?:must be )?${NUMBER}${DASH}${NUMBER} characters`),
    applies: ['text'],
    bounds: span,
  },
  {
    wording: rx(String.raw`up to ${NUMBER} characters(?: \(measured in [^)]*\))?`),
    applies: ['text'],
    bounds: ([count]) => ({ maxLength: numberOf(count) }),
  },
  {
    wording: rx(String.raw`at least ${NUMBER} characters`),
    applies: ['text'],
    bounds: ([count]) => ({ minLength: numberOf(count) }),
  },
  { wording: rx('non-empty'), applies: ['text'], bounds: () => ({ minLength: 1 }) },
  {
    wording: rx(String.raw`\(${NUMBER}${DASH}${NUMBER}(?: \w+)?\)`),
    applies: ['number', 'list'],
    bounds: span,
  },
  { wording: rx(String.raw`\[${NUMBER}, ${NUMBER}\]`), applies: ['number'], bounds: span },
  {
    wording: rx(
      String.raw`(?:must be )?between ${NUMBER} and ${NUMBER}(?: seconds| \(inclusive\))?`,
    ),
    applies: ['number'],
    bounds: span,
  },
  {
    wording: rx(String.raw`from ${NUMBER}(?: \(\w+\))? to ${NUMBER}`),
    applies: ['number'],
    bounds: span,
  },
  {
    wording: rx(String.raw`an array of ${NUMBER} to ${NUMBER} \w+`),
    applies: ['list'],
    bounds: span,
  },
  {
    wording: rx(
      String.raw`\(?up to ${NUMBER}(?:(?= )(?! of those| seconds)[^.]*?(?:images|keyframes|clips)|\))`,
    ),
    applies: ['list'],
    bounds: ([count]) => ({ maxItems: numberOf(count) }),
  },
  {
    wording: rx(String.raw`(?:must be )?an integer|as a whole number|in whole seconds`),
    applies: ['number'],
    bounds: () => ({ integer: true }),
  },
];

/** What looks like a bound. */
const SUSPECT = rx(
  String.raw`(?:must be |must )?(?:not exceed|less than|more than|at least|at most|up to|between|exactly) ${NUMBER}(?: and ${NUMBER})?(?: of those)?(?: \w+)?|(?<!ISO |\d)${NUMBER}${DASH}${NUMBER} \w+`,
);

/** Runway's one sentence on media; its limit is the MediaUri scalar's business. */
const MEDIA_SENTENCE = /A HTTPS URL, Runway upload URI.*? containing an encoded \w+\./;

const DEFAULT = rx(
  String.raw`(?:defaults? to|\x60([^\x60]+)\x60 \((?:the )?default\)) ?\x60?([\w:.]*\w)?`,
);

/** Reads one property's comment. */
export function boundsInComment(property: Property): CommentBounds {
  const subject = subjectOf(property.shape);
  let rest = property.comment.replace(MEDIA_SENTENCE, '');
  let bounds: Bounds = {};
  for (const rule of RULES) {
    if (!rule.applies.includes(subject)) continue;
    rest = rest.replace(rule.wording, (_match: string, ...groups: unknown[]) => {
      const found = groups.filter((group) => typeof group === 'string');
      bounds = { ...rule.bounds(found, subject), ...bounds };
      return '';
    });
  }
  const fallback = defaultIn(property);
  if (fallback !== undefined) bounds = { ...bounds, default: fallback };
  return { bounds, leftovers: rest.match(new RegExp(SUSPECT.source, 'gi')) ?? [] };
}

/** A stated default, where it is of the property's own kind. */
function defaultIn({ comment, shape }: Property): string | number | undefined {
  const match = DEFAULT.exec(comment);
  const text = match?.[1] ?? match?.[2];
  if (text === undefined) return undefined;
  const values = formOf(shape, 'enum')?.values;
  if (values?.includes(text) === true) return text;
  if (formOf(shape, 'number') === undefined && formOf(shape, 'numbers') === undefined)
    return undefined;
  return Number.isFinite(Number(text)) ? Number(text) : undefined;
}

/** What a bound in the comment would be of: where there are several forms, the most telling one. */
function subjectOf(shape: Shape): Subject {
  if (formOf(shape, 'list') !== undefined) return 'list';
  if (formOf(shape, 'number') !== undefined) return 'number';
  return shape.kind === 'string' ? 'text' : 'other';
}

function numberOf(text: string | undefined): number {
  const word = WORDS.indexOf((text ?? '').toLowerCase());
  return word >= 0 ? word : Number((text ?? '').replaceAll(',', ''));
}

/** Case does not matter; the first group after the wording's own is what the rule reads. */
function rx(source: string): RegExp {
  return new RegExp(source, 'i');
}
