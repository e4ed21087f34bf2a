import { kindRow } from './kind-row.js';

export interface DocumentUse {
  readonly avatarId: string;
  readonly name: string;
  readonly imageUrl: string | null;
}

export interface Document {
  readonly id: string;
  readonly name: string;
  /** `text` or `file`. */
  readonly type: string;
  readonly content: string;
  readonly usedBy: readonly DocumentUse[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const documentKind = kindRow<Document>()({
  sdk: {
    create: 'documents.create',
    retrieve: 'documents.retrieve',
    list: 'documents.list',
    update: 'documents.update',
    delete: 'documents.delete',
  },
  scopes: { read: 'document:read', write: 'document:write' },
  newestFirst: { sort: 'createdAt', order: 'desc' },
  changeHasNoAnswer: true,
  references: {
    of: ({ usedBy }) => ({ avatar: usedBy.map(({ avatarId }) => avatarId) }),
    without: (document, isOwn): Document => ({
      ...document,
      usedBy: document.usedBy.filter(({ avatarId }) => isOwn('avatar', avatarId)),
    }),
    bindsGrant: true,
  },
  lost: { listedAs: 'name', texts: ['name', 'content'] },
  removal: { turn: 5 },
});
