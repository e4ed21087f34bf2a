import { GatewayError } from '../../errors.js';
import type { ValueLimits } from '../../policy/document/values.js';
import { tooDeepIssue, tooManyIssue } from '../../policy/document/values.js';

const QUOTE = 0x22;
const COMMA = 0x2c;
const LEFT_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const RIGHT_BRACKET = 0x5d;
const LEFT_BRACE = 0x7b;
const RIGHT_BRACE = 0x7d;

/** What a request has besides its variables: its own members, and an extension or two. */
const ENVELOPE_VALUES = 100;
const ENVELOPE_LEVELS = 2;

/**
 * Counts the values of a JSON text before it is parsed: 24 MB of empty lists would be 300 MB of
 * objects. Throws BAD_USER_INPUT, as the document check does for variables, which it counts exactly.
 */
export function checkJsonSize(json: Uint8Array, limits: ValueLimits): void {
  const valuesMax = limits.valuesMax + ENVELOPE_VALUES;
  const levelsMax = limits.valueLevelsMax + ENVELOPE_LEVELS;
  let commas = 0;
  let parents = 0;
  let open = 0;
  for (let at = 0; at < json.length; at += 1) {
    switch (json[at]) {
      case QUOTE:
        at = endOfText(json, at + 1);
        break;
      case COMMA:
        commas += 1;
        if (commas > valuesMax) throw refuse(tooManyIssue(limits));
        break;
      case LEFT_BRACKET:
      case LEFT_BRACE:
        parents += 1;
        open += 1;
        if (parents > valuesMax) throw refuse(tooManyIssue(limits));
        if (open > levelsMax) throw refuse(tooDeepIssue(limits));
        break;
      case RIGHT_BRACKET:
      case RIGHT_BRACE:
        open -= 1;
        break;
      default:
        break;
    }
  }
}

/** Where the closing quote stands. Long texts are data URIs without escapes: the search is native. */
function endOfText(json: Uint8Array, start: number): number {
  const quote = json.indexOf(QUOTE, start);
  if (quote === -1) return json.length;
  if (json[quote - 1] !== BACKSLASH) return quote;
  let at = start;
  while (at < json.length && json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1;
  return at;
}

function refuse(issue: ReturnType<typeof tooManyIssue>): GatewayError {
  return new GatewayError('BAD_USER_INPUT', { issues: [issue] });
}
