// Runs a command of an operator, prisma/<name>.ts, with the settings of its environment or of the demonstration that runs here.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { generateClient } from './run/build.ts'
import { exitCodeOf } from './run/children.ts'
import { dataDir } from './run/data.ts'
import { endWhenAsked } from './run/ending.ts'
import { operatorSettings } from './run/operator-settings.ts'
import { speakPlainly } from './run/plain-errors.ts'
import { root, serverCode } from './run/project.ts'

speakPlainly()
endWhenAsked()
const [name = '', ...args] = process.argv.slice(2)
const env = operatorSettings(process.env, dataDir)
// Before the first build there is none.
if (!existsSync(join(root, 'lib/db/generated'))) generateClient()
process.exitCode = (await exitCodeOf([...serverCode, `prisma/${name}.ts`, ...args], { cwd: root, env })) ?? 1
