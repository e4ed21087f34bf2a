import { file, integer } from '../setting-types.js';

export const auditSettings = {
  audit: {
    keyFile: file('AUDIT_KEY_FILE', {
      whenEmpty: 'DATA_DIR/audit.key, which the gateway makes',
      requiredInProduction: 'a file with 32 or more random characters, the same on every node.',
      text: 'The keys of the audit log, one a line: 32 or more random characters, such as the output of `openssl rand -hex 32`. The first seals, and all verify. Keep a key for as long as its records. Use the same file on every node.',
    }),
    anchorFile: file('AUDIT_ANCHOR_FILE', {
      whenEmpty: 'the head goes to the log only',
      text: 'File to which the gateway adds the head of the sealed chain each minute, as one JSON line. Keep it where writers of the database have no access: `npm run audit:verify -- --anchor FILE` compares it.',
    }),
    retentionDays: integer('AUDIT_RETENTION_DAYS', {
      default: 400,
      min: 1,
      max: 36_500,
      unit: 'days',
      text: 'Age at which audit records are deleted. The chain then begins at the next record.',
    }),
  },
};
