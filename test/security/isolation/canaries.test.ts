// Guarantee: the watch that the other tests of this folder rely on sees a canary wherever it may be.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { Addressed, Canaries } from '../canaries.js';
import { Line } from '../../support/store/line.js';
import { RecordedLog } from '../../support/gateway/recorded-log.js';
import { ProtocolSocket } from '../../support/client/wire.js';

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const TOKEN = 'VxR_LRNj1WeiWfirceMV5-Fj0i5qSK5J';

describe('canaries', () => {
  const canaries = new Canaries();
  const word = canaries.word('ada');
  canaries.word('bob');
  canaries.own('ada', ID);
  canaries.own('ada', TOKEN);

  const PLANTED = {
    'a word': `{"name":"x${word}y"}`,
    'a word in capitals': word.toUpperCase(),
    'an id': `/v1/tasks/${ID}`,
    'an id in capitals': ID.toUpperCase(),
    'an upload': `"runway://${TOKEN}"`,
    'an id in a cursor': `"after":"${Buffer.from(`resource 17 ${ID}`).toString('base64url')}"`,
    'a word in the claims of a signed address': `?_jwt=eyJ.${Buffer.from(`{"path":"/${word}"}`).toString('base64url')}.x`,
  };

  it.each(Object.entries(PLANTED))('are found: %s', (_what, text) => {
    expect(canaries.foreignTo('bob', text).map(({ tenant }) => tenant)).toContain('ada');
    expect(canaries.foreignTo('ada', text)).toEqual([]);
  });

  it('are not found where there are none', () => {
    expect(canaries.findIn(JSON.stringify({ id: crypto.randomUUID(), at: new Date() }))).toEqual(
      [],
    );
  });

  it('are of one tenant only', () => {
    expect(() => {
      canaries.own('bob', ID);
    }).toThrow(ID);
  });

  it('are found when they come in pieces', () => {
    const addressed = new Addressed(canaries, 'bob');
    const listen = addressed.connection();
    for (const letter of `a body with ${word} in it`) listen(Buffer.from(letter));
    expect(addressed.findings.map(({ canary }) => canary)).toContain(word);
  });

  it('are found in every part of a log line that hides something', () => {
    const log = new RecordedLog();
    const cause = Object.assign(new Error('inside'), { detail: `Key (label)=(${word})` });
    log.error({ err: new Error('outside', { cause }) }, 'failed');
    log.info({ map: new Map([['a', new Set([word])]]) }, 'told');
    expect(log.lines.map((line) => canaries.wordsIn(line).length)).toEqual([1, 1]);
  });

  it('are found in the body, the headers and the socket messages that come on a line', async () => {
    const server = createServer((request, response) => {
      response.setHeader('x-told', request.url === '/header' ? word : 'nothing');
      response.end(request.url === '/body' ? JSON.stringify({ word }) : 'nothing');
    });
    const sockets = new WebSocketServer({ server });
    sockets.on('connection', (socket) => {
      socket.send(JSON.stringify({ type: 'next', payload: ID }));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const addressed = new Addressed(canaries, 'bob');
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const line = await Line.open(url, () => addressed.connection());
    try {
      for (const path of ['nothing', 'header', 'body']) {
        await (await fetch(`${line.url}/${path}`)).text();
        expect([path, addressed.findings.length > 0]).toEqual([path, path !== 'nothing']);
        addressed.findings.splice(0);
      }
      const socket = await ProtocolSocket.open(line.url);
      await socket.next();
      expect(addressed.findings.map(({ canary }) => canary)).toContain(ID);
      socket.close();
    } finally {
      await line.cut();
      sockets.close();
      server.close();
    }
  });
});
