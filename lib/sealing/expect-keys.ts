import 'server-only'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { env, tier } from '@/lib/config/env'
import { PRIVATE_KEY_FILE, PUBLIC_KEY_FILES, SALT_FILE } from './key-files'
import { refusePrivateKeys } from './refuse-private-keys'

/**
 * For the start of a server: throws in words when KEY_DIR lacks a file that this tier needs, or holds a private key in a
 * public tier, so that nobody finds out by a report that cannot be taken or opened.
 */
export function expectKeys(): void {
  const { KEY_DIR } = env()
  const needed = [...PUBLIC_KEY_FILES, SALT_FILE, ...(tier() === 'public' ? [] : [PRIVATE_KEY_FILE])]
  const missing = needed.filter((file) => !existsSync(join(KEY_DIR, file)))
  if (missing.length > 0)
    throw new Error(`KEY_DIR lacks ${missing.join(', ')}. docs/operations.md says how keys are made.`)
  if (tier() === 'public') refusePrivateKeys(KEY_DIR)
}
