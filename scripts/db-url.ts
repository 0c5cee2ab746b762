// Prints the connection string of the running embedded server, for psql.
import { join } from 'node:path'
import { runningIn } from './run/data.ts'
import { root } from './run/project.ts'

const running = runningIn(join(root, '.data'))
if (running === null) {
  process.stderr.write('No embedded database runs from this folder. Start it with: npm start\n')
  process.exitCode = 1
} else {
  process.stdout.write(`${running.url}\n`)
}
