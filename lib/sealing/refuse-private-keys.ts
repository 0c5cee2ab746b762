import 'server-only'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Throws in words when a file of a folder holds a private key, whatever the file is called: a public tier must not be able
 * to open what it has taken. Throws as well when the folder cannot be read.
 */
export function refusePrivateKeys(dir: string): void {
  const found = readdirSync(dir).filter((name) => name.endsWith('.json') && holdsPrivateKey(join(dir, name)))
  if (found.length > 0) {
    throw new Error(
      `KEY_DIR of a public tier holds a private key (${found.join(', ')}). Give it a folder made by: npm run keys:public -- <folder>`,
    )
  }
}

function holdsPrivateKey(path: string): boolean {
  return readFileSync(path, 'utf8').includes('"privateKey"')
}
