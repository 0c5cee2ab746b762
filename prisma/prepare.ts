// Before the server starts: the key files must be there, and a demonstration has its accounts and cases.
import { env } from '@/lib/config/env'
import { createKeys } from '@/lib/sealing/create-keys'

if (env().DEMO === 'yes') await createKeys(env().KEY_DIR)
