/**
 * Better words for one place: `<field> <path>`, the path without the model (`referenceAudio`), with
 * it (`<wan3>.promptImage`), or without any member's name (`tools[].name`). The most exact key wins.
 */
export const PLACE_DESCRIPTIONS: Readonly<Record<string, string>> = {
  'createAdLocalization referenceImage': 'The advertisement to adapt.',
  'createAvatarVideo speech<audio>': 'A recording to speak along with.',
  'createAvatarVideo speech<audio>.audio': 'The recording.',
  'createAvatarVideo speech<text>': 'A text to speak.',
  'createAvatarVideo speech<text>.voice':
    'The voice to speak with. Without it the avatar speaks with its own.',
  'createCharacterPerformance character<image>': 'A picture of the character.',
  'createCharacterPerformance character<video>': 'A video of the character.',
  'createImageToVideo <gemini_omni_flash_1.1>.promptImage':
    'The image that the video starts from (position FIRST), and after it one that it ends with (LAST).',
  'createImageToVideo <h3_max>.promptImage':
    'The image that the video starts from (position FIRST), and after it one that it ends with (LAST). At least 256 pixels on each side.',
  'createImageToVideo <hailuo3>.promptImage':
    'Either keyframes, each with a position, or reference images without one; the two cannot be mixed. One image alone is the first frame only when it says FIRST: without a position it is a reference.',
  'createImageToVideo <wan3>.promptImage':
    'Either keyframes, each with a position, or reference images without one; the two cannot be mixed. One image alone is the first frame only when it says FIRST: without a position it is a reference. Keyframes need one of the ratios that adapt to the image.',
  'createImageToVideo <wan3_prime>.promptImage':
    'Either keyframes, each with a position, or reference images without one; the two cannot be mixed. One image alone is the first frame only when it says FIRST: without a position it is a reference. Keyframes need one of the ratios that adapt to the image.',
  'createImageToVideo <seedance2>.promptImage':
    'Either keyframes, each with a position, or reference images without one; the two cannot be mixed.',
  'createImageToVideo <seedance2_fast>.promptImage':
    'Either keyframes, each with a position, or reference images without one; the two cannot be mixed.',
  'createImageToVideo <seedance2_mini>.promptImage':
    'Either keyframes, each with a position, or reference images without one; the two cannot be mixed.',
  'createImageToVideo <seedance2_5>.promptImage':
    'Either keyframes, each with a position, or reference images without one; the two cannot be mixed.',
  'createImageToVideo <veo3.1>.promptImage':
    'The image that the video starts from (position FIRST), and after it one that it ends with (LAST). A last frame needs a first.',
  'createImageToVideo <veo3.1_fast>.promptImage':
    'The image that the video starts from (position FIRST), and after it one that it ends with (LAST). A last frame needs a first.',
  'createImageToVideo <hailuo3>.promptImage[].position':
    'Where in the output the image stands. Without it the image is a reference.',
  'createImageToVideo <wan3>.promptImage[].position':
    'Where in the output the image stands. Without it the image is a reference.',
  'createImageToVideo <wan3_prime>.promptImage[].position':
    'Where in the output the image stands. Without it the image is a reference.',
  'createImageToVideo <seedance2>.promptImage[].position':
    'Where in the output the image stands. Without it the image is a reference.',
  'createImageToVideo <seedance2_fast>.promptImage[].position':
    'Where in the output the image stands. Without it the image is a reference.',
  'createImageToVideo <seedance2_mini>.promptImage[].position':
    'Where in the output the image stands. Without it the image is a reference.',
  'createImageToVideo <seedance2_5>.promptImage[].position':
    'Where in the output the image stands. Without it the image is a reference.',
  'createMarketingStockImage referenceImage': 'A logo that guides the images.',
  'createMultiShotVideo <auto>': 'One story, cut into five shots by the recipe.',
  'createMultiShotVideo <auto>.prompt': 'The story.',
  'createMultiShotVideo <custom>': 'Shots that you describe one by one.',
  'createMultiShotVideo <custom>.shots[].duration': 'Length of this shot in seconds.',
  'createMultiShotVideo <custom>.shots[].prompt': 'What this shot shows.',
  'createProductCampaignImage prompt': 'Style and idea of the campaign.',
  'createSoundEffect promptText': 'What should be heard, in your own words.',
  'createSpeechToSpeech media<audio>': 'A sound recording.',
  'createSpeechToSpeech media<video>': 'A video with speech.',
  'createTextToSpeech promptText': 'The words to speak.',
  'createTextToSpeech <seed_audio>.voice':
    'A recording whose voice is taken. Without it a default voice speaks.',
  'createVideoToVideo <gemini_omni_flash_1.1>.duration':
    'Length of the output in seconds; with the mode `EXTEND`, the length that is added.',
  'generateAudio input.promptText':
    'The words to speak, or with the type AUDIO a description of what should be heard.',
  'generateVideo input.referenceImages':
    'Images by role: at most one first and one last frame, and any number of references.',
  'generateVideo input.referenceVideos':
    'Videos by role: at most one source, which is changed, and references.',
  'createAvatar referenceImage': 'The picture that the avatar is made of.',
  'createRouter settings.maxCreditsPerGeneration.audio': 'For audio.',
  'createRouter settings.maxCreditsPerGeneration.image': 'For an image.',
  'createRouter settings.maxCreditsPerGeneration.video': 'For a video.',
  'updateRouter settings.maxCreditsPerGeneration.audio': 'For audio.',
  'updateRouter settings.maxCreditsPerGeneration.image': 'For an image.',
  'updateRouter settings.maxCreditsPerGeneration.video': 'For a video.',
  'createRouter settings.models.mode': 'How the list of models is meant.',
  'updateRouter settings.models.mode': 'How the list of models is meant.',
  'createRouter description': 'What the router is for.',
  'createRouter name': 'A name for people. Without it the slug.',
  'updateRouter description': 'What the router is for.',
  'updateRouter settings': 'How the router chooses. What is left out stays as it is.',
  'createRealtimeSession tools[].description':
    'When and how to use the tool, in words that the avatar understands.',
  'createRealtimeSession tools[].parameters[].items.type': 'The type of each entry.',
  'createRealtimeSession tools[].parameters[].properties[].items.type': 'The type of each entry.',
  'createRealtimeSession personality':
    'How the avatar behaves in this session, in place of its own personality.',
  'createRealtimeSession startScript':
    'What the avatar says first in this session, in place of its own words.',
  'runWorkflow nodeOutputs{}{}<primitive>.value': 'The value.',
  'createVoice from.audio': 'The recording.',
  'createVoice from.prompt': 'How the voice sounds, in your own words.',
  'previewVoice prompt': 'How the voice sounds, in your own words.',
  'updateAvatar documentIds':
    'Documents of yours that the avatar draws on, in place of all that it has.',
  'updateAvatar referenceImage': 'A new picture that the avatar is made of.',
};

/** A union's members by the last step of their path, wherever they stand. */
export const MEMBER_DESCRIPTIONS: Readonly<Record<string, string>> = {
  'avatar<custom>': 'An avatar that you made.',
  'avatar<runway-preset>': "One of Runway's ready-made avatars.",
  'from<audio>': 'A recording, whose voice is cloned.',
  'from<text>': 'A description of how the voice sounds.',
  'integration<elevenlabs>': 'ElevenLabs leads the conversation.',
  'integration<livekit>':
    'A LiveKit room that the avatar joins; your agent there supplies the sound.',
  'keyframes[]<at>': 'An image at a moment given as a fraction of the length.',
  'keyframes[]<seconds>': 'An image at a moment given in seconds.',
  'parameters[]<string>': 'A text.',
  'parameters[]<integer>': 'A whole number.',
  'parameters[]<number>': 'A number.',
  'parameters[]<boolean>': 'Yes or no.',
  'parameters[]<array>': 'A list.',
  'parameters[]<object>': 'An object.',
  'properties[]<string>': 'A text.',
  'properties[]<integer>': 'A whole number.',
  'properties[]<number>': 'A number.',
  'properties[]<boolean>': 'Yes or no.',
  'properties[]<array>': 'A list.',
  'reference<video>': 'A recorded performance.',
  'referenceAudio[]<audio>': 'A sound recording.',
  'referenceVideos[]<video>': 'A video.',
  'nodeOutputs{}{}<primitive>': 'A text, a number, or yes or no.',
  'nodeOutputs{}{}<image>': 'An image.',
  'nodeOutputs{}{}<video>': 'A video.',
  'nodeOutputs{}{}<audio>': 'A sound recording.',
  'tools[]<backend_rpc>': 'Asks your server and waits for its answer.',
  'tools[]<client_event>': "Tells the session's client and waits for no answer.",
  'voice<custom>': 'A voice that you made.',
  'voice<preset>': "One of Runway's ready-made voices.",
  'voice<reference-audio>': 'A recording whose voice is taken.',
  'voice<runway-preset>': "One of Runway's ready-made voices.",
  'voice<runway-live-preset>': "One of Runway's ready-made voices.",
};
