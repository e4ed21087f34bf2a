import { Field, ObjectType } from 'type-graphql';
import { CursorScalar } from '../../scalars/cursor-scalar.js';

@ObjectType('PageInfo', { description: 'A page’s place in its list (Relay).' })
export class PageInfoType {
  @Field(() => Boolean, { description: 'Whether more follows.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Always false: these lists are read forward.' })
  hasPreviousPage!: boolean;

  @Field(() => CursorScalar, { nullable: true, description: 'Cursor of the first entry.' })
  startCursor!: string | null;

  @Field(() => CursorScalar, { nullable: true, description: 'Cursor of the last entry.' })
  endCursor!: string | null;
}
