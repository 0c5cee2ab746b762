import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cli = fileURLToPath(new URL('../../node_modules/prisma/build/index.js', import.meta.url))

/** Runs Prisma's command line against a database. Throws with what it said when it fails; shows it when `shown`. */
export function prisma(args: readonly string[], url: string, shown = false): void {
  const environment = {
    ...process.env,
    DATABASE_URL: url,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  }
  const result = spawnSync(process.execPath, [cli, ...args], {
    cwd: root,
    env: environment,
    encoding: 'utf8',
    stdio: shown ? 'inherit' : 'pipe',
  })
  if (result.status !== 0) {
    throw new Error(`prisma ${args.join(' ')} failed.\n${shown ? '' : `${result.stdout}\n${result.stderr}`}`)
  }
}
