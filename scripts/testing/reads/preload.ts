// Loaded into a server under test before its own code: notes every data key that is opened in it, in the file READS_FILE.
import { appendFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import asModule from 'libsodium-wrappers-sumo'
import { noteOpens } from './note-opens.ts'

const file = process.env.READS_FILE
if (file !== undefined) {
  // A bundler may take either form of the library.
  const asCommon = createRequire(import.meta.url)('libsodium-wrappers-sumo') as typeof asModule
  for (const sodium of [asModule, asCommon]) {
    await sodium.ready
    noteOpens(sodium, (opened) => {
      appendFileSync(file, `${JSON.stringify(opened)}\n`)
    })
  }
}
