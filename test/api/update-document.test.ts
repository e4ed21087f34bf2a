import { DocumentDocument, UpdateDocumentDocument } from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden } from '../support/client/hidden.js';
import { makeAvatar, makeDocument } from '../support/client/resources.js';
import { atRunway, bodiesTo } from '../support/runway/upstream.js';
import { codesOf } from '../support/client/tasks.js';

describe('updateDocument', () => {
  const stage = useGateway();

  it('changes the text and shows the document as it is then, with those who use it', async () => {
    const { gateway, clock, ann } = stage;
    const { id } = await makeDocument(gateway, {}, ann);
    const avatar = await makeAvatar(gateway, { documentIds: [id] }, ann);
    await clock.advance(1_000);
    const input = { content: 'Closed on Sundays.' };
    const { updateDocument } = await gateway.data(UpdateDocumentDocument, { id, input }, ann);
    expect(updateDocument.document).toMatchObject({
      id,
      name: 'Opening hours',
      content: 'Closed on Sundays.',
      usedBy: [{ avatarId: avatar.id, name: 'Ada' }],
      updatedAt: clock.now().toISOString(),
    });
    expect(bodiesTo(gateway, `/v1/documents/${id}`)).toEqual([input]);
    const { document } = await gateway.data(DocumentDocument, { id }, ann);
    expect(document).toEqual(updateDocument.document);
  });

  it('refuses a change of nothing', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeDocument(gateway, {}, ann);
    const answer = await gateway.ask(UpdateDocumentDocument, { id, input: {} }, ann);
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });

  it('refuses another tenant’s document exactly as a missing one', async () => {
    const { gateway, ann, bob } = stage;
    const { id } = await makeDocument(gateway, {}, ann);
    const change = (documentId: string) => ({ id: documentId, input: { content: 'Mine.' } });
    await expectHidden(gateway, bob, UpdateDocumentDocument, change, id);
  });

  it('is NOT_FOUND once it was deleted in Runway’s app', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeDocument(gateway, {}, ann);
    await atRunway(gateway, 'DELETE', `/v1/documents/${id}`);
    const change = { id, input: { content: 'Gone.' } };
    expect(codesOf(await gateway.ask(UpdateDocumentDocument, change, ann))).toEqual(['NOT_FOUND']);
  });
});
