// Guarantee: the changelog tells what changes in the schema, and no break passes that it does not.
import { entryOf, undeclared, withEntries } from '../../../scripts/schema/changelog.js';
import { schemaChanges } from '../../../scripts/schema/schema-changes.js';

const RELEASED = `
  type Query { find(limit: Int): String, kind: Kind }
  enum Kind { IMAGE VIDEO }
  input Make { image: String, video: String }
`;

const CHANGELOG = `# Changelog

## [Unreleased]

### Added

- Something.

## [0.1.0]

- The first.
`;

async function textsOf(current: string): Promise<readonly string[]> {
  return (await schemaChanges(RELEASED, current)).map(entryOf);
}

describe('changes of the schema', () => {
  it.each([
    ['a field that goes', RELEASED.replace(', kind: Kind', '')],
    ['a value that goes', RELEASED.replace('IMAGE VIDEO', 'IMAGE')],
    ['an argument that is demanded', RELEASED.replace('limit: Int', 'limit: Int!')],
    ['an input field that is demanded', RELEASED.replace('image: String,', 'image: String!,')],
    ['another type', RELEASED.replace('): String', '): Int')],
    ['an input of which one member may be given', RELEASED.replace('Make {', 'Make @oneOf {')],
  ])('break clients: %s', async (_what, current) => {
    const changes = await schemaChanges(RELEASED, current);
    expect(changes.filter(({ isBreaking }) => isBreaking).length).toBeGreaterThan(0);
    expect(undeclared(changes, CHANGELOG).length).toBeGreaterThan(0);
    const declared = withEntries(CHANGELOG, changes);
    expect(undeclared(changes, declared)).toEqual([]);
  });

  it('that only add break no client, and are told by what they add to', async () => {
    const current = RELEASED.replace('IMAGE VIDEO', 'IMAGE VIDEO AUDIO VOICE').replace(
      'kind: Kind',
      'kind: Kind, made(by: String): Made',
    );
    expect(await textsOf(`${current} type Made { id: ID }`)).toEqual([
      '- `Made` is new',
      '- `Query` has `made`, `made.by`',
      '- `Kind` has `AUDIO`, `VOICE`',
    ]);
  });

  it('are no other words of a description', async () => {
    expect(await textsOf(RELEASED.replace('enum Kind', '"What it is." enum Kind'))).toEqual([]);
  });

  it('stand under what is not released, once', () => {
    const changes = [{ isBreaking: false, text: '`Query` has `made`' }];
    const once = withEntries(CHANGELOG, changes);
    expect(once).toContain('- Something.\n\n### Schema\n\n- `Query` has `made`\n\n## [0.1.0]');
    expect(withEntries(once, changes)).toBe(once);
    const more = withEntries(once, [{ isBreaking: true, text: 'Field gone' }]);
    expect(more).toContain(
      '### Schema\n\n- **Breaking**: Field gone\n- `Query` has `made`\n\n## [0.1.0]',
    );
  });

  it('that an older release has declared are not declared for this one', () => {
    const old = CHANGELOG.replace('- The first.', '- **Breaking**: Field gone');
    expect(undeclared([{ isBreaking: true, text: 'Field gone' }], old)).toHaveLength(1);
  });
});
