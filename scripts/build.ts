// Makes the production build, which every tier is started from; nothing where there is one of these sources already.
import { build, isBuilt } from './run/build.ts'
import { endWhenAsked } from './run/ending.ts'
import { speakPlainly } from './run/plain-errors.ts'
import { say } from './run/progress.ts'

speakPlainly()
endWhenAsked()
if (isBuilt()) say('There is a build of exactly these sources.')
else await build()
