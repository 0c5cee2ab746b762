import 'server-only'
import { now } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'

/** Keeps that a request of another force came, until it is too old to be taken anyway, and says whether it had not come before. */
export async function keepExchangeNonce(keyId: string, nonce: string, until: Date): Promise<boolean> {
  const [row] = await deskDb().$queryRaw<{ kept: boolean }[]>`
    SELECT keep_nonce(${keyId}, ${nonce}, ${until}::timestamptz, ${now()}::timestamptz) AS kept`
  return row?.kept === true
}
