/**
 * The rules of this project that no package has. `test/unit/habits/lint.test.ts` shows each fail.
 */

const { unplainWord } = require('./plain-words.cjs');

/** Position of the type thunk in a call of each type-graphql decorator. */
const THUNK_AT = new Map([
  ['Field', 0],
  ['FieldResolver', 0],
  ['Query', 0],
  ['Mutation', 0],
  ['Subscription', 0],
  ['Args', 0],
  ['Arg', 1],
]);

/**
 * Compilers emit different decorator metadata, so a type that is only inferred changes with them.
 */
const explicitGraphqlType = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      missing:
        'Write the type: @{{name}}({{before}}() => Type). Inferred types differ between compilers.',
    },
  },
  create(context) {
    const decorators = new Map();
    return {
      ImportDeclaration(node) {
        if (node.source.value !== 'type-graphql') return;
        for (const specifier of node.specifiers) {
          const name = specifier.imported?.name;
          if (THUNK_AT.has(name)) decorators.set(specifier.local.name, name);
        }
      },
      CallExpression(node) {
        const name = decorators.get(node.callee.name);
        if (name === undefined) return;
        const thunk = node.arguments[THUNK_AT.get(name)];
        if (thunk !== undefined && !['ObjectExpression', 'Literal'].includes(thunk.type)) return;
        const before = THUNK_AT.get(name) === 1 ? "'name', " : '';
        context.report({ node, messageId: 'missing', data: { name, before } });
      },
    };
  },
};

/** `this.#db`, `this.pool` … : the handle that an adapter keeps for its own queries. */
const OUTER_HANDLE = /^this\.#?(db|database|kysely|pool|client|sql)$/;

/**
 * A query on the outer handle inside a transaction takes a second connection: on PGlite, which has
 * one, it hangs, and on Postgres it runs outside the transaction without a word.
 */
const noOuterHandleInTransaction = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      outer:
        '{{handle}} is outside this transaction. Use the transaction that the callback is given.',
    },
  },
  create(context) {
    const source = context.sourceCode;
    /** Source text of the handle on which `.transaction()` was called, for each open callback. */
    const callbacks = [];

    /**
     * For `X.transaction()….execute(callback)`: the text of X; for `this.#inTransaction(callback)`:
     * ''.
     */
    const handleOf = (call) => {
      const { callee } = call;
      const name = callee.type === 'MemberExpression' ? callee.property.name : callee.name;
      if (name !== 'execute') return /transaction/i.test(name ?? '') ? '' : undefined;
      for (let at = callee.object; at?.type === 'CallExpression'; at = at.callee.object) {
        if (at.callee.property?.name === 'transaction') return source.getText(at.callee.object);
      }
      return undefined;
    };
    const enter = (node) => {
      if (node.parent.type !== 'CallExpression' || !node.parent.arguments.includes(node)) return;
      const handle = handleOf(node.parent);
      if (handle !== undefined) callbacks.push({ node, handle });
    };
    const leave = (node) => {
      if (callbacks.at(-1)?.node === node) callbacks.pop();
    };
    const check = (node) => {
      const handle = source.getText(node);
      const isOuter = callbacks.some((each) => each.handle === handle);
      if (!isOuter && !(callbacks.length > 0 && OUTER_HANDLE.test(handle))) return;
      context.report({ node, messageId: 'outer', data: { handle } });
    };
    return {
      ArrowFunctionExpression: enter,
      FunctionExpression: enter,
      'ArrowFunctionExpression:exit': leave,
      'FunctionExpression:exit': leave,
      MemberExpression: check,
      'MemberExpression > Identifier.object': check,
    };
  },
};

/** A disabled rule without a reason cannot be judged by its next reader. */
const disableNeedsReason = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { reason: 'Say why, after the rule: `eslint-disable-next-line rule -- reason`.' },
  },
  create(context) {
    return {
      Program() {
        for (const { type, node, justification } of context.sourceCode.getDisableDirectives()
          .directives) {
          if (type === 'enable' || justification.trim() !== '') continue;
          context.report({ loc: node.loc, messageId: 'reason' });
        }
      },
    };
  },
};

/** The module of AsyncLocalStorage and its kin. */
const HIDDEN_CONTEXT_MODULE = /^(?:node:)?async_hooks$/;

/** A setting of our own in a session or a transaction, which statements read without being given it. */
const HIDDEN_CONTEXT_IN_SQL =
  /\bset\s+(?:(?:local|session)\s+)?\w+\.\w+\s*(?:=|\bto\b)|\b(?:set_config|current_setting)\s*\(\s*'\w+\./i;

/** What a request leaves beside its arguments, a job in the background may take for its own. */
const noHiddenContext = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      hidden: 'Pass the tenant as an argument: work in the background would carry another one.',
    },
  },
  create(context) {
    const ofModule = (node) => {
      const name = node.source?.value;
      if (typeof name === 'string' && HIDDEN_CONTEXT_MODULE.test(name)) {
        context.report({ node, messageId: 'hidden' });
      }
    };
    const ofText = (node, text) => {
      if (HIDDEN_CONTEXT_IN_SQL.test(text)) context.report({ node, messageId: 'hidden' });
    };
    return {
      ImportDeclaration: ofModule,
      ImportExpression: ofModule,
      ExportNamedDeclaration: ofModule,
      ExportAllDeclaration: ofModule,
      Literal(node) {
        if (typeof node.value === 'string') ofText(node, node.value);
      },
      TemplateElement(node) {
        ofText(node, node.value.cooked ?? '');
      },
    };
  },
};

/** Comments, descriptions, messages and titles say who acts and what is meant. */
const plainWords = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      unplain: 'Say it with a noun instead of "{{word}}": see test/config/plain-words.cjs.',
    },
  },
  create(context) {
    const check = (loc, text) => {
      const word = unplainWord(text);
      if (word !== undefined) context.report({ loc, messageId: 'unplain', data: { word } });
    };
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments())
          check(comment.loc, comment.value);
      },
      Literal(node) {
        if (typeof node.value === 'string') check(node.loc, node.value);
      },
      TemplateElement(node) {
        check(node.loc, node.value.cooked ?? '');
      },
    };
  },
};

module.exports = {
  rules: {
    'plain-words': plainWords,
    'explicit-graphql-type': explicitGraphqlType,
    'no-outer-handle-in-transaction': noOuterHandleInTransaction,
    'disable-needs-reason': disableNeedsReason,
    'no-hidden-context': noHiddenContext,
  },
};
