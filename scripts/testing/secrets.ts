/** Settings for tests only: nothing of a deployment is protected by these. */
export const testSecrets = {
  AUTH_SECRET: 'for-tests-only-'.padEnd(48, 'a'),
  RETURN_CODE_PEPPER: 'for-tests-only-'.padEnd(48, 'b'),
  LOG_LEVEL: 'error',
} as const
