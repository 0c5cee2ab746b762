// Makes the key files of a new deployment in KEY_DIR; and the pair that signs checkpoints of the audit, the key of the search index and the keys for
// passing cases to other forces, where a folder of before has none.
// Keys that are there are left alone.
import { env } from '@/lib/config/env'
import { createAuditKey } from '@/lib/sealing/audit-key'
import { createIndexKey } from '@/lib/sealing/blind-index'
import { createExchangeKey } from '@/lib/sealing/exchange-key'
import { createKeys } from '@/lib/sealing/create-keys'
import { speakPlainly } from '../scripts/run/plain-errors'

speakPlainly()
const made = await createKeys(env().KEY_DIR)
const signs = await createAuditKey(env().KEY_DIR)
const indexes = await createIndexKey(env().KEY_DIR)
const exchanges = await createExchangeKey(env().KEY_DIR)
process.stdout.write(
  made
    ? `Keys are in ${env().KEY_DIR}. Move recovery.private.json to a place that is not online, and make a copy.\n`
    : `${env().KEY_DIR} has keys already; nothing was changed.\n`,
)
if (signs)
  process.stdout.write(
    'audit.public.json checks the audit: give a copy to whoever is to check it, before it is needed.\n',
  )
if (indexes && !made) process.stdout.write('The key of the search index is made: index.private.json.\n')
if (exchanges && !made)
  process.stdout.write('The keys for passing cases to other forces are made: exchange.private.json.\n')
