import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { findBinaries, type Binaries } from './binaries.ts'

const nobody = 65534
const asOrdinaryUser = ['-U', '--map-user=1000', '--map-group=1000']

/** How to start a PostgreSQL program on this machine, and where its data can be. */
export interface Launcher {
  readonly binaries: Binaries
  readonly dataDir: string
  readonly command: (program: string, args: readonly string[]) => readonly [string, readonly string[]]
  readonly identity: { readonly uid?: number; readonly gid?: number }
}

const plain = (program: string, args: readonly string[]) => [program, args] as const

/**
 * PostgreSQL refuses to run as root. As root it is therefore started in a user namespace in which it is an ordinary
 * user (this reaches data below folders closed to others); where namespaces are forbidden, as the account `nobody`
 * with binaries and data staged where that account can reach them.
 */
export function chooseLauncher(dataDir: string): Launcher {
  const binaries = findBinaries()
  if (process.getuid?.() !== 0) return { binaries, dataDir, command: plain, identity: {} }
  if (process.env.ALONGSIDE_NO_NAMESPACE !== 'yes' && namespacesWork(binaries)) {
    const command = (program: string, args: readonly string[]) =>
      ['unshare', [...asOrdinaryUser, program, ...args]] as const
    return { binaries, dataDir, command, identity: {} }
  }
  return stagedForNobody(binaries, dataDir)
}

function namespacesWork(binaries: Binaries): boolean {
  return spawnSync('unshare', [...asOrdinaryUser, binaries.postgres, '--version']).status === 0
}

function stagedForNobody(binaries: Binaries, dataDir: string): Launcher {
  const place = join(
    '/var/tmp',
    `alongside-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`,
  )
  const root = join(place, 'native')
  const data = join(place, 'data')
  mkdirSync(data, { recursive: true })
  chmodSync(place, 0o755)
  if (!existsSync(root)) cpSync(binaries.root, root, { recursive: true, verbatimSymlinks: true })
  chownSync(data, nobody, nobody)
  const staged = { root, initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres') }
  return { binaries: staged, dataDir: data, command: plain, identity: { uid: nobody, gid: nobody } }
}
