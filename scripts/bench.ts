// `npm run bench`: measures the product as a newcomer would start it, with data of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { measure } from '../bench/report.ts'
import { say } from './run/progress.ts'
import { startProduct } from './testing/product.ts'
import { endWhenAsked } from './run/ending.ts'

endWhenAsked()

const scratch = mkdtempSync(join(tmpdir(), 'alongside-bench-'))
try {
  say('Starting the product (a first build takes a minute or two) …')
  const product = await startProduct(scratch)
  try {
    say(`${String(availableParallelism())} cores, Node ${process.version}; load and server share them\n`)
    await measure(product, say)
  } finally {
    await product.stop()
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
