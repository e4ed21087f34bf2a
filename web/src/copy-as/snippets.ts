import { literalText } from './literal-text.js';
import { documentName, variablesOf, type MadeRequest, type SnippetPlace } from './made-request.js';

const PACKAGE = 'runway-graphql-gateway-client';

/** A document and its variables, for any GraphQL client. */
export interface GraphQLSnippet {
  readonly document: string;
  readonly variables: string;
}

export function graphqlSnippet(
  request: MadeRequest,
  document: string,
  { idempotencyKey }: SnippetPlace,
): GraphQLSnippet {
  const variables = { ...variablesOf(request), idempotencyKey };
  return { document, variables: JSON.stringify(variables, null, 2) };
}

/** A React component that makes the request with a typed hook of the client package. */
export function hookSnippet(request: MadeRequest, { url }: SnippetPlace): string {
  const name = documentName(request.operation);
  return `import { Provider } from 'urql';
import type { ${name}Input } from '${PACKAGE}/documents';
import { createUrqlClient } from '${PACKAGE}/urql';
import { use${name}Mutation, useTaskUpdatedSubscription } from '${PACKAGE}/urql-hooks';

const client = createUrqlClient({
  url: ${literalText(url)},
  // Your server gives out short-lived tokens: see issueToken.
  getToken: async () => await (await fetch('/token')).text(),
});

const input: ${name}Input = ${literalText(request.input)};

export function MakeButton() {
  const [{ data, error, fetching }, make] = use${name}Mutation();
  const id = data?.${request.operation}?.task.id;
  return (
    <>
      <button disabled={fetching} onClick={() => void make(${variablesText(request)})}>
        Make
      </button>
      {error && <p role="alert">{error.message}</p>}
      {id && <Progress id={id} />}
    </>
  );
}

function Progress({ id }: { id: string }) {
  const [{ data }] = useTaskUpdatedSubscription({ variables: { id } });
  const task = data?.taskUpdated.task;
  return <p role="status">{task ? \`\${task.status} \${Math.round(task.progress * 100)} %\` : '…'}</p>;
}

export const App = () => (
  <Provider value={client}>
    <MakeButton />
  </Provider>
);
`;
}

/** A program that makes the request with the client package and waits for its output. */
export function clientSnippet(request: MadeRequest, { url }: SnippetPlace): string {
  const name = documentName(request.operation);
  return `import { generate } from '${PACKAGE}';
import { ${name}Document, type ${name}Input } from '${PACKAGE}/documents';

const input: ${name}Input = ${literalText(request.input)};

const task = await generate(${name}Document, ${variablesText(request)}, {
  url: ${literalText(url)},
  getToken: () => process.env.GATEWAY_KEY ?? '',
  onProgress: ({ status, progress }) => console.log(status, progress),
});
console.log(task.output.map((file) => file.url));
`;
}

/** A command line; the key is read from the environment. */
export function curlSnippet(
  request: MadeRequest,
  document: string,
  { url, idempotencyKey }: SnippetPlace,
): string {
  const body = JSON.stringify({ query: squeezed(document), variables: variablesOf(request) });
  return `curl --fail-with-body ${shellText(url)} \\
  -H "Authorization: Bearer $GATEWAY_KEY" \\
  -H 'Content-Type: application/json' \\
  -H ${shellText(`Idempotency-Key: ${idempotencyKey}`)} \\
  --data-raw ${shellText(body)}
`;
}

function variablesText({ label }: MadeRequest): string {
  return label === null ? '{ input }' : `{ input, label: ${literalText(label)} }`;
}

/** A document in one line: our documents hold no text in which white space counts. */
function squeezed(document: string): string {
  return document.replace(/\s+/g, ' ').trim();
}

/** One word for a POSIX shell. */
function shellText(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
