// Makes the key files of a new deployment in KEY_DIR. A folder that has keys is left alone.
import { env } from '@/lib/config/env'
import { createKeys } from '@/lib/sealing/create-keys'
import { speakPlainly } from '../scripts/run/plain-errors'

speakPlainly()
const made = await createKeys(env().KEY_DIR)
process.stdout.write(
  made
    ? `Keys are in ${env().KEY_DIR}. Move recovery.private.json to a place that is not online, and make a copy.\n`
    : `${env().KEY_DIR} has keys already; nothing was changed.\n`,
)
