// Copies from KEY_DIR what a public tier needs into the folder named by the argument: public halves, and no private key.
import { z } from 'zod'
import { env } from '@/lib/config/env'
import { copyPublicKeys } from '@/lib/sealing/copy-public-keys'

const [folder] = z.tuple([z.string().min(1)]).parse(process.argv.slice(2))
await copyPublicKeys(env().KEY_DIR, folder)
process.stdout.write(`${folder} holds the KEY_DIR of a public tier: it can seal, and open nothing.\n`)
