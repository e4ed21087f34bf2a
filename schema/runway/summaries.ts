/**
 * What each model is good at, in our own words, by Runway's name of the model; by the mutation where a
 * router, a recipe or a workflow chooses the model. A model without a line gets none: the generator
 * lists it.
 */
export const SUMMARIES: Readonly<Record<string, string>> = {
  // Video
  'gen4.5': 'Text or one image to video of 2 to 10 seconds: an all-round choice at a middle price.',
  gen4_turbo: 'Brings one image to life in 2 to 10 seconds: for cheap and quick drafts.',
  act_two: 'Moves a character like the person in a recording: faces, and gestures where wanted.',
  aleph2: 'Changes a video that exists: style, light, objects, with keyframes to hold on to.',
  'veo3.1': 'Video with or without sound of 4, 6 or 8 seconds, between a first and a last frame.',
  'veo3.1_fast': 'The quick and cheaper form of veo3.1: drafts with sound.',
  seedance2: 'Video of 4 to 15 seconds guided by many references, up to 4K.',
  seedance2_5: 'Long takes of up to 30 seconds; extends and edits videos, too.',
  seedance2_fast: 'The quicker form of seedance2, for trying out references.',
  seedance2_mini: 'The cheapest form of seedance2, for drafts.',
  hailuo3: 'Video of 5 to 15 seconds from text, frames or references, at 768p or 2K.',
  h3_max: 'Video of 5 to 15 seconds at a low price.',
  wan3: 'Follows very long prompts over 2 to 30 seconds, at 480p to 1080p.',
  wan3_prime: 'The dearer form of wan3 for final takes.',
  grok_imagine_1_5: 'Video of 1 to 15 seconds that image and audio references guide.',
  happyhorse_1_0: 'Video of 3 to 15 seconds from a text or a first frame.',
  gemini_omni_flash: 'Makes and edits short videos by instruction, at a low price.',
  'gemini_omni_flash_1.1':
    'Makes and edits short videos by instruction, with a choice of resolutions.',
  ruby: 'Turns a finished video of up to 30 seconds into high dynamic range for grading.',
  magnific_video_upscaler_creative: 'Enlarges a video and invents fine detail.',
  enhance_frame_rate: 'Makes motion smoother by adding frames to a video of up to 5 minutes.',
  gwm1_avatars: 'Lets an avatar speak a text or a recording.',
  // Images
  gen4_image: 'Images that keep a person, a thing or a style from up to three references.',
  gen4_image_turbo: 'The quick and cheap form of gen4_image; needs a reference.',
  gpt_image_2: 'Images that follow long instructions and hold readable text, in three qualities.',
  gpt_image_2_5_flare: 'Follows long instructions; a lighter form of the gpt_image family.',
  gpt_image_2_5_sunburst: 'Follows long instructions; a fuller form of the gpt_image family.',
  'gemini_image3.1_flash': 'Quick images and edits by instruction, with references.',
  gemini_image3_pro: 'Careful images and edits by instruction, up to 4K.',
  'gemini_2.5_flash': 'Cheap images and edits from up to three references.',
  muse_image: 'The cheapest images: several variants of one idea.',
  seedream5_pro: 'Detailed images in large formats.',
  seedream5_lite: 'Cheap images in large formats.',
  grok_imagine_image_2: 'Images from text and references in two qualities.',
  magnific_precision_upscaler_v2: 'Enlarges an image and stays true to it.',
  // Audio
  seed_audio: 'Speech, voices and sounds from one description.',
  eleven_multilingual_v2: 'Steady speech in many languages, for narration.',
  eleven_v3: 'Expressive speech for dialogue, with longer texts.',
  eleven_text_to_sound_v2: 'Sound effects of up to 30 seconds from a description.',
  eleven_voice_isolation: 'Takes noise and music away from a voice.',
  eleven_voice_dubbing: 'Dubs speech into another language and keeps the voice.',
  eleven_multilingual_sts_v2: 'Speaks a recording again in another voice.',
  // A router, a recipe or a workflow chooses the model
  generateVideo: 'Video by the model that your router prefers for this request.',
  generateImage: 'Images by the model that your router prefers for this request.',
  generateAudio: 'Audio by the model that your router prefers for this request.',
  createAdLocalization:
    'One advertisement for many markets: text and setting change, the look stays.',
  createMarketingStockImage: 'Stock images for marketing from a short brief.',
  createMultiShotVideo: 'A short story in several shots, planned for you or by you.',
  createProductAd: 'An advertising clip from pictures of a product and a short pitch.',
  createProductCampaignImage: 'Campaign images around a picture of a product.',
  createProductSwap: 'Puts your product in the place of another in a video.',
  createProductUgc: 'A clip in the style of a customer who shows your product.',
  runWorkflow: 'Everything that your team has built in a published workflow.',
};
