/** The kind of medium that each field of an input takes, by its path: `promptImage`, `references.0.uri`. */
export type MediaKinds = ReadonlyMap<string, 'image' | 'video' | 'audio'>;
