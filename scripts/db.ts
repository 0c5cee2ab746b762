// Prisma's command line against the embedded database (started for the command if need be) or DATABASE_URL.
import { prisma } from './prisma/run.ts'
import { speakPlainly } from './run/plain-errors.ts'
import { dataDir, runningIn, startData } from './run/data.ts'
import { endWhenAsked } from './run/ending.ts'

endWhenAsked()

speakPlainly()
const args = process.argv.slice(2)
const known = process.env.DATABASE_URL ?? runningIn(dataDir)?.url

if (known !== undefined) {
  prisma(args, known, true)
} else {
  const cluster = await startData(dataDir)
  try {
    prisma(args, cluster.url, true)
  } finally {
    await cluster.stop()
  }
}
