import { OMITTED, PAGE_PARAMETERS, TAG_REASON } from '../overrides.js';
import type { Property } from '../shape.js';
import { constantsOf, propertiesOf } from '../shape.js';
import type { GeneratedFiles, GeneratorContext } from '../step.js';
import { HEADER } from '../step.js';
import { literal } from './facts-source.js';

export interface InputOmission {
  readonly method: string;
  readonly path: string;
  readonly reason: string;
}

/** What the SDK takes and the graph does not offer. */
export function inputOmissions({ requests }: Pick<GeneratorContext, 'requests'>): InputOmission[] {
  return requests.flatMap(({ method, shape }) => {
    const constants = constantsOf(shape);
    return propertiesOf(shape).flatMap((property) => {
      const reason = reasonFor(method, property, constants);
      return reason === undefined ? [] : [{ method, path: property.path, reason }];
    });
  });
}

function reasonFor(
  method: string,
  { path, shape }: Property,
  constants: ReadonlySet<string>,
): string | undefined {
  const isConstant = shape.kind === 'literal' && constants.has(path);
  return (
    omittedWith(`${method} ${path}`) ??
    PAGE_PARAMETERS[path] ??
    (isConstant ? TAG_REASON : undefined) ??
    (shape.kind === 'unknown' ? `The generator does not know its type: ${shape.text}` : undefined)
  );
}

/** What is left out takes with it what is in it. */
function omittedWith(place: string): string | undefined {
  return Object.entries(OMITTED).find(
    ([omitted]) => place.startsWith(omitted) && /^([.[<{]|$)/.test(place.slice(omitted.length)),
  )?.[1];
}

/** src/generated/facts/input-omissions.ts: properties of the SDK that the graph does not offer. */
export function emitInputOmissions(context: GeneratorContext): GeneratedFiles {
  const text = `${HEADER}
/** What Runway's SDK takes in bodies and queries and the graph does not offer, each with its reason. */
export const INPUT_OMISSIONS: readonly {
  readonly method: string;
  /** Runway's path; \`<…>\` names a member of a union, \`[]\` an entry of a list, \`{}\` a map's value. */
  readonly path: string;
  readonly reason: string;
}[] = ${literal(inputOmissions(context))};
`;
  return new Map([['src/generated/facts/input-omissions.ts', text]]);
}
