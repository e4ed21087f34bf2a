/** What data keys are for: `seal` may be replaced by a newer one, `fingerprint` stays. */
export const DATA_KEY_PURPOSES = ['seal', 'fingerprint'] as const;

export type DataKeyPurpose = (typeof DATA_KEY_PURPOSES)[number];
