import ts from 'typescript';
import { clientMember, entryOf, membersOf, resolveTypes } from './sdk-types.js';

/**
 * Where values stand in what the SDK's methods resolve to, as the TypeScript compiler sees it, sorted:
 * `voice.presetId`, `[]` after lists, `{}` after maps. A page's are those of its `data` and
 * `nextCursor`.
 */
export function answerPaths(methods: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const page = '{ data: readonly (infer Entry)[]; nextCursor: infer Cursor }';
  const { checker, types } = resolveTypes(
    methods.map((method) => {
      const answer = `Awaited<ReturnType<${clientMember(method)}>>`;
      return `${answer} extends ${page} ? { data: Entry[]; nextCursor: Cursor } : ${answer}`;
    }),
  );
  return new Map(
    methods.map((method, index) => {
      const type = types[index];
      const paths = type === undefined ? [] : pathsIn(checker, type, '');
      return [method, [...new Set(paths)].filter((path) => path !== '').sort()];
    }),
  );
}

function pathsIn(checker: ts.TypeChecker, type: ts.Type, path: string): string[] {
  if (type.isUnion()) {
    return membersOf(type).flatMap((member) => pathsIn(checker, member, path));
  }
  if ((type.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) !== 0) return [];
  if ((type.flags & ts.TypeFlags.Object) === 0) return [path];
  const entry = entryOf(checker, type);
  if (entry !== undefined) return pathsIn(checker, entry, `${path}[]`);
  const value = type.getStringIndexType();
  if (value !== undefined) return pathsIn(checker, value, `${path}{}`);
  return checker.getPropertiesOfType(type).flatMap((property) => {
    const name = property.getName();
    const place = path === '' ? name : `${path}.${name}`;
    return pathsIn(checker, checker.getTypeOfSymbol(property), place);
  });
}
