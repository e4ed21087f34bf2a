import type { SdkMethodFacts } from '../../../../schema/generate/sdk.js';
import { methodsIn } from './tiny-sdk.js';

/** Declarations of answers with the shapes of Runway's: a voice, a list of voices, an account. */
const ANSWERS = `
export class APIPromise<T> {}
export class PagePromise<Page, Item> {}
class APIResource { _client: any }

export class Voices extends APIResource {
  retrieve(id: string): APIPromise<VoiceRetrieveResponse> {
    return this._client.get(\`/v1/voices/\${id}\`);
  }
  list(): PagePromise<unknown, VoiceListResponse> {
    return this._client.getAPIList('/v1/voices');
  }
}

export type VoiceRetrieveResponse = VoiceRetrieveResponse.Processing | VoiceRetrieveResponse.Ready;

export namespace VoiceRetrieveResponse {
  export interface Processing {
    id: string;
    createdAt: string;
    description: string | null;
    name: string;
    status: 'PROCESSING';
    PROCESSING_MORE
  }
  export interface Ready {
    id: string;
    createdAt: string;
    description: string | null;
    name: string;
    previewUrl: string | null;
    status: 'READY';
    READY_MORE
  }
}

export interface VoiceListResponse {
  id: string;
  createdAt: string;
  description: string | null;
  name: string;
  status: 'PROCESSING' | 'READY';
  LIST_MORE
}

export class Organization extends APIResource {
  retrieve(): APIPromise<OrganizationRetrieveResponse> {
    return this._client.get('/v1/organization');
  }
}

export interface OrganizationRetrieveResponse {
  creditBalance: number;
  tier: Tier;
  usage: Usage;
}
export interface Tier {
  maxMonthlyCreditSpend: number;
  models: { [key: string]: Limits };
  TIER_MORE
}
export interface Limits {
  maxConcurrentGenerations: number | null;
  maxDailyGenerations: number | null;
  LIMITS_MORE
}
export interface Usage {
  models: { [key: string]: { dailyGenerations: number } };
}

/** No row of the operations has its methods. */
export class Films extends APIResource {
  retrieve(id: string): APIPromise<FilmRetrieveResponse> {
    return this._client.get(\`/v1/films/\${id}\`);
  }
}
export interface FilmRetrieveResponse {
  length: number;
}

export class Tasks extends APIResource {
  delete(id: string): APIPromise<void> {
    return this._client.delete(\`/v1/tasks/\${id}\`);
  }
}

export class Uploads extends APIResource {
  createEphemeral(): APIPromise<UploadResponse> {
    return this._client.post('/v1/uploads');
  }
}
export interface UploadResponse {
  uri: string;
  UPLOAD_MORE
}

export class RunwayML {
  voices: Voices = new Voices();
  films: Films = new Films();
  organization: Organization = new Organization();
  tasks: Tasks = new Tasks();
  uploads: Uploads = new Uploads();
}
`;

type Place = 'PROCESSING' | 'READY' | 'LIST' | 'TIER' | 'LIMITS' | 'UPLOAD';

/** The methods of an SDK whose answers have more properties than the graph shows. */
export function methodsAnswering(more: Partial<Record<Place, string>> = {}): SdkMethodFacts[] {
  const source = ANSWERS.replace(
    /(\w+)_MORE/g,
    (_match, place: string) => more[place as Place] ?? '',
  );
  return methodsIn(source);
}
