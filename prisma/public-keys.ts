// Copies from KEY_DIR what a public tier needs into the folder named by the argument: public halves, and no private key.
import { env } from '@/lib/config/env'
import { copyPublicKeys } from '@/lib/sealing/copy-public-keys'
import { speakPlainly } from '../scripts/run/plain-errors'

speakPlainly()
const [folder = '', ...more] = process.argv.slice(2)
if (folder === '' || more.length > 0) throw new Error('Name one folder: npm run keys:public -- <folder>')
await copyPublicKeys(env().KEY_DIR, folder)
process.stdout.write(`${folder} holds the KEY_DIR of a public tier: it can seal, and open nothing.\n`)
