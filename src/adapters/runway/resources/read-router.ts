import type {
  Router,
  RouterRequest,
  RouterSettings,
  RoutingStep,
} from '../../../domain/resource/resources.js';
import type { AnswerObject } from '../outcomes/answer-object.js';

export function readRouter(answer: AnswerObject): Router {
  return {
    id: answer.id(),
    slug: answer.text('slug'),
    name: answer.text('name'),
    description: answer.textOrNull('description'),
    settings: readSettings(answer.object('settings')),
    version: answer.count('version'),
    createdAt: answer.time('createdAt'),
    updatedAt: answer.time('updatedAt'),
  };
}

function readSettings(settings: AnswerObject): RouterSettings {
  const maxCredits = settings.objectOrNull('maxCreditsPerGeneration');
  const models = settings.objectOrNull('models');
  return {
    optimizeFor: settings.textOrNull('optimizeFor'),
    fallbackOnCapacity: settings.objectOrNull('fallback')?.flagOrNull('onCapacity') ?? null,
    maxCreditsPerAudio: maxCredits?.numberOrNull('audio') ?? null,
    maxCreditsPerImage: maxCredits?.numberOrNull('image') ?? null,
    maxCreditsPerVideo: maxCredits?.numberOrNull('video') ?? null,
    modelsMode: models?.text('mode') ?? null,
    modelIds: models?.texts('ids') ?? [],
    schemaVersion: settings.count('schemaVersion'),
  };
}

export function readRouterRequest(answer: AnswerObject): RouterRequest {
  return {
    id: answer.text('id'),
    requestId: answer.text('requestId'),
    status: answer.text('status'),
    model: answer.textOrNull('model'),
    provider: answer.textOrNull('provider'),
    reason: answer.textOrNull('reason'),
    reasonCode: answer.textOrNull('reasonCode'),
    estimatedCredits: answer.numberOrNull('estimatedCredits'),
    emptiedBy: answer.texts('emptiedBy'),
    pipeline: answer.objects('pipeline').map(readStep),
    runwayTaskId: answer.idOrNull('taskId'),
    createdAt: answer.time('createdAt'),
  };
}

function readStep(step: AnswerObject): RoutingStep {
  return {
    type: step.text('type'),
    filter: step.textOrNull('filter'),
    models: step.has('models') ? step.texts('models') : [],
    skipped: step.has('skipped') ? step.texts('skipped') : [],
    allExhausted: step.flagOrNull('allExhausted'),
    outcome: step.textOrNull('outcome'),
  };
}
