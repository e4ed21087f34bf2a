import ts from 'typescript';
import { clientMember, entryOf, membersOf, resolveTypes } from './sdk-types.js';

/**
 * How many properties the bodies and queries of the SDK's methods have, as the TypeScript compiler
 * sees them: members of unions and entries of lists and maps included.
 */
export function countProperties(methods: readonly string[]): number {
  const { checker, types } = resolveTypes(
    methods.map((method) => `Parameters<${clientMember(method)}>`),
  );
  const requests = types.flatMap((type) => {
    const parameters = checker.getTypeArguments(type as ts.TypeReference);
    return parameters[parameters.length - 2] ?? [];
  });
  return sum(requests.map((request) => countIn(checker, request)));
}

function countIn(checker: ts.TypeChecker, type: ts.Type): number {
  if (type.isUnion()) return sum(membersOf(type).map((member) => countIn(checker, member)));
  if ((type.flags & ts.TypeFlags.Object) === 0) return 0;
  const entry = entryOf(checker, type) ?? type.getStringIndexType();
  if (entry !== undefined) return countIn(checker, entry);
  const properties = checker.getPropertiesOfType(type);
  return sum(properties.map((property) => 1 + countIn(checker, checker.getTypeOfSymbol(property))));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
