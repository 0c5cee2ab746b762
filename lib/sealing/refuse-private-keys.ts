import 'server-only'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Throws in words when a file of a folder, or of a folder in it, holds a private key, whatever the file is called: a public
 * tier must not be able to open what it has taken. Throws as well when something there cannot be read.
 */
export function refusePrivateKeys(dir: string): void {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' })
  const found = names.filter((name) => holdsPrivateKey(join(dir, name)))
  if (found.length > 0) {
    throw new Error(
      `KEY_DIR of a public tier holds a private key (${found.join(', ')}). Give it a folder made by: npm run keys:public -- <folder>`,
    )
  }
}

function holdsPrivateKey(path: string): boolean {
  // What a link leads to counts; a folder's files have names of their own in the list. A link to a folder is not followed.
  return !statSync(path).isDirectory() && readFileSync(path, 'utf8').includes('"privateKey"')
}
