/* global document, FormData, sessionStorage */
// The page of a customer: it has a short-lived token of its own server, and the packaged client.
import { createGatewayClient } from '../../../client/src/apollo.js';
import {
  CreateTextToImageDocument,
  CreateUploadDocument,
  TaskUpdatedDocument,
  ViewerDocument,
} from '../../../client/src/documents.js';

const { gatewayUrl, subscriptions } = await (await fetch('/settings')).json();
const client = createGatewayClient({
  url: `${gatewayUrl}/graphql`,
  subscriptions,
  getToken: async () => {
    const response = await fetch('/token');
    if (!response.ok) throw new Error('No token was given out');
    return await response.text();
  },
});

/** The cursors of all events, in the order in which they came. */
const cursors = JSON.parse(sessionStorage.getItem('cursors') ?? '[]');

function show(id, text) {
  document.getElementById(id).textContent = text;
}

function fail(error) {
  show('failure', String(error));
}

async function upload(file) {
  const variables = { input: { filename: file.name } };
  const { data } = await client.mutate({ mutation: CreateUploadDocument, variables });
  const { uploadUrl, fields, runwayUri } = data.createUpload;
  const form = new FormData();
  for (const { name, value } of fields) form.append(name, value);
  form.append('file', file);
  const { ok } = await fetch(uploadUrl, { method: 'POST', body: form });
  if (!ok) throw new Error('The upload was not taken');
  return runwayUri;
}

async function make() {
  const uri = await upload(document.getElementById('file').files[0]);
  const input = {
    gen4Image: {
      promptText: 'A @gull at dawn',
      ratio: 'RATIO_1280_720',
      referenceImages: [{ uri, tag: 'gull' }],
    },
  };
  const { data } = await client.mutate({
    mutation: CreateTextToImageDocument,
    variables: { input },
  });
  const { id } = data.createTextToImage.task;
  sessionStorage.setItem('task', id);
  follow(id, null);
}

function follow(id, after) {
  client.subscribe({ query: TaskUpdatedDocument, variables: { id, after } }).subscribe({
    next: ({ data, error }) => {
      if (error) return fail(error);
      const { cursor, task } = data.taskUpdated;
      cursors.push(cursor);
      sessionStorage.setItem('cursors', JSON.stringify(cursors));
      // Each status stays: a test that looks late still sees the earlier ones.
      document.getElementById('statuses').append(` ${task.status}`);
      const [output] = task.output;
      if (output) document.getElementById('output').src = output.url;
    },
    error: fail,
    complete: () => show('end', 'complete'),
  });
}

document.getElementById('make').onclick = () => make().catch(fail);
const { data } = await client.query({ query: ViewerDocument });
show('viewer', data.viewer.subject);
const task = sessionStorage.getItem('task');
if (task !== null) follow(task, cursors.at(-1) ?? null);
