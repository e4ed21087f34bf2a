import { GraphQLScalarType, Kind } from 'graphql';
import { refusal } from './scalar-refusal.js';

/** Characters. Runway's own cursors, which ours may wrap, have up to 1,000. */
const CURSOR_LENGTH_MAX = 1_500;

const BASE64_URL = /^[A-Za-z0-9_-]+$/;

/** Hands back the text of a cursor. Only its form is checked: what it points at is the reader's to say. */
export function parseCursor(value: unknown): string {
  if (typeof value === 'string' && value.length <= CURSOR_LENGTH_MAX && BASE64_URL.test(value)) {
    return value;
  }
  throw refusal('cursor', 'Is not a cursor of this gateway.', ['a cursor from an earlier answer']);
}

export const CursorScalar = new GraphQLScalarType<string, string>({
  name: 'Cursor',
  description: 'A place in a list or stream. Opaque: pass back what an answer gave, unchanged.',
  parseValue: parseCursor,
  serialize: parseCursor,
  parseLiteral: (node) => parseCursor(node.kind === Kind.STRING ? node.value : undefined),
});
