import { file, optionalText } from '../setting-types.js';

export const encryptionSettings = {
  encryption: {
    keyFile: file('ENCRYPTION_KEY_FILE', {
      whenEmpty: 'DATA_DIR/encryption.key, which the gateway makes',
      inProduction: 'required, or ENCRYPTION_KEY.',
      text: 'File with the keys that encrypt what is stored, one a line: each 32 bytes in Base64 or hex, such as the output of `openssl rand -base64 32`. The first key encrypts, all of them decrypt. Use the same keys on every node. What a lost key has encrypted cannot be read.',
    }),
    keys: optionalText('ENCRYPTION_KEY', {
      type: 'one key or more, comma-separated',
      isSecret: true,
      text: 'The keys themselves, in place of ENCRYPTION_KEY_FILE.',
    }),
  },
};
