// Puts a new key in the place of the search index's in KEY_DIR. The worker then makes the index anew, case by case; nothing is lost to
// searches meanwhile.
import { env } from '@/lib/config/env'
import { renewIndexKey } from '@/lib/sealing/blind-index'
import { speakPlainly } from '../scripts/run/plain-errors'

speakPlainly()
await renewIndexKey(env().KEY_DIR)
process.stdout.write(
  'The search index has a new key. Give every staff process and worker the new index.private.json; the worker makes the index anew.\n',
)
