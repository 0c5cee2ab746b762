import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from '../run/project.ts'

/** A ClamAV daemon of a test's own. */
export interface TestDaemon {
  /** As `CLAMD_ADDRESS` has it. */
  readonly address: string
  readonly end: () => void
}

/** Where the daemon lies, unpacked by `.ci/clamd` where it is not there yet. Throws in plain words where it cannot be had. */
function daemonRoot(): string {
  try {
    return execFileSync(join(root, '.ci/clamd'), {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    throw new Error(
      'There is no ClamAV daemon to test with, and .ci/clamd could not fetch one from the Debian packages. It needs apt-get and their archive.',
    )
  }
}

/** Runs the real daemon in a folder, knowing no virus but one: whatever holds `text`. Ready when it answers. */
export async function startClamd(folder: string, text: string): Promise<TestDaemon> {
  const unpacked = daemonRoot()
  const socket = join(folder, 'clamd.sock')
  mkdirSync(join(folder, 'db'), { recursive: true })
  writeFileSync(join(folder, 'db/own.ndb'), `Alongside.Test:0:*:${Buffer.from(text).toString('hex')}\n`)
  const lines = [`LocalSocket ${socket}`, `DatabaseDirectory ${join(folder, 'db')}`, 'Foreground yes']
  writeFileSync(join(folder, 'clamd.conf'), [...lines, 'StreamMaxLength 30M', ''].join('\n'))
  const daemon = spawn(join(unpacked, 'usr/sbin/clamd'), ['--config-file', join(folder, 'clamd.conf')], {
    env: { ...process.env, LD_LIBRARY_PATH: librariesIn(unpacked) },
    stdio: 'ignore',
  })
  const end = () => {
    daemon.kill('SIGKILL')
  }
  for (let tries = 0; tries < 600; tries += 1) {
    if (await answers(socket)) return { address: `unix:${socket}`, end }
    if (daemon.exitCode !== null) break
    await pause(100)
  }
  end()
  throw new Error('The ClamAV daemon did not start.')
}

function librariesIn(unpacked: string): string {
  const files = readdirSync(unpacked, { recursive: true, withFileTypes: true })
  return [
    ...new Set(files.filter(({ name }) => /\.so(\.|$)/u.test(name)).map(({ parentPath }) => parentPath)),
  ].join(':')
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => socket.write('zPING\0'))
    socket.on('data', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => {
      resolve(false)
    })
    socket.on('close', () => {
      resolve(false)
    })
  })
}
