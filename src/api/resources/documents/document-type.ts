import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../scalars/date-time-scalar.js';
import type { Document, DocumentUse } from '../../../domain/resource/document.js';
import type { KindGraph } from '../kind-graph.js';

@ObjectType('DocumentUse', { description: 'An avatar that draws on a document.' })
export class DocumentUseType implements DocumentUse {
  @Field(() => ID, { description: 'Id of the avatar.' })
  avatarId!: string;

  @Field(() => String, { description: 'Name of the avatar.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Image of the avatar; null until it is prepared. Signed URL that expires.',
  })
  imageUrl!: string | null;
}

@ObjectType('Document', { description: 'A text that avatars can draw on in conversations.' })
export class DocumentType {
  @Field(() => ID, { description: "Runway's id." })
  id!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, {
    description: "Runway's word for its source: `text` or `file`; there may be more.",
  })
  type!: string;

  @Field(() => String, { description: 'The whole text, plain or Markdown.' })
  content!: string;

  @Field(() => [DocumentUseType], { description: 'The avatars of your tenant that draw on it.' })
  usedBy!: readonly DocumentUseType[];

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last changed.' })
  updatedAt!: Date;
}

export function toDocumentType(document: Document): DocumentType {
  return Object.assign(new DocumentType(), {
    ...document,
    createdAt: new Date(document.createdAt),
    updatedAt: new Date(document.updatedAt),
  } satisfies DocumentType);
}

export const documentGraph: KindGraph<'document'> = {
  kind: 'document',
  thing: 'document',
  Type: DocumentType,
  toType: ({ resource }) => toDocumentType(resource),
  list: { entries: 'documents' },
};
