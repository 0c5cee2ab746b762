// Prisma's command line against the embedded database (started for the command if need be) or DATABASE_URL.
import { join } from 'node:path'
import { prisma } from './prisma/run.ts'
import { speakPlainly } from './run/plain-errors.ts'
import { runningIn, startData } from './run/data.ts'
import { root } from './run/project.ts'
import { endWhenAsked } from './run/ending.ts'

endWhenAsked()

speakPlainly()
const args = process.argv.slice(2)
const dir = join(root, '.data')
const known = process.env.DATABASE_URL ?? runningIn(dir)?.url

if (known !== undefined) {
  prisma(args, known, true)
} else {
  const cluster = await startData(dir)
  try {
    prisma(args, cluster.url, true)
  } finally {
    await cluster.stop()
  }
}
