import { useEffect, useState } from 'react';
import {
  EstimateDocument,
  type EstimateInput,
  type EstimateQuery,
} from '../../../client/src/documents.js';
import type { InputIssue } from '../../../client/src/index.js';
import { gatewayErrorOf } from '../../../client/src/urql.js';
import { useSession } from '../session/use-session.js';
import { estimatedValue } from './estimated-input.js';
import { problemsOf, type FormProblem } from './form-problems.js';
import type { OperationForm } from './form-types.js';
import { inputOf, type FormObject } from './form-value.js';

/** A person types faster than that. */
const PAUSE_MS = 300;

export type Estimated = NonNullable<EstimateQuery['estimate']>;

export interface EstimateState {
  readonly estimate: Estimated | undefined;
  /** What the gateway says about the input, where it was asked. */
  readonly issues: readonly FormProblem[];
  /** Another reason why there is no price. */
  readonly refusal: string | undefined;
  readonly isAsking: boolean;
}

const NOTHING = { estimate: undefined, issues: [], refusal: undefined } as const;

type Answer = Omit<EstimateState, 'isAsking'>;

/** What the request would cost, asked again a moment after each change. */
export function useEstimate(form: OperationForm, value: FormObject): EstimateState {
  const { client } = useSession();
  const [answered, setAnswered] = useState<{ readonly asked: string; readonly answer: Answer }>();
  const whole = estimatedValue(form.type, value) as FormObject;
  const isReady = problemsOf(form, whole).length === 0;
  const asked = isReady ? JSON.stringify({ [form.operation]: inputOf(form, whole) }) : undefined;

  useEffect(() => {
    if (asked === undefined) return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      const request = JSON.parse(asked) as EstimateInput;
      const options = { requestPolicy: 'network-only' } as const;
      void client
        .query(EstimateDocument, { request }, options)
        .toPromise()
        .then(({ data, error }) => {
          if (isCurrent) setAnswered({ asked, answer: answerOf(data, error, form.operation) });
        });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [client, asked, form.operation]);

  if (asked === undefined) return { ...NOTHING, isAsking: false };
  const isAsking = answered?.asked !== asked;
  // The last price stays in sight while the next one is worked out; what was wrong does not.
  return {
    ...NOTHING,
    ...(isAsking ? { estimate: answered?.answer.estimate } : answered.answer),
    isAsking,
  };
}

function answerOf(data: EstimateQuery | undefined, error: unknown, operation: string): Answer {
  const estimate = data?.estimate ?? undefined;
  const refused = gatewayErrorOf(error);
  const issues = (refused?.issues ?? []).map((issue) => problemOf(issue, operation));
  return {
    estimate,
    issues,
    refusal: refused !== undefined && issues.length === 0 ? refused.message : undefined,
  };
}

/** An issue of `estimate` names its place by the operation: `request.createTextToVideo.gen4_5.duration`. */
function problemOf({ path, message }: InputIssue, operation: string): FormProblem {
  return { path: path.replace(`request.${operation}`, 'input'), message };
}
