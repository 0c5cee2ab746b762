import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { onEnd } from './ending.ts'

/** Starts a Node program of this project with this very Node. */
export function startNode(args: readonly string[], options: SpawnOptions): ChildProcess {
  return spawn(process.execPath, args, { stdio: 'inherit', ...options })
}

/** Runs a Node program to its end and gives its exit code. Ends it when this program is asked to end. */
export async function exitCodeOf(args: readonly string[], options: SpawnOptions): Promise<number | null> {
  const child = startNode(args, options)
  onEnd(() => endGently(child))
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}

/** Runs a Node program to its end. Throws naming it when it fails. */
export async function runNode(args: readonly string[], options: SpawnOptions): Promise<void> {
  const code = await exitCodeOf(args, options)
  if (code !== 0) throw new Error(`${args.at(-1) ?? 'A program'} ended with ${String(code)}.`)
}

/** Asks a program to end and waits until it has; after the grace (milliseconds) it is ended. */
export async function endGently(child: ChildProcess, grace = 10_000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), grace)
  await gone
  clearTimeout(timer)
}
