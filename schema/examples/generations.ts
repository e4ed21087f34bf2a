import type { Chapter } from './example.js';

const AT = 'https://assets.example.com';

/** A small request for each generation; docs/reference/models.md has what each model takes. */
export const generations: Chapter = {
  title: 'Generations',
  examples: [
    {
      document: 'CreateTextToVideo',
      variables: {
        idempotencyKey: 'order-4711',
        input: {
          gen4_5: {
            promptText: 'A whale breaches at dawn',
            ratio: 'RATIO_1280_720',
            duration: 5,
          },
        },
      },
      keeps: { taskId: 'createTextToVideo.task.id' },
    },
    {
      document: 'CreateImageToVideo',
      variables: {
        label: 'harbour',
        input: {
          gen4_5: {
            promptImage: { uri: `${AT}/harbour.jpg`, position: 'FIRST' },
            promptText: 'The fog lifts off the harbour',
            ratio: 'RATIO_1280_720',
            duration: 5,
          },
        },
      },
    },
    {
      document: 'CreateVideoToVideo',
      variables: { input: { aleph2: { videoUri: `${AT}/skater.mp4` } } },
    },
    {
      document: 'CreateVideoToHdr',
      variables: { input: { ruby: { videoUri: `${AT}/sunset.mp4` } } },
    },
    {
      document: 'CreateTextToImage',
      variables: {
        waitSeconds: 30,
        input: {
          gen4ImageTurbo: {
            promptText: 'The chair from the reference in a sunlit loft',
            ratio: 'RATIO_1024_1024',
            referenceImages: [{ uri: `${AT}/chair.jpg` }],
          },
        },
      },
    },
    {
      document: 'CreateCharacterPerformance',
      variables: {
        input: {
          actTwo: {
            character: { video: { uri: `${AT}/puppet.mp4` } },
            reference: { video: { uri: `${AT}/actor.mp4` } },
          },
        },
      },
    },
    {
      document: 'CreateImageUpscale',
      variables: { input: { magnificPrecisionUpscalerV2: { imageUri: `${AT}/scan.jpg` } } },
    },
    {
      document: 'CreateVideoUpscale',
      variables: { input: { magnificVideoUpscalerCreative: { videoUri: `${AT}/trailer.mp4` } } },
    },
    {
      document: 'CreateTextToSpeech',
      variables: { input: { seedAudio: { promptText: 'The museum closes in fifteen minutes.' } } },
    },
    {
      document: 'CreateSoundEffect',
      variables: { input: { seedAudio: { promptText: 'Rain on a tin roof, a door creaks' } } },
    },
    {
      document: 'CreateVoiceIsolation',
      variables: { input: { elevenVoiceIsolation: { audioUri: `${AT}/street-interview.mp3` } } },
    },
    {
      document: 'CreateVoiceDubbing',
      variables: {
        input: { elevenVoiceDubbing: { audioUri: `${AT}/podcast.mp3`, targetLang: 'FIL' } },
      },
    },
    {
      document: 'CreateSpeechToSpeech',
      variables: {
        input: {
          elevenMultilingualStsV2: {
            media: { audio: { uri: `${AT}/speech.mp3` } },
            voice: { runwayPreset: { presetId: 'KIRK' } },
          },
        },
      },
    },
    {
      document: 'GenerateVideo',
      variables: { input: { configId: 'default', input: { promptText: 'A heron over a lake' } } },
    },
    {
      document: 'GenerateImage',
      variables: {
        input: { configId: 'default', input: { promptText: 'A sundial in a walled garden' } },
      },
    },
    {
      document: 'GenerateAudio',
      variables: {
        input: { configId: 'default', input: { promptText: 'Mind the gap.', type: 'SPEECH' } },
      },
    },
    {
      document: 'CreateAdLocalization',
      variables: {
        input: {
          referenceImage: { uri: `${AT}/poster-en.png` },
          targetLanguage: 'JA',
          version: 'VERSION_2026_06',
        },
      },
    },
    {
      document: 'CreateMarketingStockImage',
      variables: {
        input: {
          prompt: 'Two colleagues repair bicycles in a bright workshop, for a hiring page',
          version: 'VERSION_2026_06',
        },
      },
    },
    {
      document: 'CreateMultiShotVideo',
      variables: {
        input: {
          auto: { prompt: 'A letter crosses the sea and is answered', version: 'VERSION_2026_06' },
        },
      },
    },
    {
      document: 'CreateProductAd',
      variables: {
        input: { productImages: [{ uri: `${AT}/lamp-front.png` }], version: 'VERSION_2026_07' },
      },
    },
    {
      document: 'CreateProductCampaignImage',
      variables: {
        input: {
          image: { uri: `${AT}/parka.jpg` },
          prompt: 'Mountaineering editorial on grainy film, hard noon light',
          version: 'VERSION_2026_06',
        },
      },
    },
    {
      document: 'CreateProductSwap',
      variables: {
        input: {
          newProductImages: [{ uri: `${AT}/new-can.png` }],
          originalProductImage: { uri: `${AT}/old-can.png` },
          referenceVideo: { uri: `${AT}/can-spot.mp4` },
          version: 'VERSION_2026_06',
        },
      },
    },
    {
      document: 'CreateProductUgc',
      variables: {
        input: {
          characterImage: { uri: `${AT}/barista.jpg` },
          productImage: { uri: `${AT}/grinder.jpg` },
          version: 'VERSION_2026_06',
        },
      },
    },
    {
      document: 'CreateAvatarVideo',
      variables: {
        input: {
          gwm1Avatars: {
            avatar: { runwayPreset: { presetId: 'PRESET_ID_GAME_CHARACTER' } },
            speech: { audio: { audio: `${AT}/welcome.mp3` } },
          },
        },
      },
    },
    {
      document: 'RunWorkflow',
      variables: { input: { workflowId: '5eed0000-0000-4000-8000-000000000001' } },
    },
  ],
};
