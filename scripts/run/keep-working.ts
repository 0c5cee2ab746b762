import type { ChildProcess } from 'node:child_process'
import { endGently, startNode } from './children.ts'
import { onEnd } from './ending.ts'
import { say } from './progress.ts'
import { root, serverCode } from './project.ts'

/** How long to wait before a worker that ended is started again, in milliseconds. */
const pause = 5_000

/** Runs a worker beside the server until this program ends. One that ends by itself is said so, and started again. */
export function keepWorking(settings: NodeJS.ProcessEnv): void {
  let worker: ChildProcess
  let again: NodeJS.Timeout | undefined
  let ending = false
  const start = () => {
    worker = startNode([...serverCode, 'prisma/run-worker.ts'], {
      cwd: root,
      env: settings,
      // Through the last one the worker notices when this program is gone, however it ended.
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    worker.on('exit', () => {
      if (ending) return
      say(`The worker ended. It is started again in ${String(pause / 1000)} seconds.`)
      again = setTimeout(start, pause)
    })
  }
  start()
  onEnd(() => {
    ending = true
    clearTimeout(again)
    return endGently(worker)
  })
}
