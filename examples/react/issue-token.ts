const ISSUE = `mutation ($input: IssueTokenInput!) {
  issueToken(input: $input) {
    token
  }
}`;

/** What the page may do, and for how long: its key stays on the server. */
const INPUT = {
  scopes: ['GENERATE_VIDEO', 'TASK_READ', 'UPLOAD_CREATE'],
  expiresInSeconds: 300,
};

/** Exchanges the key for a short-lived token. Sign your users in before you give them one. */
export async function issueToken(url: string, key: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: ISSUE, variables: { input: INPUT } }),
  });
  const { data, errors } = (await response.json()) as {
    data?: { issueToken: { token: string } | null } | null;
    errors?: readonly { message: string }[];
  };
  if (!data?.issueToken) throw new Error(errors?.[0]?.message ?? 'No token was issued.');
  return data.issueToken.token;
}
