// Guarantee: nothing of another tenant's can be used by naming it in a generation, and whether it is
// there cannot be found out by trying.
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse } from 'graphql';
import { anyCost } from '../support/client/counted.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden, MISSING_ID } from '../support/client/hidden.js';
import { makeAvatar, makeRouter, makeVoice } from '../support/client/resources.js';
import { untilStatus } from '../support/client/tasks.js';
import { aFilledUpload } from '../support/client/uploads.js';

interface Reference {
  readonly field: string;
  /** The place that an issue names. */
  readonly path: string;
  /** Something of the tenant's of this key. */
  makeOne(key: string): Promise<string>;
  inputWith(id: string): object;
  /** A well-formed name that does not exist. */
  readonly missing: string;
}

describe('a generation', () => {
  const stage = useGateway();

  const readyAvatar = async (key: string) => {
    const { gateway, clock } = stage;
    const { id, taskId } = await makeAvatar(gateway, {}, key);
    await untilStatus(gateway, clock, taskId, 'SUCCEEDED', key);
    return id;
  };
  /** Of this slug, which it returns. */
  const router = async (slug: string, key: string) => {
    await makeRouter(stage.gateway, { slug }, key);
    return slug;
  };
  const image = (key: string) => aFilledUpload(stage.gateway, 'fox.png', key);
  const audio = (key: string) => aFilledUpload(stage.gateway, 'fox.mp3', key);
  const noUpload = `runway://${'x'.repeat(32)}`;
  const url = 'https://assets.example.com/fox.png';

  const references: readonly Reference[] = [
    {
      field: 'createAvatarVideo',
      path: 'input.gwm1Avatars.avatar.custom.avatarId',
      makeOne: readyAvatar,
      inputWith: (avatarId) => ({
        gwm1Avatars: {
          avatar: { custom: { avatarId } },
          speech: { text: { text: 'Hello.' } },
        },
      }),
      missing: MISSING_ID,
    },
    {
      field: 'createAvatarVideo',
      path: 'input.gwm1Avatars.speech.text.voice.custom.id',
      makeOne: async (key) => (await makeVoice(stage.gateway, {}, key)).id,
      inputWith: (id) => ({
        gwm1Avatars: {
          avatar: { runwayPreset: { presetId: 'INFLUENCER' } },
          speech: { text: { text: 'Hello.', voice: { custom: { id } } } },
        },
      }),
      missing: MISSING_ID,
    },
    {
      field: 'createAvatarVideo',
      path: 'input.gwm1Avatars.speech.audio.audio',
      makeOne: audio,
      inputWith: (uri) => ({
        gwm1Avatars: {
          avatar: { runwayPreset: { presetId: 'INFLUENCER' } },
          speech: { audio: { audio: uri } },
        },
      }),
      missing: noUpload,
    },
    {
      field: 'generateVideo',
      path: 'input.configId',
      makeOne: (key) => router('for-video', key),
      inputWith: (configId) => ({ configId, input: { promptText: 'A fox' } }),
      missing: 'missing',
    },
    {
      field: 'generateAudio',
      path: 'input.configId',
      makeOne: (key) => router('for-audio', key),
      inputWith: (configId) => ({ configId, input: { promptText: 'A fox', type: 'SPEECH' } }),
      missing: 'missing',
    },
    {
      field: 'generateImage',
      path: 'input.input.referenceImages.1.uri',
      makeOne: async (key) => {
        for (const each of [key, stage.bob]) await router('for-image', each);
        return await image(key);
      },
      inputWith: (uri) => ({
        configId: 'for-image',
        input: { promptText: 'A fox', referenceImages: [{ uri: url }, { uri }] },
      }),
      missing: noUpload,
    },
    {
      field: 'createImageToVideo',
      path: 'input.gen4Turbo.promptImage.0.uri',
      makeOne: image,
      inputWith: (uri) => ({
        gen4Turbo: {
          promptImage: [{ uri, position: 'FIRST' }],
          ratio: 'RATIO_1280_720',
          duration: 5,
        },
      }),
      missing: noUpload,
    },
  ];

  it.each(references.map((one) => [one.field, one.path, one] as const))(
    'M4: %s takes what is the tenant’s own at %s, and another’s exactly as what is not there',
    async (field, path, { makeOne, inputWith, missing }) => {
      const { gateway, ann, bob } = stage;
      const own = await makeOne(ann);
      const inputType = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
      const query = `mutation ($input: ${inputType}!) { ${field}(input: $input) { task { status } } }`;
      const variablesOf = (id: string) => ({ input: inputWith(id) });
      const response = await gateway.post({ query, variables: variablesOf(own) }, ann);
      expect(await response.json()).toEqual({
        data: { [field]: { task: { status: 'PENDING' } } },
        extensions: anyCost(),
      });

      const typed: TypedDocumentNode<object, { readonly input: object }> = parse(query);
      await expectHidden(gateway, bob, typed, variablesOf, own, {
        missing,
        code: 'BAD_USER_INPUT',
      });
      const { errors } = await gateway.ask(typed, variablesOf(own), bob);
      expect(errors?.[0]?.extensions.issues).toMatchObject([{ path, rule: 'reference' }]);
    },
  );
});
