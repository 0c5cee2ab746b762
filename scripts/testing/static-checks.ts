import { spawn } from 'node:child_process'
import { root } from '../run/project.ts'
import { say } from '../run/progress.ts'
import type { Tally } from './tally.ts'

/** The scripts of package.json that look at the code without running it. */
const checks = ['format:check', 'typecheck', 'lint', 'imports', 'unused'] as const

/** Runs every static check, two at a time, and shows what the failing ones said. */
export async function staticChecks(): Promise<Tally> {
  const waiting = [...checks]
  let failed = 0
  const worker = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const { code, output } = await npmRun(name)
      say(`  ${code === 0 ? 'ok ' : 'NOT'} ${name}`)
      if (code !== 0) {
        failed += 1
        say(output)
      }
    }
  }
  await Promise.all([worker(), worker()])
  return { passed: checks.length - failed, failed }
}

function npmRun(name: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', name], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('close', (code) => {
      resolve({ code, output })
    })
  })
}
