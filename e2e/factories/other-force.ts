import { mkdtempSync, rmSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import type { PassedCase, PassingContent } from '@/lib/domain/ways-out/exchange'
import { createExchangeKey, exchangeKey } from '@/lib/sealing/exchange-key'
import type { ExchangeKey } from '@/lib/sealing/exchange-key'
import { sealPassing } from '@/lib/sealing/passed-case'

/** Keys of a force that is not this one. */
export async function otherKeys(): Promise<ExchangeKey> {
  const dir = mkdtempSync(join(tmpdir(), 'alongside-other-'))
  try {
    await createExchangeKey(dir)
    const key = exchangeKey(dir)
    if (key === null) throw new Error('No keys were made.')
    return key
  } finally {
    rmSync(dir, { recursive: true })
  }
}

/** This desk's own keys for passing cases. */
export async function ownKeys(): Promise<ExchangeKey> {
  await createExchangeKey(env().KEY_DIR)
  const key = exchangeKey(env().KEY_DIR)
  if (key === null) throw new Error('No keys were made.')
  return key
}

/** Has this desk know a force by its keys. */
export async function knowForce(
  partner: string,
  key: ExchangeKey,
  { address = 'http://127.0.0.1:9', madeById }: { address?: string; madeById: string },
): Promise<void> {
  const known = {
    ...{ address, keyId: key.id, sealingKey: key.sealing.publicKey, signingKey: key.signing.publicKey },
    ...{ active: true, madeAt: new Date(), madeById },
  }
  const force = currentForce().id
  await ownerDb().partnerForce.upsert({
    where: { force_partner: { force, partner } },
    create: { force, partner, ...known },
    update: known,
  })
}

/** What a force tells of a case, in made-up words. */
export function madeContent(from: string, over: Partial<PassingContent['sent']> = {}): PassingContent {
  const at = '2026-06-10T11:00:00.000Z'
  const row = (questionId: string, question: string, answer: string) => ({
    ...{ section: 'What happened', questionId, question, answer },
  })
  return {
    label: { from, to: currentForce().id, passing: randomUUID(), madeAt: at },
    document: {
      ...{ schema: 'case-hand-over/1', madeAt: at, force: { id: from, name: 'The other force' } },
      ...{ madeFor: 'other-force', parts: ['account', 'contact', 'messages', 'notes', 'history'] },
      case: {
        ...{ reference: 'HC-7K2Q-M4TD', kind: 'report', channel: 'online', status: 'in-progress' },
        ...{ district: null, strands: [{ id: 'race', name: 'Race' }], risk: 'medium', riskDecided: true },
        ...{ receivedAt: at, closedAt: null, outcome: null, language: 'en' },
      },
      account: [row('account', 'What happened?', 'They shouted at me in the market')],
      contact: [{ ...row('name', 'Your name', 'Sam Doe'), section: 'How we can reach you' }],
      messages: [{ at, from: 'person', text: 'Is there any news?' }],
      notes: [{ at, role: 'liaison-officer', text: 'Spoke with them at length' }],
      history: [{ at, role: 'liaison-officer', what: 'took the case' }],
      leftOut: ['identity'],
    },
    sent: {
      ...{ journey: 'report', locale: 'en' },
      answers: {
        ...{ role: 'victim', account: 'They shouted at me in the market', strands: ['race'] },
        ...{ contactChoice: 'code-only', name: 'Sam Doe', wantsOfficer: 'yes' },
      },
      ...over,
    },
  }
}

/** A case of a force, sealed to this desk and signed by that force. */
export async function passedBy(key: ExchangeKey, content: PassingContent): Promise<PassedCase> {
  const own = await ownKeys()
  return sealPassing(content, { keyId: own.id, sealingKey: own.sealing.publicKey }, key)
}
