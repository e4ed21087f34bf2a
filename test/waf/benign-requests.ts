import { readFileSync } from 'node:fs';
import { Kind, OperationTypeNode, parse, type OperationDefinitionNode } from 'graphql';
import { chapters } from '../../schema/examples/chapters.js';
import type { JsonObject, JsonValue } from '../../src/domain/input/json.js';
import { generationFixtures } from '../api/fixtures/generation-fixtures.js';
import { AWKWARD_PROMPTS } from './awkward-prompts.js';

/** A request that the firewall must let pass, and that the gateway must then serve. */
export interface BenignRequest {
  readonly name: string;
  readonly body: { readonly query: string; readonly variables: JsonObject };
  readonly isStream?: true;
  /** Codes of errors by which the gateway may answer too; without them it must serve the request. */
  readonly codes?: readonly string[];
}

const MB = 1_024 * 1_024;

/** Stands for what an earlier example would have kept. */
const SOME_ID = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

/** As clients ship them: each operation of schema/operations with the fragments that it spreads. */
const documents = Object.values(
  JSON.parse(readFileSync('client/src/generated/persisted-documents.json', 'utf8')) as Record<
    string,
    string
  >,
).map((query) => ({ query, operation: operationOf(query) }));

function operationOf(query: string): OperationDefinitionNode {
  const found = parse(query).definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (found === undefined) throw new Error(`No operation: ${query}`);
  return found as OperationDefinitionNode;
}

/** Every committed document, with the variables of its examples and of the fixtures of its field. */
function documentRequests(): BenignRequest[] {
  return documents.flatMap(({ query, operation }) => {
    const name = operation.name?.value ?? '';
    const isStream = operation.operation === OperationTypeNode.SUBSCRIPTION;
    return variablesOf(name, operation).map((variables) => ({
      name,
      body: { query, variables },
      // The examples name objects and states that an earlier example would have made.
      codes: ['NOT_FOUND', 'BAD_USER_INPUT', 'CONFLICT'],
      ...(isStream && { isStream }),
    }));
  });
}

function variablesOf(name: string, operation: OperationDefinitionNode): JsonObject[] {
  const examples = chapters
    .flatMap((chapter) => chapter.examples)
    .filter(({ document }) => document === name)
    .map(({ variables = {} }) => withIds(variables) as JsonObject);
  const fields = operation.selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? [selection.name.value] : [],
  );
  const fixtures = Object.entries(generationFixtures)
    .filter(([field]) => fields.includes(field))
    .flatMap(([, of]) => of.map(({ input }) => ({ input })));
  const all = [...examples, ...fixtures];
  return all.length > 0 ? all : [{}];
}

function withIds(value: JsonValue): JsonValue {
  return JSON.parse(JSON.stringify(value).replaceAll(/\{\{\w+\}\}/g, SOME_ID)) as JsonValue;
}

const BY_INPUT = `mutation ($input: CreateTextToImageInput!) {
  createTextToImage(input: $input) { task { id } }
}`;
const BY_PARTS = `mutation ($promptText: String!) {
  createTextToImage(input: { gen4Image: { promptText: $promptText, ratio: RATIO_1920_1080 } }) {
    task { id }
  }
}`;
const BY_LABEL = 'query ($filter: TaskFilterInput) { tasks(filter: $filter) { nodes { id } } }';
const BY_FILENAME =
  'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { runwayUri } }';

/** The gateway itself says that the input is not acceptable. */
const NOT_SERVED: Pick<BenignRequest, 'codes'> = { codes: ['BAD_USER_INPUT'] };
const NO_FILENAME = /[/\\\p{Cc}]/u;

/** Each prompt as a value of an input, as a variable of its own, in a document, in a list and as a name. */
function promptRequests(): BenignRequest[] {
  return AWKWARD_PROMPTS.flatMap((promptText, index) => {
    const inDocument = BY_PARTS.replace('($promptText: String!)', '').replace(
      '$promptText',
      JSON.stringify(promptText),
    );
    const input = { gen4Image: { promptText, ratio: 'RATIO_1920_1080' } };
    return [
      { query: BY_INPUT, variables: { input } },
      { query: BY_PARTS, variables: { promptText } },
      { query: inDocument, variables: {} },
      { query: BY_LABEL, variables: { filter: { labels: ['x', promptText] } } },
      { query: BY_FILENAME, variables: { input: { filename: `${promptText}.png` } } },
    ].map((body) => ({
      name: `prompt ${String(index + 1)}`,
      body,
      // The gateway takes no path for the name of a file.
      ...(body.query === BY_FILENAME && NO_FILENAME.test(promptText) && NOT_SERVED),
    }));
  });
}

/** Pictures in the request itself, up to the most that a body may hold; no field takes more than 5 MB. */
function mediaRequests(): BenignRequest[] {
  return [1_024, MB, 5 * MB, 24 * MB].map((bytes) => {
    const bodyOf = (uri: string): BenignRequest['body'] => ({
      query: BY_INPUT.replaceAll('createTextToImage', 'createImageToVideo').replace(
        'CreateTextToImageInput',
        'CreateImageToVideoInput',
      ),
      variables: {
        input: { gen4Turbo: { promptImage: { uri }, ratio: 'RATIO_1280_720', duration: 5 } },
      },
    });
    const head = 'data:image/png;base64,iVBORw0KGgo';
    const rest = bytes - JSON.stringify(bodyOf(head)).length;
    // Varied, as the bytes of a picture are.
    const base64 = Buffer.from(
      Uint8Array.from(
        { length: Math.ceil(rest * 0.75) },
        (_, at) => (at * 7_919 + (at >> 8)) % 256,
      ),
    ).toString('base64');
    return {
      name: `${String(bytes)} bytes`,
      body: bodyOf(head + base64.slice(0, rest)),
      ...(bytes > 5 * MB && NOT_SERVED),
    };
  });
}

export function benignRequests(): readonly (readonly [kind: string, BenignRequest[]])[] {
  const all = documentRequests();
  return [
    ['client documents', all.filter(({ isStream }) => isStream !== true)],
    ['subscriptions', all.filter(({ isStream }) => isStream === true)],
    ['awkward prompts', promptRequests()],
    ['data URIs', mediaRequests()],
  ];
}

/** Every document is in the list. */
export function documentCount(): number {
  return documents.length;
}
