import { GATEWAY_URL } from '../gateway-url';

const ISSUE = `mutation ($input: IssueTokenInput!) {
  issueToken(input: $input) {
    token
  }
}`;

/** What the page may do, and for how long: the key stays here. */
const INPUT = { scopes: ['GENERATE_VIDEO', 'TASK_READ'], expiresInSeconds: 300 };

/** A token for the page. Look at the session of your user here, before you give them one. */
export async function POST(): Promise<Response> {
  const response = await fetch(GATEWAY_URL, {
    method: 'POST',
    cache: 'no-store',
    headers: {
      authorization: `Bearer ${process.env.GATEWAY_KEY ?? ''}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ query: ISSUE, variables: { input: INPUT } }),
  });
  const { data } = (await response.json()) as {
    data?: { issueToken: { token: string } | null } | null;
  };
  const token = data?.issueToken?.token;
  return token === undefined
    ? new Response('The gateway issued no token.', { status: 502 })
    : new Response(token, { headers: { 'cache-control': 'no-store' } });
}
