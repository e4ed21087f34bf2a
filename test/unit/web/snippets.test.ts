import { literalText } from '../../../web/src/copy-as/literal-text.js';
import { lacksMedia, type MadeRequest } from '../../../web/src/copy-as/made-request.js';
import {
  clientSnippet,
  curlSnippet,
  graphqlSnippet,
  hookSnippet,
} from '../../../web/src/copy-as/snippets.js';

const place = { url: 'https://gateway.example/graphql', idempotencyKey: 'studio-1' };

const request: MadeRequest = {
  operation: 'createTextToVideo',
  input: { gen4_5: { promptText: 'It’s "5 o\'clock"\nnow', ratio: 'RATIO_1280_720', duration: 5 } },
  label: 'a clock',
};

describe('the copied code', () => {
  it('holds texts with quotes and line ends as they are', () => {
    const text = literalText(request.input);
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what is written is read back
    const read = new Function(`return (${text});`) as () => unknown;
    expect(read()).toEqual(request.input);
  });

  it('breaks long values into lines', () => {
    expect(
      literalText({ a: 'x'.repeat(80), b: ['y'.repeat(80), 1, true, null] }).split('\n'),
    ).toHaveLength(9);
  });

  it('is GraphQL with all variables', () => {
    const { document, variables } = graphqlSnippet(request, 'mutation {}', place);
    expect(document).toBe('mutation {}');
    expect(JSON.parse(variables)).toEqual({
      input: request.input,
      label: 'a clock',
      idempotencyKey: 'studio-1',
    });
  });

  it('names the hook, the document and the input of the mutation', () => {
    expect(hookSnippet(request, place)).toContain('useCreateTextToVideoMutation()');
    expect(hookSnippet(request, place)).toContain("make({ input, label: 'a clock' })");
    expect(clientSnippet({ ...request, label: null }, place)).toContain(
      'generate(CreateTextToVideoDocument, { input }, {',
    );
  });

  it('is one command for a shell, and holds no credential', () => {
    const curl = curlSnippet(request, 'mutation M {\n  a\n}', place);
    expect(curl).toContain("o'\\''clock");
    expect(curl).toContain('mutation M { a }');
    expect(curl).toContain('"Authorization: Bearer $GATEWAY_KEY"');
  });

  it('is not offered where the gateway has dropped a file', () => {
    expect(lacksMedia({ a: [{ uri: { omitted: 'x', sha256: 'y', bytes: 1 } }] })).toBe(true);
    expect(lacksMedia(request.input)).toBe(false);
  });
});
