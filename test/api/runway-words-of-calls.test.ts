// Guarantee: what Runway says to a read, a list, a change or a deletion reaches its caller, and nothing
// that the request did not contain reaches it with that.
import { print } from 'graphql';
import {
  AvatarDocument,
  AvatarsDocument,
  AvatarUpdatedDocument,
  DeleteAvatarDocument,
  DeleteTaskDocument,
  OrganizationDocument,
  RouterRequestsDocument,
} from '../../client/src/generated/graphql.js';
import type { RunwayReply } from '../../src/errors.js';
import { makeAvatar, makeRouter } from '../support/client/resources.js';
import { createVideo, untilStatus } from '../support/client/tasks.js';
import { ask, EventStreamReader, ProtocolSocket, type WireError } from '../support/client/wire.js';
import { useGateway } from '../support/gateway/gateway-stage.js';

const FOREIGN_ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const WORDS = 'The thing is locked by a running export';
const REPLY: RunwayReply = { status: 400, message: WORDS };

describe('what Runway says to', () => {
  const stage = useGateway();
  let avatar: string;
  let router: string;

  beforeAll(async () => {
    avatar = (await makeAvatar(stage.gateway, {}, stage.ann)).id;
    router = (await makeRouter(stage.gateway, { slug: 'fast', settings: {} }, stage.ann)).id;
  });

  function say(method: string, path: string, body: object, status = 400): void {
    stage.gateway.emulator.setFault({ method, path, status, body });
  }

  /** The one error of an answer. */
  async function refused(document: object | string, variables: object, key = stage.ann) {
    const query = typeof document === 'string' ? document : print(document as never);
    const { errors } = await ask(stage.gateway.url, key, { query, variables });
    expect(errors).toHaveLength(1);
    return (errors[0] as WireError).extensions;
  }

  it('a read reaches its caller', async () => {
    say('GET', '/v1/avatars/{id}', { error: WORDS });
    expect(await refused(AvatarDocument, { id: avatar })).toMatchObject({
      code: 'RUNWAY_REFUSED',
      runway: REPLY,
    });
  });

  it('a read below a list reaches its caller', async () => {
    say('GET', '/v1/avatars/{id}', { error: WORDS });
    expect((await refused(AvatarsDocument, {})).runway).toEqual(REPLY);
  });

  it('a list reaches its caller, issues and all', async () => {
    const issues = [{ code: 'custom', path: ['cursor'], message: 'Unknown cursor' }];
    say('GET', '/v1/routers/{id}/requests', { error: 'Validation of query failed', issues });
    const { runway } = await refused(RouterRequestsDocument, { routerId: router });
    expect(runway).toEqual({ status: 400, message: 'Validation of query failed Unknown cursor' });
  });

  it('a report on the account reaches its operator', async () => {
    say('GET', '/v1/organization', { error: WORDS });
    const { runway } = await refused(OrganizationDocument, {}, stage.gateway.operatorKey);
    expect(runway).toEqual(REPLY);
  });

  it('a deletion reaches its caller', async () => {
    say('DELETE', '/v1/avatars/{id}', { error: WORDS });
    expect((await refused(DeleteAvatarDocument, { id: avatar })).runway).toEqual(REPLY);
  });

  it('the deletion of a task reaches its caller', async () => {
    const { gateway, clock, ann } = stage;
    const { id } = await createVideo(gateway, {}, ann);
    await untilStatus(gateway, clock, id, 'SUCCEEDED', ann);
    say('DELETE', '/v1/tasks/{id}', { error: WORDS });
    expect((await refused(DeleteTaskDocument, { id })).runway).toEqual(REPLY);
  });

  it('a subscription reaches its caller, on both transports', async () => {
    const { gateway, ann } = stage;
    say('GET', '/v1/avatars/{id}', { error: WORDS });
    const request = { query: print(AvatarUpdatedDocument), variables: { id: avatar } };
    const told = { errors: [{ extensions: { code: 'RUNWAY_REFUSED', runway: REPLY } }] };
    const socket = await ProtocolSocket.connect(gateway.url, ann);
    socket.send({ id: '1', type: 'subscribe', payload: request });
    expect((await socket.next()).payload).toMatchObject(told);
    socket.close();
    const events = await EventStreamReader.open(gateway.url, ann, request);
    expect((await events.next())?.data).toMatchObject(told);
    events.close();
  });

  describe('M7: a name in it', () => {
    it.each([
      ['in a variable', AvatarDocument, (id: string) => ({ id })],
      ['in the document', undefined, () => ({})],
    ] as const)('passes where the request has it %s', async (_where, document, variablesOf) => {
      const error = `Avatar ${avatar} is locked`;
      say('GET', '/v1/avatars/{id}', { error });
      const query = document ?? `{ avatar(id: "${avatar}") { name } }`;
      expect((await refused(query, variablesOf(avatar))).runway).toEqual({
        status: 400,
        message: error,
      });
    });

    it.each([
      ['an id', `It is used by ${FOREIGN_ID}`],
      ['a slug', 'It is used by t0123456789-nightly'],
      ['a secret', 'Key key_0123456789abcdef was revoked'],
      ['the account', 'Your organization has 3 credits'],
    ])('that the request lacks takes the words with it: %s', async (_what, error) => {
      const issues = [{ code: 'custom', path: ['id'], message: error }];
      say('GET', '/v1/avatars/{id}', { error, issues });
      expect((await refused(AvatarDocument, { id: avatar })).runway).toEqual({ status: 400 });
    });
  });

  it.each([
    [401, { status: 401 }],
    [429, { status: 429 }],
    [503, undefined],
  ])('%i is told by its code alone', async (status, reply) => {
    say('GET', '/v1/avatars/{id}', { error: WORDS }, status);
    expect((await refused(AvatarDocument, { id: avatar })).runway).toEqual(reply);
    stage.gateway.emulator.clearFaults();
    await stage.clock.advance(60_000);
  });
});
