import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { startEmulator } from '../../src/emulator/server/start-emulator.js';
import {
  CreateTextToVideoDocument,
  DeleteTaskDocument,
  TaskDocument,
  TaskUpdatedDocument,
} from '../../client/src/generated/graphql.js';
import { useBuiltGateway } from '../support/gateway/built-gateway.js';
import { describePostgres } from '../support/store/database.js';
import { eventually } from '../support/time/eventually.js';
import { GatewayProcess } from '../support/gateway/gateway-process.js';
import { aVideo } from '../support/client/inputs.js';
import { EventStreamReader, ProtocolSocket } from '../support/client/wire.js';
import { answered, type AnsweredData } from '../support/client/answered.js';

const KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';
const PATIENCE_MS = 90_000;

// Guarantee: a stream comes to its end even if its node slept through the task's whole end.
describePostgres('a follower of a task that was deleted while its node stood still', (get) => {
  const builtGateway = useBuiltGateway();

  async function ask<Data, Variables>(
    node: GatewayProcess,
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<AnsweredData<Data>> {
    const response = await fetch(`${node.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ query: print(document), variables }),
    });
    return answered((await response.json()) as { data?: Data; errors?: [] });
  }

  it('D24: is told the completion on both transports', async () => {
    const emulator = await startEmulator({ port: 0, settings: { taskSeconds: 3 } });
    const environment = {
      DATABASE_URL: get().url ?? '',
      RUNWAYML_API_SECRET: 'key_test',
      RUNWAYML_BASE_URL: emulator.url,
      BOOTSTRAP_API_KEY: KEY,
      LOG_LEVEL: 'warn',
    };
    const running: GatewayProcess[] = [];
    try {
      const start = async (): Promise<GatewayProcess> => {
        const node = await GatewayProcess.start(environment, builtGateway());
        running.push(node);
        return node;
      };
      const [sleeping, other] = [await start(), await start()];
      const made = await ask(other, CreateTextToVideoDocument, { input: aVideo('gone') });
      const id = made.createTextToVideo.task.id;
      const request = { query: print(TaskUpdatedDocument), variables: { id } };
      const socket = await ProtocolSocket.connect(sleeping.url, KEY);
      socket.send({ id: 's', type: 'subscribe', payload: request });
      expect((await socket.next()).type).toBe('next');
      const reader = await EventStreamReader.open(sleeping.url, KEY, request);
      expect((await reader.next())?.event).toBe('next');

      sleeping.freeze();
      await eventually(async () => {
        expect((await ask(other, TaskDocument, { id })).task.status).toBe('SUCCEEDED');
      }, PATIENCE_MS);
      await ask(other, DeleteTaskDocument, { id });
      sleeping.thaw();

      let message = await socket.next();
      while (message.type === 'next') message = await socket.next();
      expect(message).toEqual({ id: 's', type: 'complete' });
      let event = await reader.next();
      while (event?.event === 'next') event = await reader.next();
      expect(event?.event).toBe('complete');
      socket.close();
    } finally {
      await Promise.all(running.map((node) => node.kill()));
      await emulator.close();
    }
  }, 240_000);
});
