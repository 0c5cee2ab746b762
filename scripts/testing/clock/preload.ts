// Loaded into a server under test before its own code: its time is as far ahead of the machine's as the file TEST_CLOCK says.
import { readFileSync } from 'node:fs'
import { moveDate } from './move-date.ts'

/** How long what the file said is believed, in milliseconds. */
const believed = 20

const file = process.env.TEST_CLOCK
if (file !== undefined) {
  let read = { at: -Infinity, ahead: 0 }
  moveDate(() => {
    const at = performance.now()
    if (at - read.at > believed) read = { at, ahead: Number(readFileSync(file, 'utf8')) }
    return read.ahead
  })
}
