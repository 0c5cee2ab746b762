import 'server-only'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isDemonstration } from '@/lib/config/demonstration'
import { env, tier } from '@/lib/config/env'
import { exchangeKey } from './exchange-key'
import { AUDIT_PRIVATE, INDEX_PRIVATE, PRIVATE_KEY_FILE, PUBLIC_KEY_FILES, SALT_FILE } from './key-files'
import { intakePairs } from './key-ring'
import { recoveryKeysIn, refusePrivateKeys } from './refuse-private-keys'

/**
 * For the start of a server: throws in words when KEY_DIR lacks a file that this tier needs, so that nobody finds out by a report
 * that cannot be taken or opened; when it holds a private key in a public tier; and when it holds the recovery key's in a
 * staff tier. A server for both tiers starts with it: see `isRecoveryKeyOnline`.
 */
export function expectKeys(): void {
  const { KEY_DIR } = env()
  const needed = [
    ...PUBLIC_KEY_FILES,
    SALT_FILE,
    ...(tier() === 'public' ? [] : [...privateFiles(), INDEX_PRIVATE]),
  ]
  const missing = needed.filter((file) => !existsSync(join(KEY_DIR, file)))
  if (missing.length > 0)
    throw new Error(`KEY_DIR lacks ${missing.join(', ')}. docs/operations.md says how keys are made.`)
  if (tier() === 'public') refusePrivateKeys(KEY_DIR)
  else exchangeKey(KEY_DIR)
  if (tier() !== 'staff') return
  const found = recoveryKeysIn(KEY_DIR)
  if (found.length > 0)
    throw new Error(
      `KEY_DIR of a staff tier holds the recovery key's private half (${found.join(', ')}). Move it to a place that is not online.`,
    )
}

/** An intake pair of any epoch will do. Checkpoints are signed where there is a place to keep them. */
function privateFiles(): readonly string[] {
  const { KEY_DIR, AUDIT_CHECKPOINTS, AUDIT_CHECKPOINTS_TO } = env()
  const intake = intakePairs(KEY_DIR).length > 0 ? [] : [PRIVATE_KEY_FILE]
  const signs = AUDIT_CHECKPOINTS !== undefined || AUDIT_CHECKPOINTS_TO !== undefined
  return signs ? [...intake, AUDIT_PRIVATE] : intake
}

/**
 * Whether a process for both tiers has the recovery key's private half within reach and is no demonstration, which holds
 * all there is. After `expectKeys`.
 */
export function isRecoveryKeyOnline(): boolean {
  return tier() === 'all' && !isDemonstration() && recoveryKeysIn(env().KEY_DIR).length > 0
}
