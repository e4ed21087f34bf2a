import { apiKeyChecksum } from '../../../src/domain/tenant/api-key.js';
import type { Severity } from '../finding.js';

/** Something that looks like a secret. */
export interface FoundSecret {
  readonly name: string;
  /** Its beginning: the report must not hold it. */
  readonly shown: string;
  readonly severity: Severity;
}

interface Pattern {
  readonly name: string;
  readonly form: RegExp;
  readonly severity: Severity;
  /** Of a match, whether it can be one. */
  readonly isReal?: (text: string) => boolean;
}

const PATTERNS: readonly Pattern[] = [
  {
    name: 'a key that a gateway has issued',
    form: /\brgk_[a-z0-9]{12}_[A-Za-z0-9]{38}\b/g,
    severity: 'critical',
    isReal: (text) => text.endsWith(apiKeyChecksum(text.slice(0, -6))),
  },
  { name: 'a Runway secret', form: /\bkey_[0-9a-f]{64,128}\b/g, severity: 'critical' },
  {
    name: 'a private key',
    form: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s+[A-Za-z0-9+/=\s]{64,}/g,
    severity: 'critical',
  },
  {
    name: 'a private JWK',
    form: /"d"\s*:\s*"[A-Za-z0-9_-]{40,}"/g,
    severity: 'critical',
  },
  {
    name: 'a signed token',
    form: /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,}/g,
    severity: 'high',
  },
  { name: 'an AWS key', form: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g, severity: 'critical' },
  { name: 'a GitHub token', form: /\bgh[pousr]_[A-Za-z0-9]{36,}\b/g, severity: 'critical' },
  { name: 'an npm token', form: /\bnpm_[A-Za-z0-9]{36}\b/g, severity: 'critical' },
  {
    name: 'a password in an address',
    form: /\b(?:postgres(?:ql)?|rediss?):\/\/[^\s:/@'"`$]+:[^\s/@'"`${}]{8,}@[\w.-]+/g,
    severity: 'high',
    isReal: (text) => entropyOf(text.replace(/^.*:\/\/[^:]*:|@.*$/g, '')) >= 3,
  },
  {
    name: 'a random text given to a secret name',
    form: /(?:secret|password|passwd|api_?key|access_?token)["']?\s*[:=]\s*["'][A-Za-z0-9+/_=-]{24,}["']/gi,
    severity: 'medium',
    isReal: (text) => entropyOf(valueIn(text)) >= 4.2,
  },
];

/** Texts that only look like secrets, and why they are there. */
const ALLOWED: readonly { readonly text: RegExp; readonly reason: string }[] = [
  {
    text: /AKIAIOSFODNN7EXAMPLE|ASIAIOSFODNN7EXAMPLE/,
    reason: "AWS's own example.",
  },
  {
    text: /Abcdefghijklmnopqrstuvwx|ABCDEFGHIJKLMNOP|0123456789|abcdefghij/i,
    reason: 'A row of letters or digits: the constant of a test.',
  },
];

/** What looks like a secret in a text; `path` is empty for a message. */
export function findSecrets(text: string, path: string): readonly FoundSecret[] {
  if (path === 'package-lock.json') return [];
  return PATTERNS.flatMap(({ name, form, severity, isReal = () => true }) =>
    [...text.matchAll(form)]
      .map(([match]) => match)
      .filter((match) => isReal(match) && !ALLOWED.some((allowed) => allowed.text.test(match)))
      .map((match) => ({
        name,
        severity,
        shown: `${match.slice(0, 14).replaceAll(/\s+/g, ' ')}…`,
      })),
  );
}

/** What stands between the last quotes. */
function valueIn(text: string): string {
  return /["']([^"']*)["']$/.exec(text)?.[1] ?? '';
}

/** Shannon's, in bits a character. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => {
    const share = count / text.length;
    return sum - share * Math.log2(share);
  }, 0);
}
