import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nextCli, root, sourceFingerprint } from './project.ts'
import { runNode } from './children.ts'
import { prisma } from '../prisma/run.ts'

const noDatabase = 'postgresql://127.0.0.1:1/none'
const stamp = join(root, '.next', 'source-fingerprint')

/** Writes the database client from the schema; the build and the type check need it. */
export function generateClient(): void {
  prisma(['generate'], noDatabase)
}

/** True when `.next` holds a build of exactly these sources. */
export function isBuilt(): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceFingerprint()
}

/** Makes the production build. Throws when it fails, after Next has said why. */
export async function build(): Promise<void> {
  generateClient()
  await runNode([nextCli, 'build'], { cwd: root, env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } })
  writeFileSync(stamp, sourceFingerprint())
}
