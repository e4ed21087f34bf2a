import type { JsonObject } from '../../../src/domain/input/json.js';
import { ELSEWHERE } from '../../../src/emulator/resources/seeded.js';
import type { ChangeField } from '../../../src/operations/change-operations.js';
import type { CreationField } from '../../../src/operations/creation-operations.js';
import { sampleInputs } from './sample-inputs.js';

/*
 * Inputs that have, together, every text, reference and medium of the fields that make and change
 * what tenants keep. Their references are to be replaced by what the caller has.
 */

const PICTURE = 'https://assets.example.com/portrait.png';
const RECORDING = 'https://assets.example.com/speech.mp3';

const references = {
  documentIds: [ELSEWHERE.documentId],
  voice: { custom: { id: ELSEWHERE.voiceId } },
};

const avatar = {
  name: 'Concierge of the house',
  personality: 'Answers briefly and kindly.',
  startScript: 'Good evening, what can I do for you?',
  referenceImage: PICTURE,
  ...references,
};

const PLAIN_PARAMETERS = [
  {
    string: { name: 'text_parameter', description: 'A text of two.', enum: ['first of two words'] },
  },
  { integer: { name: 'count_parameter', description: 'A whole number.' } },
  { number: { name: 'size_parameter', description: 'Any number.' } },
  { boolean: { name: 'flag_parameter', description: 'Yes or no at all.' } },
  {
    array: { name: 'list_parameter', description: 'A list of texts.', items: { type: 'STRING' } },
  },
];

const PARAMETERS = [
  ...PLAIN_PARAMETERS,
  {
    object: {
      name: 'whole_parameter',
      description: 'All that again.',
      properties: PLAIN_PARAMETERS,
    },
  },
];

const TOOLS = [
  {
    clientEvent: {
      name: 'shows_something',
      description: 'Shows what was asked.',
      parameters: PARAMETERS,
    },
  },
  {
    backendRpc: {
      name: 'looks_something_up',
      description: 'Looks up what was asked.',
      parameters: PARAMETERS,
    },
  },
];

/** A live session with an own avatar, as short as they may be. */
const session = {
  avatar: { custom: { avatarId: ELSEWHERE.avatarId } },
  maxDuration: 10,
  personality: 'In a hurry, but friendly.',
  startScript: 'Hello, who is speaking please?',
  tools: TOOLS,
};

const aDescribedVoice = {
  name: 'Night watch',
  description: 'Deep and slow.',
  from: {
    text: {
      model: 'ELEVEN_TTV_V3',
      prompt: 'A deep and slow voice of an old man who has seen the sea.',
    },
  },
};

/** Inputs that a sample does not do for: they refer to resources, or to addresses of other services. */
const written: Partial<Record<CreationField | ChangeField, readonly JsonObject[]>> = {
  createAvatar: [avatar],
  createRealtimeSession: [
    { gwm1Avatars: session },
    {
      gwm1Avatars: {
        ...session,
        integration: { elevenlabs: { signedUrl: 'wss://voices.example.com/agent' } },
      },
    },
    {
      gwm1Avatars: {
        ...session,
        integration: {
          livekit: {
            url: 'wss://rooms.example.com',
            token: 'a-token-of-livekit-that-stays-secret',
            roomName: 'the room of the call',
            agentIdentity: 'the agent in the room',
          },
        },
      },
    },
  ],
  createVoice: [aDescribedVoice, { name: 'Day watch', from: { audio: { audio: RECORDING } } }],
  previewVoice: [
    {
      model: 'ELEVEN_TTV_V3',
      prompt: 'A bright voice of a young woman who is glad to be here.',
    },
  ],
  updateAvatar: [avatar],
};

/** The inputs of a field; made from its input type where none is written. */
export function inputsOf(field: CreationField | ChangeField): readonly JsonObject[] {
  return written[field] ?? sampleInputs(field);
}
