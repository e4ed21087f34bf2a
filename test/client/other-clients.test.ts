import { GraphQLClient } from 'graphql-request';
import { toGatewayClientError, type GraphQLErrorLike } from '../../client/src/index.js';
import {
  CreateTextToVideoDocument,
  TaskDocument,
  ViewerDocument,
} from '../../client/src/documents.js';
import { aVideo } from '../support/client/inputs.js';
import { useGateway } from '../support/gateway/gateway-stage.js';

describe('graphql-request', () => {
  const stage = useGateway();
  const client = (): GraphQLClient =>
    new GraphQLClient(`${stage.gateway.url}/graphql`, {
      headers: { authorization: `Bearer ${stage.ann}` },
    });

  it('queries and mutates with typed documents', async () => {
    const { viewer } = await client().request(ViewerDocument);
    expect(viewer?.tenant.id).toBe('ann');
    const variables = { input: aVideo(), idempotencyKey: 'graphql-request' };
    const { createTextToVideo } = await client().request(CreateTextToVideoDocument, variables);
    expect(createTextToVideo?.task.status).toBe('PENDING');
  });

  it('hands on errors whose code can be read', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    const error: unknown = await client()
      .request(TaskDocument, { id })
      .catch((r: unknown) => r);
    const { response } = error as { readonly response: { errors: [GraphQLErrorLike] } };
    expect(toGatewayClientError(response.errors[0])).toMatchObject({ code: 'NOT_FOUND' });
  });
});
