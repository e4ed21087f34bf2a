/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What the gateway did by itself about a security alert. */
export type AlertAnswer =
  /** The key is refused until an operator lifts it. */
  | 'SUSPEND'
  /** The caller or the address has a low limit of requests for a while. */
  | 'THROTTLE';

/** How urgent a security alert is. */
export type AlertSeverity =
  /** An operator should look at it now. */
  | 'CRITICAL'
  /** An operator should look at it today. */
  | 'WARNING';

/** Where the copy of an output stands. */
export type ArchiveStatus =
  /** It is being copied. */
  | 'COPYING'
  /** It was kept, and the time for which files are kept is over. */
  | 'ERASED'
  /** The gateway has it, whole. Its address serves it for as long as the task exists. */
  | 'KEPT'
  /** Runway’s copy has expired before it could be copied. */
  | 'LOST'
  /** Your tenant had no room in the archive. */
  | 'OVER_QUOTA'
  /** It is larger than the gateway copies. */
  | 'TOO_LARGE'
  /** It is copied soon, or again after a failure. */
  | 'WAITING';

/** Filter of the records: every given field must fit. */
export type AuditEventFilterInput = {
  /** From before then. */
  before?: string | null | undefined;
  /** Of this event. */
  event?: AuditEventName | null | undefined;
  /** From then or later. */
  from?: string | null | undefined;
  /** Of this caller, e.g. `key:ab12cd34`. 1–400 characters. */
  subject?: string | null | undefined;
  /** With this verdict. */
  verdict?: AuditVerdict | null | undefined;
};

/** The event of an audit record, named by the OWASP logging vocabulary where it has a name. */
export type AuditEventName =
  /** Records of refusals were dropped, because too many waited to be written; `count` says how many. */
  | 'AUDIT_RECORDS_DROPPED'
  /** A credential was missing, wrong, ended or not good from there. */
  | 'AUTHN_LOGIN_FAIL'
  /** A key or token was made, or a key got a new secret. */
  | 'AUTHN_TOKEN_CREATED'
  /** The right secret of a key that was revoked, has expired or got another secret was used, or a token of such a key. */
  | 'AUTHN_TOKEN_REUSE'
  /** A key was revoked. */
  | 'AUTHN_TOKEN_REVOKED'
  /** An operator decided something. */
  | 'AUTHZ_ADMIN'
  /** A credential was used for something that it does not permit. */
  | 'AUTHZ_FAIL'
  /** A limit of requests or operations was reached. */
  | 'EXCESS_RATE_LIMIT_EXCEEDED'
  /** A web page of an origin that may not call called. */
  | 'MALICIOUS_CORS'
  /** What a tenant or key may do was changed. */
  | 'PRIVILEGE_PERMISSIONS_CHANGED'
  /** The gateway raised a security alert, which `objects` names, about the tenant of this record. */
  | 'SECURITY_ALERT'
  /** The gateway answered a security alert by itself: it throttled a caller or suspended a key. Or an operator lifted that. */
  | 'SECURITY_ANSWER'
  /** Something was made that costs nothing. */
  | 'SENSITIVE_CREATE'
  /** Something was deleted. */
  | 'SENSITIVE_DELETE'
  /** A query named an object that is not there, or not the caller’s. */
  | 'SENSITIVE_READ'
  /** Something was changed. */
  | 'SENSITIVE_UPDATE'
  /** Credits were asked for. `ACCEPTED`: the gateway took the request; its outcome at Runway is in the task. */
  | 'SPEND_REQUEST'
  /** Runway refused a request that the gateway had accepted: nothing was spent. It has the request and the task of the record of the acceptance. */
  | 'SUBMISSION_REFUSED'
  /** A node stopped as it should. */
  | 'SYS_SHUTDOWN'
  /** A node started. */
  | 'SYS_STARTUP'
  /** An upload form was made. */
  | 'UPLOAD_CREATE'
  /** A tenant was made. */
  | 'USER_CREATED'
  /** The deletion of a tenant began. */
  | 'USER_DELETED'
  /** A tenant was suspended or resumed. */
  | 'USER_UPDATED'
  /** The receiver of a webhook, which `objects` names, answered 410: nothing more is sent. */
  | 'WEBHOOK_DISABLED'
  /** Deliveries of a webhook, which `objects` names, began to be given up, after attempts over three days. */
  | 'WEBHOOK_FAILING';

/** Which entries to list: every given field must fit; within a list, any entry. */
export type AuditLogFilterInput = {
  /** One of these actions, by Runway's names, e.g. `UserLogin`. 1–50 entries of letters. */
  actions?: Array<string> | null | undefined;
  /** Done by one of these people, by e-mail. 1–50 entries without spaces and commas. */
  actorEmails?: Array<string> | null | undefined;
  /** Done before then. */
  before?: string | null | undefined;
  /** Done then or later. */
  from?: string | null | undefined;
  /** Runway’s id of the organisation; needed when the account is linked to several. */
  organizationId?: string | number | null | undefined;
  /** In one of these workspaces, by Runway’s ids. 1–50 entries of digits. */
  workspaceIds?: Array<string | number> | null | undefined;
};

/** The outcome of the action that an audit record describes. */
export type AuditVerdict =
  /** The gateway accepted it, before Runway answered. The task tells the rest; where Runway refused it and no task is left, a record of `SUBMISSION_REFUSED` has the same request and task. */
  | 'ACCEPTED'
  /** It was not permitted. */
  | 'DENIED'
  /** It was done. */
  | 'DONE'
  /** It was not done for another reason, or it is not known whether it was. */
  | 'FAILED'
  /** It was answered, and nothing had to change: the request was made before. */
  | 'UNCHANGED';

/** Which conversations to list: every given field must fit. */
export type AvatarConversationFilterInput = {
  /** With this avatar of your tenant. */
  avatarId?: string | number | null | undefined;
  /** Begun before then. */
  createdBefore?: string | null | undefined;
  /** Begun then or later. */
  createdFrom?: string | null | undefined;
};

/** Whether a conversation with an avatar goes on. */
export type AvatarConversationStatus =
  /** It came to its end. */
  | 'ENDED'
  /** It broke off; see failureCode. */
  | 'FAILED'
  /** It goes on. */
  | 'IN_PROGRESS'
  /** Runway named a status that this gateway does not know. */
  | 'UNKNOWN';

/** How long a budget lasts before it starts anew. */
export type BudgetPeriod =
  /** A calendar day in UTC. */
  | 'DAY'
  /** A calendar month in UTC. */
  | 'MONTH';

/** Whose requests draw on a budget. */
export type BudgetScope =
  /** Those made with one credential. */
  | 'KEY'
  /** Those of the whole tenant. */
  | 'TENANT';

/** The true outcome of the task: give exactly one field. */
export type CorrectTaskInput =
  {   /** What Runway charged, in credits, 0–1000000000. */
  credits: number; notSubmitted?: never; runwayTaskId?: never; }
  |  { credits?: never;   /** True: it never reached Runway, and its id belongs to another task. */
  notSubmitted: boolean; runwayTaskId?: never; }
  |  { credits?: never; notSubmitted?: never;   /** Runway’s id of the task. The gateway follows it from now on. 1–128 letters, digits, `_` and `-`. */
  runwayTaskId: string; };

/** What createAdLocalization takes. */
export type CreateAdLocalizationInput = {
  /** The advertisement to adapt. */
  referenceImage: CreateAdLocalizationReferenceImageInput;
  /** The language of the new advertisement. */
  targetLanguage: CreateAdLocalizationTargetLanguage;
  /** The recipe's version. A dated one stays as it is; the other follows the newest and may change at any time. */
  version: CreateAdLocalizationVersion;
};

/** The advertisement to adapt. */
export type CreateAdLocalizationReferenceImageInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `targetLanguage` in CreateAdLocalizationInput. */
export type CreateAdLocalizationTargetLanguage =
  /** Runway's `ar`. */
  | 'AR'
  /** Runway's `de`. */
  | 'DE'
  /** Runway's `el`. */
  | 'EL'
  /** Runway's `en`. */
  | 'EN'
  /** Runway's `es`. */
  | 'ES'
  /** Runway's `fr`. */
  | 'FR'
  /** Runway's `hi`. */
  | 'HI'
  /** Runway's `id`. */
  | 'ID'
  /** Runway's `it`. */
  | 'IT'
  /** Runway's `ja`. */
  | 'JA'
  /** Runway's `ko`. */
  | 'KO'
  /** Runway's `nl`. */
  | 'NL'
  /** Runway's `pl`. */
  | 'PL'
  /** Runway's `pt`. */
  | 'PT'
  /** Runway's `ru`. */
  | 'RU'
  /** Runway's `sv`. */
  | 'SV'
  /** Runway's `zh-Hant`. */
  | 'TARGET_LANGUAGE_ZH_HANT'
  /** Runway's `th`. */
  | 'TH'
  /** Runway's `tr`. */
  | 'TR'
  /** Runway's `uk`. */
  | 'UK'
  /** Runway's `vi`. */
  | 'VI'
  /** Runway's `zh`. */
  | 'ZH';

/** Values of `version` in CreateAdLocalizationInput. */
export type CreateAdLocalizationVersion =
  /** Runway's `2026-06`. */
  | 'VERSION_2026_06'
  /** The newest version; may change without notice. Runway's `unsafe-latest`. */
  | 'VERSION_UNSAFE_LATEST';

/** An API key to be made. */
export type CreateApiKeyInput = {
  /** IP addresses and networks (CIDR, e.g. `10.0.0.0/8`) that it may be used from; at most 50. Empty: from everywhere. Without it, as with your own key; everywhere where you are an operator. */
  allowedAddresses?: Array<string> | null | undefined;
  /** When it ends, in the future. Without it, it ends with your own key, or not by itself where you are an operator or yours does not end. */
  expiresAt?: string | null | undefined;
  /** What it is for. 1–100 characters. */
  name?: string | null | undefined;
  /** Its scopes: at least one. Only operators may give scopes that they lack. */
  scopes: Array<Scope>;
  /** The tenant it will belong to; without it, your own. Only operators may name another. */
  tenant?: string | number | null | undefined;
};

/** Values of `imageProcessing` in CreateAvatarInput. */
export type CreateAvatarImageProcessing =
  /** Used as it is. Runway's `none`. */
  | 'NONE'
  /** Improved, for a better avatar. Runway's `optimize`. */
  | 'OPTIMIZE';

/** What createAvatar takes. */
export type CreateAvatarInput = {
  /** Documents of yours that the avatar draws on. At most 50 entries. Each entry: a UUID. */
  documentIds?: Array<string> | null | undefined;
  /** Whether the picture is improved before it is used. Default: OPTIMIZE. */
  imageProcessing?: CreateAvatarImageProcessing | null | undefined;
  /** What it is called. 1 to 50 characters (UTF-16 units). */
  name: string;
  /** How the avatar behaves in conversation, in your own words. 1 to 10000 characters (UTF-16 units). */
  personality: string;
  /** The picture that the avatar is made of. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  referenceImage: string;
  /** What the avatar says first when a session starts. At most 2000 characters (UTF-16 units). */
  startScript?: string | null | undefined;
  /** The voice to speak with. */
  voice: CreateAvatarVoiceInput;
};

/** An avatar that you made. */
export type CreateAvatarVideoGwm1AvatarsAvatarCustomInput = {
  /** An avatar of yours. A UUID. */
  avatarId: string;
};

/** Who speaks. Exactly one of the fields. */
export type CreateAvatarVideoGwm1AvatarsAvatarInput =
  {   /** An avatar that you made. */
  custom: CreateAvatarVideoGwm1AvatarsAvatarCustomInput; runwayPreset?: never; }
  |  { custom?: never;   /** One of Runway's ready-made avatars. */
  runwayPreset: CreateAvatarVideoGwm1AvatarsAvatarRunwayPresetInput; };

/** One of Runway's ready-made avatars. */
export type CreateAvatarVideoGwm1AvatarsAvatarRunwayPresetInput = {
  /** One of Runway's ready-made ones. */
  presetId: CreateAvatarVideoGwm1AvatarsAvatarRunwayPresetPresetId;
};

/** Values of `presetId` in CreateAvatarVideoGwm1AvatarsAvatarRunwayPresetInput. */
export type CreateAvatarVideoGwm1AvatarsAvatarRunwayPresetPresetId =
  /** Runway's `influencer`. */
  | 'INFLUENCER'
  /** Runway's `cat-character`. */
  | 'PRESET_ID_CAT_CHARACTER'
  /** Runway's `cooking-teacher`. */
  | 'PRESET_ID_COOKING_TEACHER'
  /** Runway's `fashion-designer`. */
  | 'PRESET_ID_FASHION_DESIGNER'
  /** Runway's `game-character`. */
  | 'PRESET_ID_GAME_CHARACTER'
  /** Runway's `game-character-man`. */
  | 'PRESET_ID_GAME_CHARACTER_MAN'
  /** Runway's `human-resource`. */
  | 'PRESET_ID_HUMAN_RESOURCE'
  /** Runway's `music-superstar`. */
  | 'PRESET_ID_MUSIC_SUPERSTAR'
  /** Runway's `tennis-coach`. */
  | 'PRESET_ID_TENNIS_COACH';

/** With Runway's model `gwm1_avatars`. */
export type CreateAvatarVideoGwm1AvatarsInput = {
  /** Who speaks. */
  avatar: CreateAvatarVideoGwm1AvatarsAvatarInput;
  /** What the avatar says. */
  speech: CreateAvatarVideoGwm1AvatarsSpeechInput;
};

/** A recording to speak along with. */
export type CreateAvatarVideoGwm1AvatarsSpeechAudioInput = {
  /** The recording. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  audio: string;
};

/** What the avatar says. Exactly one of the fields. */
export type CreateAvatarVideoGwm1AvatarsSpeechInput =
  {   /** A recording to speak along with. */
  audio: CreateAvatarVideoGwm1AvatarsSpeechAudioInput; text?: never; }
  |  { audio?: never;   /** A text to speak. */
  text: CreateAvatarVideoGwm1AvatarsSpeechTextInput; };

/** A text to speak. */
export type CreateAvatarVideoGwm1AvatarsSpeechTextInput = {
  /** The words to speak. 1 to 5000 characters (UTF-16 units). */
  text: string;
  /** The voice to speak with. Without it the avatar speaks with its own. */
  voice?: CreateAvatarVideoGwm1AvatarsSpeechTextVoiceInput | null | undefined;
};

/** A voice that you made. */
export type CreateAvatarVideoGwm1AvatarsSpeechTextVoiceCustomInput = {
  /** A voice of yours. A UUID. */
  id: string;
};

/** The voice to speak with. Without it the avatar speaks with its own. Exactly one of the fields. */
export type CreateAvatarVideoGwm1AvatarsSpeechTextVoiceInput =
  {   /** A voice that you made. */
  custom: CreateAvatarVideoGwm1AvatarsSpeechTextVoiceCustomInput; preset?: never; }
  |  { custom?: never;   /** One of Runway's ready-made voices. */
  preset: CreateAvatarVideoGwm1AvatarsSpeechTextVoicePresetInput; };

/** One of Runway's ready-made voices. */
export type CreateAvatarVideoGwm1AvatarsSpeechTextVoicePresetInput = {
  /** One of Runway's ready-made ones. */
  presetId: CreateAvatarVideoGwm1AvatarsSpeechTextVoicePresetPresetId;
};

/** Values of `presetId` in CreateAvatarVideoGwm1AvatarsSpeechTextVoicePresetInput. */
export type CreateAvatarVideoGwm1AvatarsSpeechTextVoicePresetPresetId =
  /** Runway's `adam`. */
  | 'ADAM'
  /** Runway's `adrian`. */
  | 'ADRIAN'
  /** Runway's `aurora`. */
  | 'AURORA'
  /** Runway's `blake`. */
  | 'BLAKE'
  /** Runway's `clara`. */
  | 'CLARA'
  /** Runway's `david`. */
  | 'DAVID'
  /** Runway's `drew`. */
  | 'DREW'
  /** Runway's `emma`. */
  | 'EMMA'
  /** Runway's `felix`. */
  | 'FELIX'
  /** Runway's `georgia`. */
  | 'GEORGIA'
  /** Runway's `jasper`. */
  | 'JASPER'
  /** Runway's `leo`. */
  | 'LEO'
  /** Runway's `luna`. */
  | 'LUNA'
  /** Runway's `marcus`. */
  | 'MARCUS'
  /** Runway's `max`. */
  | 'MAX'
  /** Runway's `maya`. */
  | 'MAYA'
  /** Runway's `mia`. */
  | 'MIA'
  /** Runway's `morgan`. */
  | 'MORGAN'
  /** Runway's `nathan`. */
  | 'NATHAN'
  /** Runway's `nina`. */
  | 'NINA'
  /** Runway's `petra`. */
  | 'PETRA'
  /** Runway's `roman`. */
  | 'ROMAN'
  /** Runway's `ruby`. */
  | 'RUBY'
  /** Runway's `sam`. */
  | 'SAM'
  /** Runway's `skye`. */
  | 'SKYE'
  /** Runway's `summer`. */
  | 'SUMMER'
  /** Runway's `victoria`. */
  | 'VICTORIA'
  /** Runway's `vincent`. */
  | 'VINCENT'
  /** Runway's `violet`. */
  | 'VIOLET'
  /** Runway's `zach`. */
  | 'ZACH';

/** What createAvatarVideo takes. Exactly one of the fields. */
export type CreateAvatarVideoInput =
  {   /** With Runway's model `gwm1_avatars`. */
  gwm1Avatars: CreateAvatarVideoGwm1AvatarsInput; };

/** A voice that you made. */
export type CreateAvatarVoiceCustomInput = {
  /** A voice of yours. A UUID. */
  id: string;
};

/** The voice to speak with. Exactly one of the fields. */
export type CreateAvatarVoiceInput =
  {   /** A voice that you made. */
  custom: CreateAvatarVoiceCustomInput; runwayLivePreset?: never; }
  |  { custom?: never;   /** One of Runway's ready-made voices. */
  runwayLivePreset: CreateAvatarVoiceRunwayLivePresetInput; };

/** One of Runway's ready-made voices. */
export type CreateAvatarVoiceRunwayLivePresetInput = {
  /** One of Runway's ready-made ones. */
  presetId: CreateAvatarVoiceRunwayLivePresetPresetId;
};

/** Values of `presetId` in CreateAvatarVoiceRunwayLivePresetInput. */
export type CreateAvatarVoiceRunwayLivePresetPresetId =
  /** Runway's `adam`. */
  | 'ADAM'
  /** Runway's `adrian`. */
  | 'ADRIAN'
  /** Runway's `aurora`. */
  | 'AURORA'
  /** Runway's `blake`. */
  | 'BLAKE'
  /** Runway's `clara`. */
  | 'CLARA'
  /** Runway's `david`. */
  | 'DAVID'
  /** Runway's `drew`. */
  | 'DREW'
  /** Runway's `emma`. */
  | 'EMMA'
  /** Runway's `felix`. */
  | 'FELIX'
  /** Runway's `georgia`. */
  | 'GEORGIA'
  /** Runway's `jasper`. */
  | 'JASPER'
  /** Runway's `leo`. */
  | 'LEO'
  /** Runway's `luna`. */
  | 'LUNA'
  /** Runway's `marcus`. */
  | 'MARCUS'
  /** Runway's `max`. */
  | 'MAX'
  /** Runway's `maya`. */
  | 'MAYA'
  /** Runway's `mia`. */
  | 'MIA'
  /** Runway's `morgan`. */
  | 'MORGAN'
  /** Runway's `nathan`. */
  | 'NATHAN'
  /** Runway's `nina`. */
  | 'NINA'
  /** Runway's `petra`. */
  | 'PETRA'
  /** Runway's `roman`. */
  | 'ROMAN'
  /** Runway's `ruby`. */
  | 'RUBY'
  /** Runway's `sam`. */
  | 'SAM'
  /** Runway's `skye`. */
  | 'SKYE'
  /** Runway's `summer`. */
  | 'SUMMER'
  /** Runway's `victoria`. */
  | 'VICTORIA'
  /** Runway's `vincent`. */
  | 'VINCENT'
  /** Runway's `violet`. */
  | 'VIOLET'
  /** Runway's `zach`. */
  | 'ZACH';

/** A picture of the character. */
export type CreateCharacterPerformanceActTwoCharacterImageInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Who is to perform: a picture or a video with one clearly visible face. Exactly one of the fields. */
export type CreateCharacterPerformanceActTwoCharacterInput =
  {   /** A picture of the character. */
  image: CreateCharacterPerformanceActTwoCharacterImageInput; video?: never; }
  |  { image?: never;   /** A video of the character. */
  video: CreateCharacterPerformanceActTwoCharacterVideoInput; };

/** A video of the character. */
export type CreateCharacterPerformanceActTwoCharacterVideoInput = {
  /** The file. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** How strictly the request is moderated. */
export type CreateCharacterPerformanceActTwoContentModerationInput = {
  /** How strictly well-known people are refused. `LOW` loosens that check and no other. */
  publicFigureThreshold?: CreateCharacterPerformanceActTwoContentModerationPublicFigureThreshold | null | undefined;
};

/** Values of `publicFigureThreshold` in CreateCharacterPerformanceActTwoContentModerationInput. */
export type CreateCharacterPerformanceActTwoContentModerationPublicFigureThreshold =
  /** The usual check. Runway's `auto`. */
  | 'AUTO'
  /** A looser check. Runway's `low`. */
  | 'LOW';

/** With Runway's model `act_two`. */
export type CreateCharacterPerformanceActTwoInput = {
  /** Whether gestures and posture are carried over, not only the face. */
  bodyControl?: boolean | null | undefined;
  /** Who is to perform: a picture or a video with one clearly visible face. */
  character: CreateCharacterPerformanceActTwoCharacterInput;
  /** How strictly the request is moderated. */
  contentModeration?: CreateCharacterPerformanceActTwoContentModerationInput | null | undefined;
  /** How strong the facial expression is. 1 to 5, whole. Default: 3. */
  expressionIntensity?: number | null | undefined;
  /** Size or shape of the output. */
  ratio?: CreateCharacterPerformanceActTwoRatio | null | undefined;
  /** A video of a person performing as the character should, 3 to 30 seconds long. */
  reference: CreateCharacterPerformanceActTwoReferenceInput;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** Values of `ratio` in CreateCharacterPerformanceActTwoInput. */
export type CreateCharacterPerformanceActTwoRatio =
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 832 × 1104 pixels. Runway's `832:1104`. */
  | 'RATIO_832_1104'
  /** 960 × 960 pixels. Runway's `960:960`. */
  | 'RATIO_960_960'
  /** 1104 × 832 pixels. Runway's `1104:832`. */
  | 'RATIO_1104_832'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1584 × 672 pixels. Runway's `1584:672`. */
  | 'RATIO_1584_672';

/** A video of a person performing as the character should, 3 to 30 seconds long. Exactly one of the fields. */
export type CreateCharacterPerformanceActTwoReferenceInput =
  {   /** A recorded performance. */
  video: CreateCharacterPerformanceActTwoReferenceVideoInput; };

/** A recorded performance. */
export type CreateCharacterPerformanceActTwoReferenceVideoInput = {
  /** The file. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** What createCharacterPerformance takes. Exactly one of the fields. */
export type CreateCharacterPerformanceInput =
  {   /** With Runway's model `act_two`. */
  actTwo: CreateCharacterPerformanceActTwoInput; };

/** What createDocument takes. */
export type CreateDocumentInput = {
  /** The text, plain or in Markdown. 1 to 200000 characters (UTF-16 units). */
  content: string;
  /** What it is called. 1 to 255 characters (UTF-16 units). */
  name: string;
};

/** With Runway's model `gemini_omni_flash_1.1`. */
export type CreateImageToVideoGeminiOmniFlash1_1Input = {
  /** Length of the output in seconds. 3 to 10, whole. At most one of `duration` and `durationAuto`. */
  duration?: number | null | undefined;
  /** Runway's `auto` in place of `duration`. The model chooses the length. Runway reserves credits for the longest output, and gives back what was not used. At most one of `duration` and `durationAuto`. */
  durationAuto?: boolean | null | undefined;
  /** The image that the video starts from (position FIRST), and after it one that it ends with (LAST). At most 100 entries. */
  promptImage: Array<CreateImageToVideoGeminiOmniFlash1_1PromptImageInput>;
  /** What the output should show, in your own words. At least 1 character (UTF-16 unit). */
  promptText: string;
  /** Size or shape of the output. */
  ratio?: CreateImageToVideoGeminiOmniFlash1_1Ratio | null | undefined;
};

/** One entry of `promptImage`. */
export type CreateImageToVideoGeminiOmniFlash1_1PromptImageInput = {
  /** Where in the output the image stands. */
  position: CreateImageToVideoGeminiOmniFlash1_1PromptImagePosition;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `position` in CreateImageToVideoGeminiOmniFlash1_1PromptImageInput. */
export type CreateImageToVideoGeminiOmniFlash1_1PromptImagePosition =
  /** The first frame. Runway's `first`. */
  | 'FIRST'
  /** The last frame. Runway's `last`. */
  | 'LAST';

/** Values of `ratio` in CreateImageToVideoGeminiOmniFlash1_1Input. */
export type CreateImageToVideoGeminiOmniFlash1_1Ratio =
  /** 360 × 640 pixels. Runway's `360:640`. */
  | 'RATIO_360_640'
  /** 640 × 360 pixels. Runway's `640:360`. */
  | 'RATIO_640_360'
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1920 × 1080 pixels. Runway's `1920:1080`. */
  | 'RATIO_1920_1080'
  /** 2160 × 3840 pixels. Runway's `2160:3840`. */
  | 'RATIO_2160_3840'
  /** 3840 × 2160 pixels. Runway's `3840:2160`. */
  | 'RATIO_3840_2160';

/** With Runway's model `gemini_omni_flash`. */
export type CreateImageToVideoGeminiOmniFlashInput = {
  /** Length of the output in seconds. 3 to 10, whole. */
  duration?: number | null | undefined;
  /** The images that the video is made from. Exactly 1 entry. */
  promptImage: Array<CreateImageToVideoGeminiOmniFlashPromptImageInput>;
  /** What the output should show, in your own words. 1 to 4000 characters (UTF-16 units). */
  promptText?: string | null | undefined;
  /** Size or shape of the output. */
  ratio?: CreateImageToVideoGeminiOmniFlashRatio | null | undefined;
};

/** One entry of `promptImage`. */
export type CreateImageToVideoGeminiOmniFlashPromptImageInput = {
  /** Where in the output the image stands. Default: FIRST. */
  position?: CreateImageToVideoGeminiOmniFlashPromptImagePosition | null | undefined;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `position` in CreateImageToVideoGeminiOmniFlashPromptImageInput. */
export type CreateImageToVideoGeminiOmniFlashPromptImagePosition =
  /** The first frame. Runway's `first`. */
  | 'FIRST';

/** Values of `ratio` in CreateImageToVideoGeminiOmniFlashInput. */
export type CreateImageToVideoGeminiOmniFlashRatio =
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720';

/** How strictly the request is moderated. */
export type CreateImageToVideoGen4TurboContentModerationInput = {
  /** How strictly well-known people are refused. `LOW` loosens that check and no other. */
  publicFigureThreshold?: CreateImageToVideoGen4TurboContentModerationPublicFigureThreshold | null | undefined;
};

/** Values of `publicFigureThreshold` in CreateImageToVideoGen4TurboContentModerationInput. */
export type CreateImageToVideoGen4TurboContentModerationPublicFigureThreshold =
  /** The usual check. Runway's `auto`. */
  | 'AUTO'
  /** A looser check. Runway's `low`. */
  | 'LOW';

/** With Runway's model `gen4_turbo`. */
export type CreateImageToVideoGen4TurboInput = {
  /** How strictly the request is moderated. */
  contentModeration?: CreateImageToVideoGen4TurboContentModerationInput | null | undefined;
  /** Length of the output in seconds. 2 to 10, whole. */
  duration?: number | null | undefined;
  /** The images that the video is made from. Exactly 1 entry. */
  promptImage: Array<CreateImageToVideoGen4TurboPromptImageInput>;
  /** What the output should show, in your own words. 1 to 1000 characters (UTF-16 units). */
  promptText?: string | null | undefined;
  /** Size or shape of the output. */
  ratio: CreateImageToVideoGen4TurboRatio;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** One entry of `promptImage`. */
export type CreateImageToVideoGen4TurboPromptImageInput = {
  /** Where in the output the image stands. Default: FIRST. */
  position?: CreateImageToVideoGen4TurboPromptImagePosition | null | undefined;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `position` in CreateImageToVideoGen4TurboPromptImageInput. */
export type CreateImageToVideoGen4TurboPromptImagePosition =
  /** The first frame. Runway's `first`. */
  | 'FIRST';

/** Values of `ratio` in CreateImageToVideoGen4TurboInput. */
export type CreateImageToVideoGen4TurboRatio =
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 832 × 1104 pixels. Runway's `832:1104`. */
  | 'RATIO_832_1104'
  /** 960 × 960 pixels. Runway's `960:960`. */
  | 'RATIO_960_960'
  /** 1104 × 832 pixels. Runway's `1104:832`. */
  | 'RATIO_1104_832'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1584 × 672 pixels. Runway's `1584:672`. */
  | 'RATIO_1584_672';

/** How strictly the request is moderated. */
export type CreateImageToVideoGen4_5ContentModerationInput = {
  /** How strictly well-known people are refused. `LOW` loosens that check and no other. */
  publicFigureThreshold?: CreateImageToVideoGen4_5ContentModerationPublicFigureThreshold | null | undefined;
};

/** Values of `publicFigureThreshold` in CreateImageToVideoGen4_5ContentModerationInput. */
export type CreateImageToVideoGen4_5ContentModerationPublicFigureThreshold =
  /** The usual check. Runway's `auto`. */
  | 'AUTO'
  /** A looser check. Runway's `low`. */
  | 'LOW';

/** With Runway's model `gen4.5`. */
export type CreateImageToVideoGen4_5Input = {
  /** How strictly the request is moderated. */
  contentModeration?: CreateImageToVideoGen4_5ContentModerationInput | null | undefined;
  /** Length of the output in seconds. 2 to 10, whole. */
  duration: number;
  /** File format of the output. Default: MP4. */
  outputFormat?: CreateImageToVideoGen4_5OutputFormat | null | undefined;
  /** The images that the video is made from. Exactly 1 entry. */
  promptImage: Array<CreateImageToVideoGen4_5PromptImageInput>;
  /** What the output should show, in your own words. 1 to 1000 characters (UTF-16 units). */
  promptText: string;
  /** Quality tier of ProRes. Only with a ProRes output format. */
  proresProfile?: CreateImageToVideoGen4_5ProresProfile | null | undefined;
  /** Size or shape of the output. */
  ratio: CreateImageToVideoGen4_5Ratio;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** Values of `outputFormat` in CreateImageToVideoGen4_5Input. */
export type CreateImageToVideoGen4_5OutputFormat =
  /** MP4: HEVC of 10 bits, BT.2020 with PQ. Runway's `hdr10`. */
  | 'HDR10'
  /** ZIP of OpenEXR frames in scene-referred ACEScg, by the ACES 1.3 output transform. Runway's `hdr_exr_acescg_sequence_1_3`. */
  | 'HDR_EXR_ACESCG_SEQUENCE_1_3'
  /** ZIP of OpenEXR frames in scene-referred ACEScg, by the ACES 2.0 output transform. Runway's `hdr_exr_acescg_sequence_2_0`. */
  | 'HDR_EXR_ACESCG_SEQUENCE_2_0'
  /** ZIP of OpenEXR frames in linear BT.2020. Runway's `hdr_exr_sequence`. */
  | 'HDR_EXR_SEQUENCE'
  /** ZIP of 16-bit PNG frames with PQ. Runway's `hdr_png_sequence`. */
  | 'HDR_PNG_SEQUENCE'
  /** MOV: HEVC of 12 bits 4:4:4, BT.2020 with PQ, for mastering. Runway's `hdr_pq_12bit_master`. */
  | 'HDR_PQ_12BIT_MASTER'
  /** MOV: ProRes in BT.2020 with PQ. Runway's `hdr_prores`. */
  | 'HDR_PRORES'
  /** MP4: HEVC of 10 bits, BT.2020 with HLG. Runway's `hlg`. */
  | 'HLG'
  /** MP4: H.264. Runway's `mp4`. */
  | 'MP4'
  /** ZIP of PNG frames, with the sound as a WAV beside it. Runway's `png_sequence`. */
  | 'PNG_SEQUENCE'
  /** MOV: ProRes. Runway's `prores`. */
  | 'PRORES'
  /** MP4: HEVC of 10 bits in Rec.709. Runway's `sdr_rec709_10bit`. */
  | 'SDR_REC709_10BIT';

/** One entry of `promptImage`. */
export type CreateImageToVideoGen4_5PromptImageInput = {
  /** Where in the output the image stands. Default: FIRST. */
  position?: CreateImageToVideoGen4_5PromptImagePosition | null | undefined;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `position` in CreateImageToVideoGen4_5PromptImageInput. */
export type CreateImageToVideoGen4_5PromptImagePosition =
  /** The first frame. Runway's `first`. */
  | 'FIRST';

/** Values of `proresProfile` in CreateImageToVideoGen4_5Input. */
export type CreateImageToVideoGen4_5ProresProfile =
  /** Runway's `422`. */
  | 'PRORES_PROFILE_422'
  /** Runway's `422 HQ`. */
  | 'PRORES_PROFILE_422_HQ'
  /** Runway's `422 LT`. */
  | 'PRORES_PROFILE_422_LT'
  /** Runway's `422 Proxy`. */
  | 'PRORES_PROFILE_422_PROXY'
  /** Runway's `4444`. */
  | 'PRORES_PROFILE_4444'
  /** Runway's `4444 XQ`. */
  | 'PRORES_PROFILE_4444_XQ';

/** Values of `ratio` in CreateImageToVideoGen4_5Input. */
export type CreateImageToVideoGen4_5Ratio =
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 832 × 1104 pixels. Runway's `832:1104`. */
  | 'RATIO_832_1104'
  /** 960 × 960 pixels. Runway's `960:960`. */
  | 'RATIO_960_960'
  /** 1104 × 832 pixels. Runway's `1104:832`. */
  | 'RATIO_1104_832'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1584 × 672 pixels. Runway's `1584:672`. */
  | 'RATIO_1584_672';

/** With Runway's model `grok_imagine_1_5`. */
export type CreateImageToVideoGrokImagine1_5Input = {
  /** Length of the output in seconds. 1 to 15, whole. */
  duration?: number | null | undefined;
  /** The images that the video is made from. At most 100 entries. */
  promptImage: Array<CreateImageToVideoGrokImagine1_5PromptImageInput>;
  /** What the output should show, in your own words. 1 to 2500 characters (UTF-16 units). */
  promptText?: string | null | undefined;
  /** Resolution of the output. */
  resolution?: CreateImageToVideoGrokImagine1_5Resolution | null | undefined;
};

/** One entry of `promptImage`. */
export type CreateImageToVideoGrokImagine1_5PromptImageInput = {
  /** Where in the output the image stands. Default: FIRST. */
  position?: CreateImageToVideoGrokImagine1_5PromptImagePosition | null | undefined;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `position` in CreateImageToVideoGrokImagine1_5PromptImageInput. */
export type CreateImageToVideoGrokImagine1_5PromptImagePosition =
  /** The first frame. Runway's `first`. */
  | 'FIRST';

/** Values of `resolution` in CreateImageToVideoGrokImagine1_5Input. */
export type CreateImageToVideoGrokImagine1_5Resolution =
  /** Runway's `480p`. */
  | 'RESOLUTION_480P'
  /** Runway's `720p`. */
  | 'RESOLUTION_720P'
  /** Runway's `1080p`. */
  | 'RESOLUTION_1080P';

/** With Runway's model `h3_max`. */
export type CreateImageToVideoH3MaxInput = {
  /** Length of the output in seconds. 5 to 15, whole. */
  duration?: number | null | undefined;
  /** Whether and how the prompt is rewritten before it is used. */
  promptExpansionMode?: CreateImageToVideoH3MaxPromptExpansionMode | null | undefined;
  /** The image that the video starts from (position FIRST), and after it one that it ends with (LAST). At least 256 pixels on each side. At most 100 entries. */
  promptImage: Array<CreateImageToVideoH3MaxPromptImageInput>;
  /** What the output should show, in your own words. At least 1 character (UTF-16 unit). */
  promptText: string;
  /** Resolution of the output. */
  resolution?: CreateImageToVideoH3MaxResolution | null | undefined;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** Values of `promptExpansionMode` in CreateImageToVideoH3MaxInput. */
export type CreateImageToVideoH3MaxPromptExpansionMode =
  /** A moderate rewrite. Runway's `balanced`. */
  | 'BALANCED'
  /** The prompt is used as it is. Runway's `disabled`. */
  | 'DISABLED'
  /** A rewrite for the best result. Runway's `quality`. */
  | 'QUALITY';

/** One entry of `promptImage`. */
export type CreateImageToVideoH3MaxPromptImageInput = {
  /** Where in the output the image stands. */
  position: CreateImageToVideoH3MaxPromptImagePosition;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `position` in CreateImageToVideoH3MaxPromptImageInput. */
export type CreateImageToVideoH3MaxPromptImagePosition =
  /** The first frame. Runway's `first`. */
  | 'FIRST'
  /** The last frame. Runway's `last`. */
  | 'LAST';

/** Values of `resolution` in CreateImageToVideoH3MaxInput. */
export type CreateImageToVideoH3MaxResolution =
  /** Runway's `480p`. */
  | 'RESOLUTION_480P'
  /** Runway's `768p`. */
  | 'RESOLUTION_768P';

/** With Runway's model `hailuo3`. */
export type CreateImageToVideoHailuo3Input = {
  /** Length of the output in seconds. 5 to 15, whole. */
  duration?: number | null | undefined;
  /** Either keyframes, each with a position, or reference images without one; the two cannot be mixed. One image alone is the first frame only when it says FIRST: without a position it is a reference. 1 to 9 entries. */
  promptImage: Array<CreateImageToVideoHailuo3PromptImageInput>;
  /** What the output should show, in your own words. 1 to 6000 characters (UTF-16 units). */
  promptText: string;
  /** Size or shape of the output. */
  ratio?: CreateImageToVideoHailuo3Ratio | null | undefined;
  /** Recordings that guide the output. At most 3 entries. */
  referenceAudio?: Array<CreateImageToVideoHailuo3ReferenceAudioInput> | null | undefined;
  /** Resolution of the output. */
  resolution?: CreateImageToVideoHailuo3Resolution | null | undefined;
};

/** One entry of `promptImage`. */
export type CreateImageToVideoHailuo3PromptImageInput = {
  /** Where in the output the image stands. Without it the image is a reference. */
  position?: CreateImageToVideoHailuo3PromptImagePosition | null | undefined;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `position` in CreateImageToVideoHailuo3PromptImageInput. */
export type CreateImageToVideoHailuo3PromptImagePosition =
  /** The first frame. Runway's `first`. */
  | 'FIRST'
  /** The last frame. Runway's `last`. */
  | 'LAST';

/** Values of `ratio` in CreateImageToVideoHailuo3Input. */
export type CreateImageToVideoHailuo3Ratio =
  /** Follows the references, of which there must be one. Runway's `adaptive`. */
  | 'ADAPTIVE'
  /** 1 to 1. Runway's `1:1`. */
  | 'RATIO_1_1'
  /** 3 to 4. Runway's `3:4`. */
  | 'RATIO_3_4'
  /** 4 to 3. Runway's `4:3`. */
  | 'RATIO_4_3'
  /** 9 to 16. Runway's `9:16`. */
  | 'RATIO_9_16'
  /** 16 to 9. Runway's `16:9`. */
  | 'RATIO_16_9'
  /** 21 to 9. Runway's `21:9`. */
  | 'RATIO_21_9';

/** A sound recording. */
export type CreateImageToVideoHailuo3ReferenceAudioAudioInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `referenceAudio`. Exactly one of the fields. */
export type CreateImageToVideoHailuo3ReferenceAudioInput =
  {   /** A sound recording. */
  audio: CreateImageToVideoHailuo3ReferenceAudioAudioInput; };

/** Values of `resolution` in CreateImageToVideoHailuo3Input. */
export type CreateImageToVideoHailuo3Resolution =
  /** Runway's `2k`. */
  | 'RESOLUTION_2K'
  /** Runway's `768p`. */
  | 'RESOLUTION_768P';

/** With Runway's model `happyhorse_1_0`. */
export type CreateImageToVideoHappyhorse1_0Input = {
  /** Length of the output in seconds. 3 to 15, whole. */
  duration?: number | null | undefined;
  /** The images that the video is made from. Exactly 1 entry. */
  promptImage: Array<CreateImageToVideoHappyhorse1_0PromptImageInput>;
  /** What the output should show, in your own words. 2 to 2500 characters (UTF-16 units). */
  promptText?: string | null | undefined;
  /** Resolution of the output. */
  resolution?: CreateImageToVideoHappyhorse1_0Resolution | null | undefined;
};

/** One entry of `promptImage`. */
export type CreateImageToVideoHappyhorse1_0PromptImageInput = {
  /** Where in the output the image stands. Default: FIRST. */
  position?: CreateImageToVideoHappyhorse1_0PromptImagePosition | null | undefined;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `position` in CreateImageToVideoHappyhorse1_0PromptImageInput. */
export type CreateImageToVideoHappyhorse1_0PromptImagePosition =
  /** The first frame. Runway's `first`. */
  | 'FIRST';

/** Values of `resolution` in CreateImageToVideoHappyhorse1_0Input. */
export type CreateImageToVideoHappyhorse1_0Resolution =
  /** Runway's `720p`. */
  | 'RESOLUTION_720P'
  /** Runway's `1080p`. */
  | 'RESOLUTION_1080P';

/** What createImageToVideo takes. Exactly one of the fields. */
export type CreateImageToVideoInput =
  {   /** With Runway's model `gemini_omni_flash`. */
  geminiOmniFlash: CreateImageToVideoGeminiOmniFlashInput; geminiOmniFlash1_1?: never; gen4Turbo?: never; gen4_5?: never; grokImagine1_5?: never; h3Max?: never; hailuo3?: never; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never;   /** With Runway's model `gemini_omni_flash_1.1`. */
  geminiOmniFlash1_1: CreateImageToVideoGeminiOmniFlash1_1Input; gen4Turbo?: never; gen4_5?: never; grokImagine1_5?: never; h3Max?: never; hailuo3?: never; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never;   /** With Runway's model `gen4_turbo`. */
  gen4Turbo: CreateImageToVideoGen4TurboInput; gen4_5?: never; grokImagine1_5?: never; h3Max?: never; hailuo3?: never; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4Turbo?: never;   /** With Runway's model `gen4.5`. */
  gen4_5: CreateImageToVideoGen4_5Input; grokImagine1_5?: never; h3Max?: never; hailuo3?: never; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4Turbo?: never; gen4_5?: never;   /** With Runway's model `grok_imagine_1_5`. */
  grokImagine1_5: CreateImageToVideoGrokImagine1_5Input; h3Max?: never; hailuo3?: never; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4Turbo?: never; gen4_5?: never; grokImagine1_5?: never;   /** With Runway's model `h3_max`. */
  h3Max: CreateImageToVideoH3MaxInput; hailuo3?: never; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4Turbo?: never; gen4_5?: never; grokImagine1_5?: never; h3Max?: never;   /** With Runway's model `hailuo3`. */
  hailuo3: CreateImageToVideoHailuo3Input; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4Turbo?: never; gen4_5?: never; grokImagine1_5?: never; h3Max?: never; hailuo3?: never;   /** With Runway's model `happyhorse_1_0`. */
  happyhorse1_0: CreateImageToVideoHappyhorse1_0Input; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4Turbo?: never; gen4_5?: never; grokImagine1_5?: never; h3Max?: never; hailuo3?: never; happyhorse1_0?: never;   /** With Runway's model `seedance2`. */
  seedance2: CreateImageToVideoSeedance2Input; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4Turbo?: never; gen4_5?: never; grokImagine1_5?: never; h3Max?: never; hailuo3?: never; happyhorse1_0?: never; seedance2?: never;   /** With Runway's model `seedance2_fast`. */
  seedance2Fast: CreateImageToVideoSeedance2FastInput; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4Turbo?: never; gen4_5?: never; grokImagine1_5?: never; h3Max?: never; hailuo3?: never; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never;   /** With Runway's model `seedance2_mini`. */
  seedance2Mini: CreateImageToVideoSeedance2MiniInput; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4Turbo?: never; gen4_5?: never; grokImagine1_5?: never; h3Max?: never; hailuo3?: never; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never;   /** With Runway's model `seedance2_5`. */
  seedance2_5: CreateImageToVideoSeedance2_5Input; veo3_1?: never; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4Turbo?: never; gen4_5?: never; grokImagine1_5?: never; h3Max?: never; hailuo3?: never; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never;   /** With Runway's model `veo3.1`. */
  veo3_1: CreateImageToVideoVeo3_1Input; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4Turbo?: never; gen4_5?: never; grokImagine1_5?: never; h3Max?: never; hailuo3?: never; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never;   /** With Runway's model `veo3.1_fast`. */
  veo3_1Fast: CreateImageToVideoVeo3_1FastInput; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4Turbo?: never; gen4_5?: never; grokImagine1_5?: never; h3Max?: never; hailuo3?: never; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never;   /** With Runway's model `wan3`. */
  wan3: CreateImageToVideoWan3Input; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4Turbo?: never; gen4_5?: never; grokImagine1_5?: never; h3Max?: never; hailuo3?: never; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never; wan3?: never;   /** With Runway's model `wan3_prime`. */
  wan3Prime: CreateImageToVideoWan3PrimeInput; };

/** With Runway's model `seedance2_fast`. */
export type CreateImageToVideoSeedance2FastInput = {
  /** Whether the output has sound. On some models sound costs more. Default: true. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. 4 to 15, whole. At most one of `duration` and `durationAuto`. */
  duration?: number | null | undefined;
  /** Runway's `auto` in place of `duration`. The model chooses the length. Runway reserves credits for the longest output, and gives back what was not used. At most one of `duration` and `durationAuto`. */
  durationAuto?: boolean | null | undefined;
  /** Either keyframes, each with a position, or reference images without one; the two cannot be mixed. At most 100 entries. */
  promptImage: Array<CreateImageToVideoSeedance2FastPromptImageInput>;
  /** What the output should show, in your own words. 1 to 3500 characters (UTF-16 units). */
  promptText?: string | null | undefined;
  /** Size or shape of the output. */
  ratio?: CreateImageToVideoSeedance2FastRatio | null | undefined;
  /** Recordings that guide the output. At most 3 entries. */
  referenceAudio?: Array<CreateImageToVideoSeedance2FastReferenceAudioInput> | null | undefined;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** One entry of `promptImage`. */
export type CreateImageToVideoSeedance2FastPromptImageInput = {
  /** Where in the output the image stands. Without it the image is a reference. */
  position?: CreateImageToVideoSeedance2FastPromptImagePosition | null | undefined;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `position` in CreateImageToVideoSeedance2FastPromptImageInput. */
export type CreateImageToVideoSeedance2FastPromptImagePosition =
  /** The first frame. Runway's `first`. */
  | 'FIRST'
  /** The last frame. Runway's `last`. */
  | 'LAST';

/** Values of `ratio` in CreateImageToVideoSeedance2FastInput. */
export type CreateImageToVideoSeedance2FastRatio =
  /** 496 × 864 pixels. Runway's `496:864`. */
  | 'RATIO_496_864'
  /** 560 × 752 pixels. Runway's `560:752`. */
  | 'RATIO_560_752'
  /** 640 × 640 pixels. Runway's `640:640`. */
  | 'RATIO_640_640'
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 752 × 560 pixels. Runway's `752:560`. */
  | 'RATIO_752_560'
  /** 834 × 1112 pixels. Runway's `834:1112`. */
  | 'RATIO_834_1112'
  /** 864 × 496 pixels. Runway's `864:496`. */
  | 'RATIO_864_496'
  /** 960 × 960 pixels. Runway's `960:960`. */
  | 'RATIO_960_960'
  /** 992 × 432 pixels. Runway's `992:432`. */
  | 'RATIO_992_432'
  /** 1112 × 834 pixels. Runway's `1112:834`. */
  | 'RATIO_1112_834'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1470 × 630 pixels. Runway's `1470:630`. */
  | 'RATIO_1470_630';

/** A sound recording. */
export type CreateImageToVideoSeedance2FastReferenceAudioAudioInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `referenceAudio`. Exactly one of the fields. */
export type CreateImageToVideoSeedance2FastReferenceAudioInput =
  {   /** A sound recording. */
  audio: CreateImageToVideoSeedance2FastReferenceAudioAudioInput; };

/** With Runway's model `seedance2`. */
export type CreateImageToVideoSeedance2Input = {
  /** Whether the output has sound. On some models sound costs more. Default: true. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. 4 to 15, whole. At most one of `duration` and `durationAuto`. */
  duration?: number | null | undefined;
  /** Runway's `auto` in place of `duration`. The model chooses the length. Runway reserves credits for the longest output, and gives back what was not used. At most one of `duration` and `durationAuto`. */
  durationAuto?: boolean | null | undefined;
  /** Either keyframes, each with a position, or reference images without one; the two cannot be mixed. At most 100 entries. */
  promptImage: Array<CreateImageToVideoSeedance2PromptImageInput>;
  /** What the output should show, in your own words. 1 to 3500 characters (UTF-16 units). */
  promptText?: string | null | undefined;
  /** Size or shape of the output. */
  ratio?: CreateImageToVideoSeedance2Ratio | null | undefined;
  /** Recordings that guide the output. At most 3 entries. */
  referenceAudio?: Array<CreateImageToVideoSeedance2ReferenceAudioInput> | null | undefined;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** With Runway's model `seedance2_mini`. */
export type CreateImageToVideoSeedance2MiniInput = {
  /** Whether the output has sound. On some models sound costs more. Default: true. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. 4 to 15, whole. At most one of `duration` and `durationAuto`. */
  duration?: number | null | undefined;
  /** Runway's `auto` in place of `duration`. The model chooses the length. Runway reserves credits for the longest output, and gives back what was not used. At most one of `duration` and `durationAuto`. */
  durationAuto?: boolean | null | undefined;
  /** Either keyframes, each with a position, or reference images without one; the two cannot be mixed. At most 100 entries. */
  promptImage: Array<CreateImageToVideoSeedance2MiniPromptImageInput>;
  /** What the output should show, in your own words. 1 to 3500 characters (UTF-16 units). */
  promptText?: string | null | undefined;
  /** Size or shape of the output. */
  ratio?: CreateImageToVideoSeedance2MiniRatio | null | undefined;
  /** Recordings that guide the output. At most 3 entries. */
  referenceAudio?: Array<CreateImageToVideoSeedance2MiniReferenceAudioInput> | null | undefined;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** One entry of `promptImage`. */
export type CreateImageToVideoSeedance2MiniPromptImageInput = {
  /** Where in the output the image stands. Without it the image is a reference. */
  position?: CreateImageToVideoSeedance2MiniPromptImagePosition | null | undefined;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `position` in CreateImageToVideoSeedance2MiniPromptImageInput. */
export type CreateImageToVideoSeedance2MiniPromptImagePosition =
  /** The first frame. Runway's `first`. */
  | 'FIRST'
  /** The last frame. Runway's `last`. */
  | 'LAST';

/** Values of `ratio` in CreateImageToVideoSeedance2MiniInput. */
export type CreateImageToVideoSeedance2MiniRatio =
  /** 496 × 864 pixels. Runway's `496:864`. */
  | 'RATIO_496_864'
  /** 560 × 752 pixels. Runway's `560:752`. */
  | 'RATIO_560_752'
  /** 640 × 640 pixels. Runway's `640:640`. */
  | 'RATIO_640_640'
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 752 × 560 pixels. Runway's `752:560`. */
  | 'RATIO_752_560'
  /** 834 × 1112 pixels. Runway's `834:1112`. */
  | 'RATIO_834_1112'
  /** 864 × 496 pixels. Runway's `864:496`. */
  | 'RATIO_864_496'
  /** 960 × 960 pixels. Runway's `960:960`. */
  | 'RATIO_960_960'
  /** 992 × 432 pixels. Runway's `992:432`. */
  | 'RATIO_992_432'
  /** 1112 × 834 pixels. Runway's `1112:834`. */
  | 'RATIO_1112_834'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1470 × 630 pixels. Runway's `1470:630`. */
  | 'RATIO_1470_630';

/** A sound recording. */
export type CreateImageToVideoSeedance2MiniReferenceAudioAudioInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `referenceAudio`. Exactly one of the fields. */
export type CreateImageToVideoSeedance2MiniReferenceAudioInput =
  {   /** A sound recording. */
  audio: CreateImageToVideoSeedance2MiniReferenceAudioAudioInput; };

/** One entry of `promptImage`. */
export type CreateImageToVideoSeedance2PromptImageInput = {
  /** Where in the output the image stands. Without it the image is a reference. */
  position?: CreateImageToVideoSeedance2PromptImagePosition | null | undefined;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `position` in CreateImageToVideoSeedance2PromptImageInput. */
export type CreateImageToVideoSeedance2PromptImagePosition =
  /** The first frame. Runway's `first`. */
  | 'FIRST'
  /** The last frame. Runway's `last`. */
  | 'LAST';

/** Values of `ratio` in CreateImageToVideoSeedance2Input. */
export type CreateImageToVideoSeedance2Ratio =
  /** 496 × 864 pixels. Runway's `496:864`. */
  | 'RATIO_496_864'
  /** 560 × 752 pixels. Runway's `560:752`. */
  | 'RATIO_560_752'
  /** 640 × 640 pixels. Runway's `640:640`. */
  | 'RATIO_640_640'
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 752 × 560 pixels. Runway's `752:560`. */
  | 'RATIO_752_560'
  /** 834 × 1112 pixels. Runway's `834:1112`. */
  | 'RATIO_834_1112'
  /** 864 × 496 pixels. Runway's `864:496`. */
  | 'RATIO_864_496'
  /** 960 × 960 pixels. Runway's `960:960`. */
  | 'RATIO_960_960'
  /** 992 × 432 pixels. Runway's `992:432`. */
  | 'RATIO_992_432'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920'
  /** 1112 × 834 pixels. Runway's `1112:834`. */
  | 'RATIO_1112_834'
  /** 1248 × 1664 pixels. Runway's `1248:1664`. */
  | 'RATIO_1248_1664'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1440 × 1440 pixels. Runway's `1440:1440`. */
  | 'RATIO_1440_1440'
  /** 1470 × 630 pixels. Runway's `1470:630`. */
  | 'RATIO_1470_630'
  /** 1664 × 1248 pixels. Runway's `1664:1248`. */
  | 'RATIO_1664_1248'
  /** 1920 × 1080 pixels. Runway's `1920:1080`. */
  | 'RATIO_1920_1080'
  /** 2160 × 3840 pixels. Runway's `2160:3840`. */
  | 'RATIO_2160_3840'
  /** 2206 × 946 pixels. Runway's `2206:946`. */
  | 'RATIO_2206_946'
  /** 2880 × 3840 pixels. Runway's `2880:3840`. */
  | 'RATIO_2880_3840'
  /** 3840 × 1646 pixels. Runway's `3840:1646`. */
  | 'RATIO_3840_1646'
  /** 3840 × 2160 pixels. Runway's `3840:2160`. */
  | 'RATIO_3840_2160'
  /** 3840 × 2880 pixels. Runway's `3840:2880`. */
  | 'RATIO_3840_2880'
  /** 3840 × 3840 pixels. Runway's `3840:3840`. */
  | 'RATIO_3840_3840';

/** A sound recording. */
export type CreateImageToVideoSeedance2ReferenceAudioAudioInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `referenceAudio`. Exactly one of the fields. */
export type CreateImageToVideoSeedance2ReferenceAudioInput =
  {   /** A sound recording. */
  audio: CreateImageToVideoSeedance2ReferenceAudioAudioInput; };

/** With Runway's model `seedance2_5`. */
export type CreateImageToVideoSeedance2_5Input = {
  /** Whether the output has sound. On some models sound costs more. Default: true. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. 4 to 30, whole. At most one of `duration` and `durationAuto`. */
  duration?: number | null | undefined;
  /** Runway's `auto` in place of `duration`. The model chooses the length. Runway reserves credits for the longest output, and gives back what was not used. At most one of `duration` and `durationAuto`. */
  durationAuto?: boolean | null | undefined;
  /** Either keyframes, each with a position, or reference images without one; the two cannot be mixed. At most 100 entries. */
  promptImage: Array<CreateImageToVideoSeedance2_5PromptImageInput>;
  /** What the output should show, in your own words. 1 to 15000 characters (UTF-16 units). */
  promptText?: string | null | undefined;
  /** Size or shape of the output. */
  ratio?: CreateImageToVideoSeedance2_5Ratio | null | undefined;
  /** Recordings that guide the output. At most 10 entries. */
  referenceAudio?: Array<CreateImageToVideoSeedance2_5ReferenceAudioInput> | null | undefined;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** One entry of `promptImage`. */
export type CreateImageToVideoSeedance2_5PromptImageInput = {
  /** Where in the output the image stands. Without it the image is a reference. */
  position?: CreateImageToVideoSeedance2_5PromptImagePosition | null | undefined;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `position` in CreateImageToVideoSeedance2_5PromptImageInput. */
export type CreateImageToVideoSeedance2_5PromptImagePosition =
  /** The first frame. Runway's `first`. */
  | 'FIRST'
  /** The last frame. Runway's `last`. */
  | 'LAST';

/** Values of `ratio` in CreateImageToVideoSeedance2_5Input. */
export type CreateImageToVideoSeedance2_5Ratio =
  /** 480 × 854 pixels. Runway's `480:854`. */
  | 'RATIO_480_854'
  /** 560 × 752 pixels. Runway's `560:752`. */
  | 'RATIO_560_752'
  /** 640 × 640 pixels. Runway's `640:640`. */
  | 'RATIO_640_640'
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 752 × 560 pixels. Runway's `752:560`. */
  | 'RATIO_752_560'
  /** 834 × 1112 pixels. Runway's `834:1112`. */
  | 'RATIO_834_1112'
  /** 854 × 480 pixels. Runway's `854:480`. */
  | 'RATIO_854_480'
  /** 960 × 960 pixels. Runway's `960:960`. */
  | 'RATIO_960_960'
  /** 992 × 432 pixels. Runway's `992:432`. */
  | 'RATIO_992_432'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920'
  /** 1112 × 834 pixels. Runway's `1112:834`. */
  | 'RATIO_1112_834'
  /** 1248 × 1664 pixels. Runway's `1248:1664`. */
  | 'RATIO_1248_1664'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1440 × 1440 pixels. Runway's `1440:1440`. */
  | 'RATIO_1440_1440'
  /** 1470 × 630 pixels. Runway's `1470:630`. */
  | 'RATIO_1470_630'
  /** 1664 × 1248 pixels. Runway's `1664:1248`. */
  | 'RATIO_1664_1248'
  /** 1920 × 1080 pixels. Runway's `1920:1080`. */
  | 'RATIO_1920_1080'
  /** 2206 × 946 pixels. Runway's `2206:946`. */
  | 'RATIO_2206_946';

/** A sound recording. */
export type CreateImageToVideoSeedance2_5ReferenceAudioAudioInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `referenceAudio`. Exactly one of the fields. */
export type CreateImageToVideoSeedance2_5ReferenceAudioInput =
  {   /** A sound recording. */
  audio: CreateImageToVideoSeedance2_5ReferenceAudioAudioInput; };

/** With Runway's model `veo3.1_fast`. */
export type CreateImageToVideoVeo3_1FastInput = {
  /** Whether the output has sound. On some models sound costs more. Default: true. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. One of 4, 6, 8. */
  duration?: number | null | undefined;
  /** What the output should not show. 1 to 1000 characters (UTF-16 units). */
  negativePrompt?: string | null | undefined;
  /** The image that the video starts from (position FIRST), and after it one that it ends with (LAST). A last frame needs a first. 1 to 2 entries. */
  promptImage: Array<CreateImageToVideoVeo3_1FastPromptImageInput>;
  /** What the output should show, in your own words. 1 to 1000 characters (UTF-16 units). */
  promptText?: string | null | undefined;
  /** Size or shape of the output. */
  ratio: CreateImageToVideoVeo3_1FastRatio;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** One entry of `promptImage`. */
export type CreateImageToVideoVeo3_1FastPromptImageInput = {
  /** Where in the output the image stands. */
  position: CreateImageToVideoVeo3_1FastPromptImagePosition;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `position` in CreateImageToVideoVeo3_1FastPromptImageInput. */
export type CreateImageToVideoVeo3_1FastPromptImagePosition =
  /** The first frame. Runway's `first`. */
  | 'FIRST'
  /** The last frame. Runway's `last`. */
  | 'LAST';

/** Values of `ratio` in CreateImageToVideoVeo3_1FastInput. */
export type CreateImageToVideoVeo3_1FastRatio =
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1920 × 1080 pixels. Runway's `1920:1080`. */
  | 'RATIO_1920_1080';

/** With Runway's model `veo3.1`. */
export type CreateImageToVideoVeo3_1Input = {
  /** Whether the output has sound. On some models sound costs more. Default: true. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. One of 4, 6, 8. */
  duration?: number | null | undefined;
  /** What the output should not show. 1 to 1000 characters (UTF-16 units). */
  negativePrompt?: string | null | undefined;
  /** The image that the video starts from (position FIRST), and after it one that it ends with (LAST). A last frame needs a first. 1 to 2 entries. */
  promptImage: Array<CreateImageToVideoVeo3_1PromptImageInput>;
  /** What the output should show, in your own words. 1 to 1000 characters (UTF-16 units). */
  promptText?: string | null | undefined;
  /** Size or shape of the output. */
  ratio: CreateImageToVideoVeo3_1Ratio;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** One entry of `promptImage`. */
export type CreateImageToVideoVeo3_1PromptImageInput = {
  /** Where in the output the image stands. */
  position: CreateImageToVideoVeo3_1PromptImagePosition;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `position` in CreateImageToVideoVeo3_1PromptImageInput. */
export type CreateImageToVideoVeo3_1PromptImagePosition =
  /** The first frame. Runway's `first`. */
  | 'FIRST'
  /** The last frame. Runway's `last`. */
  | 'LAST';

/** Values of `ratio` in CreateImageToVideoVeo3_1Input. */
export type CreateImageToVideoVeo3_1Ratio =
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1920 × 1080 pixels. Runway's `1920:1080`. */
  | 'RATIO_1920_1080';

/** With Runway's model `wan3`. */
export type CreateImageToVideoWan3Input = {
  /** Whether the output has sound. On some models sound costs more. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. 2 to 30, whole. */
  duration?: number | null | undefined;
  /** Either keyframes, each with a position, or reference images without one; the two cannot be mixed. One image alone is the first frame only when it says FIRST: without a position it is a reference. Keyframes need one of the ratios that adapt to the image. At most 100 entries. */
  promptImage: Array<CreateImageToVideoWan3PromptImageInput>;
  /** What the output should show, in your own words. 1 to 20000 characters (UTF-16 units). */
  promptText: string;
  /** Size or shape of the output. */
  ratio?: CreateImageToVideoWan3Ratio | null | undefined;
  /** Recordings that guide the output. At most 5 entries. */
  referenceAudio?: Array<CreateImageToVideoWan3ReferenceAudioInput> | null | undefined;
  /** Videos that guide the output. At most 5 entries. */
  referenceVideos?: Array<CreateImageToVideoWan3ReferenceVideosInput> | null | undefined;
};

/** With Runway's model `wan3_prime`. */
export type CreateImageToVideoWan3PrimeInput = {
  /** Whether the output has sound. On some models sound costs more. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. 2 to 30, whole. */
  duration?: number | null | undefined;
  /** Either keyframes, each with a position, or reference images without one; the two cannot be mixed. One image alone is the first frame only when it says FIRST: without a position it is a reference. Keyframes need one of the ratios that adapt to the image. At most 100 entries. */
  promptImage: Array<CreateImageToVideoWan3PrimePromptImageInput>;
  /** What the output should show, in your own words. 1 to 20000 characters (UTF-16 units). */
  promptText: string;
  /** Size or shape of the output. */
  ratio?: CreateImageToVideoWan3PrimeRatio | null | undefined;
  /** Recordings that guide the output. At most 5 entries. */
  referenceAudio?: Array<CreateImageToVideoWan3PrimeReferenceAudioInput> | null | undefined;
  /** Videos that guide the output. At most 5 entries. */
  referenceVideos?: Array<CreateImageToVideoWan3PrimeReferenceVideosInput> | null | undefined;
};

/** One entry of `promptImage`. */
export type CreateImageToVideoWan3PrimePromptImageInput = {
  /** Where in the output the image stands. Without it the image is a reference. */
  position?: CreateImageToVideoWan3PrimePromptImagePosition | null | undefined;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `position` in CreateImageToVideoWan3PrimePromptImageInput. */
export type CreateImageToVideoWan3PrimePromptImagePosition =
  /** The first frame. Runway's `first`. */
  | 'FIRST'
  /** The last frame. Runway's `last`. */
  | 'LAST';

/** Values of `ratio` in CreateImageToVideoWan3PrimeInput. */
export type CreateImageToVideoWan3PrimeRatio =
  /** Follows the input image, at 480p. Runway's `auto_480p`. */
  | 'AUTO_480P'
  /** Follows the input image, at 720p. Runway's `auto_720p`. */
  | 'AUTO_720P'
  /** Follows the input image, at 1080p. Runway's `auto_1080p`. */
  | 'AUTO_1080P'
  /** 480 × 832 pixels. Runway's `480:832`. */
  | 'RATIO_480_832'
  /** 544 × 720 pixels. Runway's `544:720`. */
  | 'RATIO_544_720'
  /** 624 × 624 pixels. Runway's `624:624`. */
  | 'RATIO_624_624'
  /** 720 × 544 pixels. Runway's `720:544`. */
  | 'RATIO_720_544'
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 832 × 480 pixels. Runway's `832:480`. */
  | 'RATIO_832_480'
  /** 832 × 1104 pixels. Runway's `832:1104`. */
  | 'RATIO_832_1104'
  /** 960 × 960 pixels. Runway's `960:960`. */
  | 'RATIO_960_960'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920'
  /** 1104 × 832 pixels. Runway's `1104:832`. */
  | 'RATIO_1104_832'
  /** 1248 × 1648 pixels. Runway's `1248:1648`. */
  | 'RATIO_1248_1648'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1440 × 1440 pixels. Runway's `1440:1440`. */
  | 'RATIO_1440_1440'
  /** 1648 × 1248 pixels. Runway's `1648:1248`. */
  | 'RATIO_1648_1248'
  /** 1920 × 1080 pixels. Runway's `1920:1080`. */
  | 'RATIO_1920_1080';

/** A sound recording. */
export type CreateImageToVideoWan3PrimeReferenceAudioAudioInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `referenceAudio`. Exactly one of the fields. */
export type CreateImageToVideoWan3PrimeReferenceAudioInput =
  {   /** A sound recording. */
  audio: CreateImageToVideoWan3PrimeReferenceAudioAudioInput; };

/** One entry of `referenceVideos`. Exactly one of the fields. */
export type CreateImageToVideoWan3PrimeReferenceVideosInput =
  {   /** A video. */
  video: CreateImageToVideoWan3PrimeReferenceVideosVideoInput; };

/** A video. */
export type CreateImageToVideoWan3PrimeReferenceVideosVideoInput = {
  /** The file. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `promptImage`. */
export type CreateImageToVideoWan3PromptImageInput = {
  /** Where in the output the image stands. Without it the image is a reference. */
  position?: CreateImageToVideoWan3PromptImagePosition | null | undefined;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `position` in CreateImageToVideoWan3PromptImageInput. */
export type CreateImageToVideoWan3PromptImagePosition =
  /** The first frame. Runway's `first`. */
  | 'FIRST'
  /** The last frame. Runway's `last`. */
  | 'LAST';

/** Values of `ratio` in CreateImageToVideoWan3Input. */
export type CreateImageToVideoWan3Ratio =
  /** Follows the input image, at 480p. Runway's `auto_480p`. */
  | 'AUTO_480P'
  /** Follows the input image, at 720p. Runway's `auto_720p`. */
  | 'AUTO_720P'
  /** Follows the input image, at 1080p. Runway's `auto_1080p`. */
  | 'AUTO_1080P'
  /** 480 × 832 pixels. Runway's `480:832`. */
  | 'RATIO_480_832'
  /** 544 × 720 pixels. Runway's `544:720`. */
  | 'RATIO_544_720'
  /** 624 × 624 pixels. Runway's `624:624`. */
  | 'RATIO_624_624'
  /** 720 × 544 pixels. Runway's `720:544`. */
  | 'RATIO_720_544'
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 832 × 480 pixels. Runway's `832:480`. */
  | 'RATIO_832_480'
  /** 832 × 1104 pixels. Runway's `832:1104`. */
  | 'RATIO_832_1104'
  /** 960 × 960 pixels. Runway's `960:960`. */
  | 'RATIO_960_960'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920'
  /** 1104 × 832 pixels. Runway's `1104:832`. */
  | 'RATIO_1104_832'
  /** 1248 × 1648 pixels. Runway's `1248:1648`. */
  | 'RATIO_1248_1648'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1440 × 1440 pixels. Runway's `1440:1440`. */
  | 'RATIO_1440_1440'
  /** 1648 × 1248 pixels. Runway's `1648:1248`. */
  | 'RATIO_1648_1248'
  /** 1920 × 1080 pixels. Runway's `1920:1080`. */
  | 'RATIO_1920_1080';

/** A sound recording. */
export type CreateImageToVideoWan3ReferenceAudioAudioInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `referenceAudio`. Exactly one of the fields. */
export type CreateImageToVideoWan3ReferenceAudioInput =
  {   /** A sound recording. */
  audio: CreateImageToVideoWan3ReferenceAudioAudioInput; };

/** One entry of `referenceVideos`. Exactly one of the fields. */
export type CreateImageToVideoWan3ReferenceVideosInput =
  {   /** A video. */
  video: CreateImageToVideoWan3ReferenceVideosVideoInput; };

/** A video. */
export type CreateImageToVideoWan3ReferenceVideosVideoInput = {
  /** The file. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** What createImageUpscale takes. Exactly one of the fields. */
export type CreateImageUpscaleInput =
  {   /** With Runway's model `magnific_precision_upscaler_v2`. */
  magnificPrecisionUpscalerV2: CreateImageUpscaleMagnificPrecisionUpscalerV2Input; };

/** Values of `flavor` in CreateImageUpscaleMagnificPrecisionUpscalerV2Input. */
export type CreateImageUpscaleMagnificPrecisionUpscalerV2Flavor =
  /** Photographs. Runway's `photo`. */
  | 'PHOTO'
  /** Noisy photographs. Runway's `photo_denoiser`. */
  | 'PHOTO_DENOISER'
  /** Illustrations. Runway's `sublime`. */
  | 'SUBLIME';

/** With Runway's model `magnific_precision_upscaler_v2`. */
export type CreateImageUpscaleMagnificPrecisionUpscalerV2Input = {
  /** What the enlargement is tuned for. */
  flavor?: CreateImageUpscaleMagnificPrecisionUpscalerV2Flavor | null | undefined;
  /** The image to work on. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  imageUri: string;
  /** How many times wider and higher the output is. One of 2, 4, 8, 16. Default: 2. */
  scaleFactor?: number | null | undefined;
  /** How much edges are sharpened: 0 is not at all. 0 to 100, whole. */
  sharpen?: number | null | undefined;
  /** How much grain and texture is added. 0 to 100, whole. */
  smartGrain?: number | null | undefined;
  /** How much fine detail is added. 0 to 100, whole. */
  ultraDetail?: number | null | undefined;
};

/** What createMarketingStockImage takes. */
export type CreateMarketingStockImageInput = {
  /** How many images are made. Each one is charged. 1 to 4, whole. Default: 4. */
  outputCount?: number | null | undefined;
  /** What to make, in your own words. 1 to 3500 characters (UTF-16 units). */
  prompt: string;
  /** How much work goes into the output. More costs more. Default: HIGH. */
  quality?: CreateMarketingStockImageQuality | null | undefined;
  /** A logo that guides the images. */
  referenceImage?: CreateMarketingStockImageReferenceImageInput | null | undefined;
  /** The recipe's version. A dated one stays as it is; the other follows the newest and may change at any time. */
  version: CreateMarketingStockImageVersion;
};

/** Values of `quality` in CreateMarketingStockImageInput. */
export type CreateMarketingStockImageQuality =
  /** Runway's `high`. */
  | 'HIGH'
  /** Runway's `low`. */
  | 'LOW'
  /** Runway's `medium`. */
  | 'MEDIUM';

/** A logo that guides the images. */
export type CreateMarketingStockImageReferenceImageInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `version` in CreateMarketingStockImageInput. */
export type CreateMarketingStockImageVersion =
  /** Runway's `2026-06`. */
  | 'VERSION_2026_06'
  /** The newest version; may change without notice. Runway's `unsafe-latest`. */
  | 'VERSION_UNSAFE_LATEST';

/** The image that the video starts from. */
export type CreateMultiShotVideoAutoFirstFrameInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One story, cut into five shots by the recipe. */
export type CreateMultiShotVideoAutoInput = {
  /** Whether the output has sound. On some models sound costs more. Default: true. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. One of 5, 10, 15. Default: 10. */
  duration?: number | null | undefined;
  /** The image that the video starts from. */
  firstFrame?: CreateMultiShotVideoAutoFirstFrameInput | null | undefined;
  /** The story. 1 to 2500 characters (UTF-16 units). */
  prompt: string;
  /** Size or shape of the output. Default: RATIO_1280_720. */
  ratio?: CreateMultiShotVideoAutoRatio | null | undefined;
  /** The recipe's version. A dated one stays as it is; the other follows the newest and may change at any time. */
  version: CreateMultiShotVideoAutoVersion;
};

/** Values of `ratio` in CreateMultiShotVideoAutoInput. */
export type CreateMultiShotVideoAutoRatio =
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 960 × 960 pixels. Runway's `960:960`. */
  | 'RATIO_960_960'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1440 × 1440 pixels. Runway's `1440:1440`. */
  | 'RATIO_1440_1440'
  /** 1920 × 1080 pixels. Runway's `1920:1080`. */
  | 'RATIO_1920_1080';

/** Values of `version` in CreateMultiShotVideoAutoInput. */
export type CreateMultiShotVideoAutoVersion =
  /** Runway's `2026-06`. */
  | 'VERSION_2026_06'
  /** The newest version; may change without notice. Runway's `unsafe-latest`. */
  | 'VERSION_UNSAFE_LATEST';

/** The image that the video starts from. */
export type CreateMultiShotVideoCustomFirstFrameInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Shots that you describe one by one. */
export type CreateMultiShotVideoCustomInput = {
  /** Whether the output has sound. On some models sound costs more. Default: true. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. One of 5, 10, 15. Default: 10. */
  duration?: number | null | undefined;
  /** The image that the video starts from. */
  firstFrame?: CreateMultiShotVideoCustomFirstFrameInput | null | undefined;
  /** Size or shape of the output. Default: RATIO_1280_720. */
  ratio?: CreateMultiShotVideoCustomRatio | null | undefined;
  /** The shots in order. Their durations add up to `duration`. 3 to 5 entries. */
  shots: Array<CreateMultiShotVideoCustomShotsInput>;
  /** The recipe's version. A dated one stays as it is; the other follows the newest and may change at any time. */
  version: CreateMultiShotVideoCustomVersion;
};

/** Values of `ratio` in CreateMultiShotVideoCustomInput. */
export type CreateMultiShotVideoCustomRatio =
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 960 × 960 pixels. Runway's `960:960`. */
  | 'RATIO_960_960'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1440 × 1440 pixels. Runway's `1440:1440`. */
  | 'RATIO_1440_1440'
  /** 1920 × 1080 pixels. Runway's `1920:1080`. */
  | 'RATIO_1920_1080';

/** One entry of `shots`. */
export type CreateMultiShotVideoCustomShotsInput = {
  /** Length of this shot in seconds. 1 to 15, whole. */
  duration: number;
  /** What this shot shows. 3 to 512 characters (UTF-16 units). */
  prompt: string;
};

/** Values of `version` in CreateMultiShotVideoCustomInput. */
export type CreateMultiShotVideoCustomVersion =
  /** Runway's `2026-06`. */
  | 'VERSION_2026_06'
  /** The newest version; may change without notice. Runway's `unsafe-latest`. */
  | 'VERSION_UNSAFE_LATEST';

/** What createMultiShotVideo takes. Exactly one of the fields. */
export type CreateMultiShotVideoInput =
  {   /** One story, cut into five shots by the recipe. */
  auto: CreateMultiShotVideoAutoInput; custom?: never; }
  |  { auto?: never;   /** Shots that you describe one by one. */
  custom: CreateMultiShotVideoCustomInput; };

/** What createProductAd takes. */
export type CreateProductAdInput = {
  /** Whether the output has sound. On some models sound costs more. Default: false. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. 4 to 15, whole. Default: 10. */
  duration?: number | null | undefined;
  /** The product, from several sides. The first image is the main one. 1 to 10 entries. */
  productImages: Array<CreateProductAdProductImagesInput>;
  /** What the product is and which of its features to show. At most 2500 characters (UTF-16 units). */
  productInfo?: string | null | undefined;
  /** Size or shape of the output. */
  ratio?: CreateProductAdRatio | null | undefined;
  /** Images that set light, palette and mood. 0 to 4 entries. */
  styleImages?: Array<CreateProductAdStyleImagesInput> | null | undefined;
  /** Creative direction: tone of voice, scene, light, camera, story. At most 3500 characters (UTF-16 units). */
  userConcept?: string | null | undefined;
  /** The recipe's version. A dated one stays as it is; the other follows the newest and may change at any time. */
  version: CreateProductAdVersion;
};

/** One entry of `productImages`. */
export type CreateProductAdProductImagesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `ratio` in CreateProductAdInput. */
export type CreateProductAdRatio =
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 834 × 1112 pixels. Runway's `834:1112`. */
  | 'RATIO_834_1112'
  /** 960 × 960 pixels. Runway's `960:960`. */
  | 'RATIO_960_960'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920'
  /** 1248 × 1664 pixels. Runway's `1248:1664`. */
  | 'RATIO_1248_1664'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1440 × 1440 pixels. Runway's `1440:1440`. */
  | 'RATIO_1440_1440'
  /** 1920 × 1080 pixels. Runway's `1920:1080`. */
  | 'RATIO_1920_1080';

/** One entry of `styleImages`. */
export type CreateProductAdStyleImagesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `version` in CreateProductAdInput. */
export type CreateProductAdVersion =
  /** Runway's `2026-06`. */
  | 'VERSION_2026_06'
  /** Runway's `2026-07`. */
  | 'VERSION_2026_07'
  /** The newest version; may change without notice. Runway's `unsafe-latest`. */
  | 'VERSION_UNSAFE_LATEST';

/** The product, kept as it is in all images. */
export type CreateProductCampaignImageImageInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** What createProductCampaignImage takes. */
export type CreateProductCampaignImageInput = {
  /** The product, kept as it is in all images. */
  image: CreateProductCampaignImageImageInput;
  /** Style and idea of the campaign. 1 to 3500 characters (UTF-16 units). */
  prompt: string;
  /** The recipe's version. A dated one stays as it is; the other follows the newest and may change at any time. */
  version: CreateProductCampaignImageVersion;
};

/** Values of `version` in CreateProductCampaignImageInput. */
export type CreateProductCampaignImageVersion =
  /** Runway's `2026-06`. */
  | 'VERSION_2026_06'
  /** The newest version; may change without notice. Runway's `unsafe-latest`. */
  | 'VERSION_UNSAFE_LATEST';

/** What createProductSwap takes. */
export type CreateProductSwapInput = {
  /** Whether the output has sound. On some models sound costs more. Default: true. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. 4 to 15, whole. Default: 10. */
  duration?: number | null | undefined;
  /** The product that is put in, from one or several sides. 1 to 10 entries. */
  newProductImages: Array<CreateProductSwapNewProductImagesInput>;
  /** The product that is taken out. */
  originalProductImage: CreateProductSwapOriginalProductImageInput;
  /** The video in which the product is replaced, 1.8 to 15 seconds long. */
  referenceVideo: CreateProductSwapReferenceVideoInput;
  /** Resolution of the output. Default: RESOLUTION_720P. */
  resolution?: CreateProductSwapResolution | null | undefined;
  /** The recipe's version. A dated one stays as it is; the other follows the newest and may change at any time. */
  version: CreateProductSwapVersion;
};

/** One entry of `newProductImages`. */
export type CreateProductSwapNewProductImagesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
  /** Which side of the product the image shows. */
  view?: CreateProductSwapNewProductImagesView | null | undefined;
};

/** Values of `view` in CreateProductSwapNewProductImagesInput. */
export type CreateProductSwapNewProductImagesView =
  /** Back. Runway's `back`. */
  | 'BACK'
  /** Front. Runway's `front`. */
  | 'FRONT'
  /** Side. Runway's `side`. */
  | 'SIDE';

/** The product that is taken out. */
export type CreateProductSwapOriginalProductImageInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** The video in which the product is replaced, 1.8 to 15 seconds long. */
export type CreateProductSwapReferenceVideoInput = {
  /** The file. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `resolution` in CreateProductSwapInput. */
export type CreateProductSwapResolution =
  /** Runway's `720p`. */
  | 'RESOLUTION_720P'
  /** Runway's `1080p`. */
  | 'RESOLUTION_1080P';

/** Values of `version` in CreateProductSwapInput. */
export type CreateProductSwapVersion =
  /** Runway's `2026-06`. */
  | 'VERSION_2026_06'
  /** The newest version; may change without notice. Runway's `unsafe-latest`. */
  | 'VERSION_UNSAFE_LATEST';

/** The person on camera. Width divided by height between 0.4 and 4. */
export type CreateProductUgcCharacterImageInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** What createProductUgc takes. */
export type CreateProductUgcInput = {
  /** Whether the output has sound. On some models sound costs more. Default: true. */
  audio?: boolean | null | undefined;
  /** The person on camera. Width divided by height between 0.4 and 4. */
  characterImage: CreateProductUgcCharacterImageInput;
  /** Length of the output in seconds. 4 to 15, whole. Default: 15. */
  duration?: number | null | undefined;
  /** The product. Width divided by height between 0.4 and 4. */
  productImage: CreateProductUgcProductImageInput;
  /** What the product is and which of its features to show. At most 2500 characters (UTF-16 units). */
  productInfo?: string | null | undefined;
  /** Size or shape of the output. */
  ratio?: CreateProductUgcRatio | null | undefined;
  /** Creative direction: tone of voice, scene, light, camera, story. At most 3500 characters (UTF-16 units). */
  userConcept?: string | null | undefined;
  /** The recipe's version. A dated one stays as it is; the other follows the newest and may change at any time. */
  version: CreateProductUgcVersion;
};

/** The product. Width divided by height between 0.4 and 4. */
export type CreateProductUgcProductImageInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `ratio` in CreateProductUgcInput. */
export type CreateProductUgcRatio =
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920';

/** Values of `version` in CreateProductUgcInput. */
export type CreateProductUgcVersion =
  /** Runway's `2026-06`. */
  | 'VERSION_2026_06'
  /** The newest version; may change without notice. Runway's `unsafe-latest`. */
  | 'VERSION_UNSAFE_LATEST';

/** An avatar that you made. */
export type CreateRealtimeSessionGwm1AvatarsAvatarCustomInput = {
  /** An avatar of yours. A UUID. */
  avatarId: string;
};

/** Who speaks. Exactly one of the fields. */
export type CreateRealtimeSessionGwm1AvatarsAvatarInput =
  {   /** An avatar that you made. */
  custom: CreateRealtimeSessionGwm1AvatarsAvatarCustomInput; runwayPreset?: never; }
  |  { custom?: never;   /** One of Runway's ready-made avatars. */
  runwayPreset: CreateRealtimeSessionGwm1AvatarsAvatarRunwayPresetInput; };

/** One of Runway's ready-made avatars. */
export type CreateRealtimeSessionGwm1AvatarsAvatarRunwayPresetInput = {
  /** One of Runway's ready-made ones. */
  presetId: CreateRealtimeSessionGwm1AvatarsAvatarRunwayPresetPresetId;
};

/** Values of `presetId` in CreateRealtimeSessionGwm1AvatarsAvatarRunwayPresetInput. */
export type CreateRealtimeSessionGwm1AvatarsAvatarRunwayPresetPresetId =
  /** Runway's `influencer`. */
  | 'INFLUENCER'
  /** Runway's `cat-character`. */
  | 'PRESET_ID_CAT_CHARACTER'
  /** Runway's `cooking-teacher`. */
  | 'PRESET_ID_COOKING_TEACHER'
  /** Runway's `fashion-designer`. */
  | 'PRESET_ID_FASHION_DESIGNER'
  /** Runway's `game-character`. */
  | 'PRESET_ID_GAME_CHARACTER'
  /** Runway's `game-character-man`. */
  | 'PRESET_ID_GAME_CHARACTER_MAN'
  /** Runway's `human-resource`. */
  | 'PRESET_ID_HUMAN_RESOURCE'
  /** Runway's `music-superstar`. */
  | 'PRESET_ID_MUSIC_SUPERSTAR'
  /** Runway's `tennis-coach`. */
  | 'PRESET_ID_TENNIS_COACH';

/** With Runway's model `gwm1_avatars`. */
export type CreateRealtimeSessionGwm1AvatarsInput = {
  /** Who speaks. */
  avatar: CreateRealtimeSessionGwm1AvatarsAvatarInput;
  /** An outside service that leads the conversation or supplies the sound, while Runway shows the avatar. */
  integration?: CreateRealtimeSessionGwm1AvatarsIntegrationInput | null | undefined;
  /** How long the session may last, in seconds. 10 to 1800, whole. Default: 300. */
  maxDuration?: number | null | undefined;
  /** How the avatar behaves in this session, in place of its own personality. 1 to 10000 characters (UTF-16 units). */
  personality?: string | null | undefined;
  /** What the avatar says first in this session, in place of its own words. 1 to 2000 characters (UTF-16 units). */
  startScript?: string | null | undefined;
  /** What the avatar can call during the session. At most 20 entries. */
  tools?: Array<CreateRealtimeSessionGwm1AvatarsToolsInput> | null | undefined;
};

/** ElevenLabs leads the conversation. */
export type CreateRealtimeSessionGwm1AvatarsIntegrationElevenlabsInput = {
  /** The signed address of the conversation at ElevenLabs, on a public host. It is good for about 15 minutes. Form: `^(wss|https)://`. */
  signedUrl: string;
};

/** An outside service that leads the conversation or supplies the sound, while Runway shows the avatar. Exactly one of the fields. */
export type CreateRealtimeSessionGwm1AvatarsIntegrationInput =
  {   /** ElevenLabs leads the conversation. */
  elevenlabs: CreateRealtimeSessionGwm1AvatarsIntegrationElevenlabsInput; livekit?: never; }
  |  { elevenlabs?: never;   /** A LiveKit room that the avatar joins; your agent there supplies the sound. */
  livekit: CreateRealtimeSessionGwm1AvatarsIntegrationLivekitInput; };

/** A LiveKit room that the avatar joins; your agent there supplies the sound. */
export type CreateRealtimeSessionGwm1AvatarsIntegrationLivekitInput = {
  /** Who your agent is in the room. Sound of this participant is trusted. 1 to 256 characters (UTF-16 units). */
  agentIdentity?: string | null | undefined;
  /** The room. 1 to 256 characters (UTF-16 units). */
  roomName: string;
  /** An access token of LiveKit that lets the avatar publish in the room. 1 to 2048 characters (UTF-16 units). */
  token: string;
  /** The LiveKit server, on a public host. Form: `^(wss|https)://`. */
  url: string;
};

/** Asks your server and waits for its answer. */
export type CreateRealtimeSessionGwm1AvatarsToolsBackendRpcInput = {
  /** When and how to use the tool, in words that the avatar understands. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** What the tool takes. At most 20 entries. */
  parameters?: Array<CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersInput> | null | undefined;
  /** How long to wait for your server, in seconds. 1 to 8. Default: 4. */
  timeoutSeconds?: number | null | undefined;
};

/** A list. */
export type CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersArrayInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** What the list holds. */
  items: CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersArrayItemsInput;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** Whether the avatar must give it. Default: true. */
  required?: boolean | null | undefined;
};

/** What the list holds. */
export type CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersArrayItemsInput = {
  /** The type of each entry. */
  type: CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersArrayItemsType;
};

/** Values of `type` in CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersArrayItemsInput. */
export type CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersArrayItemsType =
  /** Yes or no. Runway's `boolean`. */
  | 'BOOLEAN'
  /** A whole number. Runway's `integer`. */
  | 'INTEGER'
  /** A number. Runway's `number`. */
  | 'NUMBER'
  /** A text. Runway's `string`. */
  | 'STRING';

/** Yes or no. */
export type CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersBooleanInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** Whether the avatar must give it. Default: true. */
  required?: boolean | null | undefined;
};

/** One entry of `parameters`. Exactly one of the fields. */
export type CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersInput =
  {   /** A list. */
  array: CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersArrayInput; boolean?: never; integer?: never; number?: never; object?: never; string?: never; }
  |  { array?: never;   /** Yes or no. */
  boolean: CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersBooleanInput; integer?: never; number?: never; object?: never; string?: never; }
  |  { array?: never; boolean?: never;   /** A whole number. */
  integer: CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersIntegerInput; number?: never; object?: never; string?: never; }
  |  { array?: never; boolean?: never; integer?: never;   /** A number. */
  number: CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersNumberInput; object?: never; string?: never; }
  |  { array?: never; boolean?: never; integer?: never; number?: never;   /** An object. */
  object: CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersObjectInput; string?: never; }
  |  { array?: never; boolean?: never; integer?: never; number?: never; object?: never;   /** A text. */
  string: CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersStringInput; };

/** A whole number. */
export type CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersIntegerInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** Whether the avatar must give it. Default: true. */
  required?: boolean | null | undefined;
};

/** A number. */
export type CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersNumberInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** Whether the avatar must give it. Default: true. */
  required?: boolean | null | undefined;
};

/** An object. */
export type CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersObjectInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** What the object holds, one level deep. At most 20 entries. */
  properties: Array<CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersObjectPropertiesInput>;
  /** Whether the avatar must give it. Default: true. */
  required?: boolean | null | undefined;
};

/** A list. */
export type CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersObjectPropertiesArrayInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** What the list holds. */
  items: CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersObjectPropertiesArrayItemsInput;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** Whether the avatar must give it. Default: true. */
  required?: boolean | null | undefined;
};

/** What the list holds. */
export type CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersObjectPropertiesArrayItemsInput = {
  /** The type of each entry. */
  type: CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersObjectPropertiesArrayItemsType;
};

/** Values of `type` in CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersObjectPropertiesArrayItemsInput. */
export type CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersObjectPropertiesArrayItemsType =
  /** Yes or no. Runway's `boolean`. */
  | 'BOOLEAN'
  /** A whole number. Runway's `integer`. */
  | 'INTEGER'
  /** A number. Runway's `number`. */
  | 'NUMBER'
  /** A text. Runway's `string`. */
  | 'STRING';

/** Yes or no. */
export type CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersObjectPropertiesBooleanInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** Whether the avatar must give it. Default: true. */
  required?: boolean | null | undefined;
};

/** One entry of `properties`. Exactly one of the fields. */
export type CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersObjectPropertiesInput =
  {   /** A list. */
  array: CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersObjectPropertiesArrayInput; boolean?: never; integer?: never; number?: never; string?: never; }
  |  { array?: never;   /** Yes or no. */
  boolean: CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersObjectPropertiesBooleanInput; integer?: never; number?: never; string?: never; }
  |  { array?: never; boolean?: never;   /** A whole number. */
  integer: CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersObjectPropertiesIntegerInput; number?: never; string?: never; }
  |  { array?: never; boolean?: never; integer?: never;   /** A number. */
  number: CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersObjectPropertiesNumberInput; string?: never; }
  |  { array?: never; boolean?: never; integer?: never; number?: never;   /** A text. */
  string: CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersObjectPropertiesStringInput; };

/** A whole number. */
export type CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersObjectPropertiesIntegerInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** Whether the avatar must give it. Default: true. */
  required?: boolean | null | undefined;
};

/** A number. */
export type CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersObjectPropertiesNumberInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** Whether the avatar must give it. Default: true. */
  required?: boolean | null | undefined;
};

/** A text. */
export type CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersObjectPropertiesStringInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** The only values that it may have. At most 20 entries. Each entry: at most 64 characters (UTF-16 units). */
  enum?: Array<string> | null | undefined;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** Whether the avatar must give it. Default: true. */
  required?: boolean | null | undefined;
};

/** A text. */
export type CreateRealtimeSessionGwm1AvatarsToolsBackendRpcParametersStringInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** The only values that it may have. At most 20 entries. Each entry: at most 64 characters (UTF-16 units). */
  enum?: Array<string> | null | undefined;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** Whether the avatar must give it. Default: true. */
  required?: boolean | null | undefined;
};

/** Tells the session's client and waits for no answer. */
export type CreateRealtimeSessionGwm1AvatarsToolsClientEventInput = {
  /** When and how to use the tool, in words that the avatar understands. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** What the tool takes. At most 20 entries. */
  parameters?: Array<CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersInput> | null | undefined;
};

/** A list. */
export type CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersArrayInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** What the list holds. */
  items: CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersArrayItemsInput;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** Whether the avatar must give it. Default: true. */
  required?: boolean | null | undefined;
};

/** What the list holds. */
export type CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersArrayItemsInput = {
  /** The type of each entry. */
  type: CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersArrayItemsType;
};

/** Values of `type` in CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersArrayItemsInput. */
export type CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersArrayItemsType =
  /** Yes or no. Runway's `boolean`. */
  | 'BOOLEAN'
  /** A whole number. Runway's `integer`. */
  | 'INTEGER'
  /** A number. Runway's `number`. */
  | 'NUMBER'
  /** A text. Runway's `string`. */
  | 'STRING';

/** Yes or no. */
export type CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersBooleanInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** Whether the avatar must give it. Default: true. */
  required?: boolean | null | undefined;
};

/** One entry of `parameters`. Exactly one of the fields. */
export type CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersInput =
  {   /** A list. */
  array: CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersArrayInput; boolean?: never; integer?: never; number?: never; object?: never; string?: never; }
  |  { array?: never;   /** Yes or no. */
  boolean: CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersBooleanInput; integer?: never; number?: never; object?: never; string?: never; }
  |  { array?: never; boolean?: never;   /** A whole number. */
  integer: CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersIntegerInput; number?: never; object?: never; string?: never; }
  |  { array?: never; boolean?: never; integer?: never;   /** A number. */
  number: CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersNumberInput; object?: never; string?: never; }
  |  { array?: never; boolean?: never; integer?: never; number?: never;   /** An object. */
  object: CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersObjectInput; string?: never; }
  |  { array?: never; boolean?: never; integer?: never; number?: never; object?: never;   /** A text. */
  string: CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersStringInput; };

/** A whole number. */
export type CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersIntegerInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** Whether the avatar must give it. Default: true. */
  required?: boolean | null | undefined;
};

/** A number. */
export type CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersNumberInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** Whether the avatar must give it. Default: true. */
  required?: boolean | null | undefined;
};

/** An object. */
export type CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersObjectInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** What the object holds, one level deep. At most 20 entries. */
  properties: Array<CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersObjectPropertiesInput>;
  /** Whether the avatar must give it. Default: true. */
  required?: boolean | null | undefined;
};

/** A list. */
export type CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersObjectPropertiesArrayInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** What the list holds. */
  items: CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersObjectPropertiesArrayItemsInput;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** Whether the avatar must give it. Default: true. */
  required?: boolean | null | undefined;
};

/** What the list holds. */
export type CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersObjectPropertiesArrayItemsInput = {
  /** The type of each entry. */
  type: CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersObjectPropertiesArrayItemsType;
};

/** Values of `type` in CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersObjectPropertiesArrayItemsInput. */
export type CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersObjectPropertiesArrayItemsType =
  /** Yes or no. Runway's `boolean`. */
  | 'BOOLEAN'
  /** A whole number. Runway's `integer`. */
  | 'INTEGER'
  /** A number. Runway's `number`. */
  | 'NUMBER'
  /** A text. Runway's `string`. */
  | 'STRING';

/** Yes or no. */
export type CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersObjectPropertiesBooleanInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** Whether the avatar must give it. Default: true. */
  required?: boolean | null | undefined;
};

/** One entry of `properties`. Exactly one of the fields. */
export type CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersObjectPropertiesInput =
  {   /** A list. */
  array: CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersObjectPropertiesArrayInput; boolean?: never; integer?: never; number?: never; string?: never; }
  |  { array?: never;   /** Yes or no. */
  boolean: CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersObjectPropertiesBooleanInput; integer?: never; number?: never; string?: never; }
  |  { array?: never; boolean?: never;   /** A whole number. */
  integer: CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersObjectPropertiesIntegerInput; number?: never; string?: never; }
  |  { array?: never; boolean?: never; integer?: never;   /** A number. */
  number: CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersObjectPropertiesNumberInput; string?: never; }
  |  { array?: never; boolean?: never; integer?: never; number?: never;   /** A text. */
  string: CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersObjectPropertiesStringInput; };

/** A whole number. */
export type CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersObjectPropertiesIntegerInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** Whether the avatar must give it. Default: true. */
  required?: boolean | null | undefined;
};

/** A number. */
export type CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersObjectPropertiesNumberInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** Whether the avatar must give it. Default: true. */
  required?: boolean | null | undefined;
};

/** A text. */
export type CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersObjectPropertiesStringInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** The only values that it may have. At most 20 entries. Each entry: at most 64 characters (UTF-16 units). */
  enum?: Array<string> | null | undefined;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** Whether the avatar must give it. Default: true. */
  required?: boolean | null | undefined;
};

/** A text. */
export type CreateRealtimeSessionGwm1AvatarsToolsClientEventParametersStringInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). */
  description: string;
  /** The only values that it may have. At most 20 entries. Each entry: at most 64 characters (UTF-16 units). */
  enum?: Array<string> | null | undefined;
  /** What it is called. 1 to 64 characters (UTF-16 units). Form: `^[a-zA-Z_][a-zA-Z0-9_]*$`. */
  name: string;
  /** Whether the avatar must give it. Default: true. */
  required?: boolean | null | undefined;
};

/** One entry of `tools`. Exactly one of the fields. */
export type CreateRealtimeSessionGwm1AvatarsToolsInput =
  {   /** Asks your server and waits for its answer. */
  backendRpc: CreateRealtimeSessionGwm1AvatarsToolsBackendRpcInput; clientEvent?: never; }
  |  { backendRpc?: never;   /** Tells the session's client and waits for no answer. */
  clientEvent: CreateRealtimeSessionGwm1AvatarsToolsClientEventInput; };

/** What createRealtimeSession takes. Exactly one of the fields. */
export type CreateRealtimeSessionInput =
  {   /** With Runway's model `gwm1_avatars`. */
  gwm1Avatars: CreateRealtimeSessionGwm1AvatarsInput; };

/** What createRouter takes. */
export type CreateRouterInput = {
  /** What the router is for. At most 2000 characters (UTF-16 units). */
  description?: string | null | undefined;
  /** A name for people. Without it the slug. 1 to 255 characters (UTF-16 units). */
  name?: string | null | undefined;
  /** How the router chooses. Without it the cheapest of all models that can do it. */
  settings?: CreateRouterSettingsInput | null | undefined;
  /** The name that generations give as `configId`. It stays for ever. Form: `^[a-z][a-z0-9_-]{0,63}$`. */
  slug: string;
};

/** What to do when the preferred model is busy. */
export type CreateRouterSettingsFallbackInput = {
  /** Whether the next best model is taken when the preferred one is at its limit. Else the task waits for it. */
  onCapacity?: boolean | null | undefined;
};

/** How the router chooses. Without it the cheapest of all models that can do it. */
export type CreateRouterSettingsInput = {
  /** What to do when the preferred model is busy. */
  fallback?: CreateRouterSettingsFallbackInput | null | undefined;
  /** The most credits that one output may cost, by kind. Models that cost more are not chosen. */
  maxCreditsPerGeneration?: CreateRouterSettingsMaxCreditsPerGenerationInput | null | undefined;
  /** Which models may be chosen. */
  models?: CreateRouterSettingsModelsInput | null | undefined;
  /** What counts when several models would do. */
  optimizeFor?: CreateRouterSettingsOptimizeFor | null | undefined;
};

/** The most credits that one output may cost, by kind. Models that cost more are not chosen. */
export type CreateRouterSettingsMaxCreditsPerGenerationInput = {
  /** For audio. At least 1, whole. */
  audio?: number | null | undefined;
  /** For an image. At least 1, whole. */
  image?: number | null | undefined;
  /** For a video. At least 1, whole. */
  video?: number | null | undefined;
};

/** Which models may be chosen. */
export type CreateRouterSettingsModelsInput = {
  /** Names of models, e.g. `gen4.5`. At most 100 entries. */
  ids: Array<string>;
  /** How the list of models is meant. */
  mode: CreateRouterSettingsModelsMode;
};

/** Values of `mode` in CreateRouterSettingsModelsInput. */
export type CreateRouterSettingsModelsMode =
  /** These and no others. Runway's `allowlist_only`. */
  | 'ALLOWLIST_ONLY'
  /** All but these, new models included. Runway's `allow_new_except`. */
  | 'ALLOW_NEW_EXCEPT';

/** Values of `optimizeFor` in CreateRouterSettingsInput. */
export type CreateRouterSettingsOptimizeFor =
  /** The cheapest. Runway's `cost`. */
  | 'COST'
  /** The quickest. Runway's `latency`. */
  | 'LATENCY'
  /** The best. Runway's `quality`. */
  | 'QUALITY';

/** With Runway's model `eleven_text_to_sound_v2`. */
export type CreateSoundEffectElevenTextToSoundV2Input = {
  /** Length of the output in seconds. 0.5 to 30. */
  duration?: number | null | undefined;
  /** Whether the sound can be repeated without a seam. Default: false. */
  loop?: boolean | null | undefined;
  /** What should be heard, in your own words. 1 to 3000 characters (UTF-16 units). */
  promptText: string;
};

/** What createSoundEffect takes. Exactly one of the fields. */
export type CreateSoundEffectInput =
  {   /** With Runway's model `eleven_text_to_sound_v2`. */
  elevenTextToSoundV2: CreateSoundEffectElevenTextToSoundV2Input; seedAudio?: never; }
  |  { elevenTextToSoundV2?: never;   /** With Runway's model `seed_audio`. */
  seedAudio: CreateSoundEffectSeedAudioInput; };

/** With Runway's model `seed_audio`. */
export type CreateSoundEffectSeedAudioInput = {
  /** Loudness against normal: 0 is normal, negative is quieter. -50 to 100, whole. */
  loudnessRate?: number | null | undefined;
  /** File format of the output. */
  outputFormat?: CreateSoundEffectSeedAudioOutputFormat | null | undefined;
  /** Pitch against normal, in semitones. -12 to 12, whole. */
  pitchRate?: number | null | undefined;
  /** What should be heard, in your own words. 1 to 2048 characters (UTF-16 units). */
  promptText: string;
  /** Recordings that guide the output. The prompt may speak of them by their number. At most 3 entries. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  referenceAudios?: Array<string> | null | undefined;
  /** Samples per second of the output, in hertz. One of 8000, 16000, 24000, 32000, 44100, 48000. */
  sampleRate?: number | null | undefined;
  /** Speed of speech against normal: 0 is normal, negative is slower. -50 to 100, whole. */
  speechRate?: number | null | undefined;
};

/** Values of `outputFormat` in CreateSoundEffectSeedAudioInput. */
export type CreateSoundEffectSeedAudioOutputFormat =
  /** MP3 audio. Runway's `mp3`. */
  | 'MP3'
  /** Opus audio in Ogg. Runway's `ogg_opus`. */
  | 'OGG_OPUS'
  /** WAV audio. Runway's `wav`. */
  | 'WAV';

/** With Runway's model `eleven_multilingual_sts_v2`. */
export type CreateSpeechToSpeechElevenMultilingualStsV2Input = {
  /** The recording whose speech is changed. */
  media: CreateSpeechToSpeechElevenMultilingualStsV2MediaInput;
  /** Whether background noise is taken out. */
  removeBackgroundNoise?: boolean | null | undefined;
  /** The voice to speak with. */
  voice: CreateSpeechToSpeechElevenMultilingualStsV2VoiceInput;
};

/** A sound recording. */
export type CreateSpeechToSpeechElevenMultilingualStsV2MediaAudioInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** The recording whose speech is changed. Exactly one of the fields. */
export type CreateSpeechToSpeechElevenMultilingualStsV2MediaInput =
  {   /** A sound recording. */
  audio: CreateSpeechToSpeechElevenMultilingualStsV2MediaAudioInput; video?: never; }
  |  { audio?: never;   /** A video with speech. */
  video: CreateSpeechToSpeechElevenMultilingualStsV2MediaVideoInput; };

/** A video with speech. */
export type CreateSpeechToSpeechElevenMultilingualStsV2MediaVideoInput = {
  /** The file. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** The voice to speak with. Exactly one of the fields. */
export type CreateSpeechToSpeechElevenMultilingualStsV2VoiceInput =
  {   /** One of Runway's ready-made voices. */
  runwayPreset: CreateSpeechToSpeechElevenMultilingualStsV2VoiceRunwayPresetInput; };

/** One of Runway's ready-made voices. */
export type CreateSpeechToSpeechElevenMultilingualStsV2VoiceRunwayPresetInput = {
  /** One of Runway's ready-made ones. */
  presetId: CreateSpeechToSpeechElevenMultilingualStsV2VoiceRunwayPresetPresetId;
};

/** Values of `presetId` in CreateSpeechToSpeechElevenMultilingualStsV2VoiceRunwayPresetInput. */
export type CreateSpeechToSpeechElevenMultilingualStsV2VoiceRunwayPresetPresetId =
  /** Runway's `Arjun`. */
  | 'ARJUN'
  /** Runway's `Benjamin`. */
  | 'BENJAMIN'
  /** Runway's `Bernard`. */
  | 'BERNARD'
  /** Runway's `Billy`. */
  | 'BILLY'
  /** Runway's `Brodie`. */
  | 'BRODIE'
  /** Runway's `Chad`. */
  | 'CHAD'
  /** Runway's `Claudia`. */
  | 'CLAUDIA'
  /** Runway's `Clint`. */
  | 'CLINT'
  /** Runway's `Eleanor`. */
  | 'ELEANOR'
  /** Runway's `Elias`. */
  | 'ELIAS'
  /** Runway's `Ella`. */
  | 'ELLA'
  /** Runway's `Elliot`. */
  | 'ELLIOT'
  /** Runway's `Frank`. */
  | 'FRANK'
  /** Runway's `Grungle`. */
  | 'GRUNGLE'
  /** Runway's `Jack`. */
  | 'JACK'
  /** Runway's `James`. */
  | 'JAMES'
  /** Runway's `Katie`. */
  | 'KATIE'
  /** Runway's `Kendrick`. */
  | 'KENDRICK'
  /** Runway's `Kiana`. */
  | 'KIANA'
  /** Runway's `Kirk`. */
  | 'KIRK'
  /** Runway's `Kylie`. */
  | 'KYLIE'
  /** Runway's `Lara`. */
  | 'LARA'
  /** Runway's `Leslie`. */
  | 'LESLIE'
  /** Runway's `Lisa`. */
  | 'LISA'
  /** Runway's `Mabel`. */
  | 'MABEL'
  /** Runway's `Maggie`. */
  | 'MAGGIE'
  /** Runway's `Malachi`. */
  | 'MALACHI'
  /** Runway's `Mariah`. */
  | 'MARIAH'
  /** Runway's `Mark`. */
  | 'MARK'
  /** Runway's `Marlene`. */
  | 'MARLENE'
  /** Runway's `Martin`. */
  | 'MARTIN'
  /** Runway's `Maya`. */
  | 'MAYA'
  /** Runway's `Miriam`. */
  | 'MIRIAM'
  /** Runway's `Monster`. */
  | 'MONSTER'
  /** Runway's `Myrna`. */
  | 'MYRNA'
  /** Runway's `Niki`. */
  | 'NIKI'
  /** Runway's `Noah`. */
  | 'NOAH'
  /** Runway's `Paula`. */
  | 'PAULA'
  /** Runway's `Pip`. */
  | 'PIP'
  /** Runway's `Rachel`. */
  | 'RACHEL'
  /** Runway's `Ragnar`. */
  | 'RAGNAR'
  /** Runway's `Rina`. */
  | 'RINA'
  /** Runway's `Rusty`. */
  | 'RUSTY'
  /** Runway's `Sandra`. */
  | 'SANDRA'
  /** Runway's `Serene`. */
  | 'SERENE'
  /** Runway's `Tom`. */
  | 'TOM'
  /** Runway's `Vincent`. */
  | 'VINCENT'
  /** Runway's `Wanda`. */
  | 'WANDA'
  /** Runway's `Xylar`. */
  | 'XYLAR';

/** What createSpeechToSpeech takes. Exactly one of the fields. */
export type CreateSpeechToSpeechInput =
  {   /** With Runway's model `eleven_multilingual_sts_v2`. */
  elevenMultilingualStsV2: CreateSpeechToSpeechElevenMultilingualStsV2Input; };

/** A tenant to be made. */
export type CreateTenantInput = {
  /** 1–32 characters a–z 0–9 and hyphen, a letter first. Cannot be changed. */
  id: string | number;
  /** For people. 1–100 characters. */
  name: string;
};

/** With Runway's model `gemini_2.5_flash`. */
export type CreateTextToImageGemini2_5FlashInput = {
  /** What the output should show, in your own words. 1 to 5500 characters (UTF-16 units). */
  promptText: string;
  /** Size or shape of the output. */
  ratio: CreateTextToImageGemini2_5FlashRatio;
  /** Images that guide the output. At most 3 entries. */
  referenceImages?: Array<CreateTextToImageGemini2_5FlashReferenceImagesInput> | null | undefined;
};

/** Values of `ratio` in CreateTextToImageGemini2_5FlashInput. */
export type CreateTextToImageGemini2_5FlashRatio =
  /** 768 × 1344 pixels. Runway's `768:1344`. */
  | 'RATIO_768_1344'
  /** 832 × 1248 pixels. Runway's `832:1248`. */
  | 'RATIO_832_1248'
  /** 864 × 1184 pixels. Runway's `864:1184`. */
  | 'RATIO_864_1184'
  /** 896 × 1152 pixels. Runway's `896:1152`. */
  | 'RATIO_896_1152'
  /** 1024 × 1024 pixels. Runway's `1024:1024`. */
  | 'RATIO_1024_1024'
  /** 1152 × 896 pixels. Runway's `1152:896`. */
  | 'RATIO_1152_896'
  /** 1184 × 864 pixels. Runway's `1184:864`. */
  | 'RATIO_1184_864'
  /** 1248 × 832 pixels. Runway's `1248:832`. */
  | 'RATIO_1248_832'
  /** 1344 × 768 pixels. Runway's `1344:768`. */
  | 'RATIO_1344_768'
  /** 1536 × 672 pixels. Runway's `1536:672`. */
  | 'RATIO_1536_672';

/** One entry of `referenceImages`. */
export type CreateTextToImageGemini2_5FlashReferenceImagesInput = {
  /** A name for the image, by which the prompt can speak of it. Unique among the images. 3 to 16 characters (UTF-16 units). Form: `^[a-z][a-z0-9_]+$`. */
  tag?: string | null | undefined;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** With Runway's model `gemini_image3_pro`. */
export type CreateTextToImageGeminiImage3ProInput = {
  /** How many images are made. Each one is charged. One of 1, 4. */
  outputCount?: number | null | undefined;
  /** What the output should show, in your own words. 1 to 5500 characters (UTF-16 units). */
  promptText: string;
  /** Size or shape of the output. */
  ratio: CreateTextToImageGeminiImage3ProRatio;
  /** Images that guide the output. At most 14 entries. */
  referenceImages?: Array<CreateTextToImageGeminiImage3ProReferenceImagesInput> | null | undefined;
};

/** Values of `ratio` in CreateTextToImageGeminiImage3ProInput. */
export type CreateTextToImageGeminiImage3ProRatio =
  /** 768 × 1344 pixels. Runway's `768:1344`. */
  | 'RATIO_768_1344'
  /** 832 × 1248 pixels. Runway's `832:1248`. */
  | 'RATIO_832_1248'
  /** 864 × 1184 pixels. Runway's `864:1184`. */
  | 'RATIO_864_1184'
  /** 896 × 1152 pixels. Runway's `896:1152`. */
  | 'RATIO_896_1152'
  /** 1024 × 1024 pixels. Runway's `1024:1024`. */
  | 'RATIO_1024_1024'
  /** 1152 × 896 pixels. Runway's `1152:896`. */
  | 'RATIO_1152_896'
  /** 1184 × 864 pixels. Runway's `1184:864`. */
  | 'RATIO_1184_864'
  /** 1248 × 832 pixels. Runway's `1248:832`. */
  | 'RATIO_1248_832'
  /** 1344 × 768 pixels. Runway's `1344:768`. */
  | 'RATIO_1344_768'
  /** 1536 × 672 pixels. Runway's `1536:672`. */
  | 'RATIO_1536_672'
  /** 1536 × 2752 pixels. Runway's `1536:2752`. */
  | 'RATIO_1536_2752'
  /** 1696 × 2528 pixels. Runway's `1696:2528`. */
  | 'RATIO_1696_2528'
  /** 1792 × 2400 pixels. Runway's `1792:2400`. */
  | 'RATIO_1792_2400'
  /** 1856 × 2304 pixels. Runway's `1856:2304`. */
  | 'RATIO_1856_2304'
  /** 2048 × 2048 pixels. Runway's `2048:2048`. */
  | 'RATIO_2048_2048'
  /** 2304 × 1856 pixels. Runway's `2304:1856`. */
  | 'RATIO_2304_1856'
  /** 2400 × 1792 pixels. Runway's `2400:1792`. */
  | 'RATIO_2400_1792'
  /** 2528 × 1696 pixels. Runway's `2528:1696`. */
  | 'RATIO_2528_1696'
  /** 2752 × 1536 pixels. Runway's `2752:1536`. */
  | 'RATIO_2752_1536'
  /** 3072 × 5504 pixels. Runway's `3072:5504`. */
  | 'RATIO_3072_5504'
  /** 3168 × 1344 pixels. Runway's `3168:1344`. */
  | 'RATIO_3168_1344'
  /** 3392 × 5056 pixels. Runway's `3392:5056`. */
  | 'RATIO_3392_5056'
  /** 3584 × 4800 pixels. Runway's `3584:4800`. */
  | 'RATIO_3584_4800'
  /** 3712 × 4608 pixels. Runway's `3712:4608`. */
  | 'RATIO_3712_4608'
  /** 4096 × 4096 pixels. Runway's `4096:4096`. */
  | 'RATIO_4096_4096'
  /** 4608 × 3712 pixels. Runway's `4608:3712`. */
  | 'RATIO_4608_3712'
  /** 4800 × 3584 pixels. Runway's `4800:3584`. */
  | 'RATIO_4800_3584'
  /** 5056 × 3392 pixels. Runway's `5056:3392`. */
  | 'RATIO_5056_3392'
  /** 5504 × 3072 pixels. Runway's `5504:3072`. */
  | 'RATIO_5504_3072'
  /** 6336 × 2688 pixels. Runway's `6336:2688`. */
  | 'RATIO_6336_2688';

/** One entry of `referenceImages`. */
export type CreateTextToImageGeminiImage3ProReferenceImagesInput = {
  /** Whether the image shows a person or a thing. Default: OBJECT. */
  subject?: CreateTextToImageGeminiImage3ProReferenceImagesSubject | null | undefined;
  /** A name for the image, by which the prompt can speak of it. Unique among the images. 3 to 16 characters (UTF-16 units). Form: `^[a-z][a-z0-9_]+$`. */
  tag?: string | null | undefined;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `subject` in CreateTextToImageGeminiImage3ProReferenceImagesInput. */
export type CreateTextToImageGeminiImage3ProReferenceImagesSubject =
  /** A person, whose look is kept. Runway's `human`. */
  | 'HUMAN'
  /** A thing that is to appear. Runway's `object`. */
  | 'OBJECT';

/** With Runway's model `gemini_image3.1_flash`. */
export type CreateTextToImageGeminiImage3_1FlashInput = {
  /** How many images are made. Each one is charged. One of 1, 4. */
  outputCount?: number | null | undefined;
  /** What the output should show, in your own words. 1 to 5500 characters (UTF-16 units). */
  promptText: string;
  /** Size or shape of the output. */
  ratio: CreateTextToImageGeminiImage3_1FlashRatio;
  /** Images that guide the output. At most 14 entries. */
  referenceImages?: Array<CreateTextToImageGeminiImage3_1FlashReferenceImagesInput> | null | undefined;
};

/** Values of `ratio` in CreateTextToImageGeminiImage3_1FlashInput. */
export type CreateTextToImageGeminiImage3_1FlashRatio =
  /** 176 × 1408 pixels. Runway's `176:1408`. */
  | 'RATIO_176_1408'
  /** 256 × 1024 pixels. Runway's `256:1024`. */
  | 'RATIO_256_1024'
  /** 352 × 2816 pixels. Runway's `352:2816`. */
  | 'RATIO_352_2816'
  /** 384 × 672 pixels. Runway's `384:672`. */
  | 'RATIO_384_672'
  /** 416 × 624 pixels. Runway's `416:624`. */
  | 'RATIO_416_624'
  /** 432 × 592 pixels. Runway's `432:592`. */
  | 'RATIO_432_592'
  /** 448 × 576 pixels. Runway's `448:576`. */
  | 'RATIO_448_576'
  /** 512 × 512 pixels. Runway's `512:512`. */
  | 'RATIO_512_512'
  /** 512 × 2048 pixels. Runway's `512:2048`. */
  | 'RATIO_512_2048'
  /** 576 × 448 pixels. Runway's `576:448`. */
  | 'RATIO_576_448'
  /** 592 × 432 pixels. Runway's `592:432`. */
  | 'RATIO_592_432'
  /** 624 × 416 pixels. Runway's `624:416`. */
  | 'RATIO_624_416'
  /** 672 × 384 pixels. Runway's `672:384`. */
  | 'RATIO_672_384'
  /** 704 × 5632 pixels. Runway's `704:5632`. */
  | 'RATIO_704_5632'
  /** 768 × 336 pixels. Runway's `768:336`. */
  | 'RATIO_768_336'
  /** 768 × 1344 pixels. Runway's `768:1344`. */
  | 'RATIO_768_1344'
  /** 832 × 1248 pixels. Runway's `832:1248`. */
  | 'RATIO_832_1248'
  /** 864 × 1184 pixels. Runway's `864:1184`. */
  | 'RATIO_864_1184'
  /** 896 × 1152 pixels. Runway's `896:1152`. */
  | 'RATIO_896_1152'
  /** 1024 × 256 pixels. Runway's `1024:256`. */
  | 'RATIO_1024_256'
  /** 1024 × 1024 pixels. Runway's `1024:1024`. */
  | 'RATIO_1024_1024'
  /** 1024 × 4096 pixels. Runway's `1024:4096`. */
  | 'RATIO_1024_4096'
  /** 1152 × 896 pixels. Runway's `1152:896`. */
  | 'RATIO_1152_896'
  /** 1184 × 864 pixels. Runway's `1184:864`. */
  | 'RATIO_1184_864'
  /** 1248 × 832 pixels. Runway's `1248:832`. */
  | 'RATIO_1248_832'
  /** 1344 × 768 pixels. Runway's `1344:768`. */
  | 'RATIO_1344_768'
  /** 1408 × 176 pixels. Runway's `1408:176`. */
  | 'RATIO_1408_176'
  /** 1408 × 11264 pixels. Runway's `1408:11264`. */
  | 'RATIO_1408_11264'
  /** 1536 × 672 pixels. Runway's `1536:672`. */
  | 'RATIO_1536_672'
  /** 1536 × 2752 pixels. Runway's `1536:2752`. */
  | 'RATIO_1536_2752'
  /** 1696 × 2528 pixels. Runway's `1696:2528`. */
  | 'RATIO_1696_2528'
  /** 1792 × 2400 pixels. Runway's `1792:2400`. */
  | 'RATIO_1792_2400'
  /** 1856 × 2304 pixels. Runway's `1856:2304`. */
  | 'RATIO_1856_2304'
  /** 2048 × 512 pixels. Runway's `2048:512`. */
  | 'RATIO_2048_512'
  /** 2048 × 2048 pixels. Runway's `2048:2048`. */
  | 'RATIO_2048_2048'
  /** 2048 × 8192 pixels. Runway's `2048:8192`. */
  | 'RATIO_2048_8192'
  /** 2304 × 1856 pixels. Runway's `2304:1856`. */
  | 'RATIO_2304_1856'
  /** 2400 × 1792 pixels. Runway's `2400:1792`. */
  | 'RATIO_2400_1792'
  /** 2528 × 1696 pixels. Runway's `2528:1696`. */
  | 'RATIO_2528_1696'
  /** 2752 × 1536 pixels. Runway's `2752:1536`. */
  | 'RATIO_2752_1536'
  /** 2816 × 352 pixels. Runway's `2816:352`. */
  | 'RATIO_2816_352'
  /** 3072 × 5504 pixels. Runway's `3072:5504`. */
  | 'RATIO_3072_5504'
  /** 3168 × 1344 pixels. Runway's `3168:1344`. */
  | 'RATIO_3168_1344'
  /** 3392 × 5056 pixels. Runway's `3392:5056`. */
  | 'RATIO_3392_5056'
  /** 3584 × 4800 pixels. Runway's `3584:4800`. */
  | 'RATIO_3584_4800'
  /** 3712 × 4608 pixels. Runway's `3712:4608`. */
  | 'RATIO_3712_4608'
  /** 4096 × 1024 pixels. Runway's `4096:1024`. */
  | 'RATIO_4096_1024'
  /** 4096 × 4096 pixels. Runway's `4096:4096`. */
  | 'RATIO_4096_4096'
  /** 4608 × 3712 pixels. Runway's `4608:3712`. */
  | 'RATIO_4608_3712'
  /** 4800 × 3584 pixels. Runway's `4800:3584`. */
  | 'RATIO_4800_3584'
  /** 5056 × 3392 pixels. Runway's `5056:3392`. */
  | 'RATIO_5056_3392'
  /** 5504 × 3072 pixels. Runway's `5504:3072`. */
  | 'RATIO_5504_3072'
  /** 5632 × 704 pixels. Runway's `5632:704`. */
  | 'RATIO_5632_704'
  /** 6336 × 2688 pixels. Runway's `6336:2688`. */
  | 'RATIO_6336_2688'
  /** 8192 × 2048 pixels. Runway's `8192:2048`. */
  | 'RATIO_8192_2048'
  /** 11264 × 1408 pixels. Runway's `11264:1408`. */
  | 'RATIO_11264_1408';

/** One entry of `referenceImages`. */
export type CreateTextToImageGeminiImage3_1FlashReferenceImagesInput = {
  /** Whether the image shows a person or a thing. Default: OBJECT. */
  subject?: CreateTextToImageGeminiImage3_1FlashReferenceImagesSubject | null | undefined;
  /** A name for the image, by which the prompt can speak of it. Unique among the images. 3 to 16 characters (UTF-16 units). Form: `^[a-z][a-z0-9_]+$`. */
  tag?: string | null | undefined;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `subject` in CreateTextToImageGeminiImage3_1FlashReferenceImagesInput. */
export type CreateTextToImageGeminiImage3_1FlashReferenceImagesSubject =
  /** A person, whose look is kept. Runway's `human`. */
  | 'HUMAN'
  /** A thing that is to appear. Runway's `object`. */
  | 'OBJECT';

/** How strictly the request is moderated. */
export type CreateTextToImageGen4ImageContentModerationInput = {
  /** How strictly well-known people are refused. `LOW` loosens that check and no other. */
  publicFigureThreshold?: CreateTextToImageGen4ImageContentModerationPublicFigureThreshold | null | undefined;
};

/** Values of `publicFigureThreshold` in CreateTextToImageGen4ImageContentModerationInput. */
export type CreateTextToImageGen4ImageContentModerationPublicFigureThreshold =
  /** The usual check. Runway's `auto`. */
  | 'AUTO'
  /** A looser check. Runway's `low`. */
  | 'LOW';

/** With Runway's model `gen4_image`. */
export type CreateTextToImageGen4ImageInput = {
  /** How strictly the request is moderated. */
  contentModeration?: CreateTextToImageGen4ImageContentModerationInput | null | undefined;
  /** What the output should show, in your own words. 1 to 1000 characters (UTF-16 units). */
  promptText: string;
  /** Size or shape of the output. */
  ratio: CreateTextToImageGen4ImageRatio;
  /** Images that guide the output. At most 3 entries. */
  referenceImages?: Array<CreateTextToImageGen4ImageReferenceImagesInput> | null | undefined;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** Values of `ratio` in CreateTextToImageGen4ImageInput. */
export type CreateTextToImageGen4ImageRatio =
  /** 720 × 720 pixels. Runway's `720:720`. */
  | 'RATIO_720_720'
  /** 720 × 960 pixels. Runway's `720:960`. */
  | 'RATIO_720_960'
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 960 × 720 pixels. Runway's `960:720`. */
  | 'RATIO_960_720'
  /** 1024 × 1024 pixels. Runway's `1024:1024`. */
  | 'RATIO_1024_1024'
  /** 1080 × 1080 pixels. Runway's `1080:1080`. */
  | 'RATIO_1080_1080'
  /** 1080 × 1440 pixels. Runway's `1080:1440`. */
  | 'RATIO_1080_1440'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920'
  /** 1168 × 880 pixels. Runway's `1168:880`. */
  | 'RATIO_1168_880'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1360 × 768 pixels. Runway's `1360:768`. */
  | 'RATIO_1360_768'
  /** 1440 × 1080 pixels. Runway's `1440:1080`. */
  | 'RATIO_1440_1080'
  /** 1680 × 720 pixels. Runway's `1680:720`. */
  | 'RATIO_1680_720'
  /** 1808 × 768 pixels. Runway's `1808:768`. */
  | 'RATIO_1808_768'
  /** 1920 × 1080 pixels. Runway's `1920:1080`. */
  | 'RATIO_1920_1080'
  /** 2112 × 912 pixels. Runway's `2112:912`. */
  | 'RATIO_2112_912';

/** One entry of `referenceImages`. */
export type CreateTextToImageGen4ImageReferenceImagesInput = {
  /** A name for the image, by which the prompt can speak of it. Unique among the images. 3 to 16 characters (UTF-16 units). Form: `^[a-z][a-z0-9_]+$`. */
  tag?: string | null | undefined;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** How strictly the request is moderated. */
export type CreateTextToImageGen4ImageTurboContentModerationInput = {
  /** How strictly well-known people are refused. `LOW` loosens that check and no other. */
  publicFigureThreshold?: CreateTextToImageGen4ImageTurboContentModerationPublicFigureThreshold | null | undefined;
};

/** Values of `publicFigureThreshold` in CreateTextToImageGen4ImageTurboContentModerationInput. */
export type CreateTextToImageGen4ImageTurboContentModerationPublicFigureThreshold =
  /** The usual check. Runway's `auto`. */
  | 'AUTO'
  /** A looser check. Runway's `low`. */
  | 'LOW';

/** With Runway's model `gen4_image_turbo`. */
export type CreateTextToImageGen4ImageTurboInput = {
  /** How strictly the request is moderated. */
  contentModeration?: CreateTextToImageGen4ImageTurboContentModerationInput | null | undefined;
  /** What the output should show, in your own words. 1 to 1000 characters (UTF-16 units). */
  promptText: string;
  /** Size or shape of the output. */
  ratio: CreateTextToImageGen4ImageTurboRatio;
  /** Images that guide the output. 1 to 3 entries. */
  referenceImages: Array<CreateTextToImageGen4ImageTurboReferenceImagesInput>;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** Values of `ratio` in CreateTextToImageGen4ImageTurboInput. */
export type CreateTextToImageGen4ImageTurboRatio =
  /** 720 × 720 pixels. Runway's `720:720`. */
  | 'RATIO_720_720'
  /** 720 × 960 pixels. Runway's `720:960`. */
  | 'RATIO_720_960'
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 960 × 720 pixels. Runway's `960:720`. */
  | 'RATIO_960_720'
  /** 1024 × 1024 pixels. Runway's `1024:1024`. */
  | 'RATIO_1024_1024'
  /** 1080 × 1080 pixels. Runway's `1080:1080`. */
  | 'RATIO_1080_1080'
  /** 1080 × 1440 pixels. Runway's `1080:1440`. */
  | 'RATIO_1080_1440'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920'
  /** 1168 × 880 pixels. Runway's `1168:880`. */
  | 'RATIO_1168_880'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1360 × 768 pixels. Runway's `1360:768`. */
  | 'RATIO_1360_768'
  /** 1440 × 1080 pixels. Runway's `1440:1080`. */
  | 'RATIO_1440_1080'
  /** 1680 × 720 pixels. Runway's `1680:720`. */
  | 'RATIO_1680_720'
  /** 1808 × 768 pixels. Runway's `1808:768`. */
  | 'RATIO_1808_768'
  /** 1920 × 1080 pixels. Runway's `1920:1080`. */
  | 'RATIO_1920_1080'
  /** 2112 × 912 pixels. Runway's `2112:912`. */
  | 'RATIO_2112_912';

/** One entry of `referenceImages`. */
export type CreateTextToImageGen4ImageTurboReferenceImagesInput = {
  /** A name for the image, by which the prompt can speak of it. Unique among the images. 3 to 16 characters (UTF-16 units). Form: `^[a-z][a-z0-9_]+$`. */
  tag?: string | null | undefined;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `background` in CreateTextToImageGptImage2Input. */
export type CreateTextToImageGptImage2Background =
  /** As the model sees fit. Runway's `auto`. */
  | 'AUTO'
  /** A background without transparency. Runway's `opaque`. */
  | 'OPAQUE'
  /** No background: a PNG with an alpha channel. Runway's `transparent`. */
  | 'TRANSPARENT';

/** With Runway's model `gpt_image_2`. */
export type CreateTextToImageGptImage2Input = {
  /** What lies behind the subject. Default: AUTO. */
  background?: CreateTextToImageGptImage2Background | null | undefined;
  /** How many images are made. Each one is charged. 1 to 10, whole. */
  outputCount?: number | null | undefined;
  /** What the output should show, in your own words. 1 to 32000 characters (UTF-16 units). */
  promptText: string;
  /** How much work goes into the output. More costs more. Default: HIGH. */
  quality?: CreateTextToImageGptImage2Quality | null | undefined;
  /** Size or shape of the output. */
  ratio: CreateTextToImageGptImage2Ratio;
  /** Images that guide the output. At most 16 entries. */
  referenceImages?: Array<CreateTextToImageGptImage2ReferenceImagesInput> | null | undefined;
};

/** Values of `quality` in CreateTextToImageGptImage2Input. */
export type CreateTextToImageGptImage2Quality =
  /** Runway's `auto`. */
  | 'AUTO'
  /** Runway's `high`. */
  | 'HIGH'
  /** Runway's `low`. */
  | 'LOW'
  /** Runway's `medium`. */
  | 'MEDIUM';

/** Values of `ratio` in CreateTextToImageGptImage2Input. */
export type CreateTextToImageGptImage2Ratio =
  /** As the model sees fit. Runway's `auto`. */
  | 'AUTO'
  /** 1088 × 1920 pixels. Runway's `1088:1920`. */
  | 'RATIO_1088_1920'
  /** 1280 × 1920 pixels. Runway's `1280:1920`. */
  | 'RATIO_1280_1920'
  /** 1440 × 1920 pixels. Runway's `1440:1920`. */
  | 'RATIO_1440_1920'
  /** 1440 × 2560 pixels. Runway's `1440:2560`. */
  | 'RATIO_1440_2560'
  /** 1536 × 1920 pixels. Runway's `1536:1920`. */
  | 'RATIO_1536_1920'
  /** 1712 × 2560 pixels. Runway's `1712:2560`. */
  | 'RATIO_1712_2560'
  /** 1920 × 1088 pixels. Runway's `1920:1088`. */
  | 'RATIO_1920_1088'
  /** 1920 × 1280 pixels. Runway's `1920:1280`. */
  | 'RATIO_1920_1280'
  /** 1920 × 1440 pixels. Runway's `1920:1440`. */
  | 'RATIO_1920_1440'
  /** 1920 × 1536 pixels. Runway's `1920:1536`. */
  | 'RATIO_1920_1536'
  /** 1920 × 1920 pixels. Runway's `1920:1920`. */
  | 'RATIO_1920_1920'
  /** 1920 × 2560 pixels. Runway's `1920:2560`. */
  | 'RATIO_1920_2560'
  /** 2048 × 880 pixels. Runway's `2048:880`. */
  | 'RATIO_2048_880'
  /** 2048 × 2560 pixels. Runway's `2048:2560`. */
  | 'RATIO_2048_2560'
  /** 2160 × 3840 pixels. Runway's `2160:3840`. */
  | 'RATIO_2160_3840'
  /** 2336 × 3504 pixels. Runway's `2336:3504`. */
  | 'RATIO_2336_3504'
  /** 2448 × 3264 pixels. Runway's `2448:3264`. */
  | 'RATIO_2448_3264'
  /** 2560 × 1440 pixels. Runway's `2560:1440`. */
  | 'RATIO_2560_1440'
  /** 2560 × 1712 pixels. Runway's `2560:1712`. */
  | 'RATIO_2560_1712'
  /** 2560 × 1920 pixels. Runway's `2560:1920`. */
  | 'RATIO_2560_1920'
  /** 2560 × 2048 pixels. Runway's `2560:2048`. */
  | 'RATIO_2560_2048'
  /** 2560 × 2560 pixels. Runway's `2560:2560`. */
  | 'RATIO_2560_2560'
  /** 2560 × 3200 pixels. Runway's `2560:3200`. */
  | 'RATIO_2560_3200'
  /** 2880 × 2880 pixels. Runway's `2880:2880`. */
  | 'RATIO_2880_2880'
  /** 2912 × 1248 pixels. Runway's `2912:1248`. */
  | 'RATIO_2912_1248'
  /** 3200 × 2560 pixels. Runway's `3200:2560`. */
  | 'RATIO_3200_2560'
  /** 3264 × 2448 pixels. Runway's `3264:2448`. */
  | 'RATIO_3264_2448'
  /** 3504 × 2336 pixels. Runway's `3504:2336`. */
  | 'RATIO_3504_2336'
  /** 3840 × 1648 pixels. Runway's `3840:1648`. */
  | 'RATIO_3840_1648'
  /** 3840 × 2160 pixels. Runway's `3840:2160`. */
  | 'RATIO_3840_2160';

/** One entry of `referenceImages`. */
export type CreateTextToImageGptImage2ReferenceImagesInput = {
  /** A name for the image, by which the prompt can speak of it. Unique among the images. 3 to 16 characters (UTF-16 units). Form: `^[a-z][a-z0-9_]+$`. */
  tag?: string | null | undefined;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `background` in CreateTextToImageGptImage2_5FlareInput. */
export type CreateTextToImageGptImage2_5FlareBackground =
  /** As the model sees fit. Runway's `auto`. */
  | 'AUTO'
  /** A background without transparency. Runway's `opaque`. */
  | 'OPAQUE';

/** With Runway's model `gpt_image_2_5_flare`. */
export type CreateTextToImageGptImage2_5FlareInput = {
  /** What lies behind the subject. Default: AUTO. */
  background?: CreateTextToImageGptImage2_5FlareBackground | null | undefined;
  /** How many images are made. Each one is charged. 1 to 10, whole. */
  outputCount?: number | null | undefined;
  /** What the output should show, in your own words. At least 1 character (UTF-16 unit). */
  promptText: string;
  /** How much work goes into the output. More costs more. Default: HIGH. */
  quality?: CreateTextToImageGptImage2_5FlareQuality | null | undefined;
  /** Size or shape of the output. */
  ratio: CreateTextToImageGptImage2_5FlareRatio;
  /** Images that guide the output. At most 16 entries. */
  referenceImages?: Array<CreateTextToImageGptImage2_5FlareReferenceImagesInput> | null | undefined;
};

/** Values of `quality` in CreateTextToImageGptImage2_5FlareInput. */
export type CreateTextToImageGptImage2_5FlareQuality =
  /** Runway's `high`. */
  | 'HIGH'
  /** Runway's `low`. */
  | 'LOW'
  /** Runway's `max`. */
  | 'MAX'
  /** Runway's `medium`. */
  | 'MEDIUM'
  /** Runway's `xhigh`. */
  | 'XHIGH';

/** Values of `ratio` in CreateTextToImageGptImage2_5FlareInput. */
export type CreateTextToImageGptImage2_5FlareRatio =
  /** As the model sees fit. Runway's `auto`. */
  | 'AUTO'
  /** 1088 × 1920 pixels. Runway's `1088:1920`. */
  | 'RATIO_1088_1920'
  /** 1280 × 1920 pixels. Runway's `1280:1920`. */
  | 'RATIO_1280_1920'
  /** 1440 × 1920 pixels. Runway's `1440:1920`. */
  | 'RATIO_1440_1920'
  /** 1440 × 2560 pixels. Runway's `1440:2560`. */
  | 'RATIO_1440_2560'
  /** 1536 × 1920 pixels. Runway's `1536:1920`. */
  | 'RATIO_1536_1920'
  /** 1712 × 2560 pixels. Runway's `1712:2560`. */
  | 'RATIO_1712_2560'
  /** 1920 × 1088 pixels. Runway's `1920:1088`. */
  | 'RATIO_1920_1088'
  /** 1920 × 1280 pixels. Runway's `1920:1280`. */
  | 'RATIO_1920_1280'
  /** 1920 × 1440 pixels. Runway's `1920:1440`. */
  | 'RATIO_1920_1440'
  /** 1920 × 1536 pixels. Runway's `1920:1536`. */
  | 'RATIO_1920_1536'
  /** 1920 × 1920 pixels. Runway's `1920:1920`. */
  | 'RATIO_1920_1920'
  /** 1920 × 2560 pixels. Runway's `1920:2560`. */
  | 'RATIO_1920_2560'
  /** 2048 × 880 pixels. Runway's `2048:880`. */
  | 'RATIO_2048_880'
  /** 2048 × 2560 pixels. Runway's `2048:2560`. */
  | 'RATIO_2048_2560'
  /** 2160 × 3840 pixels. Runway's `2160:3840`. */
  | 'RATIO_2160_3840'
  /** 2336 × 3504 pixels. Runway's `2336:3504`. */
  | 'RATIO_2336_3504'
  /** 2448 × 3264 pixels. Runway's `2448:3264`. */
  | 'RATIO_2448_3264'
  /** 2560 × 1440 pixels. Runway's `2560:1440`. */
  | 'RATIO_2560_1440'
  /** 2560 × 1712 pixels. Runway's `2560:1712`. */
  | 'RATIO_2560_1712'
  /** 2560 × 1920 pixels. Runway's `2560:1920`. */
  | 'RATIO_2560_1920'
  /** 2560 × 2048 pixels. Runway's `2560:2048`. */
  | 'RATIO_2560_2048'
  /** 2560 × 2560 pixels. Runway's `2560:2560`. */
  | 'RATIO_2560_2560'
  /** 2560 × 3200 pixels. Runway's `2560:3200`. */
  | 'RATIO_2560_3200'
  /** 2880 × 2880 pixels. Runway's `2880:2880`. */
  | 'RATIO_2880_2880'
  /** 2912 × 1248 pixels. Runway's `2912:1248`. */
  | 'RATIO_2912_1248'
  /** 3200 × 2560 pixels. Runway's `3200:2560`. */
  | 'RATIO_3200_2560'
  /** 3264 × 2448 pixels. Runway's `3264:2448`. */
  | 'RATIO_3264_2448'
  /** 3504 × 2336 pixels. Runway's `3504:2336`. */
  | 'RATIO_3504_2336'
  /** 3840 × 1648 pixels. Runway's `3840:1648`. */
  | 'RATIO_3840_1648'
  /** 3840 × 2160 pixels. Runway's `3840:2160`. */
  | 'RATIO_3840_2160';

/** One entry of `referenceImages`. */
export type CreateTextToImageGptImage2_5FlareReferenceImagesInput = {
  /** A name for the image, by which the prompt can speak of it. Unique among the images. 3 to 16 characters (UTF-16 units). */
  tag?: string | null | undefined;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `background` in CreateTextToImageGptImage2_5SunburstInput. */
export type CreateTextToImageGptImage2_5SunburstBackground =
  /** As the model sees fit. Runway's `auto`. */
  | 'AUTO'
  /** A background without transparency. Runway's `opaque`. */
  | 'OPAQUE'
  /** No background: a PNG with an alpha channel. Runway's `transparent`. */
  | 'TRANSPARENT';

/** With Runway's model `gpt_image_2_5_sunburst`. */
export type CreateTextToImageGptImage2_5SunburstInput = {
  /** What lies behind the subject. Default: AUTO. */
  background?: CreateTextToImageGptImage2_5SunburstBackground | null | undefined;
  /** How many images are made. Each one is charged. 1 to 10, whole. */
  outputCount?: number | null | undefined;
  /** What the output should show, in your own words. At least 1 character (UTF-16 unit). */
  promptText: string;
  /** How much work goes into the output. More costs more. Default: HIGH. */
  quality?: CreateTextToImageGptImage2_5SunburstQuality | null | undefined;
  /** Size or shape of the output. */
  ratio: CreateTextToImageGptImage2_5SunburstRatio;
  /** Images that guide the output. At most 16 entries. */
  referenceImages?: Array<CreateTextToImageGptImage2_5SunburstReferenceImagesInput> | null | undefined;
};

/** Values of `quality` in CreateTextToImageGptImage2_5SunburstInput. */
export type CreateTextToImageGptImage2_5SunburstQuality =
  /** Runway's `high`. */
  | 'HIGH'
  /** Runway's `low`. */
  | 'LOW'
  /** Runway's `max`. */
  | 'MAX'
  /** Runway's `medium`. */
  | 'MEDIUM'
  /** Runway's `xhigh`. */
  | 'XHIGH';

/** Values of `ratio` in CreateTextToImageGptImage2_5SunburstInput. */
export type CreateTextToImageGptImage2_5SunburstRatio =
  /** As the model sees fit. Runway's `auto`. */
  | 'AUTO'
  /** 1088 × 1920 pixels. Runway's `1088:1920`. */
  | 'RATIO_1088_1920'
  /** 1280 × 1920 pixels. Runway's `1280:1920`. */
  | 'RATIO_1280_1920'
  /** 1440 × 1920 pixels. Runway's `1440:1920`. */
  | 'RATIO_1440_1920'
  /** 1440 × 2560 pixels. Runway's `1440:2560`. */
  | 'RATIO_1440_2560'
  /** 1536 × 1920 pixels. Runway's `1536:1920`. */
  | 'RATIO_1536_1920'
  /** 1712 × 2560 pixels. Runway's `1712:2560`. */
  | 'RATIO_1712_2560'
  /** 1920 × 1088 pixels. Runway's `1920:1088`. */
  | 'RATIO_1920_1088'
  /** 1920 × 1280 pixels. Runway's `1920:1280`. */
  | 'RATIO_1920_1280'
  /** 1920 × 1440 pixels. Runway's `1920:1440`. */
  | 'RATIO_1920_1440'
  /** 1920 × 1536 pixels. Runway's `1920:1536`. */
  | 'RATIO_1920_1536'
  /** 1920 × 1920 pixels. Runway's `1920:1920`. */
  | 'RATIO_1920_1920'
  /** 1920 × 2560 pixels. Runway's `1920:2560`. */
  | 'RATIO_1920_2560'
  /** 2048 × 880 pixels. Runway's `2048:880`. */
  | 'RATIO_2048_880'
  /** 2048 × 2560 pixels. Runway's `2048:2560`. */
  | 'RATIO_2048_2560'
  /** 2160 × 3840 pixels. Runway's `2160:3840`. */
  | 'RATIO_2160_3840'
  /** 2336 × 3504 pixels. Runway's `2336:3504`. */
  | 'RATIO_2336_3504'
  /** 2448 × 3264 pixels. Runway's `2448:3264`. */
  | 'RATIO_2448_3264'
  /** 2560 × 1440 pixels. Runway's `2560:1440`. */
  | 'RATIO_2560_1440'
  /** 2560 × 1712 pixels. Runway's `2560:1712`. */
  | 'RATIO_2560_1712'
  /** 2560 × 1920 pixels. Runway's `2560:1920`. */
  | 'RATIO_2560_1920'
  /** 2560 × 2048 pixels. Runway's `2560:2048`. */
  | 'RATIO_2560_2048'
  /** 2560 × 2560 pixels. Runway's `2560:2560`. */
  | 'RATIO_2560_2560'
  /** 2560 × 3200 pixels. Runway's `2560:3200`. */
  | 'RATIO_2560_3200'
  /** 2880 × 2880 pixels. Runway's `2880:2880`. */
  | 'RATIO_2880_2880'
  /** 2912 × 1248 pixels. Runway's `2912:1248`. */
  | 'RATIO_2912_1248'
  /** 3200 × 2560 pixels. Runway's `3200:2560`. */
  | 'RATIO_3200_2560'
  /** 3264 × 2448 pixels. Runway's `3264:2448`. */
  | 'RATIO_3264_2448'
  /** 3504 × 2336 pixels. Runway's `3504:2336`. */
  | 'RATIO_3504_2336'
  /** 3840 × 1648 pixels. Runway's `3840:1648`. */
  | 'RATIO_3840_1648'
  /** 3840 × 2160 pixels. Runway's `3840:2160`. */
  | 'RATIO_3840_2160';

/** One entry of `referenceImages`. */
export type CreateTextToImageGptImage2_5SunburstReferenceImagesInput = {
  /** A name for the image, by which the prompt can speak of it. Unique among the images. 3 to 16 characters (UTF-16 units). */
  tag?: string | null | undefined;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** With Runway's model `grok_imagine_image_2`. */
export type CreateTextToImageGrokImagineImage2Input = {
  /** Whether the reference image itself is changed. Needs at least one reference image; without it references only guide. */
  edit?: boolean | null | undefined;
  /** How many images are made. Each one is charged. At least 1, whole. */
  outputCount?: number | null | undefined;
  /** What the output should show, in your own words. 1 to 2500 characters (UTF-16 units). */
  promptText: string;
  /** How much work goes into the output. More costs more. Default: MEDIUM. */
  quality?: CreateTextToImageGrokImagineImage2Quality | null | undefined;
  /** Size or shape of the output. */
  ratio: CreateTextToImageGrokImagineImage2Ratio;
  /** Images that guide the output. At most 3 entries. */
  referenceImages?: Array<CreateTextToImageGrokImagineImage2ReferenceImagesInput> | null | undefined;
};

/** Values of `quality` in CreateTextToImageGrokImagineImage2Input. */
export type CreateTextToImageGrokImagineImage2Quality =
  /** Runway's `low`. */
  | 'LOW'
  /** Runway's `medium`. */
  | 'MEDIUM';

/** Values of `ratio` in CreateTextToImageGrokImagineImage2Input. */
export type CreateTextToImageGrokImagineImage2Ratio =
  /** As the model sees fit, at 1K. Runway's `auto_1k`. */
  | 'AUTO_1K'
  /** As the model sees fit, at 2K. Runway's `auto_2k`. */
  | 'AUTO_2K'
  /** 576 × 1248 pixels. Runway's `576:1248`. */
  | 'RATIO_576_1248'
  /** 576 × 1280 pixels. Runway's `576:1280`. */
  | 'RATIO_576_1280'
  /** 704 × 1408 pixels. Runway's `704:1408`. */
  | 'RATIO_704_1408'
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 832 × 1248 pixels. Runway's `832:1248`. */
  | 'RATIO_832_1248'
  /** 864 × 1152 pixels. Runway's `864:1152`. */
  | 'RATIO_864_1152'
  /** 1024 × 1024 pixels. Runway's `1024:1024`. */
  | 'RATIO_1024_1024'
  /** 1152 × 864 pixels. Runway's `1152:864`. */
  | 'RATIO_1152_864'
  /** 1248 × 576 pixels. Runway's `1248:576`. */
  | 'RATIO_1248_576'
  /** 1248 × 832 pixels. Runway's `1248:832`. */
  | 'RATIO_1248_832'
  /** 1280 × 576 pixels. Runway's `1280:576`. */
  | 'RATIO_1280_576'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1344 × 2912 pixels. Runway's `1344:2912`. */
  | 'RATIO_1344_2912'
  /** 1408 × 704 pixels. Runway's `1408:704`. */
  | 'RATIO_1408_704'
  /** 1440 × 3200 pixels. Runway's `1440:3200`. */
  | 'RATIO_1440_3200'
  /** 1456 × 2912 pixels. Runway's `1456:2912`. */
  | 'RATIO_1456_2912'
  /** 1584 × 2816 pixels. Runway's `1584:2816`. */
  | 'RATIO_1584_2816'
  /** 1664 × 2496 pixels. Runway's `1664:2496`. */
  | 'RATIO_1664_2496'
  /** 1776 × 2368 pixels. Runway's `1776:2368`. */
  | 'RATIO_1776_2368'
  /** 2048 × 2048 pixels. Runway's `2048:2048`. */
  | 'RATIO_2048_2048'
  /** 2368 × 1776 pixels. Runway's `2368:1776`. */
  | 'RATIO_2368_1776'
  /** 2496 × 1664 pixels. Runway's `2496:1664`. */
  | 'RATIO_2496_1664'
  /** 2816 × 1584 pixels. Runway's `2816:1584`. */
  | 'RATIO_2816_1584'
  /** 2912 × 1344 pixels. Runway's `2912:1344`. */
  | 'RATIO_2912_1344'
  /** 2912 × 1456 pixels. Runway's `2912:1456`. */
  | 'RATIO_2912_1456'
  /** 3200 × 1440 pixels. Runway's `3200:1440`. */
  | 'RATIO_3200_1440';

/** One entry of `referenceImages`. */
export type CreateTextToImageGrokImagineImage2ReferenceImagesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** What createTextToImage takes. Exactly one of the fields. */
export type CreateTextToImageInput =
  {   /** With Runway's model `gemini_2.5_flash`. */
  gemini2_5Flash: CreateTextToImageGemini2_5FlashInput; geminiImage3Pro?: never; geminiImage3_1Flash?: never; gen4Image?: never; gen4ImageTurbo?: never; gptImage2?: never; gptImage2_5Flare?: never; gptImage2_5Sunburst?: never; grokImagineImage2?: never; museImage?: never; seedream5Lite?: never; seedream5Pro?: never; }
  |  { gemini2_5Flash?: never;   /** With Runway's model `gemini_image3_pro`. */
  geminiImage3Pro: CreateTextToImageGeminiImage3ProInput; geminiImage3_1Flash?: never; gen4Image?: never; gen4ImageTurbo?: never; gptImage2?: never; gptImage2_5Flare?: never; gptImage2_5Sunburst?: never; grokImagineImage2?: never; museImage?: never; seedream5Lite?: never; seedream5Pro?: never; }
  |  { gemini2_5Flash?: never; geminiImage3Pro?: never;   /** With Runway's model `gemini_image3.1_flash`. */
  geminiImage3_1Flash: CreateTextToImageGeminiImage3_1FlashInput; gen4Image?: never; gen4ImageTurbo?: never; gptImage2?: never; gptImage2_5Flare?: never; gptImage2_5Sunburst?: never; grokImagineImage2?: never; museImage?: never; seedream5Lite?: never; seedream5Pro?: never; }
  |  { gemini2_5Flash?: never; geminiImage3Pro?: never; geminiImage3_1Flash?: never;   /** With Runway's model `gen4_image`. */
  gen4Image: CreateTextToImageGen4ImageInput; gen4ImageTurbo?: never; gptImage2?: never; gptImage2_5Flare?: never; gptImage2_5Sunburst?: never; grokImagineImage2?: never; museImage?: never; seedream5Lite?: never; seedream5Pro?: never; }
  |  { gemini2_5Flash?: never; geminiImage3Pro?: never; geminiImage3_1Flash?: never; gen4Image?: never;   /** With Runway's model `gen4_image_turbo`. */
  gen4ImageTurbo: CreateTextToImageGen4ImageTurboInput; gptImage2?: never; gptImage2_5Flare?: never; gptImage2_5Sunburst?: never; grokImagineImage2?: never; museImage?: never; seedream5Lite?: never; seedream5Pro?: never; }
  |  { gemini2_5Flash?: never; geminiImage3Pro?: never; geminiImage3_1Flash?: never; gen4Image?: never; gen4ImageTurbo?: never;   /** With Runway's model `gpt_image_2`. */
  gptImage2: CreateTextToImageGptImage2Input; gptImage2_5Flare?: never; gptImage2_5Sunburst?: never; grokImagineImage2?: never; museImage?: never; seedream5Lite?: never; seedream5Pro?: never; }
  |  { gemini2_5Flash?: never; geminiImage3Pro?: never; geminiImage3_1Flash?: never; gen4Image?: never; gen4ImageTurbo?: never; gptImage2?: never;   /** With Runway's model `gpt_image_2_5_flare`. */
  gptImage2_5Flare: CreateTextToImageGptImage2_5FlareInput; gptImage2_5Sunburst?: never; grokImagineImage2?: never; museImage?: never; seedream5Lite?: never; seedream5Pro?: never; }
  |  { gemini2_5Flash?: never; geminiImage3Pro?: never; geminiImage3_1Flash?: never; gen4Image?: never; gen4ImageTurbo?: never; gptImage2?: never; gptImage2_5Flare?: never;   /** With Runway's model `gpt_image_2_5_sunburst`. */
  gptImage2_5Sunburst: CreateTextToImageGptImage2_5SunburstInput; grokImagineImage2?: never; museImage?: never; seedream5Lite?: never; seedream5Pro?: never; }
  |  { gemini2_5Flash?: never; geminiImage3Pro?: never; geminiImage3_1Flash?: never; gen4Image?: never; gen4ImageTurbo?: never; gptImage2?: never; gptImage2_5Flare?: never; gptImage2_5Sunburst?: never;   /** With Runway's model `grok_imagine_image_2`. */
  grokImagineImage2: CreateTextToImageGrokImagineImage2Input; museImage?: never; seedream5Lite?: never; seedream5Pro?: never; }
  |  { gemini2_5Flash?: never; geminiImage3Pro?: never; geminiImage3_1Flash?: never; gen4Image?: never; gen4ImageTurbo?: never; gptImage2?: never; gptImage2_5Flare?: never; gptImage2_5Sunburst?: never; grokImagineImage2?: never;   /** With Runway's model `muse_image`. */
  museImage: CreateTextToImageMuseImageInput; seedream5Lite?: never; seedream5Pro?: never; }
  |  { gemini2_5Flash?: never; geminiImage3Pro?: never; geminiImage3_1Flash?: never; gen4Image?: never; gen4ImageTurbo?: never; gptImage2?: never; gptImage2_5Flare?: never; gptImage2_5Sunburst?: never; grokImagineImage2?: never; museImage?: never;   /** With Runway's model `seedream5_lite`. */
  seedream5Lite: CreateTextToImageSeedream5LiteInput; seedream5Pro?: never; }
  |  { gemini2_5Flash?: never; geminiImage3Pro?: never; geminiImage3_1Flash?: never; gen4Image?: never; gen4ImageTurbo?: never; gptImage2?: never; gptImage2_5Flare?: never; gptImage2_5Sunburst?: never; grokImagineImage2?: never; museImage?: never; seedream5Lite?: never;   /** With Runway's model `seedream5_pro`. */
  seedream5Pro: CreateTextToImageSeedream5ProInput; };

/** With Runway's model `muse_image`. */
export type CreateTextToImageMuseImageInput = {
  /** How many images are made. Each one is charged. 1 to 10, whole. */
  outputCount?: number | null | undefined;
  /** File format of the output. Default: PNG. */
  outputFormat?: CreateTextToImageMuseImageOutputFormat | null | undefined;
  /** What the output should show, in your own words. At least 1 character (UTF-16 unit). */
  promptText: string;
  /** Size or shape of the output. */
  ratio: CreateTextToImageMuseImageRatio;
  /** Images that guide the output. At most 10 entries. */
  referenceImages?: Array<CreateTextToImageMuseImageReferenceImagesInput> | null | undefined;
};

/** Values of `outputFormat` in CreateTextToImageMuseImageInput. */
export type CreateTextToImageMuseImageOutputFormat =
  /** A JPEG image. Runway's `jpeg`. */
  | 'JPEG'
  /** A PNG image. Runway's `png`. */
  | 'PNG'
  /** A WebP image. Runway's `webp`. */
  | 'WEBP';

/** Values of `ratio` in CreateTextToImageMuseImageInput. */
export type CreateTextToImageMuseImageRatio =
  /** As the model sees fit. Runway's `auto`. */
  | 'AUTO'
  /** 1152 × 2016 pixels. Runway's `1152:2016`. */
  | 'RATIO_1152_2016'
  /** 1280 × 1920 pixels. Runway's `1280:1920`. */
  | 'RATIO_1280_1920'
  /** 1344 × 1792 pixels. Runway's `1344:1792`. */
  | 'RATIO_1344_1792'
  /** 1600 × 1600 pixels. Runway's `1600:1600`. */
  | 'RATIO_1600_1600'
  /** 1792 × 1344 pixels. Runway's `1792:1344`. */
  | 'RATIO_1792_1344'
  /** 1920 × 1280 pixels. Runway's `1920:1280`. */
  | 'RATIO_1920_1280'
  /** 2016 × 1152 pixels. Runway's `2016:1152`. */
  | 'RATIO_2016_1152'
  /** 2352 × 1008 pixels. Runway's `2352:1008`. */
  | 'RATIO_2352_1008';

/** One entry of `referenceImages`. */
export type CreateTextToImageMuseImageReferenceImagesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** With Runway's model `seedream5_lite`. */
export type CreateTextToImageSeedream5LiteInput = {
  /** Whether the model may search the web for current facts, brands and events. */
  grounding?: boolean | null | undefined;
  /** How many images are made. Each one is charged. 1 to 4, whole. */
  outputCount?: number | null | undefined;
  /** File format of the output. Default: PNG. */
  outputFormat?: CreateTextToImageSeedream5LiteOutputFormat | null | undefined;
  /** What the output should show, in your own words. 1 to 4000 characters (UTF-16 units). */
  promptText: string;
  /** Size or shape of the output. Exactly one of `ratio` and `ratioOther`. */
  ratio?: CreateTextToImageSeedream5LiteRatio | null | undefined;
  /** A value that `ratio` does not list, in Runway's spelling. 1 to 32 characters (UTF-16 units). Exactly one of `ratio` and `ratioOther`. */
  ratioOther?: string | null | undefined;
  /** Images that guide the output. At most 14 entries. */
  referenceImages?: Array<CreateTextToImageSeedream5LiteReferenceImagesInput> | null | undefined;
};

/** Values of `outputFormat` in CreateTextToImageSeedream5LiteInput. */
export type CreateTextToImageSeedream5LiteOutputFormat =
  /** A JPEG image. Runway's `jpeg`. */
  | 'JPEG'
  /** A PNG image. Runway's `png`. */
  | 'PNG';

/** Values of `ratio` in CreateTextToImageSeedream5LiteInput. */
export type CreateTextToImageSeedream5LiteRatio =
  /** 1600 × 2848 pixels. Runway's `1600:2848`. */
  | 'RATIO_1600_2848'
  /** 1664 × 2496 pixels. Runway's `1664:2496`. */
  | 'RATIO_1664_2496'
  /** 1728 × 2304 pixels. Runway's `1728:2304`. */
  | 'RATIO_1728_2304'
  /** 2048 × 2048 pixels. Runway's `2048:2048`. */
  | 'RATIO_2048_2048'
  /** 2304 × 1728 pixels. Runway's `2304:1728`. */
  | 'RATIO_2304_1728'
  /** 2304 × 4096 pixels. Runway's `2304:4096`. */
  | 'RATIO_2304_4096'
  /** 2496 × 1664 pixels. Runway's `2496:1664`. */
  | 'RATIO_2496_1664'
  /** 2496 × 3744 pixels. Runway's `2496:3744`. */
  | 'RATIO_2496_3744'
  /** 2592 × 3456 pixels. Runway's `2592:3456`. */
  | 'RATIO_2592_3456'
  /** 2848 × 1600 pixels. Runway's `2848:1600`. */
  | 'RATIO_2848_1600'
  /** 3072 × 3072 pixels. Runway's `3072:3072`. */
  | 'RATIO_3072_3072'
  /** 3136 × 1344 pixels. Runway's `3136:1344`. */
  | 'RATIO_3136_1344'
  /** 3456 × 2592 pixels. Runway's `3456:2592`. */
  | 'RATIO_3456_2592'
  /** 3744 × 2496 pixels. Runway's `3744:2496`. */
  | 'RATIO_3744_2496'
  /** 4096 × 2304 pixels. Runway's `4096:2304`. */
  | 'RATIO_4096_2304'
  /** 4704 × 2016 pixels. Runway's `4704:2016`. */
  | 'RATIO_4704_2016';

/** One entry of `referenceImages`. */
export type CreateTextToImageSeedream5LiteReferenceImagesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** With Runway's model `seedream5_pro`. */
export type CreateTextToImageSeedream5ProInput = {
  /** Whether the model may search the web for current facts, brands and events. */
  grounding?: boolean | null | undefined;
  /** How many images are made. Each one is charged. 1 to 4, whole. */
  outputCount?: number | null | undefined;
  /** File format of the output. Default: PNG. */
  outputFormat?: CreateTextToImageSeedream5ProOutputFormat | null | undefined;
  /** What the output should show, in your own words. 1 to 4000 characters (UTF-16 units). */
  promptText: string;
  /** Size or shape of the output. */
  ratio: CreateTextToImageSeedream5ProRatio;
  /** Images that guide the output. At most 10 entries. */
  referenceImages?: Array<CreateTextToImageSeedream5ProReferenceImagesInput> | null | undefined;
};

/** Values of `outputFormat` in CreateTextToImageSeedream5ProInput. */
export type CreateTextToImageSeedream5ProOutputFormat =
  /** A JPEG image. Runway's `jpeg`. */
  | 'JPEG'
  /** A PNG image. Runway's `png`. */
  | 'PNG';

/** Values of `ratio` in CreateTextToImageSeedream5ProInput. */
export type CreateTextToImageSeedream5ProRatio =
  /** As the model sees fit, at 1K. Runway's `auto_1k`. */
  | 'AUTO_1K'
  /** As the model sees fit, at 2K. Runway's `auto_2k`. */
  | 'AUTO_2K'
  /** 768 × 1376 pixels. Runway's `768:1376`. */
  | 'RATIO_768_1376'
  /** 864 × 1296 pixels. Runway's `864:1296`. */
  | 'RATIO_864_1296'
  /** 896 × 1184 pixels. Runway's `896:1184`. */
  | 'RATIO_896_1184'
  /** 1024 × 1024 pixels. Runway's `1024:1024`. */
  | 'RATIO_1024_1024'
  /** 1184 × 896 pixels. Runway's `1184:896`. */
  | 'RATIO_1184_896'
  /** 1296 × 864 pixels. Runway's `1296:864`. */
  | 'RATIO_1296_864'
  /** 1376 × 768 pixels. Runway's `1376:768`. */
  | 'RATIO_1376_768'
  /** 1530 × 2720 pixels. Runway's `1530:2720`. */
  | 'RATIO_1530_2720'
  /** 1664 × 2496 pixels. Runway's `1664:2496`. */
  | 'RATIO_1664_2496'
  /** 1728 × 2304 pixels. Runway's `1728:2304`. */
  | 'RATIO_1728_2304'
  /** 2048 × 2048 pixels. Runway's `2048:2048`. */
  | 'RATIO_2048_2048'
  /** 2304 × 1728 pixels. Runway's `2304:1728`. */
  | 'RATIO_2304_1728'
  /** 2496 × 1664 pixels. Runway's `2496:1664`. */
  | 'RATIO_2496_1664'
  /** 2720 × 1530 pixels. Runway's `2720:1530`. */
  | 'RATIO_2720_1530';

/** One entry of `referenceImages`. */
export type CreateTextToImageSeedream5ProReferenceImagesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** With Runway's model `eleven_multilingual_v2`. */
export type CreateTextToSpeechElevenMultilingualV2Input = {
  /** The words to speak. 1 to 1000 characters (UTF-16 units). */
  promptText: string;
  /** The voice to speak with. */
  voice: CreateTextToSpeechElevenMultilingualV2VoiceInput;
};

/** The voice to speak with. Exactly one of the fields. */
export type CreateTextToSpeechElevenMultilingualV2VoiceInput =
  {   /** One of Runway's ready-made voices. */
  runwayPreset: CreateTextToSpeechElevenMultilingualV2VoiceRunwayPresetInput; };

/** One of Runway's ready-made voices. */
export type CreateTextToSpeechElevenMultilingualV2VoiceRunwayPresetInput = {
  /** One of Runway's ready-made ones. */
  presetId: CreateTextToSpeechElevenMultilingualV2VoiceRunwayPresetPresetId;
};

/** Values of `presetId` in CreateTextToSpeechElevenMultilingualV2VoiceRunwayPresetInput. */
export type CreateTextToSpeechElevenMultilingualV2VoiceRunwayPresetPresetId =
  /** Runway's `Arjun`. */
  | 'ARJUN'
  /** Runway's `Benjamin`. */
  | 'BENJAMIN'
  /** Runway's `Bernard`. */
  | 'BERNARD'
  /** Runway's `Billy`. */
  | 'BILLY'
  /** Runway's `Brodie`. */
  | 'BRODIE'
  /** Runway's `Chad`. */
  | 'CHAD'
  /** Runway's `Claudia`. */
  | 'CLAUDIA'
  /** Runway's `Clint`. */
  | 'CLINT'
  /** Runway's `Eleanor`. */
  | 'ELEANOR'
  /** Runway's `Elias`. */
  | 'ELIAS'
  /** Runway's `Ella`. */
  | 'ELLA'
  /** Runway's `Elliot`. */
  | 'ELLIOT'
  /** Runway's `Frank`. */
  | 'FRANK'
  /** Runway's `Grungle`. */
  | 'GRUNGLE'
  /** Runway's `Jack`. */
  | 'JACK'
  /** Runway's `James`. */
  | 'JAMES'
  /** Runway's `Katie`. */
  | 'KATIE'
  /** Runway's `Kendrick`. */
  | 'KENDRICK'
  /** Runway's `Kiana`. */
  | 'KIANA'
  /** Runway's `Kirk`. */
  | 'KIRK'
  /** Runway's `Kylie`. */
  | 'KYLIE'
  /** Runway's `Lara`. */
  | 'LARA'
  /** Runway's `Leslie`. */
  | 'LESLIE'
  /** Runway's `Lisa`. */
  | 'LISA'
  /** Runway's `Mabel`. */
  | 'MABEL'
  /** Runway's `Maggie`. */
  | 'MAGGIE'
  /** Runway's `Malachi`. */
  | 'MALACHI'
  /** Runway's `Mariah`. */
  | 'MARIAH'
  /** Runway's `Mark`. */
  | 'MARK'
  /** Runway's `Marlene`. */
  | 'MARLENE'
  /** Runway's `Martin`. */
  | 'MARTIN'
  /** Runway's `Maya`. */
  | 'MAYA'
  /** Runway's `Miriam`. */
  | 'MIRIAM'
  /** Runway's `Monster`. */
  | 'MONSTER'
  /** Runway's `Myrna`. */
  | 'MYRNA'
  /** Runway's `Niki`. */
  | 'NIKI'
  /** Runway's `Noah`. */
  | 'NOAH'
  /** Runway's `Paula`. */
  | 'PAULA'
  /** Runway's `Pip`. */
  | 'PIP'
  /** Runway's `Rachel`. */
  | 'RACHEL'
  /** Runway's `Ragnar`. */
  | 'RAGNAR'
  /** Runway's `Rina`. */
  | 'RINA'
  /** Runway's `Rusty`. */
  | 'RUSTY'
  /** Runway's `Sandra`. */
  | 'SANDRA'
  /** Runway's `Serene`. */
  | 'SERENE'
  /** Runway's `Tom`. */
  | 'TOM'
  /** Runway's `Vincent`. */
  | 'VINCENT'
  /** Runway's `Wanda`. */
  | 'WANDA'
  /** Runway's `Xylar`. */
  | 'XYLAR';

/** Values of `applyTextNormalization` in CreateTextToSpeechElevenV3Input. */
export type CreateTextToSpeechElevenV3ApplyTextNormalization =
  /** As the model sees fit. Runway's `auto`. */
  | 'AUTO'
  /** Never. Runway's `off`. */
  | 'OFF'
  /** Always. Runway's `on`. */
  | 'ON';

/** With Runway's model `eleven_v3`. */
export type CreateTextToSpeechElevenV3Input = {
  /** Whether numbers and abbreviations are spelled out before speaking. */
  applyTextNormalization?: CreateTextToSpeechElevenV3ApplyTextNormalization | null | undefined;
  /** The language to speak, as an ISO 639-1 code such as `de`. 2 to 5 characters (UTF-16 units). */
  languageCode?: string | null | undefined;
  /** The words to speak. 1 to 5000 characters (UTF-16 units). */
  promptText: string;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
  /** How closely the voice keeps to the original speaker. 0 to 1. */
  similarityBoost?: number | null | undefined;
  /** Speed of speech as a factor: 1 is normal. 0.7 to 1.2. */
  speed?: number | null | undefined;
  /** How steady the voice is. Lower values vary more in emotion. 0 to 1. */
  stability?: number | null | undefined;
  /** How much the speaker's style is exaggerated. 0 to 1. */
  style?: number | null | undefined;
  /** Whether likeness to the speaker is raised, at a little more waiting time. */
  useSpeakerBoost?: boolean | null | undefined;
  /** The voice to speak with. */
  voice: CreateTextToSpeechElevenV3VoiceInput;
};

/** The voice to speak with. Exactly one of the fields. */
export type CreateTextToSpeechElevenV3VoiceInput =
  {   /** One of Runway's ready-made voices. */
  runwayPreset: CreateTextToSpeechElevenV3VoiceRunwayPresetInput; };

/** One of Runway's ready-made voices. */
export type CreateTextToSpeechElevenV3VoiceRunwayPresetInput = {
  /** One of Runway's ready-made ones. */
  presetId: CreateTextToSpeechElevenV3VoiceRunwayPresetPresetId;
};

/** Values of `presetId` in CreateTextToSpeechElevenV3VoiceRunwayPresetInput. */
export type CreateTextToSpeechElevenV3VoiceRunwayPresetPresetId =
  /** Runway's `Arjun`. */
  | 'ARJUN'
  /** Runway's `Benjamin`. */
  | 'BENJAMIN'
  /** Runway's `Bernard`. */
  | 'BERNARD'
  /** Runway's `Billy`. */
  | 'BILLY'
  /** Runway's `Brodie`. */
  | 'BRODIE'
  /** Runway's `Chad`. */
  | 'CHAD'
  /** Runway's `Claudia`. */
  | 'CLAUDIA'
  /** Runway's `Clint`. */
  | 'CLINT'
  /** Runway's `Eleanor`. */
  | 'ELEANOR'
  /** Runway's `Elias`. */
  | 'ELIAS'
  /** Runway's `Ella`. */
  | 'ELLA'
  /** Runway's `Elliot`. */
  | 'ELLIOT'
  /** Runway's `Frank`. */
  | 'FRANK'
  /** Runway's `Grungle`. */
  | 'GRUNGLE'
  /** Runway's `Jack`. */
  | 'JACK'
  /** Runway's `James`. */
  | 'JAMES'
  /** Runway's `Katie`. */
  | 'KATIE'
  /** Runway's `Kendrick`. */
  | 'KENDRICK'
  /** Runway's `Kiana`. */
  | 'KIANA'
  /** Runway's `Kirk`. */
  | 'KIRK'
  /** Runway's `Kylie`. */
  | 'KYLIE'
  /** Runway's `Lara`. */
  | 'LARA'
  /** Runway's `Leslie`. */
  | 'LESLIE'
  /** Runway's `Lisa`. */
  | 'LISA'
  /** Runway's `Mabel`. */
  | 'MABEL'
  /** Runway's `Maggie`. */
  | 'MAGGIE'
  /** Runway's `Malachi`. */
  | 'MALACHI'
  /** Runway's `Mariah`. */
  | 'MARIAH'
  /** Runway's `Mark`. */
  | 'MARK'
  /** Runway's `Marlene`. */
  | 'MARLENE'
  /** Runway's `Martin`. */
  | 'MARTIN'
  /** Runway's `Maya`. */
  | 'MAYA'
  /** Runway's `Miriam`. */
  | 'MIRIAM'
  /** Runway's `Monster`. */
  | 'MONSTER'
  /** Runway's `Myrna`. */
  | 'MYRNA'
  /** Runway's `Niki`. */
  | 'NIKI'
  /** Runway's `Noah`. */
  | 'NOAH'
  /** Runway's `Paula`. */
  | 'PAULA'
  /** Runway's `Pip`. */
  | 'PIP'
  /** Runway's `Rachel`. */
  | 'RACHEL'
  /** Runway's `Ragnar`. */
  | 'RAGNAR'
  /** Runway's `Rina`. */
  | 'RINA'
  /** Runway's `Rusty`. */
  | 'RUSTY'
  /** Runway's `Sandra`. */
  | 'SANDRA'
  /** Runway's `Serene`. */
  | 'SERENE'
  /** Runway's `Tom`. */
  | 'TOM'
  /** Runway's `Vincent`. */
  | 'VINCENT'
  /** Runway's `Wanda`. */
  | 'WANDA'
  /** Runway's `Xylar`. */
  | 'XYLAR';

/** What createTextToSpeech takes. Exactly one of the fields. */
export type CreateTextToSpeechInput =
  {   /** With Runway's model `eleven_multilingual_v2`. */
  elevenMultilingualV2: CreateTextToSpeechElevenMultilingualV2Input; elevenV3?: never; seedAudio?: never; }
  |  { elevenMultilingualV2?: never;   /** With Runway's model `eleven_v3`. */
  elevenV3: CreateTextToSpeechElevenV3Input; seedAudio?: never; }
  |  { elevenMultilingualV2?: never; elevenV3?: never;   /** With Runway's model `seed_audio`. */
  seedAudio: CreateTextToSpeechSeedAudioInput; };

/** With Runway's model `seed_audio`. */
export type CreateTextToSpeechSeedAudioInput = {
  /** Loudness against normal: 0 is normal, negative is quieter. -50 to 100, whole. */
  loudnessRate?: number | null | undefined;
  /** File format of the output. */
  outputFormat?: CreateTextToSpeechSeedAudioOutputFormat | null | undefined;
  /** Pitch against normal, in semitones. -12 to 12, whole. */
  pitchRate?: number | null | undefined;
  /** The words to speak. 1 to 2048 characters (UTF-16 units). */
  promptText: string;
  /** Samples per second of the output, in hertz. One of 8000, 16000, 24000, 32000, 44100, 48000. */
  sampleRate?: number | null | undefined;
  /** Speed of speech against normal: 0 is normal, negative is slower. -50 to 100, whole. */
  speechRate?: number | null | undefined;
  /** A recording whose voice is taken. Without it a default voice speaks. */
  voice?: CreateTextToSpeechSeedAudioVoiceInput | null | undefined;
};

/** Values of `outputFormat` in CreateTextToSpeechSeedAudioInput. */
export type CreateTextToSpeechSeedAudioOutputFormat =
  /** MP3 audio. Runway's `mp3`. */
  | 'MP3'
  /** Opus audio in Ogg. Runway's `ogg_opus`. */
  | 'OGG_OPUS'
  /** WAV audio. Runway's `wav`. */
  | 'WAV';

/** A recording whose voice is taken. Without it a default voice speaks. Exactly one of the fields. */
export type CreateTextToSpeechSeedAudioVoiceInput =
  {   /** A recording whose voice is taken. */
  referenceAudio: CreateTextToSpeechSeedAudioVoiceReferenceAudioInput; };

/** A recording whose voice is taken. */
export type CreateTextToSpeechSeedAudioVoiceReferenceAudioInput = {
  /** The recording to work on. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  audioUri: string;
};

/** With Runway's model `gemini_omni_flash_1.1`. */
export type CreateTextToVideoGeminiOmniFlash1_1Input = {
  /** Length of the output in seconds. 3 to 10, whole. At most one of `duration` and `durationAuto`. */
  duration?: number | null | undefined;
  /** Runway's `auto` in place of `duration`. The model chooses the length. Runway reserves credits for the longest output, and gives back what was not used. At most one of `duration` and `durationAuto`. */
  durationAuto?: boolean | null | undefined;
  /** What the output should show, in your own words. At least 1 character (UTF-16 unit). */
  promptText: string;
  /** Size or shape of the output. */
  ratio?: CreateTextToVideoGeminiOmniFlash1_1Ratio | null | undefined;
  /** Videos that guide the output. At most 100 entries. */
  referenceVideos?: Array<CreateTextToVideoGeminiOmniFlash1_1ReferenceVideosInput> | null | undefined;
  /** Images that guide the output. At most 5 entries. */
  references?: Array<CreateTextToVideoGeminiOmniFlash1_1ReferencesInput> | null | undefined;
};

/** Values of `ratio` in CreateTextToVideoGeminiOmniFlash1_1Input. */
export type CreateTextToVideoGeminiOmniFlash1_1Ratio =
  /** 360 × 640 pixels. Runway's `360:640`. */
  | 'RATIO_360_640'
  /** 640 × 360 pixels. Runway's `640:360`. */
  | 'RATIO_640_360'
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1920 × 1080 pixels. Runway's `1920:1080`. */
  | 'RATIO_1920_1080'
  /** 2160 × 3840 pixels. Runway's `2160:3840`. */
  | 'RATIO_2160_3840'
  /** 3840 × 2160 pixels. Runway's `3840:2160`. */
  | 'RATIO_3840_2160';

/** One entry of `referenceVideos`. */
export type CreateTextToVideoGeminiOmniFlash1_1ReferenceVideosInput = {
  /** The file. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `references`. */
export type CreateTextToVideoGeminiOmniFlash1_1ReferencesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** With Runway's model `gemini_omni_flash`. */
export type CreateTextToVideoGeminiOmniFlashInput = {
  /** Length of the output in seconds. 3 to 10, whole. */
  duration?: number | null | undefined;
  /** What the output should show, in your own words. 1 to 4000 characters (UTF-16 units). */
  promptText: string;
  /** Size or shape of the output. */
  ratio?: CreateTextToVideoGeminiOmniFlashRatio | null | undefined;
};

/** Values of `ratio` in CreateTextToVideoGeminiOmniFlashInput. */
export type CreateTextToVideoGeminiOmniFlashRatio =
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720';

/** How strictly the request is moderated. */
export type CreateTextToVideoGen4_5ContentModerationInput = {
  /** How strictly well-known people are refused. `LOW` loosens that check and no other. */
  publicFigureThreshold?: CreateTextToVideoGen4_5ContentModerationPublicFigureThreshold | null | undefined;
};

/** Values of `publicFigureThreshold` in CreateTextToVideoGen4_5ContentModerationInput. */
export type CreateTextToVideoGen4_5ContentModerationPublicFigureThreshold =
  /** The usual check. Runway's `auto`. */
  | 'AUTO'
  /** A looser check. Runway's `low`. */
  | 'LOW';

/** With Runway's model `gen4.5`. */
export type CreateTextToVideoGen4_5Input = {
  /** How strictly the request is moderated. */
  contentModeration?: CreateTextToVideoGen4_5ContentModerationInput | null | undefined;
  /** Length of the output in seconds. 2 to 10, whole. */
  duration: number;
  /** File format of the output. Default: MP4. */
  outputFormat?: CreateTextToVideoGen4_5OutputFormat | null | undefined;
  /** What the output should show, in your own words. 1 to 1000 characters (UTF-16 units). */
  promptText: string;
  /** Quality tier of ProRes. Only with a ProRes output format. */
  proresProfile?: CreateTextToVideoGen4_5ProresProfile | null | undefined;
  /** Size or shape of the output. */
  ratio: CreateTextToVideoGen4_5Ratio;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** Values of `outputFormat` in CreateTextToVideoGen4_5Input. */
export type CreateTextToVideoGen4_5OutputFormat =
  /** MP4: HEVC of 10 bits, BT.2020 with PQ. Runway's `hdr10`. */
  | 'HDR10'
  /** ZIP of OpenEXR frames in scene-referred ACEScg, by the ACES 1.3 output transform. Runway's `hdr_exr_acescg_sequence_1_3`. */
  | 'HDR_EXR_ACESCG_SEQUENCE_1_3'
  /** ZIP of OpenEXR frames in scene-referred ACEScg, by the ACES 2.0 output transform. Runway's `hdr_exr_acescg_sequence_2_0`. */
  | 'HDR_EXR_ACESCG_SEQUENCE_2_0'
  /** ZIP of OpenEXR frames in linear BT.2020. Runway's `hdr_exr_sequence`. */
  | 'HDR_EXR_SEQUENCE'
  /** ZIP of 16-bit PNG frames with PQ. Runway's `hdr_png_sequence`. */
  | 'HDR_PNG_SEQUENCE'
  /** MOV: HEVC of 12 bits 4:4:4, BT.2020 with PQ, for mastering. Runway's `hdr_pq_12bit_master`. */
  | 'HDR_PQ_12BIT_MASTER'
  /** MOV: ProRes in BT.2020 with PQ. Runway's `hdr_prores`. */
  | 'HDR_PRORES'
  /** MP4: HEVC of 10 bits, BT.2020 with HLG. Runway's `hlg`. */
  | 'HLG'
  /** MP4: H.264. Runway's `mp4`. */
  | 'MP4'
  /** ZIP of PNG frames, with the sound as a WAV beside it. Runway's `png_sequence`. */
  | 'PNG_SEQUENCE'
  /** MOV: ProRes. Runway's `prores`. */
  | 'PRORES'
  /** MP4: HEVC of 10 bits in Rec.709. Runway's `sdr_rec709_10bit`. */
  | 'SDR_REC709_10BIT';

/** Values of `proresProfile` in CreateTextToVideoGen4_5Input. */
export type CreateTextToVideoGen4_5ProresProfile =
  /** Runway's `422`. */
  | 'PRORES_PROFILE_422'
  /** Runway's `422 HQ`. */
  | 'PRORES_PROFILE_422_HQ'
  /** Runway's `422 LT`. */
  | 'PRORES_PROFILE_422_LT'
  /** Runway's `422 Proxy`. */
  | 'PRORES_PROFILE_422_PROXY'
  /** Runway's `4444`. */
  | 'PRORES_PROFILE_4444'
  /** Runway's `4444 XQ`. */
  | 'PRORES_PROFILE_4444_XQ';

/** Values of `ratio` in CreateTextToVideoGen4_5Input. */
export type CreateTextToVideoGen4_5Ratio =
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720';

/** With Runway's model `grok_imagine_1_5`. */
export type CreateTextToVideoGrokImagine1_5Input = {
  /** Length of the output in seconds. 1 to 15, whole. */
  duration?: number | null | undefined;
  /** What the output should show, in your own words. 1 to 2500 characters (UTF-16 units). */
  promptText: string;
  /** Size or shape of the output. */
  ratio?: CreateTextToVideoGrokImagine1_5Ratio | null | undefined;
  /** Recordings that guide the output. At most 100 entries. */
  referenceAudio?: Array<CreateTextToVideoGrokImagine1_5ReferenceAudioInput> | null | undefined;
  /** Images that guide the output. At most 100 entries. */
  references?: Array<CreateTextToVideoGrokImagine1_5ReferencesInput> | null | undefined;
  /** Resolution of the output. */
  resolution?: CreateTextToVideoGrokImagine1_5Resolution | null | undefined;
};

/** Values of `ratio` in CreateTextToVideoGrokImagine1_5Input. */
export type CreateTextToVideoGrokImagine1_5Ratio =
  /** 1 to 1. Runway's `1:1`. */
  | 'RATIO_1_1'
  /** 2 to 3. Runway's `2:3`. */
  | 'RATIO_2_3'
  /** 3 to 2. Runway's `3:2`. */
  | 'RATIO_3_2'
  /** 3 to 4. Runway's `3:4`. */
  | 'RATIO_3_4'
  /** 4 to 3. Runway's `4:3`. */
  | 'RATIO_4_3'
  /** 9 to 16. Runway's `9:16`. */
  | 'RATIO_9_16'
  /** 16 to 9. Runway's `16:9`. */
  | 'RATIO_16_9';

/** A sound recording. */
export type CreateTextToVideoGrokImagine1_5ReferenceAudioAudioInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `referenceAudio`. Exactly one of the fields. */
export type CreateTextToVideoGrokImagine1_5ReferenceAudioInput =
  {   /** A sound recording. */
  audio: CreateTextToVideoGrokImagine1_5ReferenceAudioAudioInput; };

/** One entry of `references`. */
export type CreateTextToVideoGrokImagine1_5ReferencesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `resolution` in CreateTextToVideoGrokImagine1_5Input. */
export type CreateTextToVideoGrokImagine1_5Resolution =
  /** Runway's `480p`. */
  | 'RESOLUTION_480P'
  /** Runway's `720p`. */
  | 'RESOLUTION_720P'
  /** Runway's `1080p`. */
  | 'RESOLUTION_1080P';

/** With Runway's model `h3_max`. */
export type CreateTextToVideoH3MaxInput = {
  /** Length of the output in seconds. 5 to 15, whole. */
  duration?: number | null | undefined;
  /** Whether and how the prompt is rewritten before it is used. */
  promptExpansionMode?: CreateTextToVideoH3MaxPromptExpansionMode | null | undefined;
  /** What the output should show, in your own words. At least 1 character (UTF-16 unit). */
  promptText: string;
  /** Resolution of the output. */
  resolution?: CreateTextToVideoH3MaxResolution | null | undefined;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** Values of `promptExpansionMode` in CreateTextToVideoH3MaxInput. */
export type CreateTextToVideoH3MaxPromptExpansionMode =
  /** A moderate rewrite. Runway's `balanced`. */
  | 'BALANCED'
  /** The prompt is used as it is. Runway's `disabled`. */
  | 'DISABLED'
  /** A rewrite for the best result. Runway's `quality`. */
  | 'QUALITY';

/** Values of `resolution` in CreateTextToVideoH3MaxInput. */
export type CreateTextToVideoH3MaxResolution =
  /** Runway's `480p`. */
  | 'RESOLUTION_480P'
  /** Runway's `768p`. */
  | 'RESOLUTION_768P';

/** With Runway's model `hailuo3`. */
export type CreateTextToVideoHailuo3Input = {
  /** Length of the output in seconds. 5 to 15, whole. */
  duration?: number | null | undefined;
  /** What the output should show, in your own words. 1 to 6000 characters (UTF-16 units). */
  promptText: string;
  /** Size or shape of the output. */
  ratio?: CreateTextToVideoHailuo3Ratio | null | undefined;
  /** Recordings that guide the output. At most 3 entries. */
  referenceAudio?: Array<CreateTextToVideoHailuo3ReferenceAudioInput> | null | undefined;
  /** Videos that guide the output. At most 3 entries. */
  referenceVideos?: Array<CreateTextToVideoHailuo3ReferenceVideosInput> | null | undefined;
  /** Images that guide the output. At most 9 entries. */
  references?: Array<CreateTextToVideoHailuo3ReferencesInput> | null | undefined;
  /** Resolution of the output. */
  resolution?: CreateTextToVideoHailuo3Resolution | null | undefined;
};

/** Values of `ratio` in CreateTextToVideoHailuo3Input. */
export type CreateTextToVideoHailuo3Ratio =
  /** Follows the references, of which there must be one. Runway's `adaptive`. */
  | 'ADAPTIVE'
  /** 1 to 1. Runway's `1:1`. */
  | 'RATIO_1_1'
  /** 3 to 4. Runway's `3:4`. */
  | 'RATIO_3_4'
  /** 4 to 3. Runway's `4:3`. */
  | 'RATIO_4_3'
  /** 9 to 16. Runway's `9:16`. */
  | 'RATIO_9_16'
  /** 16 to 9. Runway's `16:9`. */
  | 'RATIO_16_9'
  /** 21 to 9. Runway's `21:9`. */
  | 'RATIO_21_9';

/** A sound recording. */
export type CreateTextToVideoHailuo3ReferenceAudioAudioInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `referenceAudio`. Exactly one of the fields. */
export type CreateTextToVideoHailuo3ReferenceAudioInput =
  {   /** A sound recording. */
  audio: CreateTextToVideoHailuo3ReferenceAudioAudioInput; };

/** One entry of `referenceVideos`. Exactly one of the fields. */
export type CreateTextToVideoHailuo3ReferenceVideosInput =
  {   /** A video. */
  video: CreateTextToVideoHailuo3ReferenceVideosVideoInput; };

/** A video. */
export type CreateTextToVideoHailuo3ReferenceVideosVideoInput = {
  /** The file. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `references`. */
export type CreateTextToVideoHailuo3ReferencesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `resolution` in CreateTextToVideoHailuo3Input. */
export type CreateTextToVideoHailuo3Resolution =
  /** Runway's `2k`. */
  | 'RESOLUTION_2K'
  /** Runway's `768p`. */
  | 'RESOLUTION_768P';

/** With Runway's model `happyhorse_1_0`. */
export type CreateTextToVideoHappyhorse1_0Input = {
  /** Length of the output in seconds. 3 to 15, whole. */
  duration?: number | null | undefined;
  /** What the output should show, in your own words. 2 to 2500 characters (UTF-16 units). */
  promptText: string;
  /** Size or shape of the output. */
  ratio?: CreateTextToVideoHappyhorse1_0Ratio | null | undefined;
};

/** Values of `ratio` in CreateTextToVideoHappyhorse1_0Input. */
export type CreateTextToVideoHappyhorse1_0Ratio =
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 832 × 1108 pixels. Runway's `832:1108`. */
  | 'RATIO_832_1108'
  /** 960 × 960 pixels. Runway's `960:960`. */
  | 'RATIO_960_960'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920'
  /** 1108 × 832 pixels. Runway's `1108:832`. */
  | 'RATIO_1108_832'
  /** 1248 × 1662 pixels. Runway's `1248:1662`. */
  | 'RATIO_1248_1662'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1440 × 1440 pixels. Runway's `1440:1440`. */
  | 'RATIO_1440_1440'
  /** 1662 × 1248 pixels. Runway's `1662:1248`. */
  | 'RATIO_1662_1248'
  /** 1920 × 1080 pixels. Runway's `1920:1080`. */
  | 'RATIO_1920_1080';

/** What createTextToVideo takes. Exactly one of the fields. */
export type CreateTextToVideoInput =
  {   /** With Runway's model `gemini_omni_flash`. */
  geminiOmniFlash: CreateTextToVideoGeminiOmniFlashInput; geminiOmniFlash1_1?: never; gen4_5?: never; grokImagine1_5?: never; h3Max?: never; hailuo3?: never; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never;   /** With Runway's model `gemini_omni_flash_1.1`. */
  geminiOmniFlash1_1: CreateTextToVideoGeminiOmniFlash1_1Input; gen4_5?: never; grokImagine1_5?: never; h3Max?: never; hailuo3?: never; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never;   /** With Runway's model `gen4.5`. */
  gen4_5: CreateTextToVideoGen4_5Input; grokImagine1_5?: never; h3Max?: never; hailuo3?: never; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4_5?: never;   /** With Runway's model `grok_imagine_1_5`. */
  grokImagine1_5: CreateTextToVideoGrokImagine1_5Input; h3Max?: never; hailuo3?: never; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4_5?: never; grokImagine1_5?: never;   /** With Runway's model `h3_max`. */
  h3Max: CreateTextToVideoH3MaxInput; hailuo3?: never; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4_5?: never; grokImagine1_5?: never; h3Max?: never;   /** With Runway's model `hailuo3`. */
  hailuo3: CreateTextToVideoHailuo3Input; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4_5?: never; grokImagine1_5?: never; h3Max?: never; hailuo3?: never;   /** With Runway's model `happyhorse_1_0`. */
  happyhorse1_0: CreateTextToVideoHappyhorse1_0Input; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4_5?: never; grokImagine1_5?: never; h3Max?: never; hailuo3?: never; happyhorse1_0?: never;   /** With Runway's model `seedance2`. */
  seedance2: CreateTextToVideoSeedance2Input; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4_5?: never; grokImagine1_5?: never; h3Max?: never; hailuo3?: never; happyhorse1_0?: never; seedance2?: never;   /** With Runway's model `seedance2_fast`. */
  seedance2Fast: CreateTextToVideoSeedance2FastInput; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4_5?: never; grokImagine1_5?: never; h3Max?: never; hailuo3?: never; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never;   /** With Runway's model `seedance2_mini`. */
  seedance2Mini: CreateTextToVideoSeedance2MiniInput; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4_5?: never; grokImagine1_5?: never; h3Max?: never; hailuo3?: never; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never;   /** With Runway's model `seedance2_5`. */
  seedance2_5: CreateTextToVideoSeedance2_5Input; veo3_1?: never; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4_5?: never; grokImagine1_5?: never; h3Max?: never; hailuo3?: never; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never;   /** With Runway's model `veo3.1`. */
  veo3_1: CreateTextToVideoVeo3_1Input; veo3_1Fast?: never; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4_5?: never; grokImagine1_5?: never; h3Max?: never; hailuo3?: never; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never;   /** With Runway's model `veo3.1_fast`. */
  veo3_1Fast: CreateTextToVideoVeo3_1FastInput; wan3?: never; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4_5?: never; grokImagine1_5?: never; h3Max?: never; hailuo3?: never; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never;   /** With Runway's model `wan3`. */
  wan3: CreateTextToVideoWan3Input; wan3Prime?: never; }
  |  { geminiOmniFlash?: never; geminiOmniFlash1_1?: never; gen4_5?: never; grokImagine1_5?: never; h3Max?: never; hailuo3?: never; happyhorse1_0?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; veo3_1?: never; veo3_1Fast?: never; wan3?: never;   /** With Runway's model `wan3_prime`. */
  wan3Prime: CreateTextToVideoWan3PrimeInput; };

/** With Runway's model `seedance2_fast`. */
export type CreateTextToVideoSeedance2FastInput = {
  /** Whether the output has sound. On some models sound costs more. Default: true. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. 4 to 15, whole. At most one of `duration` and `durationAuto`. */
  duration?: number | null | undefined;
  /** Runway's `auto` in place of `duration`. The model chooses the length. Runway reserves credits for the longest output, and gives back what was not used. At most one of `duration` and `durationAuto`. */
  durationAuto?: boolean | null | undefined;
  /** What the output should show, in your own words. 1 to 3500 characters (UTF-16 units). */
  promptText: string;
  /** Size or shape of the output. */
  ratio?: CreateTextToVideoSeedance2FastRatio | null | undefined;
  /** Recordings that guide the output. At most 3 entries. */
  referenceAudio?: Array<CreateTextToVideoSeedance2FastReferenceAudioInput> | null | undefined;
  /** Videos that guide the output. At most 3 entries. */
  referenceVideos?: Array<CreateTextToVideoSeedance2FastReferenceVideosInput> | null | undefined;
  /** Images that guide the output. At most 9 entries. */
  references?: Array<CreateTextToVideoSeedance2FastReferencesInput> | null | undefined;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** Values of `ratio` in CreateTextToVideoSeedance2FastInput. */
export type CreateTextToVideoSeedance2FastRatio =
  /** 496 × 864 pixels. Runway's `496:864`. */
  | 'RATIO_496_864'
  /** 560 × 752 pixels. Runway's `560:752`. */
  | 'RATIO_560_752'
  /** 640 × 640 pixels. Runway's `640:640`. */
  | 'RATIO_640_640'
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 752 × 560 pixels. Runway's `752:560`. */
  | 'RATIO_752_560'
  /** 834 × 1112 pixels. Runway's `834:1112`. */
  | 'RATIO_834_1112'
  /** 864 × 496 pixels. Runway's `864:496`. */
  | 'RATIO_864_496'
  /** 960 × 960 pixels. Runway's `960:960`. */
  | 'RATIO_960_960'
  /** 992 × 432 pixels. Runway's `992:432`. */
  | 'RATIO_992_432'
  /** 1112 × 834 pixels. Runway's `1112:834`. */
  | 'RATIO_1112_834'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1470 × 630 pixels. Runway's `1470:630`. */
  | 'RATIO_1470_630';

/** A sound recording. */
export type CreateTextToVideoSeedance2FastReferenceAudioAudioInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `referenceAudio`. Exactly one of the fields. */
export type CreateTextToVideoSeedance2FastReferenceAudioInput =
  {   /** A sound recording. */
  audio: CreateTextToVideoSeedance2FastReferenceAudioAudioInput; };

/** One entry of `referenceVideos`. Exactly one of the fields. */
export type CreateTextToVideoSeedance2FastReferenceVideosInput =
  {   /** A video. */
  video: CreateTextToVideoSeedance2FastReferenceVideosVideoInput; };

/** A video. */
export type CreateTextToVideoSeedance2FastReferenceVideosVideoInput = {
  /** The file. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `references`. */
export type CreateTextToVideoSeedance2FastReferencesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** With Runway's model `seedance2`. */
export type CreateTextToVideoSeedance2Input = {
  /** Whether the output has sound. On some models sound costs more. Default: true. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. 4 to 15, whole. At most one of `duration` and `durationAuto`. */
  duration?: number | null | undefined;
  /** Runway's `auto` in place of `duration`. The model chooses the length. Runway reserves credits for the longest output, and gives back what was not used. At most one of `duration` and `durationAuto`. */
  durationAuto?: boolean | null | undefined;
  /** What the output should show, in your own words. 1 to 3500 characters (UTF-16 units). */
  promptText: string;
  /** Size or shape of the output. */
  ratio?: CreateTextToVideoSeedance2Ratio | null | undefined;
  /** Recordings that guide the output. At most 3 entries. */
  referenceAudio?: Array<CreateTextToVideoSeedance2ReferenceAudioInput> | null | undefined;
  /** Videos that guide the output. At most 3 entries. */
  referenceVideos?: Array<CreateTextToVideoSeedance2ReferenceVideosInput> | null | undefined;
  /** Images that guide the output. At most 9 entries. */
  references?: Array<CreateTextToVideoSeedance2ReferencesInput> | null | undefined;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** With Runway's model `seedance2_mini`. */
export type CreateTextToVideoSeedance2MiniInput = {
  /** Whether the output has sound. On some models sound costs more. Default: true. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. 4 to 15, whole. At most one of `duration` and `durationAuto`. */
  duration?: number | null | undefined;
  /** Runway's `auto` in place of `duration`. The model chooses the length. Runway reserves credits for the longest output, and gives back what was not used. At most one of `duration` and `durationAuto`. */
  durationAuto?: boolean | null | undefined;
  /** What the output should show, in your own words. 1 to 3500 characters (UTF-16 units). */
  promptText: string;
  /** Size or shape of the output. */
  ratio?: CreateTextToVideoSeedance2MiniRatio | null | undefined;
  /** Recordings that guide the output. At most 3 entries. */
  referenceAudio?: Array<CreateTextToVideoSeedance2MiniReferenceAudioInput> | null | undefined;
  /** Videos that guide the output. At most 3 entries. */
  referenceVideos?: Array<CreateTextToVideoSeedance2MiniReferenceVideosInput> | null | undefined;
  /** Images that guide the output. At most 9 entries. */
  references?: Array<CreateTextToVideoSeedance2MiniReferencesInput> | null | undefined;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** Values of `ratio` in CreateTextToVideoSeedance2MiniInput. */
export type CreateTextToVideoSeedance2MiniRatio =
  /** 496 × 864 pixels. Runway's `496:864`. */
  | 'RATIO_496_864'
  /** 560 × 752 pixels. Runway's `560:752`. */
  | 'RATIO_560_752'
  /** 640 × 640 pixels. Runway's `640:640`. */
  | 'RATIO_640_640'
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 752 × 560 pixels. Runway's `752:560`. */
  | 'RATIO_752_560'
  /** 834 × 1112 pixels. Runway's `834:1112`. */
  | 'RATIO_834_1112'
  /** 864 × 496 pixels. Runway's `864:496`. */
  | 'RATIO_864_496'
  /** 960 × 960 pixels. Runway's `960:960`. */
  | 'RATIO_960_960'
  /** 992 × 432 pixels. Runway's `992:432`. */
  | 'RATIO_992_432'
  /** 1112 × 834 pixels. Runway's `1112:834`. */
  | 'RATIO_1112_834'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1470 × 630 pixels. Runway's `1470:630`. */
  | 'RATIO_1470_630';

/** A sound recording. */
export type CreateTextToVideoSeedance2MiniReferenceAudioAudioInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `referenceAudio`. Exactly one of the fields. */
export type CreateTextToVideoSeedance2MiniReferenceAudioInput =
  {   /** A sound recording. */
  audio: CreateTextToVideoSeedance2MiniReferenceAudioAudioInput; };

/** One entry of `referenceVideos`. Exactly one of the fields. */
export type CreateTextToVideoSeedance2MiniReferenceVideosInput =
  {   /** A video. */
  video: CreateTextToVideoSeedance2MiniReferenceVideosVideoInput; };

/** A video. */
export type CreateTextToVideoSeedance2MiniReferenceVideosVideoInput = {
  /** The file. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `references`. */
export type CreateTextToVideoSeedance2MiniReferencesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `ratio` in CreateTextToVideoSeedance2Input. */
export type CreateTextToVideoSeedance2Ratio =
  /** 496 × 864 pixels. Runway's `496:864`. */
  | 'RATIO_496_864'
  /** 560 × 752 pixels. Runway's `560:752`. */
  | 'RATIO_560_752'
  /** 640 × 640 pixels. Runway's `640:640`. */
  | 'RATIO_640_640'
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 752 × 560 pixels. Runway's `752:560`. */
  | 'RATIO_752_560'
  /** 834 × 1112 pixels. Runway's `834:1112`. */
  | 'RATIO_834_1112'
  /** 864 × 496 pixels. Runway's `864:496`. */
  | 'RATIO_864_496'
  /** 960 × 960 pixels. Runway's `960:960`. */
  | 'RATIO_960_960'
  /** 992 × 432 pixels. Runway's `992:432`. */
  | 'RATIO_992_432'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920'
  /** 1112 × 834 pixels. Runway's `1112:834`. */
  | 'RATIO_1112_834'
  /** 1248 × 1664 pixels. Runway's `1248:1664`. */
  | 'RATIO_1248_1664'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1440 × 1440 pixels. Runway's `1440:1440`. */
  | 'RATIO_1440_1440'
  /** 1470 × 630 pixels. Runway's `1470:630`. */
  | 'RATIO_1470_630'
  /** 1664 × 1248 pixels. Runway's `1664:1248`. */
  | 'RATIO_1664_1248'
  /** 1920 × 1080 pixels. Runway's `1920:1080`. */
  | 'RATIO_1920_1080'
  /** 2160 × 3840 pixels. Runway's `2160:3840`. */
  | 'RATIO_2160_3840'
  /** 2206 × 946 pixels. Runway's `2206:946`. */
  | 'RATIO_2206_946'
  /** 2880 × 3840 pixels. Runway's `2880:3840`. */
  | 'RATIO_2880_3840'
  /** 3840 × 1646 pixels. Runway's `3840:1646`. */
  | 'RATIO_3840_1646'
  /** 3840 × 2160 pixels. Runway's `3840:2160`. */
  | 'RATIO_3840_2160'
  /** 3840 × 2880 pixels. Runway's `3840:2880`. */
  | 'RATIO_3840_2880'
  /** 3840 × 3840 pixels. Runway's `3840:3840`. */
  | 'RATIO_3840_3840';

/** A sound recording. */
export type CreateTextToVideoSeedance2ReferenceAudioAudioInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `referenceAudio`. Exactly one of the fields. */
export type CreateTextToVideoSeedance2ReferenceAudioInput =
  {   /** A sound recording. */
  audio: CreateTextToVideoSeedance2ReferenceAudioAudioInput; };

/** One entry of `referenceVideos`. Exactly one of the fields. */
export type CreateTextToVideoSeedance2ReferenceVideosInput =
  {   /** A video. */
  video: CreateTextToVideoSeedance2ReferenceVideosVideoInput; };

/** A video. */
export type CreateTextToVideoSeedance2ReferenceVideosVideoInput = {
  /** The file. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `references`. */
export type CreateTextToVideoSeedance2ReferencesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** With Runway's model `seedance2_5`. */
export type CreateTextToVideoSeedance2_5Input = {
  /** Whether the output has sound. On some models sound costs more. Default: true. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. 4 to 30, whole. At most one of `duration` and `durationAuto`. */
  duration?: number | null | undefined;
  /** Runway's `auto` in place of `duration`. The model chooses the length. Runway reserves credits for the longest output, and gives back what was not used. At most one of `duration` and `durationAuto`. */
  durationAuto?: boolean | null | undefined;
  /** What the output should show, in your own words. 1 to 15000 characters (UTF-16 units). */
  promptText?: string | null | undefined;
  /** Size or shape of the output. */
  ratio?: CreateTextToVideoSeedance2_5Ratio | null | undefined;
  /** Recordings that guide the output. At most 10 entries. */
  referenceAudio?: Array<CreateTextToVideoSeedance2_5ReferenceAudioInput> | null | undefined;
  /** Videos that guide the output. At most 10 entries. */
  referenceVideos?: Array<CreateTextToVideoSeedance2_5ReferenceVideosInput> | null | undefined;
  /** Images that guide the output. At most 30 entries. */
  references?: Array<CreateTextToVideoSeedance2_5ReferencesInput> | null | undefined;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** Values of `ratio` in CreateTextToVideoSeedance2_5Input. */
export type CreateTextToVideoSeedance2_5Ratio =
  /** 480 × 854 pixels. Runway's `480:854`. */
  | 'RATIO_480_854'
  /** 560 × 752 pixels. Runway's `560:752`. */
  | 'RATIO_560_752'
  /** 640 × 640 pixels. Runway's `640:640`. */
  | 'RATIO_640_640'
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 752 × 560 pixels. Runway's `752:560`. */
  | 'RATIO_752_560'
  /** 834 × 1112 pixels. Runway's `834:1112`. */
  | 'RATIO_834_1112'
  /** 854 × 480 pixels. Runway's `854:480`. */
  | 'RATIO_854_480'
  /** 960 × 960 pixels. Runway's `960:960`. */
  | 'RATIO_960_960'
  /** 992 × 432 pixels. Runway's `992:432`. */
  | 'RATIO_992_432'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920'
  /** 1112 × 834 pixels. Runway's `1112:834`. */
  | 'RATIO_1112_834'
  /** 1248 × 1664 pixels. Runway's `1248:1664`. */
  | 'RATIO_1248_1664'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1440 × 1440 pixels. Runway's `1440:1440`. */
  | 'RATIO_1440_1440'
  /** 1470 × 630 pixels. Runway's `1470:630`. */
  | 'RATIO_1470_630'
  /** 1664 × 1248 pixels. Runway's `1664:1248`. */
  | 'RATIO_1664_1248'
  /** 1920 × 1080 pixels. Runway's `1920:1080`. */
  | 'RATIO_1920_1080'
  /** 2206 × 946 pixels. Runway's `2206:946`. */
  | 'RATIO_2206_946';

/** A sound recording. */
export type CreateTextToVideoSeedance2_5ReferenceAudioAudioInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `referenceAudio`. Exactly one of the fields. */
export type CreateTextToVideoSeedance2_5ReferenceAudioInput =
  {   /** A sound recording. */
  audio: CreateTextToVideoSeedance2_5ReferenceAudioAudioInput; };

/** One entry of `referenceVideos`. Exactly one of the fields. */
export type CreateTextToVideoSeedance2_5ReferenceVideosInput =
  {   /** A video. */
  video: CreateTextToVideoSeedance2_5ReferenceVideosVideoInput; };

/** A video. */
export type CreateTextToVideoSeedance2_5ReferenceVideosVideoInput = {
  /** The file. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `references`. */
export type CreateTextToVideoSeedance2_5ReferencesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** With Runway's model `veo3.1_fast`. */
export type CreateTextToVideoVeo3_1FastInput = {
  /** Whether the output has sound. On some models sound costs more. Default: true. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. One of 4, 6, 8. */
  duration?: number | null | undefined;
  /** What the output should not show. 1 to 1000 characters (UTF-16 units). */
  negativePrompt?: string | null | undefined;
  /** What the output should show, in your own words. 1 to 1000 characters (UTF-16 units). */
  promptText: string;
  /** Size or shape of the output. */
  ratio: CreateTextToVideoVeo3_1FastRatio;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** Values of `ratio` in CreateTextToVideoVeo3_1FastInput. */
export type CreateTextToVideoVeo3_1FastRatio =
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1920 × 1080 pixels. Runway's `1920:1080`. */
  | 'RATIO_1920_1080';

/** With Runway's model `veo3.1`. */
export type CreateTextToVideoVeo3_1Input = {
  /** Whether the output has sound. On some models sound costs more. Default: true. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. One of 4, 6, 8. */
  duration?: number | null | undefined;
  /** What the output should not show. 1 to 1000 characters (UTF-16 units). */
  negativePrompt?: string | null | undefined;
  /** What the output should show, in your own words. 1 to 1000 characters (UTF-16 units). */
  promptText: string;
  /** Size or shape of the output. */
  ratio: CreateTextToVideoVeo3_1Ratio;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** Values of `ratio` in CreateTextToVideoVeo3_1Input. */
export type CreateTextToVideoVeo3_1Ratio =
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1920 × 1080 pixels. Runway's `1920:1080`. */
  | 'RATIO_1920_1080';

/** With Runway's model `wan3`. */
export type CreateTextToVideoWan3Input = {
  /** Whether the output has sound. On some models sound costs more. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. 2 to 30, whole. */
  duration?: number | null | undefined;
  /** What the output should show, in your own words. 1 to 20000 characters (UTF-16 units). */
  promptText: string;
  /** Size or shape of the output. */
  ratio?: CreateTextToVideoWan3Ratio | null | undefined;
  /** Recordings that guide the output. At most 5 entries. */
  referenceAudio?: Array<CreateTextToVideoWan3ReferenceAudioInput> | null | undefined;
  /** Videos that guide the output. At most 5 entries. */
  referenceVideos?: Array<CreateTextToVideoWan3ReferenceVideosInput> | null | undefined;
  /** Images that guide the output. At most 10 entries. */
  references?: Array<CreateTextToVideoWan3ReferencesInput> | null | undefined;
};

/** With Runway's model `wan3_prime`. */
export type CreateTextToVideoWan3PrimeInput = {
  /** Whether the output has sound. On some models sound costs more. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. 2 to 30, whole. */
  duration?: number | null | undefined;
  /** What the output should show, in your own words. 1 to 20000 characters (UTF-16 units). */
  promptText: string;
  /** Size or shape of the output. */
  ratio?: CreateTextToVideoWan3PrimeRatio | null | undefined;
  /** Recordings that guide the output. At most 5 entries. */
  referenceAudio?: Array<CreateTextToVideoWan3PrimeReferenceAudioInput> | null | undefined;
  /** Videos that guide the output. At most 5 entries. */
  referenceVideos?: Array<CreateTextToVideoWan3PrimeReferenceVideosInput> | null | undefined;
  /** Images that guide the output. At most 10 entries. */
  references?: Array<CreateTextToVideoWan3PrimeReferencesInput> | null | undefined;
};

/** Values of `ratio` in CreateTextToVideoWan3PrimeInput. */
export type CreateTextToVideoWan3PrimeRatio =
  /** Follows the input image, at 480p. Runway's `auto_480p`. */
  | 'AUTO_480P'
  /** Follows the input image, at 720p. Runway's `auto_720p`. */
  | 'AUTO_720P'
  /** Follows the input image, at 1080p. Runway's `auto_1080p`. */
  | 'AUTO_1080P'
  /** 480 × 832 pixels. Runway's `480:832`. */
  | 'RATIO_480_832'
  /** 544 × 720 pixels. Runway's `544:720`. */
  | 'RATIO_544_720'
  /** 624 × 624 pixels. Runway's `624:624`. */
  | 'RATIO_624_624'
  /** 720 × 544 pixels. Runway's `720:544`. */
  | 'RATIO_720_544'
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 832 × 480 pixels. Runway's `832:480`. */
  | 'RATIO_832_480'
  /** 832 × 1104 pixels. Runway's `832:1104`. */
  | 'RATIO_832_1104'
  /** 960 × 960 pixels. Runway's `960:960`. */
  | 'RATIO_960_960'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920'
  /** 1104 × 832 pixels. Runway's `1104:832`. */
  | 'RATIO_1104_832'
  /** 1248 × 1648 pixels. Runway's `1248:1648`. */
  | 'RATIO_1248_1648'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1440 × 1440 pixels. Runway's `1440:1440`. */
  | 'RATIO_1440_1440'
  /** 1648 × 1248 pixels. Runway's `1648:1248`. */
  | 'RATIO_1648_1248'
  /** 1920 × 1080 pixels. Runway's `1920:1080`. */
  | 'RATIO_1920_1080';

/** A sound recording. */
export type CreateTextToVideoWan3PrimeReferenceAudioAudioInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `referenceAudio`. Exactly one of the fields. */
export type CreateTextToVideoWan3PrimeReferenceAudioInput =
  {   /** A sound recording. */
  audio: CreateTextToVideoWan3PrimeReferenceAudioAudioInput; };

/** One entry of `referenceVideos`. Exactly one of the fields. */
export type CreateTextToVideoWan3PrimeReferenceVideosInput =
  {   /** A video. */
  video: CreateTextToVideoWan3PrimeReferenceVideosVideoInput; };

/** A video. */
export type CreateTextToVideoWan3PrimeReferenceVideosVideoInput = {
  /** The file. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `references`. */
export type CreateTextToVideoWan3PrimeReferencesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `ratio` in CreateTextToVideoWan3Input. */
export type CreateTextToVideoWan3Ratio =
  /** Follows the input image, at 480p. Runway's `auto_480p`. */
  | 'AUTO_480P'
  /** Follows the input image, at 720p. Runway's `auto_720p`. */
  | 'AUTO_720P'
  /** Follows the input image, at 1080p. Runway's `auto_1080p`. */
  | 'AUTO_1080P'
  /** 480 × 832 pixels. Runway's `480:832`. */
  | 'RATIO_480_832'
  /** 544 × 720 pixels. Runway's `544:720`. */
  | 'RATIO_544_720'
  /** 624 × 624 pixels. Runway's `624:624`. */
  | 'RATIO_624_624'
  /** 720 × 544 pixels. Runway's `720:544`. */
  | 'RATIO_720_544'
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 832 × 480 pixels. Runway's `832:480`. */
  | 'RATIO_832_480'
  /** 832 × 1104 pixels. Runway's `832:1104`. */
  | 'RATIO_832_1104'
  /** 960 × 960 pixels. Runway's `960:960`. */
  | 'RATIO_960_960'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920'
  /** 1104 × 832 pixels. Runway's `1104:832`. */
  | 'RATIO_1104_832'
  /** 1248 × 1648 pixels. Runway's `1248:1648`. */
  | 'RATIO_1248_1648'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1440 × 1440 pixels. Runway's `1440:1440`. */
  | 'RATIO_1440_1440'
  /** 1648 × 1248 pixels. Runway's `1648:1248`. */
  | 'RATIO_1648_1248'
  /** 1920 × 1080 pixels. Runway's `1920:1080`. */
  | 'RATIO_1920_1080';

/** A sound recording. */
export type CreateTextToVideoWan3ReferenceAudioAudioInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `referenceAudio`. Exactly one of the fields. */
export type CreateTextToVideoWan3ReferenceAudioInput =
  {   /** A sound recording. */
  audio: CreateTextToVideoWan3ReferenceAudioAudioInput; };

/** One entry of `referenceVideos`. Exactly one of the fields. */
export type CreateTextToVideoWan3ReferenceVideosInput =
  {   /** A video. */
  video: CreateTextToVideoWan3ReferenceVideosVideoInput; };

/** A video. */
export type CreateTextToVideoWan3ReferenceVideosVideoInput = {
  /** The file. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `references`. */
export type CreateTextToVideoWan3ReferencesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** The file to be uploaded. */
export type CreateUploadInput = {
  /** Its name with its real ending, e.g. `photo.png`. 3–255 characters. */
  filename: string;
};

/** What createVideoToHdr takes. Exactly one of the fields. */
export type CreateVideoToHdrInput =
  {   /** With Runway's model `ruby`. */
  ruby: CreateVideoToHdrRubyInput; };

/** With Runway's model `ruby`. */
export type CreateVideoToHdrRubyInput = {
  /** File format of the output. Default: HDR10. */
  outputFormat?: CreateVideoToHdrRubyOutputFormat | null | undefined;
  /** Quality tier of ProRes. Only with a ProRes output format. Default: PRORES_PROFILE_422. */
  proresProfile?: CreateVideoToHdrRubyProresProfile | null | undefined;
  /** The video to work on. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  videoUri: string;
};

/** Values of `outputFormat` in CreateVideoToHdrRubyInput. */
export type CreateVideoToHdrRubyOutputFormat =
  /** MP4: HEVC of 10 bits, BT.2020 with PQ. Runway's `hdr10`. */
  | 'HDR10'
  /** ZIP of OpenEXR frames in scene-referred ACEScg, by the ACES 1.3 output transform. Runway's `hdr_exr_acescg_sequence_1_3`. */
  | 'HDR_EXR_ACESCG_SEQUENCE_1_3'
  /** ZIP of OpenEXR frames in scene-referred ACEScg, by the ACES 2.0 output transform. Runway's `hdr_exr_acescg_sequence_2_0`. */
  | 'HDR_EXR_ACESCG_SEQUENCE_2_0'
  /** ZIP of OpenEXR frames in linear BT.2020. Runway's `hdr_exr_sequence`. */
  | 'HDR_EXR_SEQUENCE'
  /** MOV: ProRes in BT.2020 with PQ. Runway's `hdr_prores`. */
  | 'HDR_PRORES'
  /** MP4: HEVC of 10 bits, BT.2020 with HLG. Runway's `hlg`. */
  | 'HLG';

/** Values of `proresProfile` in CreateVideoToHdrRubyInput. */
export type CreateVideoToHdrRubyProresProfile =
  /** Runway's `422`. */
  | 'PRORES_PROFILE_422'
  /** Runway's `422 HQ`. */
  | 'PRORES_PROFILE_422_HQ'
  /** Runway's `4444`. */
  | 'PRORES_PROFILE_4444';

/** How strictly the request is moderated. */
export type CreateVideoToVideoAleph2ContentModerationInput = {
  /** How strictly well-known people are refused. `LOW` loosens that check and no other. */
  publicFigureThreshold?: CreateVideoToVideoAleph2ContentModerationPublicFigureThreshold | null | undefined;
};

/** Values of `publicFigureThreshold` in CreateVideoToVideoAleph2ContentModerationInput. */
export type CreateVideoToVideoAleph2ContentModerationPublicFigureThreshold =
  /** The usual check. Runway's `auto`. */
  | 'AUTO'
  /** A looser check. Runway's `low`. */
  | 'LOW';

/** With Runway's model `aleph2`. */
export type CreateVideoToVideoAleph2Input = {
  /** How strictly the request is moderated. */
  contentModeration?: CreateVideoToVideoAleph2ContentModerationInput | null | undefined;
  /** Images that guide the output at moments of the input video. Either all have a range or none. 1 to 5 entries. */
  keyframes?: Array<CreateVideoToVideoAleph2KeyframesInput> | null | undefined;
  /** File format of the output. Default: MP4. */
  outputFormat?: CreateVideoToVideoAleph2OutputFormat | null | undefined;
  /** What the output should show, in your own words. 1 to 1000 characters (UTF-16 units). */
  promptText?: string | null | undefined;
  /** Quality tier of ProRes. Only with a ProRes output format. Default: PRORES_PROFILE_4444. */
  proresProfile?: CreateVideoToVideoAleph2ProresProfile | null | undefined;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
  /** The shape that the video is extended to. */
  targetAspectRatio?: CreateVideoToVideoAleph2TargetAspectRatio | null | undefined;
  /** The video to work on. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  videoUri: string;
};

/** An image at a moment given as a fraction of the length. */
export type CreateVideoToVideoAleph2KeyframesAtFractionInput = {
  /** Where the image applies, as a fraction of the length of the input video. 0 to 1. */
  at: number;
  /** The part of the video that is changed. The keyframe must lie in it. */
  range?: CreateVideoToVideoAleph2KeyframesAtFractionRangeInput | null | undefined;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** The part of the video that is changed. The keyframe must lie in it. */
export type CreateVideoToVideoAleph2KeyframesAtFractionRangeInput = {
  /** Where the window ends, in whole seconds of the input video; that second is not in it. At least 1, whole. */
  endSeconds: number;
  /** Where the window begins, in whole seconds of the input video. At least 0, whole. */
  startSeconds: number;
};

/** An image at a moment given in seconds. */
export type CreateVideoToVideoAleph2KeyframesAtSecondsInput = {
  /** The part of the video that is changed. The keyframe must lie in it. */
  range?: CreateVideoToVideoAleph2KeyframesAtSecondsRangeInput | null | undefined;
  /** Where the image applies, in seconds from the start of the input video. 0 to 30. */
  seconds: number;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** The part of the video that is changed. The keyframe must lie in it. */
export type CreateVideoToVideoAleph2KeyframesAtSecondsRangeInput = {
  /** Where the window ends, in whole seconds of the input video; that second is not in it. At least 1, whole. */
  endSeconds: number;
  /** Where the window begins, in whole seconds of the input video. At least 0, whole. */
  startSeconds: number;
};

/** One entry of `keyframes`. Exactly one of the fields. */
export type CreateVideoToVideoAleph2KeyframesInput =
  {   /** An image at a moment given as a fraction of the length. */
  atFraction: CreateVideoToVideoAleph2KeyframesAtFractionInput; atSeconds?: never; }
  |  { atFraction?: never;   /** An image at a moment given in seconds. */
  atSeconds: CreateVideoToVideoAleph2KeyframesAtSecondsInput; };

/** Values of `outputFormat` in CreateVideoToVideoAleph2Input. */
export type CreateVideoToVideoAleph2OutputFormat =
  /** MP4: H.264. Runway's `mp4`. */
  | 'MP4'
  /** ZIP of PNG frames, with the sound as a WAV beside it. Runway's `png_sequence`. */
  | 'PNG_SEQUENCE'
  /** MOV: ProRes. Runway's `prores`. */
  | 'PRORES'
  /** MP4: HEVC of 10 bits in Rec.709. Runway's `sdr_rec709_10bit`. */
  | 'SDR_REC709_10BIT';

/** Values of `proresProfile` in CreateVideoToVideoAleph2Input. */
export type CreateVideoToVideoAleph2ProresProfile =
  /** Runway's `422`. */
  | 'PRORES_PROFILE_422'
  /** Runway's `422 HQ`. */
  | 'PRORES_PROFILE_422_HQ'
  /** Runway's `422 LT`. */
  | 'PRORES_PROFILE_422_LT'
  /** Runway's `422 Proxy`. */
  | 'PRORES_PROFILE_422_PROXY'
  /** Runway's `4444`. */
  | 'PRORES_PROFILE_4444'
  /** Runway's `4444 XQ`. */
  | 'PRORES_PROFILE_4444_XQ';

/** Values of `targetAspectRatio` in CreateVideoToVideoAleph2Input. */
export type CreateVideoToVideoAleph2TargetAspectRatio =
  /** 1 to 1. Runway's `1:1`. */
  | 'TARGET_ASPECT_RATIO_1_1'
  /** 2 to 3. Runway's `2:3`. */
  | 'TARGET_ASPECT_RATIO_2_3'
  /** 3 to 2. Runway's `3:2`. */
  | 'TARGET_ASPECT_RATIO_3_2'
  /** 3 to 4. Runway's `3:4`. */
  | 'TARGET_ASPECT_RATIO_3_4'
  /** 4 to 3. Runway's `4:3`. */
  | 'TARGET_ASPECT_RATIO_4_3'
  /** 9 to 16. Runway's `9:16`. */
  | 'TARGET_ASPECT_RATIO_9_16'
  /** 16 to 9. Runway's `16:9`. */
  | 'TARGET_ASPECT_RATIO_16_9'
  /** 21 to 9. Runway's `21:9`. */
  | 'TARGET_ASPECT_RATIO_21_9';

/** With Runway's model `gemini_omni_flash_1.1`. */
export type CreateVideoToVideoGeminiOmniFlash1_1Input = {
  /** Length of the output in seconds; with the mode `EXTEND`, the length that is added. At least 1, whole. At most one of `duration` and `durationAuto`. */
  duration?: number | null | undefined;
  /** Runway's `auto` in place of `duration`. The model chooses the length. Runway reserves credits for the longest output, and gives back what was not used. At most one of `duration` and `durationAuto`. */
  durationAuto?: boolean | null | undefined;
  /** What is done with the input video. `extend` and `edit` need a prompt and refuse a ratio; `edit` needs `durationAuto`. */
  mode?: CreateVideoToVideoGeminiOmniFlash1_1Mode | null | undefined;
  /** What the output should show, in your own words. At least 1 character (UTF-16 unit). */
  promptText: string;
  /** Size or shape of the output. */
  ratio?: CreateVideoToVideoGeminiOmniFlash1_1Ratio | null | undefined;
  /** Images that guide the output. At most 5 entries. */
  references?: Array<CreateVideoToVideoGeminiOmniFlash1_1ReferencesInput> | null | undefined;
  /** The video to work on. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  videoUri: string;
};

/** Values of `mode` in CreateVideoToVideoGeminiOmniFlash1_1Input. */
export type CreateVideoToVideoGeminiOmniFlash1_1Mode =
  /** Changes the input video as the prompt says. Runway's `edit`. */
  | 'EDIT'
  /** Goes on where the input video ends. Runway's `extend`. */
  | 'EXTEND'
  /** Makes a new video that is guided by the input video. Runway's `reference`. */
  | 'REFERENCE';

/** Values of `ratio` in CreateVideoToVideoGeminiOmniFlash1_1Input. */
export type CreateVideoToVideoGeminiOmniFlash1_1Ratio =
  /** 360 × 640 pixels. Runway's `360:640`. */
  | 'RATIO_360_640'
  /** 640 × 360 pixels. Runway's `640:360`. */
  | 'RATIO_640_360'
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1920 × 1080 pixels. Runway's `1920:1080`. */
  | 'RATIO_1920_1080'
  /** 2160 × 3840 pixels. Runway's `2160:3840`. */
  | 'RATIO_2160_3840'
  /** 3840 × 2160 pixels. Runway's `3840:2160`. */
  | 'RATIO_3840_2160';

/** One entry of `references`. */
export type CreateVideoToVideoGeminiOmniFlash1_1ReferencesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** With Runway's model `gemini_omni_flash`. */
export type CreateVideoToVideoGeminiOmniFlashInput = {
  /** What the output should show, in your own words. 1 to 4000 characters (UTF-16 units). */
  promptText: string;
  /** Images that guide the output. At most 5 entries. */
  references?: Array<CreateVideoToVideoGeminiOmniFlashReferencesInput> | null | undefined;
  /** The video to work on. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  videoUri: string;
};

/** One entry of `references`. */
export type CreateVideoToVideoGeminiOmniFlashReferencesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** With Runway's model `hailuo3`. */
export type CreateVideoToVideoHailuo3Input = {
  /** Length of the output in seconds. 5 to 15, whole. */
  duration?: number | null | undefined;
  /** What the output should show, in your own words. 1 to 6000 characters (UTF-16 units). */
  promptText: string;
  /** The video to work on. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  promptVideo: string;
  /** Size or shape of the output. */
  ratio?: CreateVideoToVideoHailuo3Ratio | null | undefined;
  /** Recordings that guide the output. At most 3 entries. */
  referenceAudio?: Array<CreateVideoToVideoHailuo3ReferenceAudioInput> | null | undefined;
  /** Videos that guide the output. At most 2 entries. */
  referenceVideos?: Array<CreateVideoToVideoHailuo3ReferenceVideosInput> | null | undefined;
  /** Images that guide the output. At most 9 entries. */
  references?: Array<CreateVideoToVideoHailuo3ReferencesInput> | null | undefined;
  /** Resolution of the output. */
  resolution?: CreateVideoToVideoHailuo3Resolution | null | undefined;
};

/** Values of `ratio` in CreateVideoToVideoHailuo3Input. */
export type CreateVideoToVideoHailuo3Ratio =
  /** Follows the references, of which there must be one. Runway's `adaptive`. */
  | 'ADAPTIVE'
  /** 1 to 1. Runway's `1:1`. */
  | 'RATIO_1_1'
  /** 3 to 4. Runway's `3:4`. */
  | 'RATIO_3_4'
  /** 4 to 3. Runway's `4:3`. */
  | 'RATIO_4_3'
  /** 9 to 16. Runway's `9:16`. */
  | 'RATIO_9_16'
  /** 16 to 9. Runway's `16:9`. */
  | 'RATIO_16_9'
  /** 21 to 9. Runway's `21:9`. */
  | 'RATIO_21_9';

/** A sound recording. */
export type CreateVideoToVideoHailuo3ReferenceAudioAudioInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `referenceAudio`. Exactly one of the fields. */
export type CreateVideoToVideoHailuo3ReferenceAudioInput =
  {   /** A sound recording. */
  audio: CreateVideoToVideoHailuo3ReferenceAudioAudioInput; };

/** One entry of `referenceVideos`. Exactly one of the fields. */
export type CreateVideoToVideoHailuo3ReferenceVideosInput =
  {   /** A video. */
  video: CreateVideoToVideoHailuo3ReferenceVideosVideoInput; };

/** A video. */
export type CreateVideoToVideoHailuo3ReferenceVideosVideoInput = {
  /** The file. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `references`. */
export type CreateVideoToVideoHailuo3ReferencesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `resolution` in CreateVideoToVideoHailuo3Input. */
export type CreateVideoToVideoHailuo3Resolution =
  /** Runway's `2k`. */
  | 'RESOLUTION_2K'
  /** Runway's `768p`. */
  | 'RESOLUTION_768P';

/** What createVideoToVideo takes. Exactly one of the fields. */
export type CreateVideoToVideoInput =
  {   /** With Runway's model `aleph2`. */
  aleph2: CreateVideoToVideoAleph2Input; geminiOmniFlash?: never; geminiOmniFlash1_1?: never; hailuo3?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; }
  |  { aleph2?: never;   /** With Runway's model `gemini_omni_flash`. */
  geminiOmniFlash: CreateVideoToVideoGeminiOmniFlashInput; geminiOmniFlash1_1?: never; hailuo3?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; }
  |  { aleph2?: never; geminiOmniFlash?: never;   /** With Runway's model `gemini_omni_flash_1.1`. */
  geminiOmniFlash1_1: CreateVideoToVideoGeminiOmniFlash1_1Input; hailuo3?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; }
  |  { aleph2?: never; geminiOmniFlash?: never; geminiOmniFlash1_1?: never;   /** With Runway's model `hailuo3`. */
  hailuo3: CreateVideoToVideoHailuo3Input; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; }
  |  { aleph2?: never; geminiOmniFlash?: never; geminiOmniFlash1_1?: never; hailuo3?: never;   /** With Runway's model `seedance2`. */
  seedance2: CreateVideoToVideoSeedance2Input; seedance2Fast?: never; seedance2Mini?: never; seedance2_5?: never; }
  |  { aleph2?: never; geminiOmniFlash?: never; geminiOmniFlash1_1?: never; hailuo3?: never; seedance2?: never;   /** With Runway's model `seedance2_fast`. */
  seedance2Fast: CreateVideoToVideoSeedance2FastInput; seedance2Mini?: never; seedance2_5?: never; }
  |  { aleph2?: never; geminiOmniFlash?: never; geminiOmniFlash1_1?: never; hailuo3?: never; seedance2?: never; seedance2Fast?: never;   /** With Runway's model `seedance2_mini`. */
  seedance2Mini: CreateVideoToVideoSeedance2MiniInput; seedance2_5?: never; }
  |  { aleph2?: never; geminiOmniFlash?: never; geminiOmniFlash1_1?: never; hailuo3?: never; seedance2?: never; seedance2Fast?: never; seedance2Mini?: never;   /** With Runway's model `seedance2_5`. */
  seedance2_5: CreateVideoToVideoSeedance2_5Input; };

/** With Runway's model `seedance2_fast`. */
export type CreateVideoToVideoSeedance2FastInput = {
  /** Whether the output has sound. On some models sound costs more. Default: true. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. 4 to 15, whole. At most one of `duration` and `durationAuto`. */
  duration?: number | null | undefined;
  /** Runway's `auto` in place of `duration`. The model chooses the length. Runway reserves credits for the longest output, and gives back what was not used. At most one of `duration` and `durationAuto`. */
  durationAuto?: boolean | null | undefined;
  /** What the output should show, in your own words. 1 to 3500 characters (UTF-16 units). */
  promptText?: string | null | undefined;
  /** The video to work on. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  promptVideo: string;
  /** Size or shape of the output. */
  ratio?: CreateVideoToVideoSeedance2FastRatio | null | undefined;
  /** Recordings that guide the output. At most 3 entries. */
  referenceAudio?: Array<CreateVideoToVideoSeedance2FastReferenceAudioInput> | null | undefined;
  /** Videos that guide the output. At most 3 entries. */
  referenceVideos?: Array<CreateVideoToVideoSeedance2FastReferenceVideosInput> | null | undefined;
  /** Images that guide the output. At most 9 entries. */
  references?: Array<CreateVideoToVideoSeedance2FastReferencesInput> | null | undefined;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** Values of `ratio` in CreateVideoToVideoSeedance2FastInput. */
export type CreateVideoToVideoSeedance2FastRatio =
  /** 496 × 864 pixels. Runway's `496:864`. */
  | 'RATIO_496_864'
  /** 560 × 752 pixels. Runway's `560:752`. */
  | 'RATIO_560_752'
  /** 640 × 640 pixels. Runway's `640:640`. */
  | 'RATIO_640_640'
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 752 × 560 pixels. Runway's `752:560`. */
  | 'RATIO_752_560'
  /** 834 × 1112 pixels. Runway's `834:1112`. */
  | 'RATIO_834_1112'
  /** 864 × 496 pixels. Runway's `864:496`. */
  | 'RATIO_864_496'
  /** 960 × 960 pixels. Runway's `960:960`. */
  | 'RATIO_960_960'
  /** 992 × 432 pixels. Runway's `992:432`. */
  | 'RATIO_992_432'
  /** 1112 × 834 pixels. Runway's `1112:834`. */
  | 'RATIO_1112_834'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1470 × 630 pixels. Runway's `1470:630`. */
  | 'RATIO_1470_630';

/** A sound recording. */
export type CreateVideoToVideoSeedance2FastReferenceAudioAudioInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `referenceAudio`. Exactly one of the fields. */
export type CreateVideoToVideoSeedance2FastReferenceAudioInput =
  {   /** A sound recording. */
  audio: CreateVideoToVideoSeedance2FastReferenceAudioAudioInput; };

/** One entry of `referenceVideos`. Exactly one of the fields. */
export type CreateVideoToVideoSeedance2FastReferenceVideosInput =
  {   /** A video. */
  video: CreateVideoToVideoSeedance2FastReferenceVideosVideoInput; };

/** A video. */
export type CreateVideoToVideoSeedance2FastReferenceVideosVideoInput = {
  /** The file. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `references`. */
export type CreateVideoToVideoSeedance2FastReferencesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** With Runway's model `seedance2`. */
export type CreateVideoToVideoSeedance2Input = {
  /** Whether the output has sound. On some models sound costs more. Default: true. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. 4 to 15, whole. At most one of `duration` and `durationAuto`. */
  duration?: number | null | undefined;
  /** Runway's `auto` in place of `duration`. The model chooses the length. Runway reserves credits for the longest output, and gives back what was not used. At most one of `duration` and `durationAuto`. */
  durationAuto?: boolean | null | undefined;
  /** What the output should show, in your own words. 1 to 3500 characters (UTF-16 units). */
  promptText?: string | null | undefined;
  /** The video to work on. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  promptVideo: string;
  /** Size or shape of the output. */
  ratio?: CreateVideoToVideoSeedance2Ratio | null | undefined;
  /** Recordings that guide the output. At most 3 entries. */
  referenceAudio?: Array<CreateVideoToVideoSeedance2ReferenceAudioInput> | null | undefined;
  /** Videos that guide the output. At most 3 entries. */
  referenceVideos?: Array<CreateVideoToVideoSeedance2ReferenceVideosInput> | null | undefined;
  /** Images that guide the output. At most 9 entries. */
  references?: Array<CreateVideoToVideoSeedance2ReferencesInput> | null | undefined;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** With Runway's model `seedance2_mini`. */
export type CreateVideoToVideoSeedance2MiniInput = {
  /** Whether the output has sound. On some models sound costs more. Default: true. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. 4 to 15, whole. At most one of `duration` and `durationAuto`. */
  duration?: number | null | undefined;
  /** Runway's `auto` in place of `duration`. The model chooses the length. Runway reserves credits for the longest output, and gives back what was not used. At most one of `duration` and `durationAuto`. */
  durationAuto?: boolean | null | undefined;
  /** What the output should show, in your own words. 1 to 3500 characters (UTF-16 units). */
  promptText?: string | null | undefined;
  /** The video to work on. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  promptVideo: string;
  /** Size or shape of the output. */
  ratio?: CreateVideoToVideoSeedance2MiniRatio | null | undefined;
  /** Recordings that guide the output. At most 3 entries. */
  referenceAudio?: Array<CreateVideoToVideoSeedance2MiniReferenceAudioInput> | null | undefined;
  /** Videos that guide the output. At most 3 entries. */
  referenceVideos?: Array<CreateVideoToVideoSeedance2MiniReferenceVideosInput> | null | undefined;
  /** Images that guide the output. At most 9 entries. */
  references?: Array<CreateVideoToVideoSeedance2MiniReferencesInput> | null | undefined;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** Values of `ratio` in CreateVideoToVideoSeedance2MiniInput. */
export type CreateVideoToVideoSeedance2MiniRatio =
  /** 496 × 864 pixels. Runway's `496:864`. */
  | 'RATIO_496_864'
  /** 560 × 752 pixels. Runway's `560:752`. */
  | 'RATIO_560_752'
  /** 640 × 640 pixels. Runway's `640:640`. */
  | 'RATIO_640_640'
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 752 × 560 pixels. Runway's `752:560`. */
  | 'RATIO_752_560'
  /** 834 × 1112 pixels. Runway's `834:1112`. */
  | 'RATIO_834_1112'
  /** 864 × 496 pixels. Runway's `864:496`. */
  | 'RATIO_864_496'
  /** 960 × 960 pixels. Runway's `960:960`. */
  | 'RATIO_960_960'
  /** 992 × 432 pixels. Runway's `992:432`. */
  | 'RATIO_992_432'
  /** 1112 × 834 pixels. Runway's `1112:834`. */
  | 'RATIO_1112_834'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1470 × 630 pixels. Runway's `1470:630`. */
  | 'RATIO_1470_630';

/** A sound recording. */
export type CreateVideoToVideoSeedance2MiniReferenceAudioAudioInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `referenceAudio`. Exactly one of the fields. */
export type CreateVideoToVideoSeedance2MiniReferenceAudioInput =
  {   /** A sound recording. */
  audio: CreateVideoToVideoSeedance2MiniReferenceAudioAudioInput; };

/** One entry of `referenceVideos`. Exactly one of the fields. */
export type CreateVideoToVideoSeedance2MiniReferenceVideosInput =
  {   /** A video. */
  video: CreateVideoToVideoSeedance2MiniReferenceVideosVideoInput; };

/** A video. */
export type CreateVideoToVideoSeedance2MiniReferenceVideosVideoInput = {
  /** The file. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `references`. */
export type CreateVideoToVideoSeedance2MiniReferencesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `ratio` in CreateVideoToVideoSeedance2Input. */
export type CreateVideoToVideoSeedance2Ratio =
  /** 496 × 864 pixels. Runway's `496:864`. */
  | 'RATIO_496_864'
  /** 560 × 752 pixels. Runway's `560:752`. */
  | 'RATIO_560_752'
  /** 640 × 640 pixels. Runway's `640:640`. */
  | 'RATIO_640_640'
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 752 × 560 pixels. Runway's `752:560`. */
  | 'RATIO_752_560'
  /** 834 × 1112 pixels. Runway's `834:1112`. */
  | 'RATIO_834_1112'
  /** 864 × 496 pixels. Runway's `864:496`. */
  | 'RATIO_864_496'
  /** 960 × 960 pixels. Runway's `960:960`. */
  | 'RATIO_960_960'
  /** 992 × 432 pixels. Runway's `992:432`. */
  | 'RATIO_992_432'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920'
  /** 1112 × 834 pixels. Runway's `1112:834`. */
  | 'RATIO_1112_834'
  /** 1248 × 1664 pixels. Runway's `1248:1664`. */
  | 'RATIO_1248_1664'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1440 × 1440 pixels. Runway's `1440:1440`. */
  | 'RATIO_1440_1440'
  /** 1470 × 630 pixels. Runway's `1470:630`. */
  | 'RATIO_1470_630'
  /** 1664 × 1248 pixels. Runway's `1664:1248`. */
  | 'RATIO_1664_1248'
  /** 1920 × 1080 pixels. Runway's `1920:1080`. */
  | 'RATIO_1920_1080'
  /** 2160 × 3840 pixels. Runway's `2160:3840`. */
  | 'RATIO_2160_3840'
  /** 2206 × 946 pixels. Runway's `2206:946`. */
  | 'RATIO_2206_946'
  /** 2880 × 3840 pixels. Runway's `2880:3840`. */
  | 'RATIO_2880_3840'
  /** 3840 × 1646 pixels. Runway's `3840:1646`. */
  | 'RATIO_3840_1646'
  /** 3840 × 2160 pixels. Runway's `3840:2160`. */
  | 'RATIO_3840_2160'
  /** 3840 × 2880 pixels. Runway's `3840:2880`. */
  | 'RATIO_3840_2880'
  /** 3840 × 3840 pixels. Runway's `3840:3840`. */
  | 'RATIO_3840_3840';

/** A sound recording. */
export type CreateVideoToVideoSeedance2ReferenceAudioAudioInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `referenceAudio`. Exactly one of the fields. */
export type CreateVideoToVideoSeedance2ReferenceAudioInput =
  {   /** A sound recording. */
  audio: CreateVideoToVideoSeedance2ReferenceAudioAudioInput; };

/** One entry of `referenceVideos`. Exactly one of the fields. */
export type CreateVideoToVideoSeedance2ReferenceVideosInput =
  {   /** A video. */
  video: CreateVideoToVideoSeedance2ReferenceVideosVideoInput; };

/** A video. */
export type CreateVideoToVideoSeedance2ReferenceVideosVideoInput = {
  /** The file. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `references`. */
export type CreateVideoToVideoSeedance2ReferencesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** With Runway's model `seedance2_5`. */
export type CreateVideoToVideoSeedance2_5Input = {
  /** Whether the output has sound. On some models sound costs more. Default: true. */
  audio?: boolean | null | undefined;
  /** Length of the output in seconds. 4 to 30, whole. Default: 5. At most one of `duration` and `durationAuto`. */
  duration?: number | null | undefined;
  /** Runway's `auto` in place of `duration`. The model chooses the length. Runway reserves credits for the longest output, and gives back what was not used. At most one of `duration` and `durationAuto`. */
  durationAuto?: boolean | null | undefined;
  /** What is done with the input video. `extend` and `edit` need a prompt and refuse a ratio; `edit` needs `durationAuto`. Default: REFERENCE. */
  mode?: CreateVideoToVideoSeedance2_5Mode | null | undefined;
  /** What the output should show, in your own words. 1 to 15000 characters (UTF-16 units). */
  promptText?: string | null | undefined;
  /** The video to work on. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  promptVideo: string;
  /** Size or shape of the output. */
  ratio?: CreateVideoToVideoSeedance2_5Ratio | null | undefined;
  /** Recordings that guide the output. At most 10 entries. */
  referenceAudio?: Array<CreateVideoToVideoSeedance2_5ReferenceAudioInput> | null | undefined;
  /** Videos that guide the output. At most 9 entries. */
  referenceVideos?: Array<CreateVideoToVideoSeedance2_5ReferenceVideosInput> | null | undefined;
  /** Images that guide the output. At most 30 entries. */
  references?: Array<CreateVideoToVideoSeedance2_5ReferencesInput> | null | undefined;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** Values of `mode` in CreateVideoToVideoSeedance2_5Input. */
export type CreateVideoToVideoSeedance2_5Mode =
  /** Changes the input video as the prompt says. Runway's `edit`. */
  | 'EDIT'
  /** Goes on where the input video ends. Runway's `extend`. */
  | 'EXTEND'
  /** Makes a new video that is guided by the input video. Runway's `reference`. */
  | 'REFERENCE';

/** Values of `ratio` in CreateVideoToVideoSeedance2_5Input. */
export type CreateVideoToVideoSeedance2_5Ratio =
  /** 480 × 854 pixels. Runway's `480:854`. */
  | 'RATIO_480_854'
  /** 560 × 752 pixels. Runway's `560:752`. */
  | 'RATIO_560_752'
  /** 640 × 640 pixels. Runway's `640:640`. */
  | 'RATIO_640_640'
  /** 720 × 1280 pixels. Runway's `720:1280`. */
  | 'RATIO_720_1280'
  /** 752 × 560 pixels. Runway's `752:560`. */
  | 'RATIO_752_560'
  /** 834 × 1112 pixels. Runway's `834:1112`. */
  | 'RATIO_834_1112'
  /** 854 × 480 pixels. Runway's `854:480`. */
  | 'RATIO_854_480'
  /** 960 × 960 pixels. Runway's `960:960`. */
  | 'RATIO_960_960'
  /** 992 × 432 pixels. Runway's `992:432`. */
  | 'RATIO_992_432'
  /** 1080 × 1920 pixels. Runway's `1080:1920`. */
  | 'RATIO_1080_1920'
  /** 1112 × 834 pixels. Runway's `1112:834`. */
  | 'RATIO_1112_834'
  /** 1248 × 1664 pixels. Runway's `1248:1664`. */
  | 'RATIO_1248_1664'
  /** 1280 × 720 pixels. Runway's `1280:720`. */
  | 'RATIO_1280_720'
  /** 1440 × 1440 pixels. Runway's `1440:1440`. */
  | 'RATIO_1440_1440'
  /** 1470 × 630 pixels. Runway's `1470:630`. */
  | 'RATIO_1470_630'
  /** 1664 × 1248 pixels. Runway's `1664:1248`. */
  | 'RATIO_1664_1248'
  /** 1920 × 1080 pixels. Runway's `1920:1080`. */
  | 'RATIO_1920_1080'
  /** 2206 × 946 pixels. Runway's `2206:946`. */
  | 'RATIO_2206_946';

/** A sound recording. */
export type CreateVideoToVideoSeedance2_5ReferenceAudioAudioInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `referenceAudio`. Exactly one of the fields. */
export type CreateVideoToVideoSeedance2_5ReferenceAudioInput =
  {   /** A sound recording. */
  audio: CreateVideoToVideoSeedance2_5ReferenceAudioAudioInput; };

/** One entry of `referenceVideos`. Exactly one of the fields. */
export type CreateVideoToVideoSeedance2_5ReferenceVideosInput =
  {   /** A video. */
  video: CreateVideoToVideoSeedance2_5ReferenceVideosVideoInput; };

/** A video. */
export type CreateVideoToVideoSeedance2_5ReferenceVideosVideoInput = {
  /** The file. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `references`. */
export type CreateVideoToVideoSeedance2_5ReferencesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** With Runway's model `enhance_frame_rate`. */
export type CreateVideoUpscaleEnhanceFrameRateInput = {
  /** Frames per second of the output. */
  targetFramerate: CreateVideoUpscaleEnhanceFrameRateTargetFramerate;
  /** The video to work on. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  videoUri: string;
};

/** Values of `targetFramerate` in CreateVideoUpscaleEnhanceFrameRateInput. */
export type CreateVideoUpscaleEnhanceFrameRateTargetFramerate =
  /** Runway's `23_98`. */
  | 'TARGET_FRAMERATE_23_98'
  /** Runway's `24`. */
  | 'TARGET_FRAMERATE_24'
  /** Runway's `25`. */
  | 'TARGET_FRAMERATE_25'
  /** Runway's `29_97`. */
  | 'TARGET_FRAMERATE_29_97'
  /** Runway's `30`. */
  | 'TARGET_FRAMERATE_30'
  /** Runway's `48`. */
  | 'TARGET_FRAMERATE_48'
  /** Runway's `50`. */
  | 'TARGET_FRAMERATE_50'
  /** Runway's `59_94`. */
  | 'TARGET_FRAMERATE_59_94'
  /** Runway's `60`. */
  | 'TARGET_FRAMERATE_60'
  /** Runway's `120`. */
  | 'TARGET_FRAMERATE_120';

/** What createVideoUpscale takes. Exactly one of the fields. */
export type CreateVideoUpscaleInput =
  {   /** With Runway's model `enhance_frame_rate`. */
  enhanceFrameRate: CreateVideoUpscaleEnhanceFrameRateInput; magnificVideoUpscalerCreative?: never; }
  |  { enhanceFrameRate?: never;   /** With Runway's model `magnific_video_upscaler_creative`. */
  magnificVideoUpscalerCreative: CreateVideoUpscaleMagnificVideoUpscalerCreativeInput; };

/** Values of `flavor` in CreateVideoUpscaleMagnificVideoUpscalerCreativeInput. */
export type CreateVideoUpscaleMagnificVideoUpscalerCreativeFlavor =
  /** Keeps to the source. Runway's `natural`. */
  | 'NATURAL'
  /** More colour and detail. Runway's `vivid`. */
  | 'VIVID';

/** With Runway's model `magnific_video_upscaler_creative`. */
export type CreateVideoUpscaleMagnificVideoUpscalerCreativeInput = {
  /** How much detail is invented: 0 keeps to the source. 0 to 100, whole. */
  creativity?: number | null | undefined;
  /** What the enlargement is tuned for. */
  flavor?: CreateVideoUpscaleMagnificVideoUpscalerCreativeFlavor | null | undefined;
  /** Whether the output gets more frames per second. */
  fpsBoost?: boolean | null | undefined;
  /** Resolution of the output. Default: RESOLUTION_2K. */
  resolution?: CreateVideoUpscaleMagnificVideoUpscalerCreativeResolution | null | undefined;
  /** How much edges are sharpened: 0 is not at all. 0 to 100, whole. */
  sharpen?: number | null | undefined;
  /** How much grain and texture is added. 0 to 100, whole. */
  smartGrain?: number | null | undefined;
  /** The video to work on. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  videoUri: string;
};

/** Values of `resolution` in CreateVideoUpscaleMagnificVideoUpscalerCreativeInput. */
export type CreateVideoUpscaleMagnificVideoUpscalerCreativeResolution =
  /** Runway's `1k`. */
  | 'RESOLUTION_1K'
  /** Runway's `2k`. */
  | 'RESOLUTION_2K'
  /** Runway's `4k`. */
  | 'RESOLUTION_4K'
  /** Runway's `720p`. */
  | 'RESOLUTION_720P';

/** With Runway's model `eleven_voice_dubbing`. */
export type CreateVoiceDubbingElevenVoiceDubbingInput = {
  /** The recording to work on. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  audioUri: string;
  /** Whether a generic voice replaces the cloned one. */
  disableVoiceCloning?: boolean | null | undefined;
  /** Whether the background is left out of the dubbed recording. */
  dropBackgroundAudio?: boolean | null | undefined;
  /** How many people speak. Without it the number is detected. At least 1, whole. */
  numSpeakers?: number | null | undefined;
  /** The language to dub into. */
  targetLang: CreateVoiceDubbingElevenVoiceDubbingTargetLang;
};

/** Values of `targetLang` in CreateVoiceDubbingElevenVoiceDubbingInput. */
export type CreateVoiceDubbingElevenVoiceDubbingTargetLang =
  /** Runway's `ar`. */
  | 'AR'
  /** Runway's `bg`. */
  | 'BG'
  /** Runway's `cs`. */
  | 'CS'
  /** Runway's `da`. */
  | 'DA'
  /** Runway's `de`. */
  | 'DE'
  /** Runway's `el`. */
  | 'EL'
  /** Runway's `en`. */
  | 'EN'
  /** Runway's `es`. */
  | 'ES'
  /** Runway's `fi`. */
  | 'FI'
  /** Runway's `fil`. */
  | 'FIL'
  /** Runway's `fr`. */
  | 'FR'
  /** Runway's `hi`. */
  | 'HI'
  /** Runway's `hr`. */
  | 'HR'
  /** Runway's `id`. */
  | 'ID'
  /** Runway's `it`. */
  | 'IT'
  /** Runway's `ja`. */
  | 'JA'
  /** Runway's `ko`. */
  | 'KO'
  /** Runway's `ms`. */
  | 'MS'
  /** Runway's `nl`. */
  | 'NL'
  /** Runway's `pl`. */
  | 'PL'
  /** Runway's `pt`. */
  | 'PT'
  /** Runway's `ro`. */
  | 'RO'
  /** Runway's `ru`. */
  | 'RU'
  /** Runway's `sk`. */
  | 'SK'
  /** Runway's `sv`. */
  | 'SV'
  /** Runway's `ta`. */
  | 'TA'
  /** Runway's `tr`. */
  | 'TR'
  /** Runway's `uk`. */
  | 'UK'
  /** Runway's `zh`. */
  | 'ZH';

/** What createVoiceDubbing takes. Exactly one of the fields. */
export type CreateVoiceDubbingInput =
  {   /** With Runway's model `eleven_voice_dubbing`. */
  elevenVoiceDubbing: CreateVoiceDubbingElevenVoiceDubbingInput; };

/** A recording, whose voice is cloned. */
export type CreateVoiceFromAudioInput = {
  /** The recording. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  audio: string;
};

/** What the voice is made of. Exactly one of the fields. */
export type CreateVoiceFromInput =
  {   /** A recording, whose voice is cloned. */
  audio: CreateVoiceFromAudioInput; text?: never; }
  |  { audio?: never;   /** A description of how the voice sounds. */
  text: CreateVoiceFromTextInput; };

/** A description of how the voice sounds. */
export type CreateVoiceFromTextInput = {
  /** The model that designs the voice. */
  model: CreateVoiceFromTextModel;
  /** How the voice sounds, in your own words. 20 to 1000 characters (UTF-16 units). */
  prompt: string;
};

/** Values of `model` in CreateVoiceFromTextInput. */
export type CreateVoiceFromTextModel =
  /** The generation before the newest. Runway's `eleven_multilingual_ttv_v2`. */
  | 'ELEVEN_MULTILINGUAL_TTV_V2'
  /** The newest. Runway's `eleven_ttv_v3`. */
  | 'ELEVEN_TTV_V3';

/** What createVoice takes. */
export type CreateVoiceInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). Null: none. */
  description?: string | null | undefined;
  /** What the voice is made of. */
  from: CreateVoiceFromInput;
  /** What it is called. 1 to 100 characters (UTF-16 units). */
  name: string;
};

/** With Runway's model `eleven_voice_isolation`. */
export type CreateVoiceIsolationElevenVoiceIsolationInput = {
  /** The recording to work on. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  audioUri: string;
};

/** What createVoiceIsolation takes. Exactly one of the fields. */
export type CreateVoiceIsolationInput =
  {   /** With Runway's model `eleven_voice_isolation`. */
  elevenVoiceIsolation: CreateVoiceIsolationElevenVoiceIsolationInput; };

/** A webhook to be made. */
export type CreateWebhookInput = {
  /** Its events. Default: SUCCEEDED, FAILED, CANCELLED and UNCONFIRMED. At least one. */
  events?: Array<WebhookEvent> | null | undefined;
  /** Only tasks with one of these labels; without it, all. At most 50, 1–100 characters each. */
  labels?: Array<string> | null | undefined;
  /** Only tasks of these operations; without it, all. At most 50. */
  operations?: Array<TaskOperation> | null | undefined;
  /** Its address: https, on the public internet, without a user, on port 443 or one from 1024 on. At most 2,000 characters. */
  url: string;
};

/** What a credential is. */
export type CredentialKind =
  /** An access token of an OAuth issuer that the operator trusts. */
  | 'ISSUER'
  /** An API key of this gateway. */
  | 'KEY'
  /** A short-lived token that was issued for an API key (`issueToken`). */
  | 'TOKEN';

/** The request to estimate: the input of exactly one mutation that submits to Runway. */
export type EstimateInput =
  {   /** As the `input` of `createAdLocalization`. */
  createAdLocalization: CreateAdLocalizationInput; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never;   /** As the `input` of `createAvatar`. */
  createAvatar: CreateAvatarInput; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never;   /** As the `input` of `createAvatarVideo`. */
  createAvatarVideo: CreateAvatarVideoInput; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never;   /** As the `input` of `createCharacterPerformance`. */
  createCharacterPerformance: CreateCharacterPerformanceInput; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never;   /** As the `input` of `createDocument`. */
  createDocument: CreateDocumentInput; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never;   /** As the `input` of `createImageToVideo`. */
  createImageToVideo: CreateImageToVideoInput; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never;   /** As the `input` of `createImageUpscale`. */
  createImageUpscale: CreateImageUpscaleInput; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never;   /** As the `input` of `createMarketingStockImage`. */
  createMarketingStockImage: CreateMarketingStockImageInput; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never;   /** As the `input` of `createMultiShotVideo`. */
  createMultiShotVideo: CreateMultiShotVideoInput; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never;   /** As the `input` of `createProductAd`. */
  createProductAd: CreateProductAdInput; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never;   /** As the `input` of `createProductCampaignImage`. */
  createProductCampaignImage: CreateProductCampaignImageInput; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never;   /** As the `input` of `createProductSwap`. */
  createProductSwap: CreateProductSwapInput; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never;   /** As the `input` of `createProductUgc`. */
  createProductUgc: CreateProductUgcInput; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never;   /** As the `input` of `createRealtimeSession`. */
  createRealtimeSession: CreateRealtimeSessionInput; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never;   /** As the `input` of `createRouter`. */
  createRouter: CreateRouterInput; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never;   /** As the `input` of `createSoundEffect`. */
  createSoundEffect: CreateSoundEffectInput; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never;   /** As the `input` of `createSpeechToSpeech`. */
  createSpeechToSpeech: CreateSpeechToSpeechInput; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never;   /** As the `input` of `createTextToImage`. */
  createTextToImage: CreateTextToImageInput; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never;   /** As the `input` of `createTextToSpeech`. */
  createTextToSpeech: CreateTextToSpeechInput; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never;   /** As the `input` of `createTextToVideo`. */
  createTextToVideo: CreateTextToVideoInput; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never;   /** As the `input` of `createVideoToHdr`. */
  createVideoToHdr: CreateVideoToHdrInput; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never;   /** As the `input` of `createVideoToVideo`. */
  createVideoToVideo: CreateVideoToVideoInput; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never;   /** As the `input` of `createVideoUpscale`. */
  createVideoUpscale: CreateVideoUpscaleInput; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never;   /** As the `input` of `createVoice`. */
  createVoice: CreateVoiceInput; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never;   /** As the `input` of `createVoiceDubbing`. */
  createVoiceDubbing: CreateVoiceDubbingInput; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never;   /** As the `input` of `createVoiceIsolation`. */
  createVoiceIsolation: CreateVoiceIsolationInput; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never;   /** As the `input` of `generateAudio`. */
  generateAudio: GenerateAudioInput; generateImage?: never; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never;   /** As the `input` of `generateImage`. */
  generateImage: GenerateImageInput; generateVideo?: never; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never;   /** As the `input` of `generateVideo`. */
  generateVideo: GenerateVideoInput; previewVoice?: never; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never;   /** As the `input` of `previewVoice`. */
  previewVoice: PreviewVoiceInput; runWorkflow?: never; }
  |  { createAdLocalization?: never; createAvatar?: never; createAvatarVideo?: never; createCharacterPerformance?: never; createDocument?: never; createImageToVideo?: never; createImageUpscale?: never; createMarketingStockImage?: never; createMultiShotVideo?: never; createProductAd?: never; createProductCampaignImage?: never; createProductSwap?: never; createProductUgc?: never; createRealtimeSession?: never; createRouter?: never; createSoundEffect?: never; createSpeechToSpeech?: never; createTextToImage?: never; createTextToSpeech?: never; createTextToVideo?: never; createVideoToHdr?: never; createVideoToVideo?: never; createVideoUpscale?: never; createVoice?: never; createVoiceDubbing?: never; createVoiceIsolation?: never; generateAudio?: never; generateImage?: never; generateVideo?: never; previewVoice?: never;   /** As the `input` of `runWorkflow`. */
  runWorkflow: RunWorkflowInput; };

/** The source of a number of credits. */
export type EstimateSource =
  /** No ceiling is known: the configured maximum, or the known part of the price where that is more. */
  | 'MAXIMUM'
  /** Computed from the gateway's price facts. */
  | 'PRICES'
  /** Runway said so when it accepted the task. */
  | 'RUNWAY';

/** What generateAudio takes. */
export type GenerateAudioInput = {
  /** The slug of a router of yours, which chooses the model. Form: `^[a-z][a-z0-9_-]{0,63}$`. */
  configId: string;
  /** What to generate, independent of any model. */
  input: GenerateAudioInputInput;
};

/** What to generate, independent of any model. */
export type GenerateAudioInputInput = {
  /** Length of the output in seconds. 0.5 to 30. */
  duration?: number | null | undefined;
  /** Whether the sound can be repeated without a seam. */
  loop?: boolean | null | undefined;
  /** The words to speak, or with the type AUDIO a description of what should be heard. 1 to 5000 characters (UTF-16 units). */
  promptText: string;
  /** Recordings that guide the output. The prompt may speak of them by their number. At most 3 entries. */
  referenceAudios?: Array<GenerateAudioInputReferenceAudiosInput> | null | undefined;
  /** How the prompt is read. */
  type: GenerateAudioInputType;
  /** The voice to speak with. */
  voice?: GenerateAudioInputVoiceInput | null | undefined;
};

/** One entry of `referenceAudios`. */
export type GenerateAudioInputReferenceAudiosInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `type` in GenerateAudioInputInput. */
export type GenerateAudioInputType =
  /** As a description of sound: speech, music, ambience, effects. Runway's `audio`. */
  | 'AUDIO'
  /** As the words to speak. Runway's `speech`. */
  | 'SPEECH';

/** The voice to speak with. Exactly one of the fields. */
export type GenerateAudioInputVoiceInput =
  {   /** One of Runway's ready-made voices. */
  preset: GenerateAudioInputVoicePresetInput; referenceAudio?: never; }
  |  { preset?: never;   /** A recording whose voice is taken. */
  referenceAudio: GenerateAudioInputVoiceReferenceAudioInput; };

/** One of Runway's ready-made voices. */
export type GenerateAudioInputVoicePresetInput = {
  /** One of Runway's ready-made ones. */
  presetId: GenerateAudioInputVoicePresetPresetId;
};

/** Values of `presetId` in GenerateAudioInputVoicePresetInput. */
export type GenerateAudioInputVoicePresetPresetId =
  /** Runway's `Arjun`. */
  | 'ARJUN'
  /** Runway's `Benjamin`. */
  | 'BENJAMIN'
  /** Runway's `Bernard`. */
  | 'BERNARD'
  /** Runway's `Billy`. */
  | 'BILLY'
  /** Runway's `Brodie`. */
  | 'BRODIE'
  /** Runway's `Chad`. */
  | 'CHAD'
  /** Runway's `Claudia`. */
  | 'CLAUDIA'
  /** Runway's `Clint`. */
  | 'CLINT'
  /** Runway's `Eleanor`. */
  | 'ELEANOR'
  /** Runway's `Elias`. */
  | 'ELIAS'
  /** Runway's `Ella`. */
  | 'ELLA'
  /** Runway's `Elliot`. */
  | 'ELLIOT'
  /** Runway's `Frank`. */
  | 'FRANK'
  /** Runway's `Grungle`. */
  | 'GRUNGLE'
  /** Runway's `Jack`. */
  | 'JACK'
  /** Runway's `James`. */
  | 'JAMES'
  /** Runway's `Katie`. */
  | 'KATIE'
  /** Runway's `Kendrick`. */
  | 'KENDRICK'
  /** Runway's `Kiana`. */
  | 'KIANA'
  /** Runway's `Kirk`. */
  | 'KIRK'
  /** Runway's `Kylie`. */
  | 'KYLIE'
  /** Runway's `Lara`. */
  | 'LARA'
  /** Runway's `Leslie`. */
  | 'LESLIE'
  /** Runway's `Lisa`. */
  | 'LISA'
  /** Runway's `Mabel`. */
  | 'MABEL'
  /** Runway's `Maggie`. */
  | 'MAGGIE'
  /** Runway's `Malachi`. */
  | 'MALACHI'
  /** Runway's `Mariah`. */
  | 'MARIAH'
  /** Runway's `Mark`. */
  | 'MARK'
  /** Runway's `Marlene`. */
  | 'MARLENE'
  /** Runway's `Martin`. */
  | 'MARTIN'
  /** Runway's `Maya`. */
  | 'MAYA'
  /** Runway's `Miriam`. */
  | 'MIRIAM'
  /** Runway's `Monster`. */
  | 'MONSTER'
  /** Runway's `Myrna`. */
  | 'MYRNA'
  /** Runway's `Niki`. */
  | 'NIKI'
  /** Runway's `Noah`. */
  | 'NOAH'
  /** Runway's `Paula`. */
  | 'PAULA'
  /** Runway's `Pip`. */
  | 'PIP'
  /** Runway's `Rachel`. */
  | 'RACHEL'
  /** Runway's `Ragnar`. */
  | 'RAGNAR'
  /** Runway's `Rina`. */
  | 'RINA'
  /** Runway's `Rusty`. */
  | 'RUSTY'
  /** Runway's `Sandra`. */
  | 'SANDRA'
  /** Runway's `Serene`. */
  | 'SERENE'
  /** Runway's `Tom`. */
  | 'TOM'
  /** Runway's `Vincent`. */
  | 'VINCENT'
  /** Runway's `Wanda`. */
  | 'WANDA'
  /** Runway's `Xylar`. */
  | 'XYLAR';

/** A recording whose voice is taken. */
export type GenerateAudioInputVoiceReferenceAudioInput = {
  /** The recording to work on. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  audioUri: string;
};

/** What generateImage takes. */
export type GenerateImageInput = {
  /** The slug of a router of yours, which chooses the model. Form: `^[a-z][a-z0-9_-]{0,63}$`. */
  configId: string;
  /** What to generate, independent of any model. */
  input: GenerateImageInputInput;
};

/** Values of `aspectRatio` in GenerateImageInputInput. */
export type GenerateImageInputAspectRatio =
  /** 1 to 1. Runway's `1:1`. */
  | 'ASPECT_RATIO_1_1'
  /** 2 to 3. Runway's `2:3`. */
  | 'ASPECT_RATIO_2_3'
  /** 3 to 2. Runway's `3:2`. */
  | 'ASPECT_RATIO_3_2'
  /** 3 to 4. Runway's `3:4`. */
  | 'ASPECT_RATIO_3_4'
  /** 4 to 3. Runway's `4:3`. */
  | 'ASPECT_RATIO_4_3'
  /** 4 to 5. Runway's `4:5`. */
  | 'ASPECT_RATIO_4_5'
  /** 5 to 4. Runway's `5:4`. */
  | 'ASPECT_RATIO_5_4'
  /** 9 to 16. Runway's `9:16`. */
  | 'ASPECT_RATIO_9_16'
  /** 16 to 9. Runway's `16:9`. */
  | 'ASPECT_RATIO_16_9'
  /** 21 to 9. Runway's `21:9`. */
  | 'ASPECT_RATIO_21_9';

/** How strictly the request is moderated. */
export type GenerateImageInputContentModerationInput = {
  /** How strictly well-known people are refused. `LOW` loosens that check and no other. */
  publicFigureThreshold?: GenerateImageInputContentModerationPublicFigureThreshold | null | undefined;
};

/** Values of `publicFigureThreshold` in GenerateImageInputContentModerationInput. */
export type GenerateImageInputContentModerationPublicFigureThreshold =
  /** The usual check. Runway's `auto`. */
  | 'AUTO'
  /** A looser check. Runway's `low`. */
  | 'LOW';

/** What to generate, independent of any model. */
export type GenerateImageInputInput = {
  /** The shape of the output. Models that cannot make it are not chosen. */
  aspectRatio?: GenerateImageInputAspectRatio | null | undefined;
  /** How strictly the request is moderated. */
  contentModeration?: GenerateImageInputContentModerationInput | null | undefined;
  /** How many images are made. Each one is charged. 1 to 10, whole. */
  outputCount?: number | null | undefined;
  /** What the output should show, in your own words. 1 to 32000 characters (UTF-16 units). */
  promptText: string;
  /** Images that guide the output. At most 16 entries. */
  referenceImages?: Array<GenerateImageInputReferenceImagesInput> | null | undefined;
  /** Resolution of the output. */
  resolution?: GenerateImageInputResolution | null | undefined;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** One entry of `referenceImages`. */
export type GenerateImageInputReferenceImagesInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `resolution` in GenerateImageInputInput. */
export type GenerateImageInputResolution =
  /** Runway's `1k`. */
  | 'RESOLUTION_1K'
  /** Runway's `2k`. */
  | 'RESOLUTION_2K'
  /** Runway's `4k`. */
  | 'RESOLUTION_4K';

/** What generateVideo takes. */
export type GenerateVideoInput = {
  /** The slug of a router of yours, which chooses the model. Form: `^[a-z][a-z0-9_-]{0,63}$`. */
  configId: string;
  /** What to generate, independent of any model. */
  input: GenerateVideoInputInput;
};

/** Values of `aspectRatio` in GenerateVideoInputInput. */
export type GenerateVideoInputAspectRatio =
  /** 1 to 1. Runway's `1:1`. */
  | 'ASPECT_RATIO_1_1'
  /** 3 to 4. Runway's `3:4`. */
  | 'ASPECT_RATIO_3_4'
  /** 4 to 3. Runway's `4:3`. */
  | 'ASPECT_RATIO_4_3'
  /** 9 to 16. Runway's `9:16`. */
  | 'ASPECT_RATIO_9_16'
  /** 16 to 9. Runway's `16:9`. */
  | 'ASPECT_RATIO_16_9'
  /** 21 to 9. Runway's `21:9`. */
  | 'ASPECT_RATIO_21_9';

/** How strictly the request is moderated. */
export type GenerateVideoInputContentModerationInput = {
  /** How strictly well-known people are refused. `LOW` loosens that check and no other. */
  publicFigureThreshold?: GenerateVideoInputContentModerationPublicFigureThreshold | null | undefined;
};

/** Values of `publicFigureThreshold` in GenerateVideoInputContentModerationInput. */
export type GenerateVideoInputContentModerationPublicFigureThreshold =
  /** The usual check. Runway's `auto`. */
  | 'AUTO'
  /** A looser check. Runway's `low`. */
  | 'LOW';

/** What to generate, independent of any model. */
export type GenerateVideoInputInput = {
  /** The shape of the output. Models that cannot make it are not chosen. */
  aspectRatio?: GenerateVideoInputAspectRatio | null | undefined;
  /** Whether the output has sound. On some models sound costs more. */
  audio?: boolean | null | undefined;
  /** How strictly the request is moderated. */
  contentModeration?: GenerateVideoInputContentModerationInput | null | undefined;
  /** Length of the output in seconds. 2 to 30, whole. */
  duration?: number | null | undefined;
  /** Images that guide the output at moments of the input video. Either all have a range or none. At most 5 entries. */
  keyframes?: Array<GenerateVideoInputKeyframesInput> | null | undefined;
  /** What the output should not show. At most 1000 characters (UTF-16 units). */
  negativePrompt?: string | null | undefined;
  /** What the output should show, in your own words. 1 to 6000 characters (UTF-16 units). */
  promptText?: string | null | undefined;
  /** Recordings that guide the output. At most 1 entry. */
  referenceAudio?: Array<GenerateVideoInputReferenceAudioInput> | null | undefined;
  /** Images by role: at most one first and one last frame, and any number of references. At most 4 entries. */
  referenceImages?: Array<GenerateVideoInputReferenceImagesInput> | null | undefined;
  /** Videos by role: at most one source, which is changed, and references. At most 2 entries. */
  referenceVideos?: Array<GenerateVideoInputReferenceVideosInput> | null | undefined;
  /** Resolution of the output. */
  resolution?: GenerateVideoInputResolution | null | undefined;
  /** Makes results repeatable: the same seed with the same input gives similar ones. Random when left out. 0 to 4294967295, whole. */
  seed?: number | null | undefined;
};

/** An image at a moment given as a fraction of the length. */
export type GenerateVideoInputKeyframesAtFractionInput = {
  /** Where the image applies, as a fraction of the length of the input video. 0 to 1. */
  at: number;
  /** The part of the video that is changed. The keyframe must lie in it. */
  range?: GenerateVideoInputKeyframesAtFractionRangeInput | null | undefined;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** The part of the video that is changed. The keyframe must lie in it. */
export type GenerateVideoInputKeyframesAtFractionRangeInput = {
  /** Where the window ends, in whole seconds of the input video; that second is not in it. At least 1, whole. */
  endSeconds: number;
  /** Where the window begins, in whole seconds of the input video. At least 0, whole. */
  startSeconds: number;
};

/** An image at a moment given in seconds. */
export type GenerateVideoInputKeyframesAtSecondsInput = {
  /** The part of the video that is changed. The keyframe must lie in it. */
  range?: GenerateVideoInputKeyframesAtSecondsRangeInput | null | undefined;
  /** Where the image applies, in seconds from the start of the input video. 0 to 30. */
  seconds: number;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** The part of the video that is changed. The keyframe must lie in it. */
export type GenerateVideoInputKeyframesAtSecondsRangeInput = {
  /** Where the window ends, in whole seconds of the input video; that second is not in it. At least 1, whole. */
  endSeconds: number;
  /** Where the window begins, in whole seconds of the input video. At least 0, whole. */
  startSeconds: number;
};

/** One entry of `keyframes`. Exactly one of the fields. */
export type GenerateVideoInputKeyframesInput =
  {   /** An image at a moment given as a fraction of the length. */
  atFraction: GenerateVideoInputKeyframesAtFractionInput; atSeconds?: never; }
  |  { atFraction?: never;   /** An image at a moment given in seconds. */
  atSeconds: GenerateVideoInputKeyframesAtSecondsInput; };

/** One entry of `referenceAudio`. */
export type GenerateVideoInputReferenceAudioInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** One entry of `referenceImages`. */
export type GenerateVideoInputReferenceImagesInput = {
  /** What the file is used for. */
  role: GenerateVideoInputReferenceImagesRole;
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `role` in GenerateVideoInputReferenceImagesInput. */
export type GenerateVideoInputReferenceImagesRole =
  /** The first frame. Runway's `first`. */
  | 'FIRST'
  /** The last frame. Runway's `last`. */
  | 'LAST'
  /** Guides the output. Runway's `reference`. */
  | 'REFERENCE';

/** One entry of `referenceVideos`. */
export type GenerateVideoInputReferenceVideosInput = {
  /** What the file is used for. */
  role: GenerateVideoInputReferenceVideosRole;
  /** The file. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** Values of `role` in GenerateVideoInputReferenceVideosInput. */
export type GenerateVideoInputReferenceVideosRole =
  /** Guides the output. Runway's `reference`. */
  | 'REFERENCE'
  /** The video that is changed. Runway's `source`. */
  | 'SOURCE';

/** Values of `resolution` in GenerateVideoInputInput. */
export type GenerateVideoInputResolution =
  /** Runway's `4k`. */
  | 'RESOLUTION_4K'
  /** Runway's `480p`. */
  | 'RESOLUTION_480P'
  /** Runway's `720p`. */
  | 'RESOLUTION_720P'
  /** Runway's `1080p`. */
  | 'RESOLUTION_1080P';

/** A mutation that starts a generation. */
export type GenerationOperation =
  /** The mutation `createAdLocalization`. */
  | 'CREATE_AD_LOCALIZATION'
  /** The mutation `createAvatarVideo`. */
  | 'CREATE_AVATAR_VIDEO'
  /** The mutation `createCharacterPerformance`. */
  | 'CREATE_CHARACTER_PERFORMANCE'
  /** The mutation `createImageToVideo`. */
  | 'CREATE_IMAGE_TO_VIDEO'
  /** The mutation `createImageUpscale`. */
  | 'CREATE_IMAGE_UPSCALE'
  /** The mutation `createMarketingStockImage`. */
  | 'CREATE_MARKETING_STOCK_IMAGE'
  /** The mutation `createMultiShotVideo`. */
  | 'CREATE_MULTI_SHOT_VIDEO'
  /** The mutation `createProductAd`. */
  | 'CREATE_PRODUCT_AD'
  /** The mutation `createProductCampaignImage`. */
  | 'CREATE_PRODUCT_CAMPAIGN_IMAGE'
  /** The mutation `createProductSwap`. */
  | 'CREATE_PRODUCT_SWAP'
  /** The mutation `createProductUgc`. */
  | 'CREATE_PRODUCT_UGC'
  /** The mutation `createSoundEffect`. */
  | 'CREATE_SOUND_EFFECT'
  /** The mutation `createSpeechToSpeech`. */
  | 'CREATE_SPEECH_TO_SPEECH'
  /** The mutation `createTextToImage`. */
  | 'CREATE_TEXT_TO_IMAGE'
  /** The mutation `createTextToSpeech`. */
  | 'CREATE_TEXT_TO_SPEECH'
  /** The mutation `createTextToVideo`. */
  | 'CREATE_TEXT_TO_VIDEO'
  /** The mutation `createVideoToHdr`. */
  | 'CREATE_VIDEO_TO_HDR'
  /** The mutation `createVideoToVideo`. */
  | 'CREATE_VIDEO_TO_VIDEO'
  /** The mutation `createVideoUpscale`. */
  | 'CREATE_VIDEO_UPSCALE'
  /** The mutation `createVoiceDubbing`. */
  | 'CREATE_VOICE_DUBBING'
  /** The mutation `createVoiceIsolation`. */
  | 'CREATE_VOICE_ISOLATION'
  /** The mutation `generateAudio`. */
  | 'GENERATE_AUDIO'
  /** The mutation `generateImage`. */
  | 'GENERATE_IMAGE'
  /** The mutation `generateVideo`. */
  | 'GENERATE_VIDEO'
  /** The mutation `runWorkflow`. */
  | 'RUN_WORKFLOW';

/** What is given to whom. */
export type GrantResourceInput = {
  /** Runway's id, see `unownedResources`. */
  id: string | number;
  /** What it is. */
  kind: ResourceKind;
  /** For a router: the slug by which the tenant will know it; without it, its own. At most 64 characters a–z 0–9 _ -, a letter first. */
  slug?: string | null | undefined;
  /** The tenant that gets it. */
  tenant: string | number;
};

/** A token to be issued. */
export type IssueTokenInput = {
  /** Credits that all its requests together may cost, 0–1000000000; beyond that they are refused with BUDGET_EXCEEDED. Without it, the budgets of your key and tenant alone bound them. */
  creditsMax?: number | null | undefined;
  /** Seconds until it ends, 10–3600. It ends with your key, should that be earlier. */
  expiresInSeconds: number;
  /** The only fields that it may use, as far as its scopes permit them; without it, all that they permit. 1–50 entries. */
  operations?: Array<RootField> | null | undefined;
  /** Its scopes: at least one, and none that you lack. */
  scopes: Array<Scope>;
  /** The only tasks that it may read, follow, cancel and delete. Such a token can do nothing but that: it makes no tasks. NOT_FOUND when one of them is not there. 1–50 entries. */
  taskIds?: Array<string | number> | null | undefined;
};

/** A question about a task that only an operator can answer. */
export type OpenQuestion =
  /** What it cost: the task has settled and counts with its estimate. See `adjustCost`. */
  | 'COST'
  /** Where it stands: the task is live, and Runway’s last answers about it made no sense. See `resolveTask`. */
  | 'STATE'
  /** Whether it reached Runway: the task is UNCONFIRMED. See `resolveTask`. */
  | 'SUBMISSION';

/** Which credits to list. */
export type OrganizationWebappUsageFilterInput = {
  /** Used before then. */
  before: string;
  /** Used then or later. */
  from: string;
  /** Runway’s id of the organisation; needed when the account is linked to several. */
  organizationId?: string | number | null | undefined;
  /** In one of these workspaces, by Runway’s ids; in all without it. 1–50 entries of digits. */
  workspaceIds?: Array<string | number> | null | undefined;
};

/** What previewVoice takes. */
export type PreviewVoiceInput = {
  /** The model that designs the voice. */
  model: PreviewVoiceModel;
  /** How the voice sounds, in your own words. 20 to 1000 characters (UTF-16 units). */
  prompt: string;
};

/** Values of `model` in PreviewVoiceInput. */
export type PreviewVoiceModel =
  /** The generation before the newest. Runway's `eleven_multilingual_ttv_v2`. */
  | 'ELEVEN_MULTILINGUAL_TTV_V2'
  /** The newest. Runway's `eleven_ttv_v3`. */
  | 'ELEVEN_TTV_V3';

/** The unit of a price. */
export type PriceUnit =
  /** Each started run of characters; see charactersPerUnit. */
  | 'CHARACTERS'
  /** The task. */
  | 'ONCE'
  /** Each file that is made. */
  | 'OUTPUTS'
  /** Each second of the output. */
  | 'SECONDS';

/** How far Runway is with an avatar or a voice. */
export type ProcessingStatus =
  /** It could not be made; see failureReason. */
  | 'FAILED'
  /** Being made; it cannot be used yet. */
  | 'PROCESSING'
  /** It can be used. */
  | 'READY'
  /** Runway named a status that this gateway does not know. */
  | 'UNKNOWN';

/** The state of a live session. COMPLETED, FAILED and CANCELLED are final. */
export type RealtimeSessionStatus =
  /** It was ended on request. */
  | 'CANCELLED'
  /** It came to its end; see duration. */
  | 'COMPLETED'
  /** It broke off; see failureCode. */
  | 'FAILED'
  /** Being set up, or waiting for a free place; see queued. */
  | 'NOT_READY'
  /** It can be joined with its sessionKey until expiresAt. */
  | 'READY'
  /** A participant is connected. */
  | 'RUNNING'
  /** Runway named a status that this gateway does not know. */
  | 'UNKNOWN';

/** The outcome of an unconfirmed submission, or of a task that cannot be read: give exactly one field. */
export type ResolveTaskInput =
  {   /** True: ends a live task about which Runway’s answers make no sense. Its cost must still be set. */
  ended: boolean; notSubmitted?: never; runwayTaskId?: never; }
  |  { ended?: never;   /** True: it never reached Runway. */
  notSubmitted: boolean; runwayTaskId?: never; }
  |  { ended?: never; notSubmitted?: never;   /** It reached Runway: Runway's id of the task or workflow invocation. 1–128 letters, digits, `_` and `-`. */
  runwayTaskId: string; };

/** A kind of resource that Runway keeps for a tenant. */
export type ResourceKind =
  /** An object of the type `Avatar`. */
  | 'AVATAR'
  /** An object of the type `AvatarConversation`. */
  | 'AVATAR_CONVERSATION'
  /** An object of the type `Document`. */
  | 'DOCUMENT'
  /** An object of the type `Router`. */
  | 'ROUTER'
  /** An object of the type `Voice`. */
  | 'VOICE'
  /** An object of the type `Workflow`. */
  | 'WORKFLOW';

/** A finding of an access review about a key. */
export type ReviewFinding =
  /** It does not end by itself. */
  | 'ENDLESS'
  /** It was not used for the days of the review. */
  | 'UNUSED'
  /** It has scopes that were never needed. */
  | 'UNUSED_SCOPES';

/** A field of Query, Mutation or Subscription. */
export type RootField =
  /** The field `accessReview`. */
  | 'ACCESS_REVIEW'
  /** The field `adjustCost`. */
  | 'ADJUST_COST'
  /** The field `apiKeys`. */
  | 'API_KEYS'
  /** The field `auditEvents`. */
  | 'AUDIT_EVENTS'
  /** The field `avatar`. */
  | 'AVATAR'
  /** The field `avatars`. */
  | 'AVATARS'
  /** The field `avatarConversation`. */
  | 'AVATAR_CONVERSATION'
  /** The field `avatarConversations`. */
  | 'AVATAR_CONVERSATIONS'
  /** The field `avatarUpdated`. */
  | 'AVATAR_UPDATED'
  /** The field `avatarUsage`. */
  | 'AVATAR_USAGE'
  /** The field `cancelTask`. */
  | 'CANCEL_TASK'
  /** The field `correctTask`. */
  | 'CORRECT_TASK'
  /** The field `createAdLocalization`. */
  | 'CREATE_AD_LOCALIZATION'
  /** The field `createApiKey`. */
  | 'CREATE_API_KEY'
  /** The field `createAvatar`. */
  | 'CREATE_AVATAR'
  /** The field `createAvatarVideo`. */
  | 'CREATE_AVATAR_VIDEO'
  /** The field `createCharacterPerformance`. */
  | 'CREATE_CHARACTER_PERFORMANCE'
  /** The field `createDocument`. */
  | 'CREATE_DOCUMENT'
  /** The field `createImageToVideo`. */
  | 'CREATE_IMAGE_TO_VIDEO'
  /** The field `createImageUpscale`. */
  | 'CREATE_IMAGE_UPSCALE'
  /** The field `createMarketingStockImage`. */
  | 'CREATE_MARKETING_STOCK_IMAGE'
  /** The field `createMultiShotVideo`. */
  | 'CREATE_MULTI_SHOT_VIDEO'
  /** The field `createProductAd`. */
  | 'CREATE_PRODUCT_AD'
  /** The field `createProductCampaignImage`. */
  | 'CREATE_PRODUCT_CAMPAIGN_IMAGE'
  /** The field `createProductSwap`. */
  | 'CREATE_PRODUCT_SWAP'
  /** The field `createProductUgc`. */
  | 'CREATE_PRODUCT_UGC'
  /** The field `createRealtimeSession`. */
  | 'CREATE_REALTIME_SESSION'
  /** The field `createRouter`. */
  | 'CREATE_ROUTER'
  /** The field `createSoundEffect`. */
  | 'CREATE_SOUND_EFFECT'
  /** The field `createSpeechToSpeech`. */
  | 'CREATE_SPEECH_TO_SPEECH'
  /** The field `createTenant`. */
  | 'CREATE_TENANT'
  /** The field `createTextToImage`. */
  | 'CREATE_TEXT_TO_IMAGE'
  /** The field `createTextToSpeech`. */
  | 'CREATE_TEXT_TO_SPEECH'
  /** The field `createTextToVideo`. */
  | 'CREATE_TEXT_TO_VIDEO'
  /** The field `createUpload`. */
  | 'CREATE_UPLOAD'
  /** The field `createVideoToHdr`. */
  | 'CREATE_VIDEO_TO_HDR'
  /** The field `createVideoToVideo`. */
  | 'CREATE_VIDEO_TO_VIDEO'
  /** The field `createVideoUpscale`. */
  | 'CREATE_VIDEO_UPSCALE'
  /** The field `createVoice`. */
  | 'CREATE_VOICE'
  /** The field `createVoiceDubbing`. */
  | 'CREATE_VOICE_DUBBING'
  /** The field `createVoiceIsolation`. */
  | 'CREATE_VOICE_ISOLATION'
  /** The field `createWebhook`. */
  | 'CREATE_WEBHOOK'
  /** The field `deleteAvatar`. */
  | 'DELETE_AVATAR'
  /** The field `deleteAvatarConversation`. */
  | 'DELETE_AVATAR_CONVERSATION'
  /** The field `deleteDocument`. */
  | 'DELETE_DOCUMENT'
  /** The field `deleteRealtimeSession`. */
  | 'DELETE_REALTIME_SESSION'
  /** The field `deleteRouter`. */
  | 'DELETE_ROUTER'
  /** The field `deleteTask`. */
  | 'DELETE_TASK'
  /** The field `deleteTenant`. */
  | 'DELETE_TENANT'
  /** The field `deleteVoice`. */
  | 'DELETE_VOICE'
  /** The field `deleteWebhook`. */
  | 'DELETE_WEBHOOK'
  /** The field `document`. */
  | 'DOCUMENT'
  /** The field `documents`. */
  | 'DOCUMENTS'
  /** The field `estimate`. */
  | 'ESTIMATE'
  /** The field `generateAudio`. */
  | 'GENERATE_AUDIO'
  /** The field `generateImage`. */
  | 'GENERATE_IMAGE'
  /** The field `generateVideo`. */
  | 'GENERATE_VIDEO'
  /** The field `grantResource`. */
  | 'GRANT_RESOURCE'
  /** The field `issueToken`. */
  | 'ISSUE_TOKEN'
  /** The field `liftAlertAnswer`. */
  | 'LIFT_ALERT_ANSWER'
  /** The field `models`. */
  | 'MODELS'
  /** The field `operatorCredential`. */
  | 'OPERATOR_CREDENTIAL'
  /** The field `organization`. */
  | 'ORGANIZATION'
  /** The field `organizationUsage`. */
  | 'ORGANIZATION_USAGE'
  /** The field `organizationWebappAuditLog`. */
  | 'ORGANIZATION_WEBAPP_AUDIT_LOG'
  /** The field `organizationWebappAuditLogs`. */
  | 'ORGANIZATION_WEBAPP_AUDIT_LOGS'
  /** The field `organizationWebappUsage`. */
  | 'ORGANIZATION_WEBAPP_USAGE'
  /** The field `previewVoice`. */
  | 'PREVIEW_VOICE'
  /** The field `realtimeSession`. */
  | 'REALTIME_SESSION'
  /** The field `realtimeSessionUpdated`. */
  | 'REALTIME_SESSION_UPDATED'
  /** The field `redeliverWebhook`. */
  | 'REDELIVER_WEBHOOK'
  /** The field `removeOperatorCredential`. */
  | 'REMOVE_OPERATOR_CREDENTIAL'
  /** The field `removeRunwayCredential`. */
  | 'REMOVE_RUNWAY_CREDENTIAL'
  /** The field `resolveTask`. */
  | 'RESOLVE_TASK'
  /** The field `resubmitTask`. */
  | 'RESUBMIT_TASK'
  /** The field `resumeTenant`. */
  | 'RESUME_TENANT'
  /** The field `revokeApiKey`. */
  | 'REVOKE_API_KEY'
  /** The field `revokeResource`. */
  | 'REVOKE_RESOURCE'
  /** The field `revokeUnusedKeys`. */
  | 'REVOKE_UNUSED_KEYS'
  /** The field `rotateApiKey`. */
  | 'ROTATE_API_KEY'
  /** The field `rotateWebhookSecret`. */
  | 'ROTATE_WEBHOOK_SECRET'
  /** The field `router`. */
  | 'ROUTER'
  /** The field `routers`. */
  | 'ROUTERS'
  /** The field `routerRequests`. */
  | 'ROUTER_REQUESTS'
  /** The field `runwayAccount`. */
  | 'RUNWAY_ACCOUNT'
  /** The field `runWorkflow`. */
  | 'RUN_WORKFLOW'
  /** The field `securityAlerts`. */
  | 'SECURITY_ALERTS'
  /** The field `securityAlertRaised`. */
  | 'SECURITY_ALERT_RAISED'
  /** The field `setBudget`. */
  | 'SET_BUDGET'
  /** The field `setKeyPolicy`. */
  | 'SET_KEY_POLICY'
  /** The field `setOperatorCredential`. */
  | 'SET_OPERATOR_CREDENTIAL'
  /** The field `setRunwayCredential`. */
  | 'SET_RUNWAY_CREDENTIAL'
  /** The field `setTenantLimits`. */
  | 'SET_TENANT_LIMITS'
  /** The field `setTenantPolicy`. */
  | 'SET_TENANT_POLICY'
  /** The field `suspendTenant`. */
  | 'SUSPEND_TENANT'
  /** The field `task`. */
  | 'TASK'
  /** The field `tasks`. */
  | 'TASKS'
  /** The field `tasksUpdated`. */
  | 'TASKS_UPDATED'
  /** The field `taskUpdated`. */
  | 'TASK_UPDATED'
  /** The field `tenants`. */
  | 'TENANTS'
  /** The field `testWebhook`. */
  | 'TEST_WEBHOOK'
  /** The field `unconfirmedTasks`. */
  | 'UNCONFIRMED_TASKS'
  /** The field `unownedResources`. */
  | 'UNOWNED_RESOURCES'
  /** The field `updateApiKey`. */
  | 'UPDATE_API_KEY'
  /** The field `updateAvatar`. */
  | 'UPDATE_AVATAR'
  /** The field `updateDocument`. */
  | 'UPDATE_DOCUMENT'
  /** The field `updateRouter`. */
  | 'UPDATE_ROUTER'
  /** The field `updateVoice`. */
  | 'UPDATE_VOICE'
  /** The field `updateWebhook`. */
  | 'UPDATE_WEBHOOK'
  /** The field `usage`. */
  | 'USAGE'
  /** The field `viewer`. */
  | 'VIEWER'
  /** The field `voice`. */
  | 'VOICE'
  /** The field `voices`. */
  | 'VOICES'
  /** The field `voiceUpdated`. */
  | 'VOICE_UPDATED'
  /** The field `webhook`. */
  | 'WEBHOOK'
  /** The field `webhooks`. */
  | 'WEBHOOKS'
  /** The field `webhookDeliveries`. */
  | 'WEBHOOK_DELIVERIES'
  /** The field `webhookEvents`. */
  | 'WEBHOOK_EVENTS'
  /** The field `workflow`. */
  | 'WORKFLOW'
  /** The field `workflows`. */
  | 'WORKFLOWS';

/** What runWorkflow takes. */
export type RunWorkflowInput = {
  /** Values that replace the defaults of the workflow's nodes. At most 100 entries. */
  nodeOutputs?: Array<RunWorkflowNodeOutputsInput> | null | undefined;
  /** The published version of the workflow that is run. Form: `^[A-Za-z0-9_-]{1,100}$`. */
  workflowId: string;
};

/** The values that replace the defaults of one node. */
export type RunWorkflowNodeOutputsInput = {
  /** The node's id in the workflow's graph, a UUID. Each node once. */
  nodeId: string;
  /** The values, each output once. */
  outputs: Array<RunWorkflowNodeOutputsOutputsInput>;
};

/** The value of one output of a node. */
export type RunWorkflowNodeOutputsOutputsInput = {
  /** The output's key in the workflow's graph. */
  key: string;
  /** The value. */
  value: RunWorkflowNodeOutputsOutputsValueInput;
};

/** A sound recording. */
export type RunWorkflowNodeOutputsOutputsValueAudioInput = {
  /** The file. Audio only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** An image. */
export type RunWorkflowNodeOutputsOutputsValueImageInput = {
  /** The file. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** The value. Exactly one of the fields. */
export type RunWorkflowNodeOutputsOutputsValueInput =
  {   /** A sound recording. */
  audio: RunWorkflowNodeOutputsOutputsValueAudioInput; image?: never; primitive?: never; video?: never; }
  |  { audio?: never;   /** An image. */
  image: RunWorkflowNodeOutputsOutputsValueImageInput; primitive?: never; video?: never; }
  |  { audio?: never; image?: never;   /** A text, a number, or yes or no. */
  primitive: RunWorkflowNodeOutputsOutputsValuePrimitiveInput; video?: never; }
  |  { audio?: never; image?: never; primitive?: never;   /** A video. */
  video: RunWorkflowNodeOutputsOutputsValueVideoInput; };

/** A text, a number, or yes or no. */
export type RunWorkflowNodeOutputsOutputsValuePrimitiveInput = {
  /** The value. */
  value: RunWorkflowNodeOutputsOutputsValuePrimitiveValueInput;
};

/** The value. Exactly one of the fields. */
export type RunWorkflowNodeOutputsOutputsValuePrimitiveValueInput =
  {   /** Yes or no. */
  boolean: boolean; number?: never; string?: never; }
  |  { boolean?: never;   /** A number. */
  number: number; string?: never; }
  |  { boolean?: never; number?: never;   /** A text. */
  string: string; };

/** A video. */
export type RunWorkflowNodeOutputsOutputsValueVideoInput = {
  /** The file. Video only: an https URL (up to 32 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  uri: string;
};

/** A permission that a credential carries. */
export type Scope =
  /** May see which Runway account the tenant uses, and credits and limits of its own. */
  | 'ACCOUNT_READ'
  /** May give the tenant a Runway account of its own, and take it away. */
  | 'ACCOUNT_WRITE'
  /** May read the audit log of the tenant. */
  | 'AUDIT_READ'
  /** Permits `avatar`, `avatarConversation`, `avatarConversations`, `avatarUpdated`, `avatars`. */
  | 'AVATAR_READ'
  /** Permits `createAvatar`, `deleteAvatar`, `deleteAvatarConversation`, `updateAvatar`. */
  | 'AVATAR_WRITE'
  /** Permits `document`, `documents`. */
  | 'DOCUMENT_READ'
  /** Permits `createDocument`, `deleteDocument`, `updateDocument`. */
  | 'DOCUMENT_WRITE'
  /** May start generations that make audio. */
  | 'GENERATE_AUDIO'
  /** May start generations that make images. */
  | 'GENERATE_IMAGE'
  /** May open, read and end live sessions with avatars. */
  | 'GENERATE_REALTIME'
  /** May start generations that make video. */
  | 'GENERATE_VIDEO'
  /** May run workflows. */
  | 'GENERATE_WORKFLOW'
  /** May read the API keys of its tenant. */
  | 'KEY_READ'
  /** May make, change, rotate and revoke API keys of its tenant that have no more scopes than it has. */
  | 'KEY_WRITE'
  /** May administer tenants; with `KEY_READ` and `KEY_WRITE` also the keys of all tenants. */
  | 'OPERATOR'
  /** Permits `router`, `routerRequests`, `routers`. */
  | 'ROUTER_READ'
  /** Permits `createRouter`, `deleteRouter`, `updateRouter`. */
  | 'ROUTER_WRITE'
  /** May introspect the graph and read its SDL, also where that is not open to all. */
  | 'SCHEMA_READ'
  /** May cancel live tasks. */
  | 'TASK_CANCEL'
  /** May delete settled tasks with their output. */
  | 'TASK_DELETE'
  /** May read and follow tasks. */
  | 'TASK_READ'
  /** May make upload forms. */
  | 'UPLOAD_CREATE'
  /** Permits `voice`, `voiceUpdated`, `voices`. */
  | 'VOICE_READ'
  /** Permits `createVoice` (costs credits), `deleteVoice`, `previewVoice` (costs credits), `updateVoice`. */
  | 'VOICE_WRITE'
  /** May read the webhooks of the tenant and their deliveries, and follow what they are told. */
  | 'WEBHOOK_READ'
  /** May make, change and delete webhooks of the tenant: they tell of all its tasks. */
  | 'WEBHOOK_WRITE'
  /** Permits `workflow`, `workflows`. */
  | 'WORKFLOW_READ';

/** Filter of the alerts: every given field must fit. */
export type SecurityAlertFilterInput = {
  /** Raised before then. */
  before?: string | null | undefined;
  /** Raised then or later. */
  from?: string | null | undefined;
  /** Of this rule, e.g. `credential_stuffing`. 1–60 characters. */
  rule?: string | null | undefined;
  /** Of this severity. */
  severity?: AlertSeverity | null | undefined;
  /** About this tenant. */
  tenant?: string | number | null | undefined;
};

/** A limit on credits. */
export type SetBudgetInput = {
  /** Credits, 0–1000000000; null lifts the limit. May not be left out. */
  creditsMax?: number | null | undefined;
  /** A key of the tenant: the limit then holds for its requests alone. Without it, the limit holds for all requests of the tenant. */
  key?: string | number | null | undefined;
  /** How long the credits last. */
  period: BudgetPeriod;
  /** The tenant it bounds. */
  tenant: string | number;
};

/** Limits on the requests that a key may submit to Runway. */
export type SetKeyPolicyInput = {
  /** Credits that one request may cost, by its estimate; null: no limit. 0–1000000. Left out: as it is. */
  creditsPerRequestMax?: number | null | undefined;
  /** The public part of the key. */
  key: string | number;
  /** Models that may be used, by Runway’s names, e.g. `gen4.5`; null: all. Where a router, a recipe or a workflow chooses the model, the mutation must stand in `operations` too. At most 200. Left out: as it is. */
  models?: Array<string> | null | undefined;
  /** Mutations that may be used; null: all. An empty list permits none. Left out: as it is. */
  operations?: Array<SubmittedOperation> | null | undefined;
};

/** A secret for the operator’s account. */
export type SetOperatorCredentialInput = {
  /** The secret that Runway has issued, at most 500 characters. Give it in a variable, not in the document. */
  secret: string;
};

/** A secret for a Runway account. */
export type SetRunwayCredentialInput = {
  /** Whether the secret belongs to the same Runway organisation as the secret in use. If so, it replaces that secret. If left out, the gateway tests whether it can read tasks and resources of the present account. Give true if everything at Runway was deleted since. */
  sameOrganization?: boolean | null | undefined;
  /** The secret that Runway has issued, at most 500 characters. Give it in a variable, not in the document. */
  secret: string;
  /** The tenant; your own without it. Only operators may name another. */
  tenant?: string | number | null | undefined;
};

/** Limits on the requests that a tenant may submit to Runway. */
export type SetTenantPolicyInput = {
  /** Credits that one request may cost, by its estimate; null: no limit. 0–1000000. Left out: as it is. */
  creditsPerRequestMax?: number | null | undefined;
  /** Models that may be used, by Runway’s names, e.g. `gen4.5`; null: all. Where a router, a recipe or a workflow chooses the model, the mutation must stand in `operations` too. At most 200. Left out: as it is. */
  models?: Array<string> | null | undefined;
  /** Mutations that may be used; null: all. An empty list permits none. Left out: as it is. */
  operations?: Array<SubmittedOperation> | null | undefined;
  /** The tenant’s id. */
  tenant: string | number;
};

/** A mutation that submits a request to Runway as a task. */
export type SubmittedOperation =
  /** The mutation `createAdLocalization`. */
  | 'CREATE_AD_LOCALIZATION'
  /** The mutation `createAvatar`. */
  | 'CREATE_AVATAR'
  /** The mutation `createAvatarVideo`. */
  | 'CREATE_AVATAR_VIDEO'
  /** The mutation `createCharacterPerformance`. */
  | 'CREATE_CHARACTER_PERFORMANCE'
  /** The mutation `createDocument`. */
  | 'CREATE_DOCUMENT'
  /** The mutation `createImageToVideo`. */
  | 'CREATE_IMAGE_TO_VIDEO'
  /** The mutation `createImageUpscale`. */
  | 'CREATE_IMAGE_UPSCALE'
  /** The mutation `createMarketingStockImage`. */
  | 'CREATE_MARKETING_STOCK_IMAGE'
  /** The mutation `createMultiShotVideo`. */
  | 'CREATE_MULTI_SHOT_VIDEO'
  /** The mutation `createProductAd`. */
  | 'CREATE_PRODUCT_AD'
  /** The mutation `createProductCampaignImage`. */
  | 'CREATE_PRODUCT_CAMPAIGN_IMAGE'
  /** The mutation `createProductSwap`. */
  | 'CREATE_PRODUCT_SWAP'
  /** The mutation `createProductUgc`. */
  | 'CREATE_PRODUCT_UGC'
  /** The mutation `createRealtimeSession`. */
  | 'CREATE_REALTIME_SESSION'
  /** The mutation `createRouter`. */
  | 'CREATE_ROUTER'
  /** The mutation `createSoundEffect`. */
  | 'CREATE_SOUND_EFFECT'
  /** The mutation `createSpeechToSpeech`. */
  | 'CREATE_SPEECH_TO_SPEECH'
  /** The mutation `createTextToImage`. */
  | 'CREATE_TEXT_TO_IMAGE'
  /** The mutation `createTextToSpeech`. */
  | 'CREATE_TEXT_TO_SPEECH'
  /** The mutation `createTextToVideo`. */
  | 'CREATE_TEXT_TO_VIDEO'
  /** The mutation `createVideoToHdr`. */
  | 'CREATE_VIDEO_TO_HDR'
  /** The mutation `createVideoToVideo`. */
  | 'CREATE_VIDEO_TO_VIDEO'
  /** The mutation `createVideoUpscale`. */
  | 'CREATE_VIDEO_UPSCALE'
  /** The mutation `createVoice`. */
  | 'CREATE_VOICE'
  /** The mutation `createVoiceDubbing`. */
  | 'CREATE_VOICE_DUBBING'
  /** The mutation `createVoiceIsolation`. */
  | 'CREATE_VOICE_ISOLATION'
  /** The mutation `generateAudio`. */
  | 'GENERATE_AUDIO'
  /** The mutation `generateImage`. */
  | 'GENERATE_IMAGE'
  /** The mutation `generateVideo`. */
  | 'GENERATE_VIDEO'
  /** The mutation `previewVoice`. */
  | 'PREVIEW_VOICE'
  /** The mutation `runWorkflow`. */
  | 'RUN_WORKFLOW';

/** Which tasks to list: every given field must fit; within a list, any entry. An empty list filters nothing. */
export type TaskFilterInput = {
  /** Created before then. */
  createdBefore?: string | null | undefined;
  /** Created then or later. */
  createdFrom?: string | null | undefined;
  /** One of these labels. At most 50 entries of 1–100 characters. */
  labels?: Array<string> | null | undefined;
  /** Made from an output of this task. Together with other filters: of the newest 1,000 that were. */
  madeFrom?: string | number | null | undefined;
  /** One of these models, by Runway's name. At most 50 entries of 1–100 characters. */
  models?: Array<string> | null | undefined;
  /** Made by one of these fields. At most 50 entries. */
  operations?: Array<TaskOperation> | null | undefined;
  /** One of these statuses. At most 50 entries. */
  statuses?: Array<TaskStatus> | null | undefined;
};

/** A field that makes tasks. */
export type TaskOperation =
  /** The field `avatarUpdated`. */
  | 'AVATAR_UPDATED'
  /** The field `createAdLocalization`. */
  | 'CREATE_AD_LOCALIZATION'
  /** The field `createAvatar`. */
  | 'CREATE_AVATAR'
  /** The field `createAvatarVideo`. */
  | 'CREATE_AVATAR_VIDEO'
  /** The field `createCharacterPerformance`. */
  | 'CREATE_CHARACTER_PERFORMANCE'
  /** The field `createDocument`. */
  | 'CREATE_DOCUMENT'
  /** The field `createImageToVideo`. */
  | 'CREATE_IMAGE_TO_VIDEO'
  /** The field `createImageUpscale`. */
  | 'CREATE_IMAGE_UPSCALE'
  /** The field `createMarketingStockImage`. */
  | 'CREATE_MARKETING_STOCK_IMAGE'
  /** The field `createMultiShotVideo`. */
  | 'CREATE_MULTI_SHOT_VIDEO'
  /** The field `createProductAd`. */
  | 'CREATE_PRODUCT_AD'
  /** The field `createProductCampaignImage`. */
  | 'CREATE_PRODUCT_CAMPAIGN_IMAGE'
  /** The field `createProductSwap`. */
  | 'CREATE_PRODUCT_SWAP'
  /** The field `createProductUgc`. */
  | 'CREATE_PRODUCT_UGC'
  /** The field `createRealtimeSession`. */
  | 'CREATE_REALTIME_SESSION'
  /** The field `createRouter`. */
  | 'CREATE_ROUTER'
  /** The field `createSoundEffect`. */
  | 'CREATE_SOUND_EFFECT'
  /** The field `createSpeechToSpeech`. */
  | 'CREATE_SPEECH_TO_SPEECH'
  /** The field `createTextToImage`. */
  | 'CREATE_TEXT_TO_IMAGE'
  /** The field `createTextToSpeech`. */
  | 'CREATE_TEXT_TO_SPEECH'
  /** The field `createTextToVideo`. */
  | 'CREATE_TEXT_TO_VIDEO'
  /** The field `createVideoToHdr`. */
  | 'CREATE_VIDEO_TO_HDR'
  /** The field `createVideoToVideo`. */
  | 'CREATE_VIDEO_TO_VIDEO'
  /** The field `createVideoUpscale`. */
  | 'CREATE_VIDEO_UPSCALE'
  /** The field `createVoice`. */
  | 'CREATE_VOICE'
  /** The field `createVoiceDubbing`. */
  | 'CREATE_VOICE_DUBBING'
  /** The field `createVoiceIsolation`. */
  | 'CREATE_VOICE_ISOLATION'
  /** The field `generateAudio`. */
  | 'GENERATE_AUDIO'
  /** The field `generateImage`. */
  | 'GENERATE_IMAGE'
  /** The field `generateVideo`. */
  | 'GENERATE_VIDEO'
  /** The field `grantResource`. */
  | 'GRANT_RESOURCE'
  /** The field `previewVoice`. */
  | 'PREVIEW_VOICE'
  /** The field `realtimeSessionUpdated`. */
  | 'REALTIME_SESSION_UPDATED'
  /** The field `runWorkflow`. */
  | 'RUN_WORKFLOW'
  /** The field `updateAvatar`. */
  | 'UPDATE_AVATAR'
  /** The field `updateVoice`. */
  | 'UPDATE_VOICE'
  /** The field `voiceUpdated`. */
  | 'VOICE_UPDATED';

/** The state of a task. SUCCEEDED, FAILED and CANCELLED are final. */
export type TaskStatus =
  /** Ended on request. */
  | 'CANCELLED'
  /** Ended without result; see failure. */
  | 'FAILED'
  /** Accepted by Runway; not started. */
  | 'PENDING'
  /** Accepted by the gateway; Runway has not answered yet. */
  | 'QUEUED'
  /** Being worked on; see progress. */
  | 'RUNNING'
  /** Done; output has the media. */
  | 'SUCCEEDED'
  /** Accepted by Runway and waiting for a free place. */
  | 'THROTTLED'
  /** The submission may or may not have reached Runway. It is never sent again by itself; an operator settles it. */
  | 'UNCONFIRMED';

/** What a tenant may do. */
export type TenantStatus =
  /** All that its credentials permit. */
  | 'ACTIVE'
  /** Nothing, for ever: what it owns is being deleted. */
  | 'DELETING'
  /** Anything but spend: too many of its requests were moderated. `resumeTenant` lifts it. */
  | 'STOPPED'
  /** Nothing: its credentials are refused. `resumeTenant` lifts it. */
  | 'SUSPENDED';

/** Changes of a key. Fields that are left out stay as they are. */
export type UpdateApiKeyInput = {
  /** IP addresses and networks (CIDR, e.g. `10.0.0.0/8`) that it may be used from; at most 50. Empty: from everywhere. */
  allowedAddresses?: Array<string> | null | undefined;
  /** When it will end, in the future; null: not by itself. */
  expiresAt?: string | null | undefined;
  /** What it is for. 1–100 characters; null: nothing is said. */
  name?: string | null | undefined;
  /** All scopes of the key after the change: at least one. */
  scopes?: Array<Scope> | null | undefined;
};

/** Values of `imageProcessing` in UpdateAvatarInput. */
export type UpdateAvatarImageProcessing =
  /** Used as it is. Runway's `none`. */
  | 'NONE'
  /** Improved, for a better avatar. Runway's `optimize`. */
  | 'OPTIMIZE';

/** What updateAvatar takes. */
export type UpdateAvatarInput = {
  /** Documents of yours that the avatar draws on, in place of all that it has. At most 50 entries. Each entry: a UUID. */
  documentIds?: Array<string> | null | undefined;
  /** Whether the picture is improved before it is used. Default: OPTIMIZE. */
  imageProcessing?: UpdateAvatarImageProcessing | null | undefined;
  /** What it is called. 1 to 50 characters (UTF-16 units). */
  name?: string | null | undefined;
  /** How the avatar behaves in conversation, in your own words. 1 to 10000 characters (UTF-16 units). */
  personality?: string | null | undefined;
  /** A new picture that the avatar is made of. Image only: an https URL (up to 16 MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB). */
  referenceImage?: string | null | undefined;
  /** What the avatar says first when a session starts. At most 2000 characters (UTF-16 units). Null: none. */
  startScript?: string | null | undefined;
  /** The voice to speak with. */
  voice?: UpdateAvatarVoiceInput | null | undefined;
};

/** A voice that you made. */
export type UpdateAvatarVoiceCustomInput = {
  /** A voice of yours. A UUID. */
  id: string;
};

/** The voice to speak with. Exactly one of the fields. */
export type UpdateAvatarVoiceInput =
  {   /** A voice that you made. */
  custom: UpdateAvatarVoiceCustomInput; runwayLivePreset?: never; }
  |  { custom?: never;   /** One of Runway's ready-made voices. */
  runwayLivePreset: UpdateAvatarVoiceRunwayLivePresetInput; };

/** One of Runway's ready-made voices. */
export type UpdateAvatarVoiceRunwayLivePresetInput = {
  /** One of Runway's ready-made ones. */
  presetId: UpdateAvatarVoiceRunwayLivePresetPresetId;
};

/** Values of `presetId` in UpdateAvatarVoiceRunwayLivePresetInput. */
export type UpdateAvatarVoiceRunwayLivePresetPresetId =
  /** Runway's `adam`. */
  | 'ADAM'
  /** Runway's `adrian`. */
  | 'ADRIAN'
  /** Runway's `aurora`. */
  | 'AURORA'
  /** Runway's `blake`. */
  | 'BLAKE'
  /** Runway's `clara`. */
  | 'CLARA'
  /** Runway's `david`. */
  | 'DAVID'
  /** Runway's `drew`. */
  | 'DREW'
  /** Runway's `emma`. */
  | 'EMMA'
  /** Runway's `felix`. */
  | 'FELIX'
  /** Runway's `georgia`. */
  | 'GEORGIA'
  /** Runway's `jasper`. */
  | 'JASPER'
  /** Runway's `leo`. */
  | 'LEO'
  /** Runway's `luna`. */
  | 'LUNA'
  /** Runway's `marcus`. */
  | 'MARCUS'
  /** Runway's `max`. */
  | 'MAX'
  /** Runway's `maya`. */
  | 'MAYA'
  /** Runway's `mia`. */
  | 'MIA'
  /** Runway's `morgan`. */
  | 'MORGAN'
  /** Runway's `nathan`. */
  | 'NATHAN'
  /** Runway's `nina`. */
  | 'NINA'
  /** Runway's `petra`. */
  | 'PETRA'
  /** Runway's `roman`. */
  | 'ROMAN'
  /** Runway's `ruby`. */
  | 'RUBY'
  /** Runway's `sam`. */
  | 'SAM'
  /** Runway's `skye`. */
  | 'SKYE'
  /** Runway's `summer`. */
  | 'SUMMER'
  /** Runway's `victoria`. */
  | 'VICTORIA'
  /** Runway's `vincent`. */
  | 'VINCENT'
  /** Runway's `violet`. */
  | 'VIOLET'
  /** Runway's `zach`. */
  | 'ZACH';

/** What updateDocument takes. */
export type UpdateDocumentInput = {
  /** The text, plain or in Markdown. 1 to 200000 characters (UTF-16 units). */
  content?: string | null | undefined;
  /** What it is called. 1 to 255 characters (UTF-16 units). */
  name?: string | null | undefined;
};

/** What updateRouter takes. */
export type UpdateRouterInput = {
  /** What the router is for. At most 2000 characters (UTF-16 units). Null: none. */
  description?: string | null | undefined;
  /** What it is called. 1 to 255 characters (UTF-16 units). */
  name?: string | null | undefined;
  /** How the router chooses. What is left out stays as it is. */
  settings?: UpdateRouterSettingsInput | null | undefined;
};

/** What to do when the preferred model is busy. */
export type UpdateRouterSettingsFallbackInput = {
  /** Whether the next best model is taken when the preferred one is at its limit. Else the task waits for it. */
  onCapacity?: boolean | null | undefined;
};

/** How the router chooses. What is left out stays as it is. */
export type UpdateRouterSettingsInput = {
  /** What to do when the preferred model is busy. */
  fallback?: UpdateRouterSettingsFallbackInput | null | undefined;
  /** The most credits that one output may cost, by kind. Models that cost more are not chosen. */
  maxCreditsPerGeneration?: UpdateRouterSettingsMaxCreditsPerGenerationInput | null | undefined;
  /** Which models may be chosen. */
  models?: UpdateRouterSettingsModelsInput | null | undefined;
  /** What counts when several models would do. */
  optimizeFor?: UpdateRouterSettingsOptimizeFor | null | undefined;
};

/** The most credits that one output may cost, by kind. Models that cost more are not chosen. */
export type UpdateRouterSettingsMaxCreditsPerGenerationInput = {
  /** For audio. At least 1, whole. */
  audio?: number | null | undefined;
  /** For an image. At least 1, whole. */
  image?: number | null | undefined;
  /** For a video. At least 1, whole. */
  video?: number | null | undefined;
};

/** Which models may be chosen. */
export type UpdateRouterSettingsModelsInput = {
  /** Names of models, e.g. `gen4.5`. At most 100 entries. */
  ids: Array<string>;
  /** How the list of models is meant. */
  mode: UpdateRouterSettingsModelsMode;
};

/** Values of `mode` in UpdateRouterSettingsModelsInput. */
export type UpdateRouterSettingsModelsMode =
  /** These and no others. Runway's `allowlist_only`. */
  | 'ALLOWLIST_ONLY'
  /** All but these, new models included. Runway's `allow_new_except`. */
  | 'ALLOW_NEW_EXCEPT';

/** Values of `optimizeFor` in UpdateRouterSettingsInput. */
export type UpdateRouterSettingsOptimizeFor =
  /** The cheapest. Runway's `cost`. */
  | 'COST'
  /** The quickest. Runway's `latency`. */
  | 'LATENCY'
  /** The best. Runway's `quality`. */
  | 'QUALITY';

/** What updateVoice takes. */
export type UpdateVoiceInput = {
  /** What it is, in your own words. 1 to 1024 characters (UTF-16 units). Null: none. */
  description?: string | null | undefined;
  /** What it is called. 1 to 100 characters (UTF-16 units). */
  name?: string | null | undefined;
};

/** Changes of a webhook. Fields that are left out stay as they are. */
export type UpdateWebhookInput = {
  /** Its events after the change. At least one. */
  events?: Array<WebhookEvent> | null | undefined;
  /** True: deliveries wait. False: they are sent again, also where the webhook is DISABLED. */
  isPaused?: boolean | null | undefined;
  /** Only tasks with one of these labels; null: all. At most 50, 1–100 characters each. */
  labels?: Array<string> | null | undefined;
  /** Only tasks of these operations; null: all. At most 50. */
  operations?: Array<TaskOperation> | null | undefined;
  /** Its address: https, on the public internet, without a user, on port 443 or one from 1024 on. At most 2,000 characters. */
  url?: string | null | undefined;
};

/** What usage is grouped by. */
export type UsageDimension =
  /** The UTC day. */
  | 'DAY'
  /** The holder of the credential. */
  | 'KEY'
  /** The label of the task. */
  | 'LABEL'
  /** The model. */
  | 'MODEL';

/** A period, and what its usage is grouped by. */
export type UsageInput = {
  /** The day after the last one, 1–90 days after `from`. */
  before: string;
  /** What the groups tell apart; the whole period is one group where it is empty. */
  by?: Array<UsageDimension>;
  /** The first day. */
  from: string;
};

/** Why a queued task has not been submitted yet. */
export type WaitingReason =
  /** An output that it is made from is being uploaded to Runway. */
  | 'INPUT'
  /** The Runway account has used up its generations of the last 24 hours. */
  | 'RUNWAY_DAILY_CAP'
  /** Runway asked to send later. */
  | 'RUNWAY_RATE_LIMITED'
  /** Runway refuses the gateway’s secret, or its use of the model. */
  | 'RUNWAY_UNAUTHORIZED'
  /** Runway could not be reached, or its circuit breaker is open. */
  | 'RUNWAY_UNREACHABLE'
  /** All places for generations are taken. */
  | 'SLOT'
  /** An operator must resume the tenant, whose requests kept being moderated. */
  | 'TENANT_STOPPED'
  /** Other tenants come first. */
  | 'TURN';

/** Filter of deliveries: every given field must fit. */
export type WebhookDeliveryFilterInput = {
  /** With this status. */
  status?: WebhookDeliveryStatus | null | undefined;
  /** About this task. */
  task?: string | number | null | undefined;
  /** To this webhook. */
  webhook?: string | number | null | undefined;
};

/** Where a delivery is. */
export type WebhookDeliveryStatus =
  /** The receiver answered with a status from 200 to 299. */
  | 'DELIVERED'
  /** It was given up; `redeliverWebhook` sends it again. */
  | 'FAILED'
  /** It is to be sent, or to be sent again. */
  | 'PENDING';

/** What a webhook can be told of: that a task has entered a status. */
export type WebhookEvent =
  /** A task is CANCELLED: `task.cancelled`. */
  | 'TASK_CANCELLED'
  /** A task is FAILED: `task.failed`. */
  | 'TASK_FAILED'
  /** A task is PENDING: `task.pending`. */
  | 'TASK_PENDING'
  /** A task is QUEUED: `task.queued`. */
  | 'TASK_QUEUED'
  /** A task is RUNNING: `task.running`. */
  | 'TASK_RUNNING'
  /** A task is SUCCEEDED: `task.succeeded`. */
  | 'TASK_SUCCEEDED'
  /** A task is THROTTLED: `task.throttled`. */
  | 'TASK_THROTTLED'
  /** A task is UNCONFIRMED: `task.unconfirmed`. */
  | 'TASK_UNCONFIRMED';

/** Whether a webhook works. */
export type WebhookStatus =
  /** Events are delivered. */
  | 'ACTIVE'
  /** Its receiver answered 410: nothing is sent until it is resumed. */
  | 'DISABLED'
  /** The last attempt failed: deliveries are sent again, see `failure`. */
  | 'FAILING'
  /** Deliveries wait until it is resumed with `updateWebhook`. */
  | 'PAUSED';

export type RunwayAccountFieldsFragment = { tenant: string, credential: { fingerprint: string, setAt: string, setBy: string } | null };

export type RunwayAccountQueryVariables = Exact<{
  tenant?: string | number | null | undefined;
}>;


export type RunwayAccountQuery = { runwayAccount: { tenant: string, organization: { creditBalance: number, models: Array<{ model: string, maxConcurrentGenerations: number | null }> } | null, credential: { fingerprint: string, setAt: string, setBy: string } | null } | null };

export type SetRunwayCredentialMutationVariables = Exact<{
  input: SetRunwayCredentialInput;
}>;


export type SetRunwayCredentialMutation = { setRunwayCredential: { account: { tenant: string, credential: { fingerprint: string, setAt: string, setBy: string } | null } } | null };

export type RemoveRunwayCredentialMutationVariables = Exact<{
  tenant?: string | number | null | undefined;
}>;


export type RemoveRunwayCredentialMutation = { removeRunwayCredential: { account: { tenant: string, credential: { fingerprint: string, setAt: string, setBy: string } | null } } | null };

export type OperatorCredentialFieldsFragment = { stored: { fingerprint: string, setAt: string, setBy: string } | null };

export type OperatorCredentialQueryVariables = Exact<{ [key: string]: never; }>;


export type OperatorCredentialQuery = { operatorCredential: { stored: { fingerprint: string, setAt: string, setBy: string } | null } | null };

export type SetOperatorCredentialMutationVariables = Exact<{
  input: SetOperatorCredentialInput;
}>;


export type SetOperatorCredentialMutation = { setOperatorCredential: { credential: { stored: { fingerprint: string, setAt: string, setBy: string } | null } } | null };

export type RemoveOperatorCredentialMutationVariables = Exact<{ [key: string]: never; }>;


export type RemoveOperatorCredentialMutation = { removeOperatorCredential: { credential: { stored: { fingerprint: string, setAt: string, setBy: string } | null } } | null };

export type SecurityAlertFieldsFragment = { id: string, rule: string, severity: AlertSeverity, subject: string, detail: string | null, tenant: string | null, apiKey: string | null, address: string | null, count: number, threshold: number, raisedAt: string, lastSeenAt: string, answer: AlertAnswer | null, answerEndsAt: string | null, liftedAt: string | null, liftedBy: string | null };

export type SecurityAlertsQueryVariables = Exact<{
  filter?: SecurityAlertFilterInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SecurityAlertsQuery = { securityAlerts: { nodes: Array<{ id: string, rule: string, severity: AlertSeverity, subject: string, detail: string | null, tenant: string | null, apiKey: string | null, address: string | null, count: number, threshold: number, raisedAt: string, lastSeenAt: string, answer: AlertAnswer | null, answerEndsAt: string | null, liftedAt: string | null, liftedBy: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type SecurityAlertRaisedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type SecurityAlertRaisedSubscription = { securityAlertRaised: { cursor: string, alert: { id: string, rule: string, severity: AlertSeverity, subject: string, detail: string | null, tenant: string | null, apiKey: string | null, address: string | null, count: number, threshold: number, raisedAt: string, lastSeenAt: string, answer: AlertAnswer | null, answerEndsAt: string | null, liftedAt: string | null, liftedBy: string | null } } };

export type LiftAlertAnswerMutationVariables = Exact<{
  id: string | number;
}>;


export type LiftAlertAnswerMutation = { liftAlertAnswer: { alert: { id: string, rule: string, severity: AlertSeverity, subject: string, detail: string | null, tenant: string | null, apiKey: string | null, address: string | null, count: number, threshold: number, raisedAt: string, lastSeenAt: string, answer: AlertAnswer | null, answerEndsAt: string | null, liftedAt: string | null, liftedBy: string | null } } | null };

export type AuditEventsQueryVariables = Exact<{
  tenant?: string | number | null | undefined;
  filter?: AuditEventFilterInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditEventsQuery = { auditEvents: { nodes: Array<{ id: string, at: string, event: AuditEventName, verdict: AuditVerdict, code: string | null, tenant: string | null, subject: string | null, credentialKind: string | null, credentialId: string | null, apiKey: string | null, operation: string | null, objects: Array<string>, requestId: string | null, address: string | null, count: number | null, position: number | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type AvatarConversationFieldsFragment = { id: string, status: AvatarConversationStatus, name: string, avatarId: string | null, avatarPresetId: string | null, avatarName: string | null, avatarImageUrl: string | null, duration: number | null, maxDuration: number | null, recordingUrl: string | null, failureCode: string | null, startedAt: string | null, endedAt: string | null, createdAt: string, tools: Array<{ name: string, description: string, type: string }>, transcript: Array<{ role: string, content: string | null, timestamp: string | null, toolCalls: Array<{ id: string | null, name: string, arguments: unknown }>, toolResults: Array<{ id: string | null, name: string, durationMs: number | null, error: string | null, result: unknown }> }> };

export type AvatarConversationQueryVariables = Exact<{
  id: string | number;
}>;


export type AvatarConversationQuery = { avatarConversation: { id: string, status: AvatarConversationStatus, name: string, avatarId: string | null, avatarPresetId: string | null, avatarName: string | null, avatarImageUrl: string | null, duration: number | null, maxDuration: number | null, recordingUrl: string | null, failureCode: string | null, startedAt: string | null, endedAt: string | null, createdAt: string, tools: Array<{ name: string, description: string, type: string }>, transcript: Array<{ role: string, content: string | null, timestamp: string | null, toolCalls: Array<{ id: string | null, name: string, arguments: unknown }>, toolResults: Array<{ id: string | null, name: string, durationMs: number | null, error: string | null, result: unknown }> }> } | null };

export type AvatarConversationsQueryVariables = Exact<{
  filter?: AvatarConversationFilterInput | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type AvatarConversationsQuery = { avatarConversations: { totalCount: number | null, edges: Array<{ cursor: string, node: { id: string, avatarId: string | null, avatarPresetId: string | null, createdAt: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type DeleteAvatarConversationMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteAvatarConversationMutation = { deleteAvatarConversation: { id: string } | null };

export type AvatarFieldsFragment = { id: string, status: ProcessingStatus, name: string, personality: string, startScript: string | null, documentIds: Array<string>, referenceImageUrl: string | null, processedImageUrl: string | null, failureReason: string | null, createdAt: string, updatedAt: string, voice: { presetId: string | null, voiceId: string | null, name: string | null, description: string | null, deleted: boolean } | null };

export type CreateAvatarMutationVariables = Exact<{
  input: CreateAvatarInput;
  idempotencyKey?: string | null | undefined;
}>;


export type CreateAvatarMutation = { createAvatar: { replayed: boolean, avatar: { id: string, status: ProcessingStatus, name: string, personality: string, startScript: string | null, documentIds: Array<string>, referenceImageUrl: string | null, processedImageUrl: string | null, failureReason: string | null, createdAt: string, updatedAt: string, voice: { presetId: string | null, voiceId: string | null, name: string | null, description: string | null, deleted: boolean } | null } | null, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type UpdateAvatarMutationVariables = Exact<{
  id: string | number;
  input: UpdateAvatarInput;
}>;


export type UpdateAvatarMutation = { updateAvatar: { avatar: { id: string, status: ProcessingStatus, name: string, personality: string, startScript: string | null, documentIds: Array<string>, referenceImageUrl: string | null, processedImageUrl: string | null, failureReason: string | null, createdAt: string, updatedAt: string, voice: { presetId: string | null, voiceId: string | null, name: string | null, description: string | null, deleted: boolean } | null } } | null };

export type DeleteAvatarMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteAvatarMutation = { deleteAvatar: { id: string } | null };

export type AvatarQueryVariables = Exact<{
  id: string | number;
}>;


export type AvatarQuery = { avatar: { id: string, status: ProcessingStatus, name: string, personality: string, startScript: string | null, documentIds: Array<string>, referenceImageUrl: string | null, processedImageUrl: string | null, failureReason: string | null, createdAt: string, updatedAt: string, voice: { presetId: string | null, voiceId: string | null, name: string | null, description: string | null, deleted: boolean } | null } | null };

export type AvatarsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type AvatarsQuery = { avatars: { totalCount: number | null, edges: Array<{ cursor: string, node: { id: string, status: ProcessingStatus, name: string, personality: string, startScript: string | null, documentIds: Array<string>, referenceImageUrl: string | null, processedImageUrl: string | null, failureReason: string | null, createdAt: string, updatedAt: string, voice: { presetId: string | null, voiceId: string | null, name: string | null, description: string | null, deleted: boolean } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type AvatarUpdatedSubscriptionVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type AvatarUpdatedSubscription = { avatarUpdated: { cursor: string, avatar: { id: string, status: ProcessingStatus, name: string, personality: string, startScript: string | null, documentIds: Array<string>, referenceImageUrl: string | null, processedImageUrl: string | null, failureReason: string | null, createdAt: string, updatedAt: string, voice: { presetId: string | null, voiceId: string | null, name: string | null, description: string | null, deleted: boolean } | null } } };

export type BudgetFieldsFragment = { scope: BudgetScope, period: BudgetPeriod, limit: number | null, reserved: number, spent: number, overrun: number, remaining: number | null, resetsAt: string };

export type ViewerBudgetQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerBudgetQuery = { viewer: { budget: Array<{ scope: BudgetScope, period: BudgetPeriod, limit: number | null, reserved: number, spent: number, overrun: number, remaining: number | null, resetsAt: string }> } | null };

export type SetBudgetMutationVariables = Exact<{
  input: SetBudgetInput;
}>;


export type SetBudgetMutation = { setBudget: { budget: { scope: BudgetScope, period: BudgetPeriod, limit: number | null, reserved: number, spent: number, overrun: number, remaining: number | null, resetsAt: string } } | null };

export type CancelTaskMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelTaskMutation = { cancelTask: { task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null } } | null };

export type CreateUploadMutationVariables = Exact<{
  input: CreateUploadInput;
}>;


export type CreateUploadMutation = { createUpload: { uploadUrl: string, runwayUri: string, expiresAt: string, fields: Array<{ name: string, value: string }> } | null };

export type DeleteTaskMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteTaskMutation = { deleteTask: { id: string } | null };

export type DocumentFieldsFragment = { id: string, name: string, type: string, content: string, createdAt: string, updatedAt: string, usedBy: Array<{ avatarId: string, name: string, imageUrl: string | null }> };

export type CreateDocumentMutationVariables = Exact<{
  input: CreateDocumentInput;
  idempotencyKey?: string | null | undefined;
}>;


export type CreateDocumentMutation = { createDocument: { replayed: boolean, document: { id: string, name: string, type: string, content: string, createdAt: string, updatedAt: string, usedBy: Array<{ avatarId: string, name: string, imageUrl: string | null }> } | null, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type UpdateDocumentMutationVariables = Exact<{
  id: string | number;
  input: UpdateDocumentInput;
}>;


export type UpdateDocumentMutation = { updateDocument: { document: { id: string, name: string, type: string, content: string, createdAt: string, updatedAt: string, usedBy: Array<{ avatarId: string, name: string, imageUrl: string | null }> } } | null };

export type DeleteDocumentMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteDocumentMutation = { deleteDocument: { id: string } | null };

export type DocumentQueryVariables = Exact<{
  id: string | number;
}>;


export type DocumentQuery = { document: { id: string, name: string, type: string, content: string, createdAt: string, updatedAt: string, usedBy: Array<{ avatarId: string, name: string, imageUrl: string | null }> } | null };

export type DocumentsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type DocumentsQuery = { documents: { totalCount: number | null, edges: Array<{ cursor: string, node: { id: string, name: string, type: string, content: string, createdAt: string, updatedAt: string, usedBy: Array<{ avatarId: string, name: string, imageUrl: string | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type EstimateQueryVariables = Exact<{
  request: EstimateInput;
}>;


export type EstimateQuery = { estimate: { credits: number, isGuaranteed: boolean, source: EstimateSource, remaining: number | null, wouldWait: boolean } | null };

export type CreateTextToVideoMutationVariables = Exact<{
  input: CreateTextToVideoInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type CreateTextToVideoMutation = { createTextToVideo: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type CreateImageToVideoMutationVariables = Exact<{
  input: CreateImageToVideoInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type CreateImageToVideoMutation = { createImageToVideo: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type CreateVideoToVideoMutationVariables = Exact<{
  input: CreateVideoToVideoInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type CreateVideoToVideoMutation = { createVideoToVideo: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type CreateVideoToHdrMutationVariables = Exact<{
  input: CreateVideoToHdrInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type CreateVideoToHdrMutation = { createVideoToHdr: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type CreateTextToImageMutationVariables = Exact<{
  input: CreateTextToImageInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type CreateTextToImageMutation = { createTextToImage: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type CreateCharacterPerformanceMutationVariables = Exact<{
  input: CreateCharacterPerformanceInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type CreateCharacterPerformanceMutation = { createCharacterPerformance: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type CreateImageUpscaleMutationVariables = Exact<{
  input: CreateImageUpscaleInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type CreateImageUpscaleMutation = { createImageUpscale: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type CreateVideoUpscaleMutationVariables = Exact<{
  input: CreateVideoUpscaleInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type CreateVideoUpscaleMutation = { createVideoUpscale: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type CreateTextToSpeechMutationVariables = Exact<{
  input: CreateTextToSpeechInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type CreateTextToSpeechMutation = { createTextToSpeech: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type CreateSoundEffectMutationVariables = Exact<{
  input: CreateSoundEffectInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type CreateSoundEffectMutation = { createSoundEffect: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type CreateVoiceIsolationMutationVariables = Exact<{
  input: CreateVoiceIsolationInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type CreateVoiceIsolationMutation = { createVoiceIsolation: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type CreateVoiceDubbingMutationVariables = Exact<{
  input: CreateVoiceDubbingInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type CreateVoiceDubbingMutation = { createVoiceDubbing: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type CreateSpeechToSpeechMutationVariables = Exact<{
  input: CreateSpeechToSpeechInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type CreateSpeechToSpeechMutation = { createSpeechToSpeech: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type GenerateVideoMutationVariables = Exact<{
  input: GenerateVideoInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type GenerateVideoMutation = { generateVideo: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type GenerateImageMutationVariables = Exact<{
  input: GenerateImageInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type GenerateImageMutation = { generateImage: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type GenerateAudioMutationVariables = Exact<{
  input: GenerateAudioInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type GenerateAudioMutation = { generateAudio: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type CreateAdLocalizationMutationVariables = Exact<{
  input: CreateAdLocalizationInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type CreateAdLocalizationMutation = { createAdLocalization: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type CreateMarketingStockImageMutationVariables = Exact<{
  input: CreateMarketingStockImageInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type CreateMarketingStockImageMutation = { createMarketingStockImage: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type CreateMultiShotVideoMutationVariables = Exact<{
  input: CreateMultiShotVideoInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type CreateMultiShotVideoMutation = { createMultiShotVideo: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type CreateProductAdMutationVariables = Exact<{
  input: CreateProductAdInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type CreateProductAdMutation = { createProductAd: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type CreateProductCampaignImageMutationVariables = Exact<{
  input: CreateProductCampaignImageInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type CreateProductCampaignImageMutation = { createProductCampaignImage: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type CreateProductSwapMutationVariables = Exact<{
  input: CreateProductSwapInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type CreateProductSwapMutation = { createProductSwap: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type CreateProductUgcMutationVariables = Exact<{
  input: CreateProductUgcInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type CreateProductUgcMutation = { createProductUgc: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type CreateAvatarVideoMutationVariables = Exact<{
  input: CreateAvatarVideoInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type CreateAvatarVideoMutation = { createAvatarVideo: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type RunWorkflowMutationVariables = Exact<{
  input: RunWorkflowInput;
  idempotencyKey?: string | null | undefined;
  label?: string | null | undefined;
  waitSeconds?: number;
  webhookUrl?: string | null | undefined;
}>;


export type RunWorkflowMutation = { runWorkflow: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type UnownedResourcesQueryVariables = Exact<{
  kind: ResourceKind;
  tenant?: string | number | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type UnownedResourcesQuery = { unownedResources: { totalCount: number | null, edges: Array<{ cursor: string, node: { kind: ResourceKind, id: string, name: string | null, slug: string | null, createdAt: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type GrantResourceMutationVariables = Exact<{
  input: GrantResourceInput;
}>;


export type GrantResourceMutation = { grantResource: { resource: { kind: ResourceKind, id: string, tenant: string, slug: string | null } } | null };

export type RevokeResourceMutationVariables = Exact<{
  kind: ResourceKind;
  id: string | number;
}>;


export type RevokeResourceMutation = { revokeResource: { resource: { kind: ResourceKind, id: string, tenant: string, slug: string | null } } | null };

export type CreateTenantMutationVariables = Exact<{
  input: CreateTenantInput;
}>;


export type CreateTenantMutation = { createTenant: { tenant: { id: string, name: string, createdAt: string } } | null };

export type ApiKeyFieldsFragment = { id: string, prefix: string, tenant: string, name: string | null, scopes: Array<Scope>, allowedAddresses: Array<string>, createdAt: string, createdBy: string | null, expiresAt: string | null, revokedAt: string | null, replacedSecretExpiresAt: string | null, policy: { operations: Array<SubmittedOperation> | null, models: Array<string> | null, creditsPerRequestMax: number | null } };

export type AccessPolicyFieldsFragment = { operations: Array<SubmittedOperation> | null, models: Array<string> | null, creditsPerRequestMax: number | null };

export type ApiKeyUsageFieldsFragment = { requests: number, lastUsedAt: string | null, lastAddress: string | null, scopes: Array<{ scope: Scope, lastUsedAt: string }> };

export type ApiKeysQueryVariables = Exact<{
  tenant?: string | number | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ApiKeysQuery = { apiKeys: { totalCount: number | null, nodes: Array<{ id: string, prefix: string, tenant: string, name: string | null, scopes: Array<Scope>, allowedAddresses: Array<string>, createdAt: string, createdBy: string | null, expiresAt: string | null, revokedAt: string | null, replacedSecretExpiresAt: string | null, usage: { requests: number, lastUsedAt: string | null, lastAddress: string | null, scopes: Array<{ scope: Scope, lastUsedAt: string }> }, policy: { operations: Array<SubmittedOperation> | null, models: Array<string> | null, creditsPerRequestMax: number | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type CreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { createApiKey: { credential: string, apiKey: { id: string, prefix: string, tenant: string, name: string | null, scopes: Array<Scope>, allowedAddresses: Array<string>, createdAt: string, createdBy: string | null, expiresAt: string | null, revokedAt: string | null, replacedSecretExpiresAt: string | null, policy: { operations: Array<SubmittedOperation> | null, models: Array<string> | null, creditsPerRequestMax: number | null } } } | null };

export type UpdateApiKeyMutationVariables = Exact<{
  id: string | number;
  input: UpdateApiKeyInput;
}>;


export type UpdateApiKeyMutation = { updateApiKey: { apiKey: { id: string, prefix: string, tenant: string, name: string | null, scopes: Array<Scope>, allowedAddresses: Array<string>, createdAt: string, createdBy: string | null, expiresAt: string | null, revokedAt: string | null, replacedSecretExpiresAt: string | null, policy: { operations: Array<SubmittedOperation> | null, models: Array<string> | null, creditsPerRequestMax: number | null } } } | null };

export type RotateApiKeyMutationVariables = Exact<{
  id: string | number;
  overlapSeconds?: number | null | undefined;
}>;


export type RotateApiKeyMutation = { rotateApiKey: { credential: string, apiKey: { id: string, prefix: string, tenant: string, name: string | null, scopes: Array<Scope>, allowedAddresses: Array<string>, createdAt: string, createdBy: string | null, expiresAt: string | null, revokedAt: string | null, replacedSecretExpiresAt: string | null, policy: { operations: Array<SubmittedOperation> | null, models: Array<string> | null, creditsPerRequestMax: number | null } } } | null };

export type RevokeApiKeyMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeApiKeyMutation = { revokeApiKey: { apiKey: { id: string, revokedAt: string | null } } | null };

export type ResumeTenantMutationVariables = Exact<{
  id: string | number;
}>;


export type ResumeTenantMutation = { resumeTenant: { tenant: { id: string, name: string } } | null };

export type SetKeyPolicyMutationVariables = Exact<{
  input: SetKeyPolicyInput;
}>;


export type SetKeyPolicyMutation = { setKeyPolicy: { apiKey: { id: string, prefix: string, tenant: string, name: string | null, scopes: Array<Scope>, allowedAddresses: Array<string>, createdAt: string, createdBy: string | null, expiresAt: string | null, revokedAt: string | null, replacedSecretExpiresAt: string | null, policy: { operations: Array<SubmittedOperation> | null, models: Array<string> | null, creditsPerRequestMax: number | null } } } | null };

export type AccessReviewQueryVariables = Exact<{
  unusedDays?: number;
  finding?: ReviewFinding | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type AccessReviewQuery = { accessReview: { at: string, unusedDays: number, keys: { nodes: Array<{ tenantStatus: TenantStatus, unused: boolean, endless: boolean, unusedScopes: Array<Scope>, apiKey: { id: string, tenant: string, name: string | null, scopes: Array<Scope>, createdBy: string | null, expiresAt: string | null, policy: { operations: Array<SubmittedOperation> | null, models: Array<string> | null, creditsPerRequestMax: number | null }, usage: { lastUsedAt: string | null, lastAddress: string | null } }, tenantPolicy: { operations: Array<SubmittedOperation> | null, models: Array<string> | null, creditsPerRequestMax: number | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, tenantsWithoutBudget: { nodes: Array<{ id: string }> } } | null };

export type RevokeUnusedKeysMutationVariables = Exact<{
  days: number;
}>;


export type RevokeUnusedKeysMutation = { revokeUnusedKeys: { mayHaveMore: boolean, apiKeys: Array<{ id: string, tenant: string, revokedAt: string | null }> } | null };

export type DocumentOriginQueryVariables = Exact<{
  id: string | number;
}>;


export type DocumentOriginQuery = { document: { id: string, madeBy: { id: string, operation: TaskOperation } | null } | null };

export type TaskMadeQueryVariables = Exact<{
  id: string | number;
}>;


export type TaskMadeQuery = { task: { id: string, made:
      | { __typename: 'Avatar' }
      | { __typename: 'Document', id: string, name: string }
      | { __typename: 'RealtimeSession' }
      | { __typename: 'Router' }
      | { __typename: 'Voice' }
     | null } | null };

export type ModelsQueryVariables = Exact<{
  operation?: GenerationOperation | null | undefined;
}>;


export type ModelsQuery = { models: Array<{ operation: GenerationOperation, model: string | null, member: string | null, summary: string | null, permitted: boolean, audio: boolean, seed: boolean, ratios: Array<{ name: string, value: string }>, durations: { min: number | null, max: number | null, values: Array<number> | null, auto: boolean, required: boolean } | null, promptText: { min: number | null, max: number | null, required: boolean } | null, references: { images: number | null, videos: number | null, audio: number | null }, price: { unit: PriceUnit, creditsMin: number, creditsMax: number, minimum: number | null } | null }> | null };

export type OrganizationQueryVariables = Exact<{ [key: string]: never; }>;


export type OrganizationQuery = { organization: { creditBalance: number, maxMonthlyCreditSpend: number | null, models: Array<{ model: string, maxConcurrentGenerations: number | null, maxDailyGenerations: number | null, dailyGenerations: number }> } | null };

export type OrganizationUsageQueryVariables = Exact<{
  from: string;
  before: string;
}>;


export type OrganizationUsageQuery = { organizationUsage: { results: Array<{ date: string, usedCredits: Array<{ model: string, amount: number }> }>, resultsByApiKey: Array<{ date: string, usedCredits: Array<{ apiKeyId: string, amount: number }> }> } | null };

export type AvatarUsageQueryVariables = Exact<{
  from: string;
  before: string;
}>;


export type AvatarUsageQuery = { avatarUsage: { totalSessions: number, totalSeconds: number, avgDurationSeconds: number, byDay: Array<{ date: string, sessions: number, seconds: number }> } | null };

export type OrganizationWebappUsageQueryVariables = Exact<{
  filter: OrganizationWebappUsageFilterInput;
  first?: number;
  after?: string | null | undefined;
}>;


export type OrganizationWebappUsageQuery = { organizationWebappUsage: { edges: Array<{ cursor: string, node: { timestamp: string, email: string, tool: string, type: string, credits: number, workspaceId: string, workspaceName: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type OrganizationWebappAuditLogsQueryVariables = Exact<{
  filter?: AuditLogFilterInput | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type OrganizationWebappAuditLogsQuery = { organizationWebappAuditLogs: { edges: Array<{ cursor: string, node: { eventId: string, timestamp: string, action: string, actorEmail: string | null, actorUsername: string | null, actorDeleted: boolean, workspaceId: string, workspaceName: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type OrganizationWebappAuditLogQueryVariables = Exact<{
  id: string | number;
  organizationId?: string | number | null | undefined;
}>;


export type OrganizationWebappAuditLogQuery = { organizationWebappAuditLog: { eventId: string, timestamp: string, action: string, actorEmail: string | null, clientIpAddress: string, userAgent: string | null, requestId: string | null, resourceType: string | null, resourceId: string | null, workspaceId: string, workspaceName: string, metadata: Array<{ key: string, value: unknown }> } | null };

export type RealtimeSessionFieldsFragment = { id: string, status: RealtimeSessionStatus, queued: boolean, sessionKey: string | null, expiresAt: string | null, duration: number | null, failureCode: string | null, createdAt: string };

export type CreateRealtimeSessionMutationVariables = Exact<{
  input: CreateRealtimeSessionInput;
  idempotencyKey?: string | null | undefined;
}>;


export type CreateRealtimeSessionMutation = { createRealtimeSession: { replayed: boolean, realtimeSession: { id: string, status: RealtimeSessionStatus, queued: boolean, sessionKey: string | null, expiresAt: string | null, duration: number | null, failureCode: string | null, createdAt: string } | null, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type DeleteRealtimeSessionMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteRealtimeSessionMutation = { deleteRealtimeSession: { id: string } | null };

export type RealtimeSessionQueryVariables = Exact<{
  id: string | number;
}>;


export type RealtimeSessionQuery = { realtimeSession: { id: string, status: RealtimeSessionStatus, queued: boolean, sessionKey: string | null, expiresAt: string | null, duration: number | null, failureCode: string | null, createdAt: string } | null };

export type RealtimeSessionUpdatedSubscriptionVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type RealtimeSessionUpdatedSubscription = { realtimeSessionUpdated: { cursor: string, realtimeSession: { id: string, status: RealtimeSessionStatus, queued: boolean, sessionKey: string | null, expiresAt: string | null, duration: number | null, failureCode: string | null, createdAt: string } } };

export type RouterFieldsFragment = { id: string, slug: string, name: string, description: string | null, version: number, createdAt: string, updatedAt: string, settings: { optimizeFor: string | null, fallbackOnCapacity: boolean | null, maxCreditsPerAudio: number | null, maxCreditsPerImage: number | null, maxCreditsPerVideo: number | null, modelsMode: string | null, modelIds: Array<string>, schemaVersion: number } };

export type CreateRouterMutationVariables = Exact<{
  input: CreateRouterInput;
  idempotencyKey?: string | null | undefined;
}>;


export type CreateRouterMutation = { createRouter: { replayed: boolean, router: { id: string, slug: string, name: string, description: string | null, version: number, createdAt: string, updatedAt: string, settings: { optimizeFor: string | null, fallbackOnCapacity: boolean | null, maxCreditsPerAudio: number | null, maxCreditsPerImage: number | null, maxCreditsPerVideo: number | null, modelsMode: string | null, modelIds: Array<string>, schemaVersion: number } } | null, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type UpdateRouterMutationVariables = Exact<{
  id: string | number;
  input: UpdateRouterInput;
}>;


export type UpdateRouterMutation = { updateRouter: { router: { id: string, slug: string, name: string, description: string | null, version: number, createdAt: string, updatedAt: string, settings: { optimizeFor: string | null, fallbackOnCapacity: boolean | null, maxCreditsPerAudio: number | null, maxCreditsPerImage: number | null, maxCreditsPerVideo: number | null, modelsMode: string | null, modelIds: Array<string>, schemaVersion: number } } } | null };

export type DeleteRouterMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteRouterMutation = { deleteRouter: { id: string } | null };

export type RouterQueryVariables = Exact<{
  id: string | number;
}>;


export type RouterQuery = { router: { id: string, slug: string, name: string, description: string | null, version: number, createdAt: string, updatedAt: string, settings: { optimizeFor: string | null, fallbackOnCapacity: boolean | null, maxCreditsPerAudio: number | null, maxCreditsPerImage: number | null, maxCreditsPerVideo: number | null, modelsMode: string | null, modelIds: Array<string>, schemaVersion: number } } | null };

export type RoutersQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type RoutersQuery = { routers: { totalCount: number | null, edges: Array<{ cursor: string, node: { id: string, slug: string, name: string, description: string | null, version: number, createdAt: string, updatedAt: string, settings: { optimizeFor: string | null, fallbackOnCapacity: boolean | null, maxCreditsPerAudio: number | null, maxCreditsPerImage: number | null, maxCreditsPerVideo: number | null, modelsMode: string | null, modelIds: Array<string>, schemaVersion: number } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type RouterRequestsQueryVariables = Exact<{
  routerId: string | number;
  first?: number;
  after?: string | null | undefined;
}>;


export type RouterRequestsQuery = { routerRequests: { totalCount: number | null, edges: Array<{ cursor: string, node: { id: string, requestId: string, status: string, model: string | null, provider: string | null, reason: string | null, reasonCode: string | null, estimatedCredits: number | null, emptiedBy: Array<string>, taskId: string | null, runwayTaskId: string | null, createdAt: string, pipeline: Array<{ type: string, filter: string | null, models: Array<string>, skipped: Array<string>, allExhausted: boolean | null, outcome: string | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type UnconfirmedTasksQueryVariables = Exact<{
  about?: OpenQuestion;
  first?: number;
  after?: string | null | undefined;
}>;


export type UnconfirmedTasksQuery = { unconfirmedTasks: { nodes: Array<{ tenant: string, sentAt: string | null, detail: string | null, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, organizationUsage: Array<{ day: string, model: string, credits: number }> | null } | null };

export type ResolveTaskMutationVariables = Exact<{
  id: string | number;
  input: ResolveTaskInput;
}>;


export type ResolveTaskMutation = { resolveTask: { task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null } } | null };

export type ResubmitTaskMutationVariables = Exact<{
  id: string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type ResubmitTaskMutation = { resubmitTask: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type AdjustCostMutationVariables = Exact<{
  id: string | number;
  credits: number;
}>;


export type AdjustCostMutation = { adjustCost: { task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null } } | null };

export type CorrectTaskMutationVariables = Exact<{
  id: string | number;
  input: CorrectTaskInput;
}>;


export type CorrectTaskMutation = { correctTask: { task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null } } | null };

export type TaskFieldsFragment = { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null };

export type TaskHistoryQueryVariables = Exact<{
  id: string | number;
}>;


export type TaskHistoryQuery = { task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, history: Array<{ status: TaskStatus, at: string }>, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null } | null };

export type TaskUpdatedSubscriptionVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type TaskUpdatedSubscription = { taskUpdated: { cursor: string, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null } } };

export type TaskQueryVariables = Exact<{
  id?: string | number | null | undefined;
  idempotencyKey?: string | null | undefined;
  waitSeconds?: number;
}>;


export type TaskQuery = { task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null } | null };

export type TasksUpdatedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type TasksUpdatedSubscription = { tasksUpdated: { cursor: string, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null } } };

export type TasksQueryVariables = Exact<{
  filter?: TaskFilterInput | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type TasksQuery = { tasks: { nodes: Array<{ id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type TenantFieldsFragment = { id: string, name: string, status: TenantStatus, liveTasks: number, liveTasksMax: number | null, ratePercent: number | null, createdAt: string, remaining: { tasks: number, resources: number } | null };

export type TenantsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type TenantsQuery = { tenants: { edges: Array<{ cursor: string, node: { id: string, name: string, status: TenantStatus, liveTasks: number, liveTasksMax: number | null, ratePercent: number | null, createdAt: string, remaining: { tasks: number, resources: number } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type TenantDetailsQueryVariables = Exact<{
  first?: number;
}>;


export type TenantDetailsQuery = { tenants: { nodes: Array<{ id: string, liveTasks: number, budget: Array<{ scope: BudgetScope, period: BudgetPeriod, limit: number | null, reserved: number, spent: number, remaining: number | null }>, holdings: { tasks: number, apiKeys: number, avatars: number, avatarConversations: number, documents: number, realtimeSessions: number, routers: number, uploads: number, voices: number, workflows: number } }> } | null };

export type SetTenantLimitsMutationVariables = Exact<{
  id: string | number;
  liveTasksMax?: number | null | undefined;
  ratePercent?: number | null | undefined;
}>;


export type SetTenantLimitsMutation = { setTenantLimits: { tenant: { id: string, name: string, status: TenantStatus, liveTasks: number, liveTasksMax: number | null, ratePercent: number | null, createdAt: string, remaining: { tasks: number, resources: number } | null } } | null };

export type SuspendTenantMutationVariables = Exact<{
  id: string | number;
}>;


export type SuspendTenantMutation = { suspendTenant: { tenant: { id: string, name: string, status: TenantStatus, liveTasks: number, liveTasksMax: number | null, ratePercent: number | null, createdAt: string, remaining: { tasks: number, resources: number } | null } } | null };

export type DeleteTenantMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteTenantMutation = { deleteTenant: { id: string } | null };

export type SetTenantPolicyMutationVariables = Exact<{
  input: SetTenantPolicyInput;
}>;


export type SetTenantPolicyMutation = { setTenantPolicy: { tenant: { id: string, policy: { operations: Array<SubmittedOperation> | null, models: Array<string> | null, creditsPerRequestMax: number | null } } } | null };

export type UsageQueryVariables = Exact<{
  input: UsageInput;
}>;


export type UsageQuery = { usage: { hasMore: boolean, rows: Array<{ day: string | null, model: string | null, subject: string | null, label: string | null, tasks: number, reserved: number, spent: number }> } | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { subject: string, scopes: Array<Scope>, expiresAt: string | null, tenant: { id: string, name: string } } | null };

export type ViewerCredentialQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerCredentialQuery = { viewer: { subject: string, scopes: Array<Scope>, expiresAt: string | null, tenant: { id: string, name: string }, credential: { kind: CredentialKind, id: string }, limits: { operations: Array<RootField> | null, taskIds: Array<string> | null, creditsMax: number | null, creditsRemaining: number | null } | null } | null };

export type IssueTokenMutationVariables = Exact<{
  input: IssueTokenInput;
}>;


export type IssueTokenMutation = { issueToken: { token: string, id: string, expiresAt: string } | null };

export type ViewerPolicyQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerPolicyQuery = { viewer: { policy: { operations: Array<SubmittedOperation> | null, models: Array<string> | null, creditsPerRequestMax: number | null } } | null };

export type VoiceFieldsFragment = { id: string, status: ProcessingStatus, name: string, description: string | null, previewUrl: string | null, failureReason: string | null, createdAt: string };

export type CreateVoiceMutationVariables = Exact<{
  input: CreateVoiceInput;
  idempotencyKey?: string | null | undefined;
}>;


export type CreateVoiceMutation = { createVoice: { replayed: boolean, voice: { id: string, status: ProcessingStatus, name: string, description: string | null, previewUrl: string | null, failureReason: string | null, createdAt: string } | null, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type PreviewVoiceMutationVariables = Exact<{
  input: PreviewVoiceInput;
  idempotencyKey?: string | null | undefined;
}>;


export type PreviewVoiceMutation = { previewVoice: { replayed: boolean, task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null }, estimate: { credits: number, source: EstimateSource } } | null };

export type UpdateVoiceMutationVariables = Exact<{
  id: string | number;
  input: UpdateVoiceInput;
}>;


export type UpdateVoiceMutation = { updateVoice: { voice: { id: string, status: ProcessingStatus, name: string, description: string | null, previewUrl: string | null, failureReason: string | null, createdAt: string } } | null };

export type DeleteVoiceMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteVoiceMutation = { deleteVoice: { id: string } | null };

export type VoiceQueryVariables = Exact<{
  id: string | number;
}>;


export type VoiceQuery = { voice: { id: string, status: ProcessingStatus, name: string, description: string | null, previewUrl: string | null, failureReason: string | null, createdAt: string } | null };

export type VoicesQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type VoicesQuery = { voices: { totalCount: number | null, edges: Array<{ cursor: string, node: { id: string, status: ProcessingStatus, name: string, description: string | null, previewUrl: string | null, failureReason: string | null, createdAt: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type VoiceUpdatedSubscriptionVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type VoiceUpdatedSubscription = { voiceUpdated: { cursor: string, voice: { id: string, status: ProcessingStatus, name: string, description: string | null, previewUrl: string | null, failureReason: string | null, createdAt: string } } };

export type WebhookFieldsFragment = { id: string, url: string, events: Array<WebhookEvent>, operations: Array<TaskOperation> | null, labels: Array<string> | null, status: WebhookStatus, createdAt: string, createdBy: string, oldSecretUntil: string | null, failure: { since: string, lastStatus: number | null, lastError: string, lostDeliveries: number } | null };

export type WebhookDeliveryFieldsFragment = { id: string, webhook: string | null, task: string | null, type: string, eventAt: string, status: WebhookDeliveryStatus, attempts: number, createdAt: string, dueAt: string | null, endedAt: string | null, lastAttempt: { at: string, status: number | null, error: string | null, durationMs: number, response: string | null } | null };

export type WebhookQueryVariables = Exact<{
  id: string | number;
}>;


export type WebhookQuery = { webhook: { id: string, url: string, events: Array<WebhookEvent>, operations: Array<TaskOperation> | null, labels: Array<string> | null, status: WebhookStatus, createdAt: string, createdBy: string, oldSecretUntil: string | null, failure: { since: string, lastStatus: number | null, lastError: string, lostDeliveries: number } | null } | null };

export type WebhooksQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WebhooksQuery = { webhooks: { nodes: Array<{ id: string, url: string, events: Array<WebhookEvent>, operations: Array<TaskOperation> | null, labels: Array<string> | null, status: WebhookStatus, createdAt: string, createdBy: string, oldSecretUntil: string | null, failure: { since: string, lastStatus: number | null, lastError: string, lostDeliveries: number } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type CreateWebhookMutationVariables = Exact<{
  input: CreateWebhookInput;
}>;


export type CreateWebhookMutation = { createWebhook: { secret: string, webhook: { id: string, url: string, events: Array<WebhookEvent>, operations: Array<TaskOperation> | null, labels: Array<string> | null, status: WebhookStatus, createdAt: string, createdBy: string, oldSecretUntil: string | null, failure: { since: string, lastStatus: number | null, lastError: string, lostDeliveries: number } | null } } | null };

export type UpdateWebhookMutationVariables = Exact<{
  id: string | number;
  input: UpdateWebhookInput;
}>;


export type UpdateWebhookMutation = { updateWebhook: { webhook: { id: string, url: string, events: Array<WebhookEvent>, operations: Array<TaskOperation> | null, labels: Array<string> | null, status: WebhookStatus, createdAt: string, createdBy: string, oldSecretUntil: string | null, failure: { since: string, lastStatus: number | null, lastError: string, lostDeliveries: number } | null } } | null };

export type RotateWebhookSecretMutationVariables = Exact<{
  id?: string | number | null | undefined;
  overlapSeconds?: number;
}>;


export type RotateWebhookSecretMutation = { rotateWebhookSecret: { secret: string, oldSecretUntil: string | null, webhook: { id: string, url: string, events: Array<WebhookEvent>, operations: Array<TaskOperation> | null, labels: Array<string> | null, status: WebhookStatus, createdAt: string, createdBy: string, oldSecretUntil: string | null, failure: { since: string, lastStatus: number | null, lastError: string, lostDeliveries: number } | null } | null } | null };

export type DeleteWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteWebhookMutation = { deleteWebhook: { id: string } | null };

export type TestWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type TestWebhookMutation = { testWebhook: { delivery: { id: string, webhook: string | null, task: string | null, type: string, eventAt: string, status: WebhookDeliveryStatus, attempts: number, createdAt: string, dueAt: string | null, endedAt: string | null, lastAttempt: { at: string, status: number | null, error: string | null, durationMs: number, response: string | null } | null } } | null };

export type WebhookDeliveriesQueryVariables = Exact<{
  filter?: WebhookDeliveryFilterInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WebhookDeliveriesQuery = { webhookDeliveries: { nodes: Array<{ id: string, webhook: string | null, task: string | null, type: string, eventAt: string, status: WebhookDeliveryStatus, attempts: number, createdAt: string, dueAt: string | null, endedAt: string | null, lastAttempt: { at: string, status: number | null, error: string | null, durationMs: number, response: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type RedeliverWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type RedeliverWebhookMutation = { redeliverWebhook: { delivery: { id: string, webhook: string | null, task: string | null, type: string, eventAt: string, status: WebhookDeliveryStatus, attempts: number, createdAt: string, dueAt: string | null, endedAt: string | null, lastAttempt: { at: string, status: number | null, error: string | null, durationMs: number, response: string | null } | null } } | null };

export type WebhookEventsSubscriptionVariables = Exact<{
  events?: Array<WebhookEvent> | WebhookEvent | null | undefined;
  operations?: Array<TaskOperation> | TaskOperation | null | undefined;
  labels?: Array<string> | string | null | undefined;
  after?: string | null | undefined;
}>;


export type WebhookEventsSubscription = { webhookEvents: { cursor: string, id: string, type: string, body: string, headers: Array<{ name: string, value: string }> } };

export type WorkflowFieldsFragment = { id: string, name: string, description: string | null, version: number, createdAt: string, updatedAt: string, graph: { nodes: unknown, edges: unknown, version: number } };

export type WorkflowQueryVariables = Exact<{
  id: string | number;
}>;


export type WorkflowQuery = { workflow: { id: string, name: string, description: string | null, version: number, createdAt: string, updatedAt: string, graph: { nodes: unknown, edges: unknown, version: number } } | null };

export type WorkflowsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type WorkflowsQuery = { workflows: { totalCount: number | null, edges: Array<{ cursor: string, node: { id: string, name: string, description: string | null, version: number, createdAt: string, updatedAt: string, graph: { nodes: unknown, edges: unknown, version: number } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export const RunwayAccountFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunwayAccountFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RunwayAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"credential"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fingerprint"}},{"kind":"Field","name":{"kind":"Name","value":"setAt"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"}}]}}]}}]} as unknown as DocumentNode<RunwayAccountFieldsFragment, unknown>;
export const OperatorCredentialFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OperatorCredentialFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OperatorCredential"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stored"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fingerprint"}},{"kind":"Field","name":{"kind":"Name","value":"setAt"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"}}]}}]}}]} as unknown as DocumentNode<OperatorCredentialFieldsFragment, unknown>;
export const SecurityAlertFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SecurityAlertFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SecurityAlert"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"apiKey"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"raisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"answerEndsAt"}},{"kind":"Field","name":{"kind":"Name","value":"liftedAt"}},{"kind":"Field","name":{"kind":"Name","value":"liftedBy"}}]}}]} as unknown as DocumentNode<SecurityAlertFieldsFragment, unknown>;
export const AvatarConversationFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AvatarConversationFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AvatarConversation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"avatarId"}},{"kind":"Field","name":{"kind":"Name","value":"avatarPresetId"}},{"kind":"Field","name":{"kind":"Name","value":"avatarName"}},{"kind":"Field","name":{"kind":"Name","value":"avatarImageUrl"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"maxDuration"}},{"kind":"Field","name":{"kind":"Name","value":"recordingUrl"}},{"kind":"Field","name":{"kind":"Name","value":"tools"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transcript"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"timestamp"}},{"kind":"Field","name":{"kind":"Name","value":"toolCalls"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"arguments"}}]}},{"kind":"Field","name":{"kind":"Name","value":"toolResults"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"result"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failureCode"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<AvatarConversationFieldsFragment, unknown>;
export const AvatarFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AvatarFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Avatar"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"personality"}},{"kind":"Field","name":{"kind":"Name","value":"startScript"}},{"kind":"Field","name":{"kind":"Name","value":"voice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"presetId"}},{"kind":"Field","name":{"kind":"Name","value":"voiceId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"deleted"}}]}},{"kind":"Field","name":{"kind":"Name","value":"documentIds"}},{"kind":"Field","name":{"kind":"Name","value":"referenceImageUrl"}},{"kind":"Field","name":{"kind":"Name","value":"processedImageUrl"}},{"kind":"Field","name":{"kind":"Name","value":"failureReason"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<AvatarFieldsFragment, unknown>;
export const BudgetFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BudgetFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Budget"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"reserved"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"overrun"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"resetsAt"}}]}}]} as unknown as DocumentNode<BudgetFieldsFragment, unknown>;
export const DocumentFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Document"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"usedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"avatarId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"imageUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<DocumentFieldsFragment, unknown>;
export const AccessPolicyFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccessPolicyFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessPolicy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operations"}},{"kind":"Field","name":{"kind":"Name","value":"models"}},{"kind":"Field","name":{"kind":"Name","value":"creditsPerRequestMax"}}]}}]} as unknown as DocumentNode<AccessPolicyFieldsFragment, unknown>;
export const ApiKeyFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApiKeyFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApiKey"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"allowedAddresses"}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccessPolicyFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}},{"kind":"Field","name":{"kind":"Name","value":"replacedSecretExpiresAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccessPolicyFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessPolicy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operations"}},{"kind":"Field","name":{"kind":"Name","value":"models"}},{"kind":"Field","name":{"kind":"Name","value":"creditsPerRequestMax"}}]}}]} as unknown as DocumentNode<ApiKeyFieldsFragment, unknown>;
export const ApiKeyUsageFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApiKeyUsageFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApiKeyUsage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requests"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastAddress"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]} as unknown as DocumentNode<ApiKeyUsageFieldsFragment, unknown>;
export const RealtimeSessionFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RealtimeSessionFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RealtimeSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"queued"}},{"kind":"Field","name":{"kind":"Name","value":"sessionKey"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"failureCode"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<RealtimeSessionFieldsFragment, unknown>;
export const RouterFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RouterFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Router"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"optimizeFor"}},{"kind":"Field","name":{"kind":"Name","value":"fallbackOnCapacity"}},{"kind":"Field","name":{"kind":"Name","value":"maxCreditsPerAudio"}},{"kind":"Field","name":{"kind":"Name","value":"maxCreditsPerImage"}},{"kind":"Field","name":{"kind":"Name","value":"maxCreditsPerVideo"}},{"kind":"Field","name":{"kind":"Name","value":"modelsMode"}},{"kind":"Field","name":{"kind":"Name","value":"modelIds"}},{"kind":"Field","name":{"kind":"Name","value":"schemaVersion"}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<RouterFieldsFragment, unknown>;
export const TaskFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<TaskFieldsFragment, unknown>;
export const TenantFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TenantFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Tenant"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"liveTasks"}},{"kind":"Field","name":{"kind":"Name","value":"liveTasksMax"}},{"kind":"Field","name":{"kind":"Name","value":"ratePercent"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasks"}},{"kind":"Field","name":{"kind":"Name","value":"resources"}}]}}]}}]} as unknown as DocumentNode<TenantFieldsFragment, unknown>;
export const VoiceFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VoiceFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Voice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"previewUrl"}},{"kind":"Field","name":{"kind":"Name","value":"failureReason"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<VoiceFieldsFragment, unknown>;
export const WebhookFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"operations"}},{"kind":"Field","name":{"kind":"Name","value":"labels"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"lastStatus"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"lostDeliveries"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"}},{"kind":"Field","name":{"kind":"Name","value":"oldSecretUntil"}}]}}]} as unknown as DocumentNode<WebhookFieldsFragment, unknown>;
export const WebhookDeliveryFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookDeliveryFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"webhook"}},{"kind":"Field","name":{"kind":"Name","value":"task"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"eventAt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastAttempt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"response"}}]}}]}}]} as unknown as DocumentNode<WebhookDeliveryFieldsFragment, unknown>;
export const WorkflowFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WorkflowFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Workflow"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"graph"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"}},{"kind":"Field","name":{"kind":"Name","value":"edges"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<WorkflowFieldsFragment, unknown>;
export const RunwayAccountDocument = {"__meta__":{"documentId":"sha256:92b9eb1742adfd595492c4314042335d25362580436604e1f10eed136d5f9c6c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RunwayAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"tenant"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runwayAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"tenant"},"value":{"kind":"Variable","name":{"kind":"Name","value":"tenant"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunwayAccountFields"}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"creditBalance"}},{"kind":"Field","name":{"kind":"Name","value":"models"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"maxConcurrentGenerations"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunwayAccountFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RunwayAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"credential"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fingerprint"}},{"kind":"Field","name":{"kind":"Name","value":"setAt"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"}}]}}]}}]} as unknown as DocumentNode<RunwayAccountQuery, RunwayAccountQueryVariables>;
export const SetRunwayCredentialDocument = {"__meta__":{"documentId":"sha256:0d69913d62bdfc2b92b27078a5853d7419839803ef4481615daee5be75027abe"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetRunwayCredential"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetRunwayCredentialInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setRunwayCredential"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunwayAccountFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunwayAccountFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RunwayAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"credential"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fingerprint"}},{"kind":"Field","name":{"kind":"Name","value":"setAt"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"}}]}}]}}]} as unknown as DocumentNode<SetRunwayCredentialMutation, SetRunwayCredentialMutationVariables>;
export const RemoveRunwayCredentialDocument = {"__meta__":{"documentId":"sha256:e84005638f0271683c80490850b99d6370eeba8190a9f515a5c077ceb0c08179"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveRunwayCredential"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"tenant"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeRunwayCredential"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"tenant"},"value":{"kind":"Variable","name":{"kind":"Name","value":"tenant"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunwayAccountFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunwayAccountFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RunwayAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"credential"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fingerprint"}},{"kind":"Field","name":{"kind":"Name","value":"setAt"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"}}]}}]}}]} as unknown as DocumentNode<RemoveRunwayCredentialMutation, RemoveRunwayCredentialMutationVariables>;
export const OperatorCredentialDocument = {"__meta__":{"documentId":"sha256:5615031f45fe674040b0dc912a38f42bacfdf7ca4e550b1912df6bef9d600a3e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OperatorCredential"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operatorCredential"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OperatorCredentialFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OperatorCredentialFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OperatorCredential"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stored"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fingerprint"}},{"kind":"Field","name":{"kind":"Name","value":"setAt"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"}}]}}]}}]} as unknown as DocumentNode<OperatorCredentialQuery, OperatorCredentialQueryVariables>;
export const SetOperatorCredentialDocument = {"__meta__":{"documentId":"sha256:b731951a309458e82772a9679c5994b065fe5a3cb9a352680d5f915836b36c38"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetOperatorCredential"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetOperatorCredentialInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setOperatorCredential"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credential"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OperatorCredentialFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OperatorCredentialFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OperatorCredential"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stored"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fingerprint"}},{"kind":"Field","name":{"kind":"Name","value":"setAt"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"}}]}}]}}]} as unknown as DocumentNode<SetOperatorCredentialMutation, SetOperatorCredentialMutationVariables>;
export const RemoveOperatorCredentialDocument = {"__meta__":{"documentId":"sha256:2e91cd3e16cde05e8c08c666c5b3f7507b55f1ba0319a102c6687483176f4903"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveOperatorCredential"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeOperatorCredential"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credential"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OperatorCredentialFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OperatorCredentialFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OperatorCredential"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stored"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fingerprint"}},{"kind":"Field","name":{"kind":"Name","value":"setAt"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"}}]}}]}}]} as unknown as DocumentNode<RemoveOperatorCredentialMutation, RemoveOperatorCredentialMutationVariables>;
export const SecurityAlertsDocument = {"__meta__":{"documentId":"sha256:355ae4bc384eff75e6902a1d0c8d260dacda0fabffe74304156344e1711e8dc6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SecurityAlerts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SecurityAlertFilterInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"securityAlerts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SecurityAlertFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SecurityAlertFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SecurityAlert"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"apiKey"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"raisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"answerEndsAt"}},{"kind":"Field","name":{"kind":"Name","value":"liftedAt"}},{"kind":"Field","name":{"kind":"Name","value":"liftedBy"}}]}}]} as unknown as DocumentNode<SecurityAlertsQuery, SecurityAlertsQueryVariables>;
export const SecurityAlertRaisedDocument = {"__meta__":{"documentId":"sha256:ad56c7a66de5315b0f7d6128214a13965e636d363babeeae7b6ae29f10e6479f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"SecurityAlertRaised"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"securityAlertRaised"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"alert"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SecurityAlertFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SecurityAlertFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SecurityAlert"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"apiKey"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"raisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"answerEndsAt"}},{"kind":"Field","name":{"kind":"Name","value":"liftedAt"}},{"kind":"Field","name":{"kind":"Name","value":"liftedBy"}}]}}]} as unknown as DocumentNode<SecurityAlertRaisedSubscription, SecurityAlertRaisedSubscriptionVariables>;
export const LiftAlertAnswerDocument = {"__meta__":{"documentId":"sha256:99c8665c455e58bb5c3042fadc1c1eb74ba32d5f6bfe3d032523a86b039a7042"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LiftAlertAnswer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"liftAlertAnswer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"alert"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SecurityAlertFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SecurityAlertFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SecurityAlert"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"apiKey"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"raisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"answerEndsAt"}},{"kind":"Field","name":{"kind":"Name","value":"liftedAt"}},{"kind":"Field","name":{"kind":"Name","value":"liftedBy"}}]}}]} as unknown as DocumentNode<LiftAlertAnswerMutation, LiftAlertAnswerMutationVariables>;
export const AuditEventsDocument = {"__meta__":{"documentId":"sha256:6383eb1e1b46faa8c86538abf1caacc286251f57cbdce944694cf52fd3889437"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"tenant"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AuditEventFilterInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"tenant"},"value":{"kind":"Variable","name":{"kind":"Name","value":"tenant"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"event"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"credentialKind"}},{"kind":"Field","name":{"kind":"Name","value":"credentialId"}},{"kind":"Field","name":{"kind":"Name","value":"apiKey"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"objects"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"position"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<AuditEventsQuery, AuditEventsQueryVariables>;
export const AvatarConversationDocument = {"__meta__":{"documentId":"sha256:a74903d46e305a44632d26b8a61a06843c9514e51f2bdb83c5d2fd2983809e1c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AvatarConversation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"avatarConversation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AvatarConversationFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AvatarConversationFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AvatarConversation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"avatarId"}},{"kind":"Field","name":{"kind":"Name","value":"avatarPresetId"}},{"kind":"Field","name":{"kind":"Name","value":"avatarName"}},{"kind":"Field","name":{"kind":"Name","value":"avatarImageUrl"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"maxDuration"}},{"kind":"Field","name":{"kind":"Name","value":"recordingUrl"}},{"kind":"Field","name":{"kind":"Name","value":"tools"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transcript"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"timestamp"}},{"kind":"Field","name":{"kind":"Name","value":"toolCalls"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"arguments"}}]}},{"kind":"Field","name":{"kind":"Name","value":"toolResults"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"result"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failureCode"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<AvatarConversationQuery, AvatarConversationQueryVariables>;
export const AvatarConversationsDocument = {"__meta__":{"documentId":"sha256:2b4a225421e84b64b53caad32c10f4af4607ab4478b9c0e9f389da64bb2fb710"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AvatarConversations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AvatarConversationFilterInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"avatarConversations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"avatarId"}},{"kind":"Field","name":{"kind":"Name","value":"avatarPresetId"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<AvatarConversationsQuery, AvatarConversationsQueryVariables>;
export const DeleteAvatarConversationDocument = {"__meta__":{"documentId":"sha256:fc737b67990d9e4bb5d18fd6bdc0e2b52e86365873b2cb6af39849699e30f86b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteAvatarConversation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteAvatarConversation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<DeleteAvatarConversationMutation, DeleteAvatarConversationMutationVariables>;
export const CreateAvatarDocument = {"__meta__":{"documentId":"sha256:299f68c26468e25af1b1e0c43f232dccc64443eee89933dbbd82f3b6f821eb96"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateAvatar"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateAvatarInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createAvatar"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"avatar"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AvatarFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AvatarFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Avatar"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"personality"}},{"kind":"Field","name":{"kind":"Name","value":"startScript"}},{"kind":"Field","name":{"kind":"Name","value":"voice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"presetId"}},{"kind":"Field","name":{"kind":"Name","value":"voiceId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"deleted"}}]}},{"kind":"Field","name":{"kind":"Name","value":"documentIds"}},{"kind":"Field","name":{"kind":"Name","value":"referenceImageUrl"}},{"kind":"Field","name":{"kind":"Name","value":"processedImageUrl"}},{"kind":"Field","name":{"kind":"Name","value":"failureReason"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateAvatarMutation, CreateAvatarMutationVariables>;
export const UpdateAvatarDocument = {"__meta__":{"documentId":"sha256:39a5cc02c6c88676f78eb1e41fe408a1b4df52376b5e082d8ab2d0e4e23e747b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateAvatar"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateAvatarInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateAvatar"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"avatar"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AvatarFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AvatarFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Avatar"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"personality"}},{"kind":"Field","name":{"kind":"Name","value":"startScript"}},{"kind":"Field","name":{"kind":"Name","value":"voice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"presetId"}},{"kind":"Field","name":{"kind":"Name","value":"voiceId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"deleted"}}]}},{"kind":"Field","name":{"kind":"Name","value":"documentIds"}},{"kind":"Field","name":{"kind":"Name","value":"referenceImageUrl"}},{"kind":"Field","name":{"kind":"Name","value":"processedImageUrl"}},{"kind":"Field","name":{"kind":"Name","value":"failureReason"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<UpdateAvatarMutation, UpdateAvatarMutationVariables>;
export const DeleteAvatarDocument = {"__meta__":{"documentId":"sha256:1704bf3e62c01e83a6c2806dd470ed8277558866b4dcc30b8344439b807103e3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteAvatar"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteAvatar"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<DeleteAvatarMutation, DeleteAvatarMutationVariables>;
export const AvatarDocument = {"__meta__":{"documentId":"sha256:6482af6d407af9e37bdd017803c08a3659ef9d72e86d638269cd7f7a995c0736"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Avatar"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"avatar"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AvatarFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AvatarFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Avatar"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"personality"}},{"kind":"Field","name":{"kind":"Name","value":"startScript"}},{"kind":"Field","name":{"kind":"Name","value":"voice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"presetId"}},{"kind":"Field","name":{"kind":"Name","value":"voiceId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"deleted"}}]}},{"kind":"Field","name":{"kind":"Name","value":"documentIds"}},{"kind":"Field","name":{"kind":"Name","value":"referenceImageUrl"}},{"kind":"Field","name":{"kind":"Name","value":"processedImageUrl"}},{"kind":"Field","name":{"kind":"Name","value":"failureReason"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<AvatarQuery, AvatarQueryVariables>;
export const AvatarsDocument = {"__meta__":{"documentId":"sha256:8a5ff0e83578d9741c8e12acf50f94601c722081f52748cb4672bd2bbb476ed2"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Avatars"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"avatars"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AvatarFields"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AvatarFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Avatar"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"personality"}},{"kind":"Field","name":{"kind":"Name","value":"startScript"}},{"kind":"Field","name":{"kind":"Name","value":"voice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"presetId"}},{"kind":"Field","name":{"kind":"Name","value":"voiceId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"deleted"}}]}},{"kind":"Field","name":{"kind":"Name","value":"documentIds"}},{"kind":"Field","name":{"kind":"Name","value":"referenceImageUrl"}},{"kind":"Field","name":{"kind":"Name","value":"processedImageUrl"}},{"kind":"Field","name":{"kind":"Name","value":"failureReason"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<AvatarsQuery, AvatarsQueryVariables>;
export const AvatarUpdatedDocument = {"__meta__":{"documentId":"sha256:7b0a581726a79198743f10622f83f59cfe62eb729ae2e7f5464f4f6a14ec7231"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"AvatarUpdated"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"avatarUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"avatar"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AvatarFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AvatarFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Avatar"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"personality"}},{"kind":"Field","name":{"kind":"Name","value":"startScript"}},{"kind":"Field","name":{"kind":"Name","value":"voice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"presetId"}},{"kind":"Field","name":{"kind":"Name","value":"voiceId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"deleted"}}]}},{"kind":"Field","name":{"kind":"Name","value":"documentIds"}},{"kind":"Field","name":{"kind":"Name","value":"referenceImageUrl"}},{"kind":"Field","name":{"kind":"Name","value":"processedImageUrl"}},{"kind":"Field","name":{"kind":"Name","value":"failureReason"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<AvatarUpdatedSubscription, AvatarUpdatedSubscriptionVariables>;
export const ViewerBudgetDocument = {"__meta__":{"documentId":"sha256:96c3ad12a1fc22544b8f512839aa8028b3a9c6deaaca944ec0f5b1bab7ad22ba"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ViewerBudget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BudgetFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BudgetFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Budget"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"reserved"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"overrun"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"resetsAt"}}]}}]} as unknown as DocumentNode<ViewerBudgetQuery, ViewerBudgetQueryVariables>;
export const SetBudgetDocument = {"__meta__":{"documentId":"sha256:91d0a1f83b176157f550e18b1cd1988a059428f1f95c36c5847128b111ec4c25"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetBudget"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetBudgetInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setBudget"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BudgetFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BudgetFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Budget"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"reserved"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"overrun"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"resetsAt"}}]}}]} as unknown as DocumentNode<SetBudgetMutation, SetBudgetMutationVariables>;
export const CancelTaskDocument = {"__meta__":{"documentId":"sha256:df3b0d7753270af87f9b1d0c81fdf8c5ae18732950ba8cf8701e3543fa0952ff"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CancelTaskMutation, CancelTaskMutationVariables>;
export const CreateUploadDocument = {"__meta__":{"documentId":"sha256:ed3b7fe3e02991f2404cece902898295e14c6514ba48d7e08fb00a170cf38320"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateUpload"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateUploadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createUpload"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"uploadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayUri"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]} as unknown as DocumentNode<CreateUploadMutation, CreateUploadMutationVariables>;
export const DeleteTaskDocument = {"__meta__":{"documentId":"sha256:bfa4af8bccbb413cdfc1d7704d0a32b3f4262669020416ce1b733e1d805813e3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<DeleteTaskMutation, DeleteTaskMutationVariables>;
export const CreateDocumentDocument = {"__meta__":{"documentId":"sha256:d439cad486a50ecd5335f974d79a039493d7781113fea247f0b81580dbab2abc"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateDocument"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateDocumentInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createDocument"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DocumentFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Document"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"usedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"avatarId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"imageUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateDocumentMutation, CreateDocumentMutationVariables>;
export const UpdateDocumentDocument = {"__meta__":{"documentId":"sha256:02a79f0d5499a6352c11e2f16855ebaae09296a3477ec47e2676b47b6aae442e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateDocument"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateDocumentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateDocument"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DocumentFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Document"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"usedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"avatarId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"imageUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<UpdateDocumentMutation, UpdateDocumentMutationVariables>;
export const DeleteDocumentDocument = {"__meta__":{"documentId":"sha256:c7218fb63c3ab98878f2a0929bc331f269679bc1e5190dd3f36d9feb29e180a3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteDocument"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteDocument"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<DeleteDocumentMutation, DeleteDocumentMutationVariables>;
export const DocumentDocument = {"__meta__":{"documentId":"sha256:097cf76ff9203b2151e2757bda5deb90ab4918262b0b92026ec198cfd117fe5c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Document"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DocumentFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Document"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"usedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"avatarId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"imageUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<DocumentQuery, DocumentQueryVariables>;
export const DocumentsDocument = {"__meta__":{"documentId":"sha256:ad7ea9480499ef81160711ec1ec552508c0c540ecf4db070d44c06546abdaed0"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Documents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DocumentFields"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Document"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"usedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"avatarId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"imageUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<DocumentsQuery, DocumentsQueryVariables>;
export const EstimateDocument = {"__meta__":{"documentId":"sha256:bf1426a1e7a07318067c126fc8138965881ad2469c47a32ad04536635af3a00e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Estimate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"request"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EstimateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"estimate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"request"},"value":{"kind":"Variable","name":{"kind":"Name","value":"request"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"isGuaranteed"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"wouldWait"}}]}}]}}]} as unknown as DocumentNode<EstimateQuery, EstimateQueryVariables>;
export const CreateTextToVideoDocument = {"__meta__":{"documentId":"sha256:d30c78a2ef9a201c32e10376ab6b7d9199dfb66adc291deb7c46a90c1553f326"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateTextToVideo"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateTextToVideoInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createTextToVideo"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateTextToVideoMutation, CreateTextToVideoMutationVariables>;
export const CreateImageToVideoDocument = {"__meta__":{"documentId":"sha256:922c4a40c88eebe92febb49813cec5dcaee1bc98dce3eb7c28da0b384707288d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateImageToVideo"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateImageToVideoInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createImageToVideo"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateImageToVideoMutation, CreateImageToVideoMutationVariables>;
export const CreateVideoToVideoDocument = {"__meta__":{"documentId":"sha256:73162817bdfaad1c62c58c9906e7c264a0050356aaa6abe40e2e9810aadb0c3a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateVideoToVideo"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateVideoToVideoInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createVideoToVideo"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateVideoToVideoMutation, CreateVideoToVideoMutationVariables>;
export const CreateVideoToHdrDocument = {"__meta__":{"documentId":"sha256:d5a53a01f04e4f470f9a49110f1a144d774e27b2332e970c63d1dae14e5495b4"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateVideoToHdr"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateVideoToHdrInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createVideoToHdr"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateVideoToHdrMutation, CreateVideoToHdrMutationVariables>;
export const CreateTextToImageDocument = {"__meta__":{"documentId":"sha256:8bd8cfc1233ca90a601971345f12153e5bf6957c588226f54e603f795774208f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateTextToImage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateTextToImageInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createTextToImage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateTextToImageMutation, CreateTextToImageMutationVariables>;
export const CreateCharacterPerformanceDocument = {"__meta__":{"documentId":"sha256:750794697b458e2cd5b2af3653c85c36ded7037df854ffcf5f8afa779a51086f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateCharacterPerformance"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateCharacterPerformanceInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createCharacterPerformance"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateCharacterPerformanceMutation, CreateCharacterPerformanceMutationVariables>;
export const CreateImageUpscaleDocument = {"__meta__":{"documentId":"sha256:9e146ca7246a8b417353322040541d2287b589cfd8379e7aab7d112b192ce61e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateImageUpscale"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateImageUpscaleInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createImageUpscale"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateImageUpscaleMutation, CreateImageUpscaleMutationVariables>;
export const CreateVideoUpscaleDocument = {"__meta__":{"documentId":"sha256:e5b6d9588d6e29acda284fdd79e5dad96676ade7dc8b82a66c947e3c7ecf2e68"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateVideoUpscale"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateVideoUpscaleInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createVideoUpscale"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateVideoUpscaleMutation, CreateVideoUpscaleMutationVariables>;
export const CreateTextToSpeechDocument = {"__meta__":{"documentId":"sha256:0f312ec9bba376c8be67b0b0e4b58afa79a09db0e1b19c2e7508689aa8e1fa40"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateTextToSpeech"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateTextToSpeechInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createTextToSpeech"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateTextToSpeechMutation, CreateTextToSpeechMutationVariables>;
export const CreateSoundEffectDocument = {"__meta__":{"documentId":"sha256:56b1349d1e569941537af23dd04f46414d19e9532dbaad25156dad6e6dae435b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateSoundEffect"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateSoundEffectInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createSoundEffect"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateSoundEffectMutation, CreateSoundEffectMutationVariables>;
export const CreateVoiceIsolationDocument = {"__meta__":{"documentId":"sha256:1bccd09ceec6e4008fba75e4e6b1686a0fcaa1b2855bede3ee36dcc55035e8e6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateVoiceIsolation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateVoiceIsolationInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createVoiceIsolation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateVoiceIsolationMutation, CreateVoiceIsolationMutationVariables>;
export const CreateVoiceDubbingDocument = {"__meta__":{"documentId":"sha256:625447f263adaa135973192a2f8272af7d50ae6f53918a062c804bade27f5acf"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateVoiceDubbing"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateVoiceDubbingInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createVoiceDubbing"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateVoiceDubbingMutation, CreateVoiceDubbingMutationVariables>;
export const CreateSpeechToSpeechDocument = {"__meta__":{"documentId":"sha256:4e5d33fd07114a92162972101ef00b91d09df87bb09dfce0fa8fc00e43633d5c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateSpeechToSpeech"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateSpeechToSpeechInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createSpeechToSpeech"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateSpeechToSpeechMutation, CreateSpeechToSpeechMutationVariables>;
export const GenerateVideoDocument = {"__meta__":{"documentId":"sha256:5f2fdfb7c9693b669e5672e9631e05f7443e1c0740057c2976d3589d7c94ea74"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GenerateVideo"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GenerateVideoInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"generateVideo"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<GenerateVideoMutation, GenerateVideoMutationVariables>;
export const GenerateImageDocument = {"__meta__":{"documentId":"sha256:02f3317383cb8d4995aad52edb5595d2d7d3f9be5570a76ba9f9ec792f01a392"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GenerateImage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GenerateImageInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"generateImage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<GenerateImageMutation, GenerateImageMutationVariables>;
export const GenerateAudioDocument = {"__meta__":{"documentId":"sha256:80f2989390648e37b655932b7107082453cd29bcd7bd214f558e32becd18abce"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GenerateAudio"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GenerateAudioInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"generateAudio"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<GenerateAudioMutation, GenerateAudioMutationVariables>;
export const CreateAdLocalizationDocument = {"__meta__":{"documentId":"sha256:9c45fe2af20e4185ce55cae510a63f9214c899dea6fa507746779f2e79dce6d9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateAdLocalization"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateAdLocalizationInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createAdLocalization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateAdLocalizationMutation, CreateAdLocalizationMutationVariables>;
export const CreateMarketingStockImageDocument = {"__meta__":{"documentId":"sha256:cc7ab24d8d5b39eae48882043d7f101d72623f9def0885b51cd5b874b4feeecb"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateMarketingStockImage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMarketingStockImageInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createMarketingStockImage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateMarketingStockImageMutation, CreateMarketingStockImageMutationVariables>;
export const CreateMultiShotVideoDocument = {"__meta__":{"documentId":"sha256:a9c33f0dfa28fd460ebf89cfcf13a3448a7705b3001628d02fad4c91fe0d62f7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateMultiShotVideo"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMultiShotVideoInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createMultiShotVideo"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateMultiShotVideoMutation, CreateMultiShotVideoMutationVariables>;
export const CreateProductAdDocument = {"__meta__":{"documentId":"sha256:cdf2dbe21490e5def52d32897d6f66f59484179581408ce7d9b6d989237dac94"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateProductAd"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProductAdInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProductAd"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateProductAdMutation, CreateProductAdMutationVariables>;
export const CreateProductCampaignImageDocument = {"__meta__":{"documentId":"sha256:6164bca66966b65abecb50b5ed6ca9d40adddc325a12c9f3d98b0d9c94ca81ea"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateProductCampaignImage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProductCampaignImageInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProductCampaignImage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateProductCampaignImageMutation, CreateProductCampaignImageMutationVariables>;
export const CreateProductSwapDocument = {"__meta__":{"documentId":"sha256:3070874e7a315eabf879f6ba311e3a37328389c7b4ce795eea21ce6d700400d7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateProductSwap"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProductSwapInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProductSwap"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateProductSwapMutation, CreateProductSwapMutationVariables>;
export const CreateProductUgcDocument = {"__meta__":{"documentId":"sha256:d55d705903106124427bd37d65007dcfbdc35c330be75d960f2912312c992807"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateProductUgc"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProductUgcInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProductUgc"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateProductUgcMutation, CreateProductUgcMutationVariables>;
export const CreateAvatarVideoDocument = {"__meta__":{"documentId":"sha256:621fc6d3936093231bb4654d96f41ed6f9b76d46304b3c595464caa68e7e02f6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateAvatarVideo"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateAvatarVideoInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createAvatarVideo"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateAvatarVideoMutation, CreateAvatarVideoMutationVariables>;
export const RunWorkflowDocument = {"__meta__":{"documentId":"sha256:7346b168e3bba63f8535406ae7afb91cbe802305f02669f187c900792d1be30b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RunWorkflow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RunWorkflowInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runWorkflow"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookUrl"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookUrl"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<RunWorkflowMutation, RunWorkflowMutationVariables>;
export const UnownedResourcesDocument = {"__meta__":{"documentId":"sha256:29040917ed50f130eecf53cf115c6a4b9c34923b99d90621f358af120e09e2a5"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UnownedResources"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kind"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResourceKind"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"tenant"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unownedResources"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kind"}}},{"kind":"Argument","name":{"kind":"Name","value":"tenant"},"value":{"kind":"Variable","name":{"kind":"Name","value":"tenant"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<UnownedResourcesQuery, UnownedResourcesQueryVariables>;
export const GrantResourceDocument = {"__meta__":{"documentId":"sha256:f2cd26cfa865e328cf28894ec46ed3f7100cfa41a4c38e3929ea49edd5a3e5de"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GrantResource"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GrantResourceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantResource"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resource"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}}]}}]}}]} as unknown as DocumentNode<GrantResourceMutation, GrantResourceMutationVariables>;
export const RevokeResourceDocument = {"__meta__":{"documentId":"sha256:e001d6b3a8a1f9646502c1324d385d4c6805037f5d708b369871ca9a55caa0e1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeResource"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kind"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResourceKind"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeResource"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kind"}}},{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resource"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}}]}}]}}]} as unknown as DocumentNode<RevokeResourceMutation, RevokeResourceMutationVariables>;
export const CreateTenantDocument = {"__meta__":{"documentId":"sha256:8f7120dd769d5c2ca269ece103266d7e27abf4ea0988bd36406933c610bc45e2"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateTenant"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateTenantInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createTenant"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tenant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}}]}}]} as unknown as DocumentNode<CreateTenantMutation, CreateTenantMutationVariables>;
export const ApiKeysDocument = {"__meta__":{"documentId":"sha256:dc156c33f0f89d158d7d7f6fd80f60a6c45c1b65b8828118cf5841181bc2da83"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ApiKeys"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"tenant"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKeys"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"tenant"},"value":{"kind":"Variable","name":{"kind":"Name","value":"tenant"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApiKeyFields"}},{"kind":"Field","name":{"kind":"Name","value":"usage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApiKeyUsageFields"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccessPolicyFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessPolicy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operations"}},{"kind":"Field","name":{"kind":"Name","value":"models"}},{"kind":"Field","name":{"kind":"Name","value":"creditsPerRequestMax"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApiKeyFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApiKey"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"allowedAddresses"}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccessPolicyFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}},{"kind":"Field","name":{"kind":"Name","value":"replacedSecretExpiresAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApiKeyUsageFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApiKeyUsage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requests"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastAddress"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]} as unknown as DocumentNode<ApiKeysQuery, ApiKeysQueryVariables>;
export const CreateApiKeyDocument = {"__meta__":{"documentId":"sha256:7e8e1e26677bcc59b494cf31f6f43be626a608eace4b5cc1ecb1d029ca5da819"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateApiKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateApiKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApiKeyFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"credential"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccessPolicyFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessPolicy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operations"}},{"kind":"Field","name":{"kind":"Name","value":"models"}},{"kind":"Field","name":{"kind":"Name","value":"creditsPerRequestMax"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApiKeyFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApiKey"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"allowedAddresses"}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccessPolicyFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}},{"kind":"Field","name":{"kind":"Name","value":"replacedSecretExpiresAt"}}]}}]} as unknown as DocumentNode<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const UpdateApiKeyDocument = {"__meta__":{"documentId":"sha256:a07d450b55effdd380dfdab81a5f7518453ba3eb4860387116d26df5b3ff4f1e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateApiKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateApiKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApiKeyFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccessPolicyFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessPolicy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operations"}},{"kind":"Field","name":{"kind":"Name","value":"models"}},{"kind":"Field","name":{"kind":"Name","value":"creditsPerRequestMax"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApiKeyFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApiKey"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"allowedAddresses"}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccessPolicyFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}},{"kind":"Field","name":{"kind":"Name","value":"replacedSecretExpiresAt"}}]}}]} as unknown as DocumentNode<UpdateApiKeyMutation, UpdateApiKeyMutationVariables>;
export const RotateApiKeyDocument = {"__meta__":{"documentId":"sha256:1cdbc3f9733938ec7b679936dc03c4988bdcb3a679774d4f4e5d1f1536e4d17a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RotateApiKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"overlapSeconds"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rotateApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"overlapSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"overlapSeconds"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApiKeyFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"credential"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccessPolicyFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessPolicy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operations"}},{"kind":"Field","name":{"kind":"Name","value":"models"}},{"kind":"Field","name":{"kind":"Name","value":"creditsPerRequestMax"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApiKeyFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApiKey"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"allowedAddresses"}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccessPolicyFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}},{"kind":"Field","name":{"kind":"Name","value":"replacedSecretExpiresAt"}}]}}]} as unknown as DocumentNode<RotateApiKeyMutation, RotateApiKeyMutationVariables>;
export const RevokeApiKeyDocument = {"__meta__":{"documentId":"sha256:4d33cbd33ccee5e1c19513c203ad92e4c778415cbf0dc9a70b27df0ecbd0fb82"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeApiKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}}]}}]}}]} as unknown as DocumentNode<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;
export const ResumeTenantDocument = {"__meta__":{"documentId":"sha256:55db180392f6b1e62555b2ca76aabdc7fa1142fc86709e194dc80f14a53ffde1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResumeTenant"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resumeTenant"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tenant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<ResumeTenantMutation, ResumeTenantMutationVariables>;
export const SetKeyPolicyDocument = {"__meta__":{"documentId":"sha256:2048196b23318bfab4199a271130cfd4e90602635e7a0441bcdb6957b9b9be13"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetKeyPolicy"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetKeyPolicyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setKeyPolicy"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApiKeyFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccessPolicyFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessPolicy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operations"}},{"kind":"Field","name":{"kind":"Name","value":"models"}},{"kind":"Field","name":{"kind":"Name","value":"creditsPerRequestMax"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApiKeyFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApiKey"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"allowedAddresses"}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccessPolicyFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}},{"kind":"Field","name":{"kind":"Name","value":"replacedSecretExpiresAt"}}]}}]} as unknown as DocumentNode<SetKeyPolicyMutation, SetKeyPolicyMutationVariables>;
export const AccessReviewDocument = {"__meta__":{"documentId":"sha256:4dc39ef3b58a71fcebc80d14a31e8507963dcbc523f71ebac8150b02280e4a38"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccessReview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"unusedDays"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"90"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"finding"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ReviewFinding"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessReview"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"unusedDays"},"value":{"kind":"Variable","name":{"kind":"Name","value":"unusedDays"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"unusedDays"}},{"kind":"Field","name":{"kind":"Name","value":"keys"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"finding"},"value":{"kind":"Variable","name":{"kind":"Name","value":"finding"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccessPolicyFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"usage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastAddress"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"tenantStatus"}},{"kind":"Field","name":{"kind":"Name","value":"tenantPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccessPolicyFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unused"}},{"kind":"Field","name":{"kind":"Name","value":"endless"}},{"kind":"Field","name":{"kind":"Name","value":"unusedScopes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"tenantsWithoutBudget"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccessPolicyFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessPolicy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operations"}},{"kind":"Field","name":{"kind":"Name","value":"models"}},{"kind":"Field","name":{"kind":"Name","value":"creditsPerRequestMax"}}]}}]} as unknown as DocumentNode<AccessReviewQuery, AccessReviewQueryVariables>;
export const RevokeUnusedKeysDocument = {"__meta__":{"documentId":"sha256:704a4a77cc1c52729f1ada12c0ea6cd244d4897eda3db28aa03bbb990d82f015"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeUnusedKeys"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"days"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeUnusedKeys"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"days"},"value":{"kind":"Variable","name":{"kind":"Name","value":"days"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mayHaveMore"}}]}}]}}]} as unknown as DocumentNode<RevokeUnusedKeysMutation, RevokeUnusedKeysMutationVariables>;
export const DocumentOriginDocument = {"__meta__":{"documentId":"sha256:b8a19b537b9f31ae0c9a84a534a1cfa39935e74252e735c312344ce4dca00857"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DocumentOrigin"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"madeBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}}]}}]}}]}}]} as unknown as DocumentNode<DocumentOriginQuery, DocumentOriginQueryVariables>;
export const TaskMadeDocument = {"__meta__":{"documentId":"sha256:f6ca94f8247bbd54b510b437aa42683bb51fead16355f65caf6a397b13e52536"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TaskMade"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"made"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Document"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TaskMadeQuery, TaskMadeQueryVariables>;
export const ModelsDocument = {"__meta__":{"documentId":"sha256:368d7327e41e55b4a956d54b81f9ef9d08cdf632731ea99473dfec3f1350c89d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Models"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"operation"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"GenerationOperation"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"models"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"operation"},"value":{"kind":"Variable","name":{"kind":"Name","value":"operation"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"member"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"permitted"}},{"kind":"Field","name":{"kind":"Name","value":"ratios"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"auto"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"Field","name":{"kind":"Name","value":"promptText"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"Field","name":{"kind":"Name","value":"audio"}},{"kind":"Field","name":{"kind":"Name","value":"references"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"images"}},{"kind":"Field","name":{"kind":"Name","value":"videos"}},{"kind":"Field","name":{"kind":"Name","value":"audio"}}]}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"creditsMin"}},{"kind":"Field","name":{"kind":"Name","value":"creditsMax"}},{"kind":"Field","name":{"kind":"Name","value":"minimum"}}]}}]}}]}}]} as unknown as DocumentNode<ModelsQuery, ModelsQueryVariables>;
export const OrganizationDocument = {"__meta__":{"documentId":"sha256:30c2b608165acd3fcc02ad8678ea012d2673c3c3bfdb1807383622283b946b07"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"creditBalance"}},{"kind":"Field","name":{"kind":"Name","value":"maxMonthlyCreditSpend"}},{"kind":"Field","name":{"kind":"Name","value":"models"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"maxConcurrentGenerations"}},{"kind":"Field","name":{"kind":"Name","value":"maxDailyGenerations"}},{"kind":"Field","name":{"kind":"Name","value":"dailyGenerations"}}]}}]}}]}}]} as unknown as DocumentNode<OrganizationQuery, OrganizationQueryVariables>;
export const OrganizationUsageDocument = {"__meta__":{"documentId":"sha256:51a4860f0b80186c8039a1ed1a260167397d993ae8616dcf4400483281ce6fac"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrganizationUsage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organizationUsage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"usedCredits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"resultsByApiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"usedCredits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKeyId"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OrganizationUsageQuery, OrganizationUsageQueryVariables>;
export const AvatarUsageDocument = {"__meta__":{"documentId":"sha256:0b8145431a8c91d23a4341e42735ccc281e5af573fec785c496d05591222952d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AvatarUsage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"avatarUsage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalSessions"}},{"kind":"Field","name":{"kind":"Name","value":"totalSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"avgDurationSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"byDay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"sessions"}},{"kind":"Field","name":{"kind":"Name","value":"seconds"}}]}}]}}]}}]} as unknown as DocumentNode<AvatarUsageQuery, AvatarUsageQueryVariables>;
export const OrganizationWebappUsageDocument = {"__meta__":{"documentId":"sha256:716bdf93c8e8ca420f15e188c4808c0cbab99b008c1902080701c917608aade8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrganizationWebappUsage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrganizationWebappUsageFilterInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organizationWebappUsage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timestamp"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"tool"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"workspaceId"}},{"kind":"Field","name":{"kind":"Name","value":"workspaceName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<OrganizationWebappUsageQuery, OrganizationWebappUsageQueryVariables>;
export const OrganizationWebappAuditLogsDocument = {"__meta__":{"documentId":"sha256:08b20a9195d6c6bd4737c3e498348099fcc7cbc6a66be49abfccbb25b925f3ca"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrganizationWebappAuditLogs"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AuditLogFilterInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organizationWebappAuditLogs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventId"}},{"kind":"Field","name":{"kind":"Name","value":"timestamp"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"actorEmail"}},{"kind":"Field","name":{"kind":"Name","value":"actorUsername"}},{"kind":"Field","name":{"kind":"Name","value":"actorDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"workspaceId"}},{"kind":"Field","name":{"kind":"Name","value":"workspaceName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<OrganizationWebappAuditLogsQuery, OrganizationWebappAuditLogsQueryVariables>;
export const OrganizationWebappAuditLogDocument = {"__meta__":{"documentId":"sha256:49c81729057769c20e204f83926caff550ad9cedcd06b004b42985e4c9301486"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrganizationWebappAuditLog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organizationId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organizationWebappAuditLog"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"organizationId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organizationId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventId"}},{"kind":"Field","name":{"kind":"Name","value":"timestamp"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"actorEmail"}},{"kind":"Field","name":{"kind":"Name","value":"clientIpAddress"}},{"kind":"Field","name":{"kind":"Name","value":"userAgent"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"resourceType"}},{"kind":"Field","name":{"kind":"Name","value":"resourceId"}},{"kind":"Field","name":{"kind":"Name","value":"workspaceId"}},{"kind":"Field","name":{"kind":"Name","value":"workspaceName"}},{"kind":"Field","name":{"kind":"Name","value":"metadata"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}}]} as unknown as DocumentNode<OrganizationWebappAuditLogQuery, OrganizationWebappAuditLogQueryVariables>;
export const CreateRealtimeSessionDocument = {"__meta__":{"documentId":"sha256:127935ec8ac19163e87c126797ed1f4f82a87999d3a54ce4cbee3a7f7fc73f2a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateRealtimeSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateRealtimeSessionInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createRealtimeSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"realtimeSession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RealtimeSessionFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RealtimeSessionFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RealtimeSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"queued"}},{"kind":"Field","name":{"kind":"Name","value":"sessionKey"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"failureCode"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateRealtimeSessionMutation, CreateRealtimeSessionMutationVariables>;
export const DeleteRealtimeSessionDocument = {"__meta__":{"documentId":"sha256:3f50e4531bffbb3143a26bf3f72d41bdef727f0522ea25fb283c6f55c3d7224f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteRealtimeSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteRealtimeSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<DeleteRealtimeSessionMutation, DeleteRealtimeSessionMutationVariables>;
export const RealtimeSessionDocument = {"__meta__":{"documentId":"sha256:165f2a06c70734e22d307407387a1dcc30339905b1558897662facc410301276"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RealtimeSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"realtimeSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RealtimeSessionFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RealtimeSessionFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RealtimeSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"queued"}},{"kind":"Field","name":{"kind":"Name","value":"sessionKey"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"failureCode"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<RealtimeSessionQuery, RealtimeSessionQueryVariables>;
export const RealtimeSessionUpdatedDocument = {"__meta__":{"documentId":"sha256:0deae99771fc58fdb6bd8cbc8619fc1352862c654dface179a97d8347527ad65"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"RealtimeSessionUpdated"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"realtimeSessionUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"realtimeSession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RealtimeSessionFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RealtimeSessionFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RealtimeSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"queued"}},{"kind":"Field","name":{"kind":"Name","value":"sessionKey"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"failureCode"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<RealtimeSessionUpdatedSubscription, RealtimeSessionUpdatedSubscriptionVariables>;
export const CreateRouterDocument = {"__meta__":{"documentId":"sha256:f9fdf31f61a2b31ef8af57f047417b0c11927e3fd7ccf957cd5a9b215b45d6fa"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateRouter"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateRouterInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createRouter"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"router"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RouterFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RouterFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Router"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"optimizeFor"}},{"kind":"Field","name":{"kind":"Name","value":"fallbackOnCapacity"}},{"kind":"Field","name":{"kind":"Name","value":"maxCreditsPerAudio"}},{"kind":"Field","name":{"kind":"Name","value":"maxCreditsPerImage"}},{"kind":"Field","name":{"kind":"Name","value":"maxCreditsPerVideo"}},{"kind":"Field","name":{"kind":"Name","value":"modelsMode"}},{"kind":"Field","name":{"kind":"Name","value":"modelIds"}},{"kind":"Field","name":{"kind":"Name","value":"schemaVersion"}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateRouterMutation, CreateRouterMutationVariables>;
export const UpdateRouterDocument = {"__meta__":{"documentId":"sha256:04ac0d8bb35cb17cb960174cb4d946d1feb53a201a52fc0cc9693c2c50cd9dfa"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateRouter"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateRouterInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateRouter"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"router"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RouterFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RouterFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Router"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"optimizeFor"}},{"kind":"Field","name":{"kind":"Name","value":"fallbackOnCapacity"}},{"kind":"Field","name":{"kind":"Name","value":"maxCreditsPerAudio"}},{"kind":"Field","name":{"kind":"Name","value":"maxCreditsPerImage"}},{"kind":"Field","name":{"kind":"Name","value":"maxCreditsPerVideo"}},{"kind":"Field","name":{"kind":"Name","value":"modelsMode"}},{"kind":"Field","name":{"kind":"Name","value":"modelIds"}},{"kind":"Field","name":{"kind":"Name","value":"schemaVersion"}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<UpdateRouterMutation, UpdateRouterMutationVariables>;
export const DeleteRouterDocument = {"__meta__":{"documentId":"sha256:ddb9c8eda4e60ea0d5987c946c99a246377ba315d1f8fda697d45a4ec0cd563d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteRouter"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteRouter"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<DeleteRouterMutation, DeleteRouterMutationVariables>;
export const RouterDocument = {"__meta__":{"documentId":"sha256:1a5758df38684b19c49d8bb7cec76cfa395b4ff226e6c6e44c6a3e92b206cc40"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Router"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"router"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RouterFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RouterFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Router"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"optimizeFor"}},{"kind":"Field","name":{"kind":"Name","value":"fallbackOnCapacity"}},{"kind":"Field","name":{"kind":"Name","value":"maxCreditsPerAudio"}},{"kind":"Field","name":{"kind":"Name","value":"maxCreditsPerImage"}},{"kind":"Field","name":{"kind":"Name","value":"maxCreditsPerVideo"}},{"kind":"Field","name":{"kind":"Name","value":"modelsMode"}},{"kind":"Field","name":{"kind":"Name","value":"modelIds"}},{"kind":"Field","name":{"kind":"Name","value":"schemaVersion"}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<RouterQuery, RouterQueryVariables>;
export const RoutersDocument = {"__meta__":{"documentId":"sha256:769a0566adbbedeb1876909e973ce1e419f23266ffc39673367b1bcd9ad5ff5f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Routers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"routers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RouterFields"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RouterFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Router"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"optimizeFor"}},{"kind":"Field","name":{"kind":"Name","value":"fallbackOnCapacity"}},{"kind":"Field","name":{"kind":"Name","value":"maxCreditsPerAudio"}},{"kind":"Field","name":{"kind":"Name","value":"maxCreditsPerImage"}},{"kind":"Field","name":{"kind":"Name","value":"maxCreditsPerVideo"}},{"kind":"Field","name":{"kind":"Name","value":"modelsMode"}},{"kind":"Field","name":{"kind":"Name","value":"modelIds"}},{"kind":"Field","name":{"kind":"Name","value":"schemaVersion"}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<RoutersQuery, RoutersQueryVariables>;
export const RouterRequestsDocument = {"__meta__":{"documentId":"sha256:46b86636ee18c4019d93256591e54add9e4e23d66bcac78907a6bf442761dcf3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RouterRequests"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"routerId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"routerRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"routerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"routerId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"reasonCode"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedCredits"}},{"kind":"Field","name":{"kind":"Name","value":"emptiedBy"}},{"kind":"Field","name":{"kind":"Name","value":"pipeline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"filter"}},{"kind":"Field","name":{"kind":"Name","value":"models"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}},{"kind":"Field","name":{"kind":"Name","value":"allExhausted"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}},{"kind":"Field","name":{"kind":"Name","value":"taskId"}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<RouterRequestsQuery, RouterRequestsQueryVariables>;
export const UnconfirmedTasksDocument = {"__meta__":{"documentId":"sha256:12bf00226bd455a913cd807a0fb5fed8719c5eb2d97f0ae6b1d76bb4ab8625ad"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UnconfirmedTasks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"about"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OpenQuestion"}}},"defaultValue":{"kind":"EnumValue","value":"SUBMISSION"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unconfirmedTasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"about"},"value":{"kind":"Variable","name":{"kind":"Name","value":"about"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organizationUsage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"credits"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<UnconfirmedTasksQuery, UnconfirmedTasksQueryVariables>;
export const ResolveTaskDocument = {"__meta__":{"documentId":"sha256:3d4f7ab9e2d02fd5b2daa841bc155f2e8f0ca185a9bd6f476c232b6e74639e75"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResolveTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResolveTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resolveTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<ResolveTaskMutation, ResolveTaskMutationVariables>;
export const ResubmitTaskDocument = {"__meta__":{"documentId":"sha256:20cf4a351039dd196b665105ca08aa8f54f63628b066aa42f46d2991066da355"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResubmitTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resubmitTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<ResubmitTaskMutation, ResubmitTaskMutationVariables>;
export const AdjustCostDocument = {"__meta__":{"documentId":"sha256:e4a0a7c326f7fbe394a07c864e7102459c18afe7bb6886ccb50e0cd5faca3bf8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdjustCost"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"credits"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Float"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adjustCost"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"credits"},"value":{"kind":"Variable","name":{"kind":"Name","value":"credits"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<AdjustCostMutation, AdjustCostMutationVariables>;
export const CorrectTaskDocument = {"__meta__":{"documentId":"sha256:72fe9f560ba6ae35084f0ee6e3dc3d3dc807a7d413373eba5f76255315ff850e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CorrectTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CorrectTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"correctTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CorrectTaskMutation, CorrectTaskMutationVariables>;
export const TaskHistoryDocument = {"__meta__":{"documentId":"sha256:06fb97b205b11184a04ffebcc0f2bc822a1994f49f156459cf97bdabc9cb6bc0"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TaskHistory"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<TaskHistoryQuery, TaskHistoryQueryVariables>;
export const TaskUpdatedDocument = {"__meta__":{"documentId":"sha256:e60fe894828c026500d92c41e6a907a21fe52b8e602f1f68c8646552b6e84a14"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"TaskUpdated"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"taskUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<TaskUpdatedSubscription, TaskUpdatedSubscriptionVariables>;
export const TaskDocument = {"__meta__":{"documentId":"sha256:55860279f00dac377a4068888ae4478678367b577180859249d96b8c5b1db7ad"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Task"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"waitSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"waitSeconds"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<TaskQuery, TaskQueryVariables>;
export const TasksUpdatedDocument = {"__meta__":{"documentId":"sha256:3fe886041be6076b620f316e8ec2341d62d0c67ff5292396f6f7a578b94dd7a5"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"TasksUpdated"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasksUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<TasksUpdatedSubscription, TasksUpdatedSubscriptionVariables>;
export const TasksDocument = {"__meta__":{"documentId":"sha256:2e57829f9085fd8abd6283227333a12330d3bf53328d03c75bea32cdb4ee0b44"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Tasks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TaskFilterInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<TasksQuery, TasksQueryVariables>;
export const TenantsDocument = {"__meta__":{"documentId":"sha256:3c5065acf00f7568ed847947a6e5eaff867464e4ef0b50328bd84855d593d289"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Tenants"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tenants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TenantFields"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TenantFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Tenant"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"liveTasks"}},{"kind":"Field","name":{"kind":"Name","value":"liveTasksMax"}},{"kind":"Field","name":{"kind":"Name","value":"ratePercent"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasks"}},{"kind":"Field","name":{"kind":"Name","value":"resources"}}]}}]}}]} as unknown as DocumentNode<TenantsQuery, TenantsQueryVariables>;
export const TenantDetailsDocument = {"__meta__":{"documentId":"sha256:f409929d49dd6989dc7bb89d0c0b8a45f49be9bd6ee9dd7cf1beab82471388bd"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TenantDetails"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tenants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"liveTasks"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"reserved"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}}]}},{"kind":"Field","name":{"kind":"Name","value":"holdings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasks"}},{"kind":"Field","name":{"kind":"Name","value":"apiKeys"}},{"kind":"Field","name":{"kind":"Name","value":"avatars"}},{"kind":"Field","name":{"kind":"Name","value":"avatarConversations"}},{"kind":"Field","name":{"kind":"Name","value":"documents"}},{"kind":"Field","name":{"kind":"Name","value":"realtimeSessions"}},{"kind":"Field","name":{"kind":"Name","value":"routers"}},{"kind":"Field","name":{"kind":"Name","value":"uploads"}},{"kind":"Field","name":{"kind":"Name","value":"voices"}},{"kind":"Field","name":{"kind":"Name","value":"workflows"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TenantDetailsQuery, TenantDetailsQueryVariables>;
export const SetTenantLimitsDocument = {"__meta__":{"documentId":"sha256:7278df999e35b315e0481b91203f6d4409c148f0473f2917fadc19e829fe686f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetTenantLimits"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"liveTasksMax"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ratePercent"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setTenantLimits"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"liveTasksMax"},"value":{"kind":"Variable","name":{"kind":"Name","value":"liveTasksMax"}}},{"kind":"Argument","name":{"kind":"Name","value":"ratePercent"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ratePercent"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tenant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TenantFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TenantFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Tenant"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"liveTasks"}},{"kind":"Field","name":{"kind":"Name","value":"liveTasksMax"}},{"kind":"Field","name":{"kind":"Name","value":"ratePercent"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasks"}},{"kind":"Field","name":{"kind":"Name","value":"resources"}}]}}]}}]} as unknown as DocumentNode<SetTenantLimitsMutation, SetTenantLimitsMutationVariables>;
export const SuspendTenantDocument = {"__meta__":{"documentId":"sha256:66fdad62f42958aa4fdf050b85dccbcced0d9fb72217258af46967abc72efecc"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SuspendTenant"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suspendTenant"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tenant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TenantFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TenantFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Tenant"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"liveTasks"}},{"kind":"Field","name":{"kind":"Name","value":"liveTasksMax"}},{"kind":"Field","name":{"kind":"Name","value":"ratePercent"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasks"}},{"kind":"Field","name":{"kind":"Name","value":"resources"}}]}}]}}]} as unknown as DocumentNode<SuspendTenantMutation, SuspendTenantMutationVariables>;
export const DeleteTenantDocument = {"__meta__":{"documentId":"sha256:5d91044ccfbdc30a40d2a2e0be912e734e8cb6649c5fa1841a6ad2ec50ec0866"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteTenant"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteTenant"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<DeleteTenantMutation, DeleteTenantMutationVariables>;
export const SetTenantPolicyDocument = {"__meta__":{"documentId":"sha256:2a5ebdabd737facb9fbf91684ba3607b36fb481a8bda60b6e912cee5dd0398b1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetTenantPolicy"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetTenantPolicyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setTenantPolicy"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tenant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccessPolicyFields"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccessPolicyFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessPolicy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operations"}},{"kind":"Field","name":{"kind":"Name","value":"models"}},{"kind":"Field","name":{"kind":"Name","value":"creditsPerRequestMax"}}]}}]} as unknown as DocumentNode<SetTenantPolicyMutation, SetTenantPolicyMutationVariables>;
export const UsageDocument = {"__meta__":{"documentId":"sha256:9d8f8f328c4514e2f115d7726318dd3471584f57e8ed52b9731161dd2028b1bf"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Usage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UsageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"usage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"tasks"}},{"kind":"Field","name":{"kind":"Name","value":"reserved"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"hasMore"}}]}}]}}]} as unknown as DocumentNode<UsageQuery, UsageQueryVariables>;
export const ViewerDocument = {"__meta__":{"documentId":"sha256:0878d4cfeaeae9cfdd11f76f23f45a576de0f89c4970972f1dc4c37afbcd2fee"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tenant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
export const ViewerCredentialDocument = {"__meta__":{"documentId":"sha256:e85e5d0b46dabac5da953626bbc80d0354c5443f78707fc5d903e74703c9dac8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ViewerCredential"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tenant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"credential"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operations"}},{"kind":"Field","name":{"kind":"Name","value":"taskIds"}},{"kind":"Field","name":{"kind":"Name","value":"creditsMax"}},{"kind":"Field","name":{"kind":"Name","value":"creditsRemaining"}}]}}]}}]}}]} as unknown as DocumentNode<ViewerCredentialQuery, ViewerCredentialQueryVariables>;
export const IssueTokenDocument = {"__meta__":{"documentId":"sha256:f79a66464db82067455c3c77661b35a04b888d240e85fa8749d6128ba4ae27b1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"IssueToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IssueTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issueToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]} as unknown as DocumentNode<IssueTokenMutation, IssueTokenMutationVariables>;
export const ViewerPolicyDocument = {"__meta__":{"documentId":"sha256:f91ec412974ae95b2a3b5729cd87a4c41f9f08b4042bc0ebc5d156223fbcd4c7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ViewerPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccessPolicyFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccessPolicyFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessPolicy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operations"}},{"kind":"Field","name":{"kind":"Name","value":"models"}},{"kind":"Field","name":{"kind":"Name","value":"creditsPerRequestMax"}}]}}]} as unknown as DocumentNode<ViewerPolicyQuery, ViewerPolicyQueryVariables>;
export const CreateVoiceDocument = {"__meta__":{"documentId":"sha256:750744e065bf593ed6cef2ea89ad6e9d8aa14c7de671f7d685a20e6f44ba425f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateVoice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateVoiceInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createVoice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"voice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"VoiceFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VoiceFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Voice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"previewUrl"}},{"kind":"Field","name":{"kind":"Name","value":"failureReason"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<CreateVoiceMutation, CreateVoiceMutationVariables>;
export const PreviewVoiceDocument = {"__meta__":{"documentId":"sha256:1ba4a15406e1e7bd7eefa89e0979ac6a88501e9ed48138756f46394e6b5ea3c9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PreviewVoice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewVoiceInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewVoice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}}]}}]} as unknown as DocumentNode<PreviewVoiceMutation, PreviewVoiceMutationVariables>;
export const UpdateVoiceDocument = {"__meta__":{"documentId":"sha256:e45de149412e30ff739d8e2e45d87386b94f79efcc244d01ed45e016b0930cd3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateVoice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateVoiceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateVoice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"voice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"VoiceFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VoiceFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Voice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"previewUrl"}},{"kind":"Field","name":{"kind":"Name","value":"failureReason"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<UpdateVoiceMutation, UpdateVoiceMutationVariables>;
export const DeleteVoiceDocument = {"__meta__":{"documentId":"sha256:874ac4664ebd644fc5b1abedb74800965ecbdc52a9d83bfb726111b54fc89e57"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteVoice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteVoice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<DeleteVoiceMutation, DeleteVoiceMutationVariables>;
export const VoiceDocument = {"__meta__":{"documentId":"sha256:93aa2615ec9c752b5133f96c7d8cd06de1f2390d0d9244ecb828808f8e32f533"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Voice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"voice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"VoiceFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VoiceFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Voice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"previewUrl"}},{"kind":"Field","name":{"kind":"Name","value":"failureReason"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<VoiceQuery, VoiceQueryVariables>;
export const VoicesDocument = {"__meta__":{"documentId":"sha256:7d3a804ed90fe3a2003826eb4c914717cb3a7788451c16e22afb57b7e49cf620"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Voices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"voices"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"VoiceFields"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VoiceFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Voice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"previewUrl"}},{"kind":"Field","name":{"kind":"Name","value":"failureReason"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<VoicesQuery, VoicesQueryVariables>;
export const VoiceUpdatedDocument = {"__meta__":{"documentId":"sha256:1823a095099ac75dec1b6637dfd978a9fb6a74e8fe266c69e354c0186c00be19"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"VoiceUpdated"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"voiceUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"voice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"VoiceFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VoiceFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Voice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"previewUrl"}},{"kind":"Field","name":{"kind":"Name","value":"failureReason"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<VoiceUpdatedSubscription, VoiceUpdatedSubscriptionVariables>;
export const WebhookDocument = {"__meta__":{"documentId":"sha256:7d6b03ca622d10e7db3719705bcbf355301179cbb3a18c49af04b71ab97caed0"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Webhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"operations"}},{"kind":"Field","name":{"kind":"Name","value":"labels"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"lastStatus"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"lostDeliveries"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"}},{"kind":"Field","name":{"kind":"Name","value":"oldSecretUntil"}}]}}]} as unknown as DocumentNode<WebhookQuery, WebhookQueryVariables>;
export const WebhooksDocument = {"__meta__":{"documentId":"sha256:8daa0c77a6fc83294e2ff3852831aa98c2a47047b801de0333a6c27bfac2b39c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Webhooks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhooks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"operations"}},{"kind":"Field","name":{"kind":"Name","value":"labels"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"lastStatus"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"lostDeliveries"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"}},{"kind":"Field","name":{"kind":"Name","value":"oldSecretUntil"}}]}}]} as unknown as DocumentNode<WebhooksQuery, WebhooksQueryVariables>;
export const CreateWebhookDocument = {"__meta__":{"documentId":"sha256:c49f712565e4c54f929a146eba7335141c47a84037cea3e95802a4067e895734"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhook"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"secret"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"operations"}},{"kind":"Field","name":{"kind":"Name","value":"labels"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"lastStatus"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"lostDeliveries"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"}},{"kind":"Field","name":{"kind":"Name","value":"oldSecretUntil"}}]}}]} as unknown as DocumentNode<CreateWebhookMutation, CreateWebhookMutationVariables>;
export const UpdateWebhookDocument = {"__meta__":{"documentId":"sha256:87864c5774ce2486636f36f2c550985d537b45f3d9184b457de19c60152201d6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhook"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"operations"}},{"kind":"Field","name":{"kind":"Name","value":"labels"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"lastStatus"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"lostDeliveries"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"}},{"kind":"Field","name":{"kind":"Name","value":"oldSecretUntil"}}]}}]} as unknown as DocumentNode<UpdateWebhookMutation, UpdateWebhookMutationVariables>;
export const RotateWebhookSecretDocument = {"__meta__":{"documentId":"sha256:7343e6cfefdf6279d40268951a6be3c42e65e1547d51f6478169c8fd5f5451a8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RotateWebhookSecret"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"overlapSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"86400"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rotateWebhookSecret"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"overlapSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"overlapSeconds"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhook"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"oldSecretUntil"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"operations"}},{"kind":"Field","name":{"kind":"Name","value":"labels"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"lastStatus"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"lostDeliveries"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"}},{"kind":"Field","name":{"kind":"Name","value":"oldSecretUntil"}}]}}]} as unknown as DocumentNode<RotateWebhookSecretMutation, RotateWebhookSecretMutationVariables>;
export const DeleteWebhookDocument = {"__meta__":{"documentId":"sha256:81a11ae8d6b8d1c1c0347d33e62eca72a782f9187547eccf67f2b55fb33fbfe5"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<DeleteWebhookMutation, DeleteWebhookMutationVariables>;
export const TestWebhookDocument = {"__meta__":{"documentId":"sha256:44c09d4164aec84f910aaba01f72e846aaced4f3b02542bcfd437420486bd596"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"testWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookDeliveryFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookDeliveryFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"webhook"}},{"kind":"Field","name":{"kind":"Name","value":"task"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"eventAt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastAttempt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"response"}}]}}]}}]} as unknown as DocumentNode<TestWebhookMutation, TestWebhookMutationVariables>;
export const WebhookDeliveriesDocument = {"__meta__":{"documentId":"sha256:03c07443e0f8482f31bb1858a88aa7ffdf8cc72b5aa161b7576529de3bfd1323"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookDeliveries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDeliveryFilterInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookDeliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookDeliveryFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookDeliveryFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"webhook"}},{"kind":"Field","name":{"kind":"Name","value":"task"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"eventAt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastAttempt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"response"}}]}}]}}]} as unknown as DocumentNode<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const RedeliverWebhookDocument = {"__meta__":{"documentId":"sha256:6eae88c962649a84cc6daa2de952249c7900b93ff6aa4b5c62e1f00e31726d21"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RedeliverWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"redeliverWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookDeliveryFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookDeliveryFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"webhook"}},{"kind":"Field","name":{"kind":"Name","value":"task"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"eventAt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastAttempt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"response"}}]}}]}}]} as unknown as DocumentNode<RedeliverWebhookMutation, RedeliverWebhookMutationVariables>;
export const WebhookEventsDocument = {"__meta__":{"documentId":"sha256:41c66a1778fa8a438a82192279b4e10907418a3a4fd8c4a0191a6bc82a891273"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"WebhookEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"events"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookEvent"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"operations"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TaskOperation"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"labels"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"events"},"value":{"kind":"Variable","name":{"kind":"Name","value":"events"}}},{"kind":"Argument","name":{"kind":"Name","value":"operations"},"value":{"kind":"Variable","name":{"kind":"Name","value":"operations"}}},{"kind":"Argument","name":{"kind":"Name","value":"labels"},"value":{"kind":"Variable","name":{"kind":"Name","value":"labels"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"headers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}}]} as unknown as DocumentNode<WebhookEventsSubscription, WebhookEventsSubscriptionVariables>;
export const WorkflowDocument = {"__meta__":{"documentId":"sha256:3e1f6287c8c42174da04b011468a18a14ff2843214088a5dec2ba3be90d86df4"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Workflow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkflowFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WorkflowFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Workflow"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"graph"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"}},{"kind":"Field","name":{"kind":"Name","value":"edges"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<WorkflowQuery, WorkflowQueryVariables>;
export const WorkflowsDocument = {"__meta__":{"documentId":"sha256:bf3b27d89bc0feecdf00476dde12e95229ca16d654da42795a0c2787f75fbd65"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Workflows"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflows"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkflowFields"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WorkflowFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Workflow"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"graph"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"}},{"kind":"Field","name":{"kind":"Name","value":"edges"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<WorkflowsQuery, WorkflowsQueryVariables>;