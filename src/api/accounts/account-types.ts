import { Length, Matches } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../scalars/date-time-scalar.js';
import type { RunwayCredential } from '../../domain/account/runway-credential.js';

/** What a header can carry. Runway's own are 132 characters long. */
const SECRET_LENGTH_MAX = 500;

const SECRET = /^[\x21-\x7e]+$/;

/** class-validator's own words, which clients know. A message given here keeps the rule's name, too. */
const SECRET_MESSAGE = '$property must match $constraint1 regular expression';

@ObjectType('RunwayCredential', {
  description: 'A Runway secret that is kept, without the secret.',
})
export class RunwayCredentialType {
  @Field(() => String, {
    description: 'A keyed hash of the secret. It differs for each secret and has no other use.',
  })
  fingerprint!: string;

  @Field(() => DateTimeScalar, { description: 'When it was set.' })
  setAt!: Date;

  @Field(() => String, {
    description: 'The holder of the credential that set it; `operator` where an operator did.',
  })
  setBy!: string;
}

@ObjectType('RunwayAccount', {
  description: 'The Runway account for new work of a tenant.',
})
export class RunwayAccountType {
  @Field(() => ID, { description: 'The tenant.' })
  tenant!: string;

  @Field(() => RunwayCredentialType, {
    nullable: true,
    description: 'The secret of its own account; null: it uses the operator’s account.',
  })
  credential!: RunwayCredentialType | null;
}

@InputType('SetRunwayCredentialInput', { description: 'A secret for a Runway account.' })
export class SetRunwayCredentialInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The tenant; your own without it. Only operators may name another.',
  })
  tenant?: string | null;

  @Field(() => String, {
    description: `The secret that Runway has issued, at most ${String(SECRET_LENGTH_MAX)} characters. Give it in a variable, not in the document.`,
  })
  @Length(1, SECRET_LENGTH_MAX)
  @Matches(SECRET, { message: SECRET_MESSAGE })
  secret!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the secret belongs to the same Runway organisation as the secret in use. If so, it replaces that secret. If left out, the gateway tests whether it can read tasks and resources of the present account. Give true if everything at Runway was deleted since.',
  })
  sameOrganization?: boolean | null;
}

@ObjectType('SetRunwayCredentialPayload', { description: 'Payload of setRunwayCredential.' })
export class SetRunwayCredentialPayload {
  @Field(() => RunwayAccountType, { description: 'The account that the tenant uses now.' })
  account!: RunwayAccountType;
}

@ObjectType('RemoveRunwayCredentialPayload', { description: 'Payload of removeRunwayCredential.' })
export class RemoveRunwayCredentialPayload {
  @Field(() => RunwayAccountType, { description: 'The account that the tenant uses now.' })
  account!: RunwayAccountType;
}

@ObjectType('OperatorCredential', { description: 'The source of the operator’s Runway secret.' })
export class OperatorCredentialType {
  @Field(() => RunwayCredentialType, {
    nullable: true,
    description: 'The secret that is stored; null: the one of the settings is used.',
  })
  stored!: RunwayCredentialType | null;
}

@InputType('SetOperatorCredentialInput', { description: 'A secret for the operator’s account.' })
export class SetOperatorCredentialInput {
  @Field(() => String, {
    description: `The secret that Runway has issued, at most ${String(SECRET_LENGTH_MAX)} characters. Give it in a variable, not in the document.`,
  })
  @Length(1, SECRET_LENGTH_MAX)
  @Matches(SECRET, { message: SECRET_MESSAGE })
  secret!: string;
}

@ObjectType('SetOperatorCredentialPayload', { description: 'Payload of setOperatorCredential.' })
export class SetOperatorCredentialPayload {
  @Field(() => OperatorCredentialType, { description: 'The present source of the secret.' })
  credential!: OperatorCredentialType;
}

@ObjectType('RemoveOperatorCredentialPayload', {
  description: 'Payload of removeOperatorCredential.',
})
export class RemoveOperatorCredentialPayload {
  @Field(() => OperatorCredentialType, { description: 'The present source of the secret.' })
  credential!: OperatorCredentialType;
}

export function toCredentialType(credential: RunwayCredential): RunwayCredentialType {
  const { mark: fingerprint, setAt, setBy } = credential;
  return { fingerprint, setAt, setBy };
}
