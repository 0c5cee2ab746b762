// Before the server starts: settings and key files must be what its tier needs, and a demonstration has its accounts and cases.
import { env } from '@/lib/config/env'
import { deskDb, publicDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { waitAsProgram } from '@/lib/db/patience'
import { createAuditKey } from '@/lib/sealing/audit-key'
import { createIndexKey } from '@/lib/sealing/blind-index'
import { createExchangeKey } from '@/lib/sealing/exchange-key'
import { createKeys } from '@/lib/sealing/create-keys'
import { expectKeys } from '@/lib/sealing/expect-keys'
import { speakPlainly } from '../scripts/run/plain-errors'
import { seedDemonstration } from './seed'

speakPlainly()
waitAsProgram()
const { DEMO, DEMO_PAST, KEY_DIR } = env()
if (DEMO === 'yes') {
  await createKeys(KEY_DIR)
  await createAuditKey(KEY_DIR)
  await createIndexKey(KEY_DIR)
  await createExchangeKey(KEY_DIR)
}
expectKeys()
if (DEMO === 'yes') {
  await seedDemonstration({ past: DEMO_PAST === 'yes' })
  await Promise.all([publicDb(), deskDb(), ownerDb()].map((one) => one.$disconnect()))
}
