import { once } from 'node:events'
import { freePort } from '../../scripts/net/free-port'
import { startNode } from '../../scripts/run/children'
import { root } from '../../scripts/run/project'

/** Starts a program that should not start, with these settings and no other, and gives how it ended and what it said. */
export async function exitOf(
  program: string,
  settings: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const { PATH = '', TMPDIR = '/tmp' } = process.env
  const child = startNode([program], {
    cwd: root,
    env: { PATH, TMPDIR, NODE_ENV: 'production', ...settings, PORT: String(await freePort()) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const timer = setTimeout(() => child.kill('SIGKILL'), 60_000)
  const [code] = (await once(child, 'exit')) as [number | null]
  clearTimeout(timer)
  return { code, said }
}
