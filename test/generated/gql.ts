/* eslint-disable */
import * as types from './graphql.js';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "fragment BudgetFields on Budget {\n  scope\n  period\n  limit\n  reserved\n  spent\n  remaining\n  resetsAt\n}\n\nquery ViewerBudget {\n  viewer {\n    budget {\n      ...BudgetFields\n    }\n  }\n}\n\nmutation SetBudget($input: SetBudgetInput!) {\n  setBudget(input: $input) {\n    budget {\n      ...BudgetFields\n    }\n  }\n}\n\nmutation EstimateTextToVideo($input: CreateTextToVideoInput!) {\n  createTextToVideo(input: $input, dryRun: true) {\n    estimate {\n      credits\n      source\n      remaining\n      wouldWait\n    }\n  }\n}": typeof types.BudgetFieldsFragmentDoc,
    "mutation CancelTask($id: ID!) {\n  cancelTask(id: $id) {\n    task {\n      ...TaskFields\n    }\n  }\n}": typeof types.CancelTaskDocument,
    "mutation CreateImageToVideo($input: CreateImageToVideoInput!, $idempotencyKey: String, $label: String) {\n  createImageToVideo(\n    input: $input\n    idempotencyKey: $idempotencyKey\n    label: $label\n  ) {\n    task {\n      ...TaskFields\n    }\n    estimate {\n      credits\n      source\n    }\n    replayed\n  }\n}": typeof types.CreateImageToVideoDocument,
    "mutation CreateTextToImage($input: CreateTextToImageInput!, $label: String) {\n  createTextToImage(input: $input, label: $label) {\n    task {\n      ...TaskFields\n    }\n    estimate {\n      credits\n      source\n    }\n    replayed\n  }\n}": typeof types.CreateTextToImageDocument,
    "mutation CreateTextToVideo($input: CreateTextToVideoInput!, $idempotencyKey: String, $label: String, $dryRun: Boolean! = false) {\n  createTextToVideo(\n    input: $input\n    idempotencyKey: $idempotencyKey\n    label: $label\n    dryRun: $dryRun\n  ) {\n    task {\n      ...TaskFields\n    }\n    estimate {\n      credits\n      source\n    }\n    replayed\n  }\n}": typeof types.CreateTextToVideoDocument,
    "mutation CreateUpload($input: CreateUploadInput!) {\n  createUpload(input: $input) {\n    uploadUrl\n    fields {\n      name\n      value\n    }\n    runwayUri\n    expiresAt\n  }\n}": typeof types.CreateUploadDocument,
    "mutation DeleteTask($id: ID!) {\n  deleteTask(id: $id) {\n    task {\n      ...TaskFields\n    }\n  }\n}": typeof types.DeleteTaskDocument,
    "mutation CreateTenant($input: CreateTenantInput!) {\n  createTenant(input: $input) {\n    tenant {\n      id\n      name\n      createdAt\n    }\n  }\n}\n\nmutation CreateApiKey($input: CreateApiKeyInput!) {\n  createApiKey(input: $input) {\n    apiKey {\n      id\n      tenant\n      scopes\n      label\n      createdAt\n      expiresAt\n      revokedAt\n    }\n    credential\n  }\n}\n\nmutation RevokeApiKey($id: ID!) {\n  revokeApiKey(id: $id) {\n    apiKey {\n      id\n      revokedAt\n    }\n  }\n}\n\nmutation ResumeTenant($id: ID!) {\n  resumeTenant(id: $id) {\n    tenant {\n      id\n      name\n    }\n  }\n}": typeof types.CreateTenantDocument,
    "query Models($operation: GenerationOperation) {\n  models(operation: $operation) {\n    operation\n    model\n    member\n    ratios {\n      name\n      value\n    }\n    durations {\n      min\n      max\n      values\n      auto\n      required\n    }\n    promptText {\n      min\n      max\n      required\n    }\n    audio\n    references {\n      images\n      videos\n      audio\n    }\n    seed\n    price {\n      unit\n      creditsMin\n      creditsMax\n      minimum\n    }\n  }\n}": typeof types.ModelsDocument,
    "mutation RunWorkflow($input: RunWorkflowInput!) {\n  runWorkflow(input: $input) {\n    task {\n      ...TaskFields\n    }\n    replayed\n  }\n}": typeof types.RunWorkflowDocument,
    "query UnconfirmedTasks($about: OpenQuestion! = SUBMISSION, $first: Int! = 20, $after: Cursor) {\n  unconfirmedTasks(about: $about, first: $first, after: $after) {\n    nodes {\n      task {\n        ...TaskFields\n      }\n      tenant\n      sentAt\n      detail\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    organizationUsage {\n      day\n      model\n      credits\n    }\n  }\n}\n\nmutation ResolveTask($id: ID!, $input: ResolveTaskInput!) {\n  resolveTask(id: $id, input: $input) {\n    task {\n      ...TaskFields\n    }\n  }\n}\n\nmutation ResubmitTask($id: ID!, $idempotencyKey: String) {\n  resubmitTask(id: $id, idempotencyKey: $idempotencyKey) {\n    task {\n      ...TaskFields\n    }\n    estimate {\n      credits\n      source\n    }\n    replayed\n  }\n}\n\nmutation AdjustCost($id: ID!, $credits: Float!) {\n  adjustCost(id: $id, credits: $credits) {\n    task {\n      ...TaskFields\n    }\n  }\n}": typeof types.UnconfirmedTasksDocument,
    "fragment TaskFields on Task {\n  id\n  operation\n  model\n  label\n  status\n  progress\n  waitingFor {\n    reason\n    until\n  }\n  createdAt\n  settledAt\n  cancelRequestedAt\n  estimate {\n    credits\n    source\n  }\n  cost\n  input\n  output {\n    url\n    mimeType\n    expiresAt\n    nodeId\n  }\n  failure {\n    code\n    message\n    retryable\n  }\n  runwayTaskId\n}": typeof types.TaskFieldsFragmentDoc,
    "subscription TaskUpdated($id: ID!, $after: Cursor) {\n  taskUpdated(id: $id, after: $after) {\n    cursor\n    task {\n      ...TaskFields\n    }\n  }\n}": typeof types.TaskUpdatedDocument,
    "query Task($id: ID, $idempotencyKey: String) {\n  task(id: $id, idempotencyKey: $idempotencyKey) {\n    ...TaskFields\n  }\n}": typeof types.TaskDocument,
    "subscription TasksUpdated($after: Cursor) {\n  tasksUpdated(after: $after) {\n    cursor\n    task {\n      ...TaskFields\n    }\n  }\n}": typeof types.TasksUpdatedDocument,
    "query Tasks($filter: TaskFilterInput, $first: Int! = 20, $after: Cursor) {\n  tasks(filter: $filter, first: $first, after: $after) {\n    nodes {\n      ...TaskFields\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": typeof types.TasksDocument,
    "query Viewer {\n  viewer {\n    tenant\n    subject\n    scopes\n    expiresAt\n  }\n}": typeof types.ViewerDocument,
};
const documents: Documents = {
    "fragment BudgetFields on Budget {\n  scope\n  period\n  limit\n  reserved\n  spent\n  remaining\n  resetsAt\n}\n\nquery ViewerBudget {\n  viewer {\n    budget {\n      ...BudgetFields\n    }\n  }\n}\n\nmutation SetBudget($input: SetBudgetInput!) {\n  setBudget(input: $input) {\n    budget {\n      ...BudgetFields\n    }\n  }\n}\n\nmutation EstimateTextToVideo($input: CreateTextToVideoInput!) {\n  createTextToVideo(input: $input, dryRun: true) {\n    estimate {\n      credits\n      source\n      remaining\n      wouldWait\n    }\n  }\n}": types.BudgetFieldsFragmentDoc,
    "mutation CancelTask($id: ID!) {\n  cancelTask(id: $id) {\n    task {\n      ...TaskFields\n    }\n  }\n}": types.CancelTaskDocument,
    "mutation CreateImageToVideo($input: CreateImageToVideoInput!, $idempotencyKey: String, $label: String) {\n  createImageToVideo(\n    input: $input\n    idempotencyKey: $idempotencyKey\n    label: $label\n  ) {\n    task {\n      ...TaskFields\n    }\n    estimate {\n      credits\n      source\n    }\n    replayed\n  }\n}": types.CreateImageToVideoDocument,
    "mutation CreateTextToImage($input: CreateTextToImageInput!, $label: String) {\n  createTextToImage(input: $input, label: $label) {\n    task {\n      ...TaskFields\n    }\n    estimate {\n      credits\n      source\n    }\n    replayed\n  }\n}": types.CreateTextToImageDocument,
    "mutation CreateTextToVideo($input: CreateTextToVideoInput!, $idempotencyKey: String, $label: String, $dryRun: Boolean! = false) {\n  createTextToVideo(\n    input: $input\n    idempotencyKey: $idempotencyKey\n    label: $label\n    dryRun: $dryRun\n  ) {\n    task {\n      ...TaskFields\n    }\n    estimate {\n      credits\n      source\n    }\n    replayed\n  }\n}": types.CreateTextToVideoDocument,
    "mutation CreateUpload($input: CreateUploadInput!) {\n  createUpload(input: $input) {\n    uploadUrl\n    fields {\n      name\n      value\n    }\n    runwayUri\n    expiresAt\n  }\n}": types.CreateUploadDocument,
    "mutation DeleteTask($id: ID!) {\n  deleteTask(id: $id) {\n    task {\n      ...TaskFields\n    }\n  }\n}": types.DeleteTaskDocument,
    "mutation CreateTenant($input: CreateTenantInput!) {\n  createTenant(input: $input) {\n    tenant {\n      id\n      name\n      createdAt\n    }\n  }\n}\n\nmutation CreateApiKey($input: CreateApiKeyInput!) {\n  createApiKey(input: $input) {\n    apiKey {\n      id\n      tenant\n      scopes\n      label\n      createdAt\n      expiresAt\n      revokedAt\n    }\n    credential\n  }\n}\n\nmutation RevokeApiKey($id: ID!) {\n  revokeApiKey(id: $id) {\n    apiKey {\n      id\n      revokedAt\n    }\n  }\n}\n\nmutation ResumeTenant($id: ID!) {\n  resumeTenant(id: $id) {\n    tenant {\n      id\n      name\n    }\n  }\n}": types.CreateTenantDocument,
    "query Models($operation: GenerationOperation) {\n  models(operation: $operation) {\n    operation\n    model\n    member\n    ratios {\n      name\n      value\n    }\n    durations {\n      min\n      max\n      values\n      auto\n      required\n    }\n    promptText {\n      min\n      max\n      required\n    }\n    audio\n    references {\n      images\n      videos\n      audio\n    }\n    seed\n    price {\n      unit\n      creditsMin\n      creditsMax\n      minimum\n    }\n  }\n}": types.ModelsDocument,
    "mutation RunWorkflow($input: RunWorkflowInput!) {\n  runWorkflow(input: $input) {\n    task {\n      ...TaskFields\n    }\n    replayed\n  }\n}": types.RunWorkflowDocument,
    "query UnconfirmedTasks($about: OpenQuestion! = SUBMISSION, $first: Int! = 20, $after: Cursor) {\n  unconfirmedTasks(about: $about, first: $first, after: $after) {\n    nodes {\n      task {\n        ...TaskFields\n      }\n      tenant\n      sentAt\n      detail\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    organizationUsage {\n      day\n      model\n      credits\n    }\n  }\n}\n\nmutation ResolveTask($id: ID!, $input: ResolveTaskInput!) {\n  resolveTask(id: $id, input: $input) {\n    task {\n      ...TaskFields\n    }\n  }\n}\n\nmutation ResubmitTask($id: ID!, $idempotencyKey: String) {\n  resubmitTask(id: $id, idempotencyKey: $idempotencyKey) {\n    task {\n      ...TaskFields\n    }\n    estimate {\n      credits\n      source\n    }\n    replayed\n  }\n}\n\nmutation AdjustCost($id: ID!, $credits: Float!) {\n  adjustCost(id: $id, credits: $credits) {\n    task {\n      ...TaskFields\n    }\n  }\n}": types.UnconfirmedTasksDocument,
    "fragment TaskFields on Task {\n  id\n  operation\n  model\n  label\n  status\n  progress\n  waitingFor {\n    reason\n    until\n  }\n  createdAt\n  settledAt\n  cancelRequestedAt\n  estimate {\n    credits\n    source\n  }\n  cost\n  input\n  output {\n    url\n    mimeType\n    expiresAt\n    nodeId\n  }\n  failure {\n    code\n    message\n    retryable\n  }\n  runwayTaskId\n}": types.TaskFieldsFragmentDoc,
    "subscription TaskUpdated($id: ID!, $after: Cursor) {\n  taskUpdated(id: $id, after: $after) {\n    cursor\n    task {\n      ...TaskFields\n    }\n  }\n}": types.TaskUpdatedDocument,
    "query Task($id: ID, $idempotencyKey: String) {\n  task(id: $id, idempotencyKey: $idempotencyKey) {\n    ...TaskFields\n  }\n}": types.TaskDocument,
    "subscription TasksUpdated($after: Cursor) {\n  tasksUpdated(after: $after) {\n    cursor\n    task {\n      ...TaskFields\n    }\n  }\n}": types.TasksUpdatedDocument,
    "query Tasks($filter: TaskFilterInput, $first: Int! = 20, $after: Cursor) {\n  tasks(filter: $filter, first: $first, after: $after) {\n    nodes {\n      ...TaskFields\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": types.TasksDocument,
    "query Viewer {\n  viewer {\n    tenant\n    subject\n    scopes\n    expiresAt\n  }\n}": types.ViewerDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment BudgetFields on Budget {\n  scope\n  period\n  limit\n  reserved\n  spent\n  remaining\n  resetsAt\n}\n\nquery ViewerBudget {\n  viewer {\n    budget {\n      ...BudgetFields\n    }\n  }\n}\n\nmutation SetBudget($input: SetBudgetInput!) {\n  setBudget(input: $input) {\n    budget {\n      ...BudgetFields\n    }\n  }\n}\n\nmutation EstimateTextToVideo($input: CreateTextToVideoInput!) {\n  createTextToVideo(input: $input, dryRun: true) {\n    estimate {\n      credits\n      source\n      remaining\n      wouldWait\n    }\n  }\n}"): (typeof documents)["fragment BudgetFields on Budget {\n  scope\n  period\n  limit\n  reserved\n  spent\n  remaining\n  resetsAt\n}\n\nquery ViewerBudget {\n  viewer {\n    budget {\n      ...BudgetFields\n    }\n  }\n}\n\nmutation SetBudget($input: SetBudgetInput!) {\n  setBudget(input: $input) {\n    budget {\n      ...BudgetFields\n    }\n  }\n}\n\nmutation EstimateTextToVideo($input: CreateTextToVideoInput!) {\n  createTextToVideo(input: $input, dryRun: true) {\n    estimate {\n      credits\n      source\n      remaining\n      wouldWait\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CancelTask($id: ID!) {\n  cancelTask(id: $id) {\n    task {\n      ...TaskFields\n    }\n  }\n}"): (typeof documents)["mutation CancelTask($id: ID!) {\n  cancelTask(id: $id) {\n    task {\n      ...TaskFields\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateImageToVideo($input: CreateImageToVideoInput!, $idempotencyKey: String, $label: String) {\n  createImageToVideo(\n    input: $input\n    idempotencyKey: $idempotencyKey\n    label: $label\n  ) {\n    task {\n      ...TaskFields\n    }\n    estimate {\n      credits\n      source\n    }\n    replayed\n  }\n}"): (typeof documents)["mutation CreateImageToVideo($input: CreateImageToVideoInput!, $idempotencyKey: String, $label: String) {\n  createImageToVideo(\n    input: $input\n    idempotencyKey: $idempotencyKey\n    label: $label\n  ) {\n    task {\n      ...TaskFields\n    }\n    estimate {\n      credits\n      source\n    }\n    replayed\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateTextToImage($input: CreateTextToImageInput!, $label: String) {\n  createTextToImage(input: $input, label: $label) {\n    task {\n      ...TaskFields\n    }\n    estimate {\n      credits\n      source\n    }\n    replayed\n  }\n}"): (typeof documents)["mutation CreateTextToImage($input: CreateTextToImageInput!, $label: String) {\n  createTextToImage(input: $input, label: $label) {\n    task {\n      ...TaskFields\n    }\n    estimate {\n      credits\n      source\n    }\n    replayed\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateTextToVideo($input: CreateTextToVideoInput!, $idempotencyKey: String, $label: String, $dryRun: Boolean! = false) {\n  createTextToVideo(\n    input: $input\n    idempotencyKey: $idempotencyKey\n    label: $label\n    dryRun: $dryRun\n  ) {\n    task {\n      ...TaskFields\n    }\n    estimate {\n      credits\n      source\n    }\n    replayed\n  }\n}"): (typeof documents)["mutation CreateTextToVideo($input: CreateTextToVideoInput!, $idempotencyKey: String, $label: String, $dryRun: Boolean! = false) {\n  createTextToVideo(\n    input: $input\n    idempotencyKey: $idempotencyKey\n    label: $label\n    dryRun: $dryRun\n  ) {\n    task {\n      ...TaskFields\n    }\n    estimate {\n      credits\n      source\n    }\n    replayed\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateUpload($input: CreateUploadInput!) {\n  createUpload(input: $input) {\n    uploadUrl\n    fields {\n      name\n      value\n    }\n    runwayUri\n    expiresAt\n  }\n}"): (typeof documents)["mutation CreateUpload($input: CreateUploadInput!) {\n  createUpload(input: $input) {\n    uploadUrl\n    fields {\n      name\n      value\n    }\n    runwayUri\n    expiresAt\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeleteTask($id: ID!) {\n  deleteTask(id: $id) {\n    task {\n      ...TaskFields\n    }\n  }\n}"): (typeof documents)["mutation DeleteTask($id: ID!) {\n  deleteTask(id: $id) {\n    task {\n      ...TaskFields\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateTenant($input: CreateTenantInput!) {\n  createTenant(input: $input) {\n    tenant {\n      id\n      name\n      createdAt\n    }\n  }\n}\n\nmutation CreateApiKey($input: CreateApiKeyInput!) {\n  createApiKey(input: $input) {\n    apiKey {\n      id\n      tenant\n      scopes\n      label\n      createdAt\n      expiresAt\n      revokedAt\n    }\n    credential\n  }\n}\n\nmutation RevokeApiKey($id: ID!) {\n  revokeApiKey(id: $id) {\n    apiKey {\n      id\n      revokedAt\n    }\n  }\n}\n\nmutation ResumeTenant($id: ID!) {\n  resumeTenant(id: $id) {\n    tenant {\n      id\n      name\n    }\n  }\n}"): (typeof documents)["mutation CreateTenant($input: CreateTenantInput!) {\n  createTenant(input: $input) {\n    tenant {\n      id\n      name\n      createdAt\n    }\n  }\n}\n\nmutation CreateApiKey($input: CreateApiKeyInput!) {\n  createApiKey(input: $input) {\n    apiKey {\n      id\n      tenant\n      scopes\n      label\n      createdAt\n      expiresAt\n      revokedAt\n    }\n    credential\n  }\n}\n\nmutation RevokeApiKey($id: ID!) {\n  revokeApiKey(id: $id) {\n    apiKey {\n      id\n      revokedAt\n    }\n  }\n}\n\nmutation ResumeTenant($id: ID!) {\n  resumeTenant(id: $id) {\n    tenant {\n      id\n      name\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Models($operation: GenerationOperation) {\n  models(operation: $operation) {\n    operation\n    model\n    member\n    ratios {\n      name\n      value\n    }\n    durations {\n      min\n      max\n      values\n      auto\n      required\n    }\n    promptText {\n      min\n      max\n      required\n    }\n    audio\n    references {\n      images\n      videos\n      audio\n    }\n    seed\n    price {\n      unit\n      creditsMin\n      creditsMax\n      minimum\n    }\n  }\n}"): (typeof documents)["query Models($operation: GenerationOperation) {\n  models(operation: $operation) {\n    operation\n    model\n    member\n    ratios {\n      name\n      value\n    }\n    durations {\n      min\n      max\n      values\n      auto\n      required\n    }\n    promptText {\n      min\n      max\n      required\n    }\n    audio\n    references {\n      images\n      videos\n      audio\n    }\n    seed\n    price {\n      unit\n      creditsMin\n      creditsMax\n      minimum\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RunWorkflow($input: RunWorkflowInput!) {\n  runWorkflow(input: $input) {\n    task {\n      ...TaskFields\n    }\n    replayed\n  }\n}"): (typeof documents)["mutation RunWorkflow($input: RunWorkflowInput!) {\n  runWorkflow(input: $input) {\n    task {\n      ...TaskFields\n    }\n    replayed\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query UnconfirmedTasks($about: OpenQuestion! = SUBMISSION, $first: Int! = 20, $after: Cursor) {\n  unconfirmedTasks(about: $about, first: $first, after: $after) {\n    nodes {\n      task {\n        ...TaskFields\n      }\n      tenant\n      sentAt\n      detail\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    organizationUsage {\n      day\n      model\n      credits\n    }\n  }\n}\n\nmutation ResolveTask($id: ID!, $input: ResolveTaskInput!) {\n  resolveTask(id: $id, input: $input) {\n    task {\n      ...TaskFields\n    }\n  }\n}\n\nmutation ResubmitTask($id: ID!, $idempotencyKey: String) {\n  resubmitTask(id: $id, idempotencyKey: $idempotencyKey) {\n    task {\n      ...TaskFields\n    }\n    estimate {\n      credits\n      source\n    }\n    replayed\n  }\n}\n\nmutation AdjustCost($id: ID!, $credits: Float!) {\n  adjustCost(id: $id, credits: $credits) {\n    task {\n      ...TaskFields\n    }\n  }\n}"): (typeof documents)["query UnconfirmedTasks($about: OpenQuestion! = SUBMISSION, $first: Int! = 20, $after: Cursor) {\n  unconfirmedTasks(about: $about, first: $first, after: $after) {\n    nodes {\n      task {\n        ...TaskFields\n      }\n      tenant\n      sentAt\n      detail\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    organizationUsage {\n      day\n      model\n      credits\n    }\n  }\n}\n\nmutation ResolveTask($id: ID!, $input: ResolveTaskInput!) {\n  resolveTask(id: $id, input: $input) {\n    task {\n      ...TaskFields\n    }\n  }\n}\n\nmutation ResubmitTask($id: ID!, $idempotencyKey: String) {\n  resubmitTask(id: $id, idempotencyKey: $idempotencyKey) {\n    task {\n      ...TaskFields\n    }\n    estimate {\n      credits\n      source\n    }\n    replayed\n  }\n}\n\nmutation AdjustCost($id: ID!, $credits: Float!) {\n  adjustCost(id: $id, credits: $credits) {\n    task {\n      ...TaskFields\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment TaskFields on Task {\n  id\n  operation\n  model\n  label\n  status\n  progress\n  waitingFor {\n    reason\n    until\n  }\n  createdAt\n  settledAt\n  cancelRequestedAt\n  estimate {\n    credits\n    source\n  }\n  cost\n  input\n  output {\n    url\n    mimeType\n    expiresAt\n    nodeId\n  }\n  failure {\n    code\n    message\n    retryable\n  }\n  runwayTaskId\n}"): (typeof documents)["fragment TaskFields on Task {\n  id\n  operation\n  model\n  label\n  status\n  progress\n  waitingFor {\n    reason\n    until\n  }\n  createdAt\n  settledAt\n  cancelRequestedAt\n  estimate {\n    credits\n    source\n  }\n  cost\n  input\n  output {\n    url\n    mimeType\n    expiresAt\n    nodeId\n  }\n  failure {\n    code\n    message\n    retryable\n  }\n  runwayTaskId\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription TaskUpdated($id: ID!, $after: Cursor) {\n  taskUpdated(id: $id, after: $after) {\n    cursor\n    task {\n      ...TaskFields\n    }\n  }\n}"): (typeof documents)["subscription TaskUpdated($id: ID!, $after: Cursor) {\n  taskUpdated(id: $id, after: $after) {\n    cursor\n    task {\n      ...TaskFields\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Task($id: ID, $idempotencyKey: String) {\n  task(id: $id, idempotencyKey: $idempotencyKey) {\n    ...TaskFields\n  }\n}"): (typeof documents)["query Task($id: ID, $idempotencyKey: String) {\n  task(id: $id, idempotencyKey: $idempotencyKey) {\n    ...TaskFields\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription TasksUpdated($after: Cursor) {\n  tasksUpdated(after: $after) {\n    cursor\n    task {\n      ...TaskFields\n    }\n  }\n}"): (typeof documents)["subscription TasksUpdated($after: Cursor) {\n  tasksUpdated(after: $after) {\n    cursor\n    task {\n      ...TaskFields\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Tasks($filter: TaskFilterInput, $first: Int! = 20, $after: Cursor) {\n  tasks(filter: $filter, first: $first, after: $after) {\n    nodes {\n      ...TaskFields\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"): (typeof documents)["query Tasks($filter: TaskFilterInput, $first: Int! = 20, $after: Cursor) {\n  tasks(filter: $filter, first: $first, after: $after) {\n    nodes {\n      ...TaskFields\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Viewer {\n  viewer {\n    tenant\n    subject\n    scopes\n    expiresAt\n  }\n}"): (typeof documents)["query Viewer {\n  viewer {\n    tenant\n    subject\n    scopes\n    expiresAt\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;