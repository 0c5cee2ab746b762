import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { root } from '../run/project'
import { answersIn, sendRaw } from '../testing/raw-http'

const request = 'GET / HTTP/1.1\r\nhost: localhost\r\n\r\n'

it.each<[string, (child: ChildProcess) => void]>([
  ['asked to end', (child) => child.kill('SIGTERM')],
  // What the kernel does for a parent that was killed.
  ['left alone', (child) => child.disconnect()],
])('%s, it finishes what it is answering, lets the port go, and ends', async (_name, end) => {
  const child = fork('scripts/testing/edge-process.ts', { cwd: root, execArgv: [] })
  const [port] = (await once(child, 'message')) as [number]
  const answer = sendRaw({ host: '127.0.0.1', port }, [request])
  await once(child, 'message')
  const gone = once(child, 'exit')
  end(child)
  const [finished] = answersIn(await answer)
  expect([finished?.status, finished?.body]).toEqual([200, 'finished'])
  expect(await gone).toEqual([0, null])
  const [error] = (await once(connect({ host: '127.0.0.1', port }), 'error')) as [NodeJS.ErrnoException]
  expect(error.code).toBe('ECONNREFUSED')
})
