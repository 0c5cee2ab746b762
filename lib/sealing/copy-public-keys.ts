import 'server-only'
import { copyFile, mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { PUBLIC_KEY_FILES, SALT_FILE } from './key-files'
import { refusePrivateKeys } from './refuse-private-keys'

/**
 * Copies what a public tier needs from a key folder into another: both public halves and the salt of return codes. Throws
 * when a file is missing, and when the other folder holds a private key already.
 */
export async function copyPublicKeys(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  refusePrivateKeys(to)
  for (const file of [...PUBLIC_KEY_FILES, SALT_FILE]) {
    // Whole or not at all: a tier that serves from that folder reads it for each report.
    await copyFile(join(from, file), join(to, `${file}.new`))
    await rename(join(to, `${file}.new`), join(to, file))
  }
}
