import type { Chapter } from './example.js';

const AT = 'https://assets.example.com';

export const resources: Chapter = {
  title: 'Avatars, voices, documents, routers, sessions',
  examples: [
    { document: 'CreateUpload', variables: { input: { filename: 'harbour.jpg' } } },
    {
      document: 'CreateDocument',
      variables: { input: { name: 'Opening hours', content: 'We open at nine.' } },
      keeps: { documentId: 'createDocument.document.id' },
    },
    {
      document: 'UpdateDocument',
      variables: { id: '{{documentId}}', input: { content: 'We open at ten.' } },
    },
    { document: 'Document', variables: { id: '{{documentId}}' } },
    { document: 'DocumentOrigin', variables: { id: '{{documentId}}' } },
    { document: 'Documents', variables: { first: 10 } },
    {
      document: 'PreviewVoice',
      variables: {
        input: { model: 'ELEVEN_TTV_V3', prompt: 'The calm voice of a museum guide' },
      },
    },
    {
      document: 'CreateVoice',
      variables: {
        input: { name: 'Guide', from: { audio: { audio: `${AT}/guide.mp3` } } },
      },
      keeps: { voiceId: 'createVoice.voice.id' },
    },
    { document: 'VoiceUpdated', variables: { id: '{{voiceId}}' } },
    { document: 'UpdateVoice', variables: { id: '{{voiceId}}', input: { name: 'Evening guide' } } },
    { document: 'Voice', variables: { id: '{{voiceId}}' } },
    { document: 'Voices', variables: { first: 10 } },
    {
      document: 'CreateAvatar',
      variables: {
        input: {
          name: 'Ada',
          personality: 'Brief and friendly.',
          referenceImage: `${AT}/ada.png`,
          documentIds: ['{{documentId}}'],
          voice: { runwayLivePreset: { presetId: 'ADRIAN' } },
        },
      },
      keeps: { avatarId: 'createAvatar.avatar.id' },
    },
    { document: 'AvatarUpdated', variables: { id: '{{avatarId}}' } },
    {
      document: 'UpdateAvatar',
      variables: { id: '{{avatarId}}', input: { name: 'Ada at the desk' } },
      when: 'ready',
    },
    { document: 'Avatar', variables: { id: '{{avatarId}}' } },
    { document: 'Avatars', variables: { first: 10 } },
    {
      document: 'CreateRealtimeSession',
      variables: {
        input: { gwm1Avatars: { avatar: { custom: { avatarId: '{{avatarId}}' } } } },
      },
      keeps: { sessionId: 'createRealtimeSession.realtimeSession.id' },
    },
    { document: 'RealtimeSession', variables: { id: '{{sessionId}}' }, when: 'ready' },
    {
      document: 'RealtimeSessionUpdated',
      variables: { id: '{{sessionId}}' },
    },
    { document: 'AvatarConversation', variables: { id: '{{sessionId}}' }, when: 'joined' },
    { document: 'AvatarConversations', variables: { filter: { avatarId: '{{avatarId}}' } } },
    { document: 'DeleteRealtimeSession', variables: { id: '{{sessionId}}' } },
    { document: 'DeleteAvatarConversation', variables: { id: '{{sessionId}}' }, when: 'settled' },
    {
      document: 'CreateRouter',
      variables: { input: { slug: 'drafts', name: 'Drafts' } },
      keeps: { routerId: 'createRouter.router.id' },
    },
    {
      document: 'UpdateRouter',
      variables: { id: '{{routerId}}', input: { description: 'The cheapest that will do.' } },
    },
    { document: 'Router', variables: { id: '{{routerId}}' } },
    { document: 'Routers', variables: { first: 10 } },
    { document: 'RouterRequests', variables: { routerId: '{{routerId}}' } },
    { document: 'Workflow', variables: { id: '5eed0000-0000-4000-8000-000000000001' } },
    { document: 'Workflows', variables: { first: 10 } },
    { document: 'DeleteRouter', variables: { id: '{{routerId}}' } },
    { document: 'DeleteAvatar', variables: { id: '{{avatarId}}' } },
    { document: 'DeleteVoice', variables: { id: '{{voiceId}}' } },
    { document: 'DeleteDocument', variables: { id: '{{documentId}}' } },
  ],
};
