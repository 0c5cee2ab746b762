// Before the server starts: the key files must be there, and a demonstration has its accounts and cases.
import { env } from '@/lib/config/env'
import { deskDb, publicDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { createKeys } from '@/lib/sealing/create-keys'
import { seedDemonstration } from './seed'

if (env().DEMO === 'yes') {
  await createKeys(env().KEY_DIR)
  await seedDemonstration()
  await Promise.all([publicDb(), deskDb(), ownerDb()].map((one) => one.$disconnect()))
}
