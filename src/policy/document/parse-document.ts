import { GraphQLError, Lexer, Source, TokenKind, parse, type DocumentNode } from 'graphql';
import type { DocumentLimits } from './document-limits.js';
import { refusal } from './document-error.js';

const OPENING: ReadonlySet<string> = new Set([
  TokenKind.BRACE_L,
  TokenKind.BRACKET_L,
  TokenKind.PAREN_L,
]);
const CLOSING: ReadonlySet<string> = new Set([
  TokenKind.BRACE_R,
  TokenKind.BRACKET_R,
  TokenKind.PAREN_R,
]);

/** The parsed document, or why it is refused. Bounded in time and in stack, whatever the text is. */
export function parseDocument(
  text: string,
  limits: DocumentLimits,
):
  | { readonly document: DocumentNode; readonly tokens: number }
  | { readonly errors: readonly GraphQLError[] } {
  if (text.length > limits.lengthMax) {
    return tooLarge(`The document is longer than ${String(limits.lengthMax)} characters.`);
  }
  const source = new Source(text);
  try {
    const tokens = countTokens(source, limits);
    return typeof tokens === 'number'
      ? { document: parse(source, { maxTokens: limits.tokensMax }), tokens }
      : tooLarge(tokens);
  } catch (error) {
    return { errors: [syntaxError(error, source)] };
  }
}

/** Where the syntax breaks. graphql-js's own message quotes the text. */
function syntaxError(error: unknown, source: Source): GraphQLError {
  if (!(error instanceof GraphQLError)) throw error;
  const [position] = error.positions ?? [];
  const [place] = error.locations ?? [];
  if (position === undefined || place === undefined) return refusal('GRAPHQL_PARSE_FAILED');
  const at = `line ${String(place.line)}, column ${String(place.column)}`;
  const message = `The document is not valid GraphQL: see ${at}.`;
  return refusal('GRAPHQL_PARSE_FAILED', { message, source, position });
}

/**
 * Reads tokens alone, without recursion, and stops at the first limit: its text then. Throws on an
 * illegal token.
 */
function countTokens(source: Source, limits: DocumentLimits): number | string {
  const lexer = new Lexer(source);
  let open = 0;
  for (let count = 0; count <= limits.tokensMax; count += 1) {
    const { kind } = lexer.advance();
    if (kind === TokenKind.EOF) return count;
    if (OPENING.has(kind)) open += 1;
    if (CLOSING.has(kind)) open -= 1;
    if (open > limits.nestingMax) {
      return `The document is nested deeper than ${String(limits.nestingMax)} brackets.`;
    }
  }
  return `The document has more than ${String(limits.tokensMax)} tokens.`;
}

function tooLarge(message: string): { readonly errors: readonly GraphQLError[] } {
  return { errors: [refusal('DOCUMENT_TOO_LARGE', { message })] };
}
