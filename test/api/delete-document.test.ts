import {
  AvatarDocument,
  DeleteDocumentDocument,
  DocumentDocument,
  DocumentsDocument,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden } from '../support/client/hidden.js';
import { makeAvatar, makeDocument } from '../support/client/resources.js';
import { codesOf } from '../support/client/tasks.js';
import { atRunway, upstreamCalls } from '../support/runway/upstream.js';

describe('deleteDocument', () => {
  const stage = useGateway();

  it('deletes at Runway, where avatars lose it, and here; a second time there is nothing', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeDocument(gateway, {}, ann);
    const avatar = await makeAvatar(gateway, { documentIds: [id] }, ann);
    expect((await gateway.data(DeleteDocumentDocument, { id }, ann)).deleteDocument.id).toBe(id);
    await expect(atRunway(gateway, 'GET', `/v1/documents/${id}`)).rejects.toThrow('404');
    const read = await gateway.data(AvatarDocument, { id: avatar.id }, ann);
    expect(read.avatar.documentIds).toEqual([]);

    gateway.emulator.clearRequests();
    expect(codesOf(await gateway.ask(DeleteDocumentDocument, { id }, ann))).toEqual(['NOT_FOUND']);
    expect(codesOf(await gateway.ask(DocumentDocument, { id }, ann))).toEqual(['NOT_FOUND']);
    expect((await gateway.data(DocumentsDocument, {}, ann)).documents.totalCount).toBe(0);
    expect(upstreamCalls(gateway)).toEqual([]);
  });

  it('leaves another tenant’s document alone, exactly as a missing one', async () => {
    const { gateway, ann, bob } = stage;
    const { id } = await makeDocument(gateway, {}, ann);
    const variablesOf = (documentId: string) => ({ id: documentId });
    await expectHidden(gateway, bob, DeleteDocumentDocument, variablesOf, id);
    expect((await gateway.data(DocumentDocument, { id }, ann)).document.id).toBe(id);
  });
});
