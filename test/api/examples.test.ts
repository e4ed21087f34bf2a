// Guarantee: the examples of the documentation run, one after the other, and there is one for every
// root field.
import { readFileSync, readdirSync } from 'node:fs';
import {
  buildSchema,
  Kind,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
} from 'graphql';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { chapters } from '../../schema/examples/chapters.js';
import type { Circumstance, Example } from '../../schema/examples/example.js';
import type { JsonObject, JsonValue } from '../../src/domain/input/json.js';
import { beRefused, untilAlerts } from '../support/client/alerts.js';
import { openStream } from '../support/client/streams.js';
import { codesOf } from '../support/client/tasks.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { askAs, joinSession } from '../support/gateway/tenant-things.js';
import { whileTimePasses } from '../support/time/while-time-passes.js';
import { EVERY_ALERT } from '../support/gateway/no-alerts.js';

type AnyDocument = TypedDocumentNode<Record<string, unknown>, Record<string, unknown>>;

const all = readdirSync('schema/operations').flatMap(
  (file) => parse(readFileSync(`schema/operations/${file}`, 'utf8')).definitions,
);
const fragments = all.filter(
  (definition): definition is FragmentDefinitionNode =>
    definition.kind === Kind.FRAGMENT_DEFINITION,
);
const operations = new Map(
  all.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? [[definition.name?.value ?? '', definition] as const]
      : [],
  ),
);

/** Of an operation, with the fragments that it spreads. */
function documentOf(name: string): AnyDocument {
  const operation = operations.get(name);
  if (operation === undefined) throw new Error(`There is no document ${name}`);
  const used = new Set<string>();
  const spreads = (node: object): void => {
    for (const [, found] of JSON.stringify(node).matchAll(
      /"kind":"FragmentSpread","name":\{"kind":"Name","value":"(\w+)"/g,
    )) {
      if (found === undefined || used.has(found)) continue;
      used.add(found);
      const fragment = fragments.find(({ name: { value } }) => value === found);
      if (fragment !== undefined) spreads(withoutLocations(fragment));
    }
  };
  spreads(withoutLocations(operation));
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [operation, ...fragments.filter(({ name: { value } }) => used.has(value))],
  };
  return document;
}

function withoutLocations(node: object): object {
  return JSON.parse(
    JSON.stringify(node, (key, value: unknown) => (key === 'loc' ? undefined : value)),
  ) as object;
}

describe('an example', () => {
  const stage = useGateway({
    ...EVERY_ALERT,
    RUNWAY_CONCURRENCY_MAX: '1000',
    ALERT_ANSWERS: 'denials_of_caller:throttle',
  });
  const kept = new Map<string, string>();

  function filledIn(value: JsonValue): JsonValue {
    const text = JSON.stringify(value).replaceAll(/\{\{(\w+)\}\}/g, (_place, name: string) => {
      const found = kept.get(name);
      if (found === undefined) throw new Error(`No earlier example has kept ${name}`);
      return found;
    });
    return JSON.parse(text) as JsonValue;
  }

  const bringAbout: Readonly<Record<Circumstance, () => Promise<void>>> = {
    settled: async () => {
      await stage.clock.stride(120_000);
    },
    ready: async () => {
      await stage.clock.stride(60_000);
    },
    joined: async () => {
      const ask = askAs(stage.gateway.url, stage.gateway.operatorKey);
      await joinSession(ask, stage.gateway.emulator, kept.get('sessionId') ?? '');
      await stage.clock.advance(10_000);
    },
    suspected: async () => {
      const key = await stage.gateway.keyOf('suspect', ['TASK_READ']);
      await beRefused(stage.gateway, key, 20);
      await untilAlerts(stage.gateway, stage.clock, 'denials_of_caller', 1);
    },
    answerLost: async () => {
      const fault = { path: '/v1/text_to_video', times: 1, reset: 'afterRead' } as const;
      stage.gateway.emulator.setFault(fault);
      await Promise.resolve();
    },
  };

  /** The data of the answer, or of the first event. */
  async function run(name: string, variables: JsonObject): Promise<object> {
    const { gateway, clock } = stage;
    const document = documentOf(name);
    if (operations.get(name)?.operation !== OperationTypeNode.SUBSCRIPTION) {
      const answer = await whileTimePasses(clock, gateway.ask(document, variables));
      expect(codesOf(answer)).toEqual([]);
      return answer.data ?? {};
    }
    const stream = openStream(gateway.url, gateway.operatorKey, document, variables);
    const event = await whileTimePasses(clock, stream.next());
    await stream.close();
    return event ?? {};
  }

  for (const { title, examples } of chapters) {
    describe(`of ${title}`, () => {
      it.each(
        examples.map((example, at): [string, Example] => [
          `${String(at + 1)}. ${example.document}`,
          example,
        ]),
      )('%s', async (_name, { document, variables = {}, keeps = {}, when }) => {
        if (when !== undefined) await bringAbout[when]();
        const data = await run(document, filledIn(variables) as JsonObject);
        for (const value of Object.values(data)) expect(value).not.toBeNull();
        for (const [name, path] of Object.entries(keeps)) {
          kept.set(name, String(at(data, path)));
        }
      });
    });
  }

  it('stands there for every root field', () => {
    const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const fields = roots.flatMap((root) => Object.keys(root?.getFields() ?? {}));
    const shown = chapters
      .flatMap(({ examples }) => examples)
      .flatMap(({ document }) => operations.get(document)?.selectionSet.selections ?? [])
      .map((selection) => (selection.kind === Kind.FIELD ? selection.name.value : ''));
    expect(fields.filter((field) => !shown.includes(field))).toEqual([]);
  });
});

function at(data: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    if (typeof value !== 'object' || value === null || !(name in value)) {
      throw new Error(`The answer has no ${path}`);
    }
    return (value as Readonly<Record<string, unknown>>)[name];
  }, data);
}
