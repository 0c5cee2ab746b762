import 'server-only'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { RECOVERY_PRIVATE, RECOVERY_PUBLIC } from './key-files'

/**
 * Throws in words when a file of a folder, or of a folder in it, holds a private key, whatever the file is called: a public
 * tier must not be able to open what it has taken. Throws as well when something there cannot be read.
 */
export function refusePrivateKeys(dir: string): void {
  const found = filesIn(dir).filter((name) => textOf(dir, name).includes('"privateKey"'))
  if (found.length > 0) {
    throw new Error(
      `KEY_DIR of a public tier holds a private key (${found.join(', ')}). Give it a folder made by: npm run keys:public -- <folder>`,
    )
  }
}

/**
 * The files of a key folder, or of a folder in it, that hold the recovery key's private half, whatever they are called. It opens
 * everything and belongs to no machine that is online. Throws when something there cannot be read.
 */
export function recoveryKeysIn(dir: string): readonly string[] {
  const { publicKey } = JSON.parse(readFileSync(join(dir, RECOVERY_PUBLIC), 'utf8')) as {
    readonly publicKey: string
  }
  return filesIn(dir).filter((name) => {
    const text = textOf(dir, name)
    return name === RECOVERY_PRIVATE || (text.includes('"privateKey"') && text.includes(publicKey))
  })
}

function filesIn(dir: string): readonly string[] {
  // What a link leads to counts; a folder's files have names of their own in the list. A link to a folder is not followed.
  return readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter(
    (name) => statSync(join(dir, name), { throwIfNoEntry: false })?.isDirectory() === false,
  )
}

/** Of a file that is gone since it was listed, nothing: new keys take the place of old ones while a server runs. */
function textOf(dir: string, name: string): string {
  try {
    return readFileSync(join(dir, name), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}
