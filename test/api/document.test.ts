import { DocumentDocument } from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden } from '../support/client/hidden.js';
import { A_DOCUMENT, grant, makeAvatar, makeDocument } from '../support/client/resources.js';
import { untilStatus } from '../support/client/tasks.js';
import { atRunway } from '../support/runway/upstream.js';

describe('document', () => {
  const stage = useGateway();

  it('shows the whole text and the avatars that draw on it', async () => {
    const { gateway, clock, ann } = stage;
    const { id } = await makeDocument(gateway, {}, ann);
    const avatar = await makeAvatar(gateway, { documentIds: [id] }, ann);
    await untilStatus(gateway, clock, avatar.taskId, 'SUCCEEDED', ann);
    const { document } = await gateway.data(DocumentDocument, { id }, ann);
    expect(document).toMatchObject({
      ...A_DOCUMENT,
      id,
      type: 'text',
      usedBy: [
        {
          avatarId: avatar.id,
          name: 'Ada',
          imageUrl: expect.stringContaining(gateway.emulator.url) as string,
        },
      ],
    });
  });

  // Guarantee: a tenant does not learn which avatars of others use its document.
  it('does not show avatars that are not the tenant’s', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeDocument(gateway, {}, ann);
    const elsewhere = await atRunway(gateway, 'POST', '/v1/avatars', {
      name: 'Made in the app',
      personality: 'Answers briefly.',
      referenceImage: 'https://assets.example.com/app.png',
      voice: { type: 'runway-live-preset', presetId: 'adrian' },
      documentIds: [id],
    });
    const { document } = await gateway.data(DocumentDocument, { id }, ann);
    expect(document.usedBy).toEqual([]);
    await grant(gateway, 'ann', 'AVATAR', String(elsewhere['id']));
    const { document: now } = await gateway.data(DocumentDocument, { id }, ann);
    expect(now.usedBy.map(({ avatarId }) => avatarId)).toEqual([elsewhere['id']]);
  });

  it('answers for another tenant’s document exactly as for a missing one', async () => {
    const { gateway, ann, bob } = stage;
    const { id } = await makeDocument(gateway, {}, ann);
    await expectHidden(gateway, bob, DocumentDocument, (documentId) => ({ id: documentId }), id);
  });
});
