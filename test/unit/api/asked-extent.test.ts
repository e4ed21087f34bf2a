import { buildSchema, executeSync, parse, type GraphQLResolveInfo } from 'graphql';
import { extentOf } from '../../../src/api/tasks/asked-extent.js';

const schema = buildSchema(/* GraphQL */ `
  type Query {
    task: Task
  }
  type Task {
    id: ID!
    status: String
    progress: Float
    estimate: Estimate
    output: [Output!]
    input: String
  }
  type Estimate {
    credits: Float
  }
  type Output {
    id: ID!
  }
`);

/** What the document's field `task` is found to ask for. */
function extentOfDocument(text: string): string[] {
  const found: string[] = [];
  const task = (_args: unknown, _context: unknown, info: GraphQLResolveInfo) => {
    found.push(extentOf(info), extentOf(info));
    return null;
  };
  executeSync({ schema, document: parse(text), rootValue: { task } });
  return found;
}

describe('How much of a task a document asks for', () => {
  it.each([
    ['{ task { id status __typename } }', 'heading'],
    ['{ task { id ... on Task { status } } }', 'heading'],
    ['{ task { id progress estimate { credits } } }', 'course'],
    ['{ task { ...a } } fragment a on Task { ...b } fragment b on Task { progress }', 'course'],
    ['{ task { id output { id } } }', 'whole'],
    ['{ task { ...a } } fragment a on Task { id ... { input } }', 'whole'],
    ['{ task { id @include(if: true) progress } }', 'course'],
    ['{ task { id: input } }', 'whole'],
    ['{ task { id } task { output { id } } }', 'whole'],
  ])('of %s it is %s', (text, extent) => {
    expect(extentOfDocument(text)).toEqual([extent, extent]);
  });
});
