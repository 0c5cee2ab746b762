import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Arguments before a TypeScript file of the server's own code, so that `server-only` and `@/` resolve as in Next. */
export const serverCode = ['--import', './scripts/run/server-code.mjs', '--import', 'tsx'] as const

/** The command line of Next. */
export const nextCli = join(root, 'node_modules/next/dist/bin/next')

const built = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'instrumentation-client.ts',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.mjs',
  'package-lock.json',
]

/** A fingerprint of everything the production build is made from: the same sources need no second build. */
export function sourceFingerprint(): string {
  const hash = createHash('sha256')
  for (const entry of built) addTo(hash, entry)
  return hash.digest('hex')
}

function addTo(hash: ReturnType<typeof createHash>, entry: string): void {
  const path = join(root, entry)
  if (!existsSync(path) || entry.endsWith('db/generated')) return
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, join(entry, name))
    return
  }
  hash.update(entry).update(readFileSync(path))
}
