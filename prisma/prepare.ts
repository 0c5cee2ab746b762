// Before the server starts: the key files must be there, and a demonstration has its accounts and cases.
import { env } from '@/lib/config/env'
import { db } from '@/lib/db/client'
import { createKeys } from '@/lib/sealing/create-keys'
import { seedDemonstration } from './seed'

if (env().DEMO === 'yes') {
  await createKeys(env().KEY_DIR)
  await seedDemonstration()
  await db().$disconnect()
}
