// Prints the connection string of the running embedded server, for psql.
import { dataDir, runningIn } from './run/data.ts'
import { speakPlainly } from './run/plain-errors.ts'

speakPlainly()
const running = runningIn(dataDir)
if (running === null) {
  process.stderr.write('No embedded database runs from this folder. Start it with: npm start\n')
  process.exitCode = 1
} else {
  process.stdout.write(`${running.url}\n`)
}
