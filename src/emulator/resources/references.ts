import type { Issue } from '../server/handler.js';
import type { World } from '../world.js';

type Path = readonly (string | number)[];

/** Every avatar, voice and document that a body names and that cannot be used. */
export function checkReferences(body: unknown, world: World): Issue[] {
  const issues: Issue[] = [];
  const refuse = (path: Path, message: string) => {
    issues.push({ code: 'custom', path, message });
  };
  visit(body, [], (value, path) => {
    if ('avatarId' in value && typeof value.avatarId === 'string') {
      const avatar = world.avatars.find(value.avatarId);
      if (!avatar) refuse([...path, 'avatarId'], 'No such avatar');
      else if (avatar.processing.status !== 'READY') {
        refuse([...path, 'avatarId'], 'The avatar is not ready');
      }
    }
    if ('type' in value && value.type === 'custom' && 'id' in value) {
      const voice = world.voices.find(String(value.id));
      if (!voice) refuse([...path, 'id'], 'No such voice');
    }
    if ('documentIds' in value && Array.isArray(value.documentIds)) {
      for (const [index, id] of value.documentIds.entries()) {
        if (world.documents.find(String(id))) continue;
        refuse([...path, 'documentIds', index], 'No such document');
      }
    }
  });
  return issues;
}

function visit(value: unknown, path: Path, found: (value: object, path: Path) => void): void {
  if (typeof value !== 'object' || value === null) return;
  found(value, path);
  for (const [key, child] of Object.entries(value)) {
    visit(child, [...path, Array.isArray(value) ? Number(key) : key], found);
  }
}
