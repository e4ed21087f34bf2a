import { Project } from 'ts-morph';
import { readMethods, type SdkMethodFacts } from '../../../../schema/generate/sdk.js';

/** A small SDK with the shapes of Runway's: a client, one resource, two models. */
export const TINY_SDK = `
export class APIPromise<T> {}
class APIResource { _client: any }

export class Films extends APIResource {
  create(body: FilmCreateParams): APIPromise<FilmCreateResponse> {
    return this._client.post('/v1/films', { body });
  }
}

export interface FilmCreateResponse {
  id: string;
}

export type FilmCreateParams = FilmCreateParams.Alpha1 | FilmCreateParams.Beta;

export namespace FilmCreateParams {
  export interface Alpha1 {
    model: 'alpha_1';
    promptText: string;
    ratio: '16:9' | '9:16';
    duration?: number;
    style?: 'warm' | 'cold';
    contentModeration?: ContentModeration;
    cuts?: Array<Cut>;
    words?: Array<string>;
  }
  export interface ContentModeration {
    publicFigureThreshold?: 'auto' | 'low';
  }
  export interface Cut {
    at: number;
  }
  export interface Beta {
    model: 'beta';
    promptText: string;
    seed?: number;
  }
}

export class Scales extends APIResource {
  create(body: ScaleCreateParams): APIPromise<FilmCreateResponse> {
    return this._client.post('/v1/scales', { body });
  }
}

export interface ScaleCreateParams {
  model: 'grow';
  /** A HTTPS URL, Runway upload URI, or base64 data URI containing an encoded video. */
  videoUri: string;
  resolution: '2k' | '4k';
}

export class RunwayML {
  films: Films = new Films();
  scales: Scales = new Scales();
}
`;

/** The methods of a client that a source text declares. */
export function methodsIn(source: string): SdkMethodFacts[] {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipFileDependencyResolution: true,
    compilerOptions: { strict: true, noLib: true, types: [] },
  });
  return readMethods(project.createSourceFile('client.ts', source));
}
