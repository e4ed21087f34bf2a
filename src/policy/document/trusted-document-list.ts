import { createHash } from 'node:crypto';
import { Kind, type GraphQLError, type GraphQLSchema } from 'graphql';
import { refusal } from './document-error.js';
import { DOCUMENT_LIMITS } from './document-limits.js';
import { checkMeasure } from './measure.js';
import { parseDocument } from './parse-document.js';
import { checkRules } from './rules.js';

/** Whether clients may, or must, send the id of a document in the place of its text. */
export const TRUSTED_DOCUMENT_MODES = ['off', 'prefer', 'only'] as const;

export type TrustedDocumentMode = (typeof TRUSTED_DOCUMENT_MODES)[number];

/** Texts by document id. */
export type DocumentManifest = ReadonlyMap<string, string>;

/** The part of a request that names its document: one of the two. */
export interface DocumentSource {
  readonly query: string | null;
  readonly documentId?: string | undefined;
}

/** Characters. A SHA-256 id has 71. */
const ID_LENGTH_MAX = 256;

/** The characters of document ids in GraphQL over HTTP, with at most one prefix. */
const ID = /^(?:sha256:[0-9a-f]{64}|x-[\w.~-]+:[\w.~-]+|[\w.~-]+)$/;

/**
 * The documents that an operator vouches for, by the ids of the appendix on persisted documents of
 * GraphQL over HTTP. They are checked like any other document: trust adds no rights.
 */
export class TrustedDocuments {
  readonly mode: TrustedDocumentMode;
  #manifest: DocumentManifest;

  constructor(mode: TrustedDocumentMode, manifest: DocumentManifest = new Map()) {
    this.mode = mode;
    this.#manifest = manifest;
  }

  /** For requests from now on; open subscriptions go on. */
  replace(manifest: DocumentManifest): void {
    this.#manifest = manifest;
  }

  /** The text of the document to execute, or why there is none. */
  textOf({ query, documentId }: DocumentSource): string | readonly GraphQLError[] {
    if (documentId === undefined) {
      return query === null || this.mode === 'only'
        ? [refusal('TRUSTED_DOCUMENT_REQUIRED')]
        : query;
    }
    if (this.mode === 'off') return [refusal('PERSISTED_QUERY_NOT_SUPPORTED')];
    return this.#manifest.get(documentId) ?? [refusal('TRUSTED_DOCUMENT_UNKNOWN')];
  }
}

/**
 * The manifest that client-preset of graphql-codegen writes: one JSON object, texts by id. An id of 64
 * hexadecimal digits, with or without `sha256:`, must be the hash of its text, and is served with the
 * prefix. Throws an Error that names the entry.
 */
export function parseManifest(json: string): DocumentManifest {
  const manifest = new Map<string, string>();
  for (const [id, text] of Object.entries(objectOf(json))) {
    if (typeof text !== 'string') throw new Error(`the entry ${shown(id)} is not a text`);
    const hash = `sha256:${createHash('sha256').update(text).digest('hex')}`;
    const isHash = id.startsWith('sha256:') || /^[0-9a-f]{64}$/i.test(id);
    if (isHash && id !== hash && `sha256:${id}` !== hash) {
      throw new Error(`the entry ${shown(id)} is not the SHA-256 of its text`);
    }
    if (id.length > ID_LENGTH_MAX || !ID.test(id)) {
      throw new Error(`the entry ${shown(id)} is no document id`);
    }
    manifest.set(isHash ? hash : id, text);
  }
  return manifest;
}

/** Ids of the documents that this schema refuses whatever their variables are. */
export function findUnfitDocuments(
  schema: GraphQLSchema,
  manifest: DocumentManifest,
): readonly string[] {
  return [...manifest].filter(([, text]) => !isFit(schema, text)).map(([id]) => id);
}

function isFit(schema: GraphQLSchema, text: string): boolean {
  const parsed = parseDocument(text, DOCUMENT_LIMITS);
  if ('errors' in parsed) return false;
  const { document } = parsed;
  return (
    document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION) &&
    checkMeasure(document, DOCUMENT_LIMITS).length === 0 &&
    checkRules(schema, document, { introspection: true }).length === 0
  );
}

function objectOf(json: string): object {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new Error('it is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('it is not a JSON object of texts by document id');
  }
  return value;
}

/** Ids are public, but a file that is no manifest may hold anything. */
function shown(id: string): string {
  return JSON.stringify(id.slice(0, 80));
}
