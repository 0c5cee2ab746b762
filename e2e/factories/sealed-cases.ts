import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import type { SealedBoxRow } from '@/lib/sealing/box'
import { reporterPublicKey } from '@/lib/sealing/reporter-key'
import { sealBox } from '@/lib/sealing/seal'
import { loadSodium } from '@/lib/sealing/sodium'

/** A case whose boxes are really sealed, and what was written in each of them. */
export interface SealedCase {
  readonly id: string
  readonly reference: string
  readonly written: ReadonlyMap<string, Readonly<Record<string, string>>>
}

const batch = 100

/** Closed cases with everything sealed that can hang on one: what was sent, equality answers, a note and a message to a return code. */
export async function sealedCases(
  count: number,
  progress: (done: number) => void,
): Promise<readonly SealedCase[]> {
  const made: SealedCase[] = []
  while (made.length < count) {
    const numbers = Array.from({ length: Math.min(batch, count - made.length) }, (_, at) => made.length + at)
    const some = await Promise.all(numbers.map(sealOne))
    await store(some)
    made.push(...some.map(({ id, reference, written }) => ({ id, reference, written })))
    progress(made.length)
  }
  return made
}

async function sealOne(number: number) {
  const id = randomUUID()
  const pair = (await loadSodium()).crypto_box_keypair()
  const reporter = reporterPublicKey(id, pair.publicKey)
  const text = (what: string) => ({ text: `${what} ${String(number)}: ${randomBytes(24).toString('hex')}` })
  const report = { answers: text('answers').text, transcript: text('transcript 🏳️‍🌈').text, contact: '' }
  const fields = { report, equality: text('equality'), note: text('note'), message: text('message') }
  const boxes = {
    report: await sealBox('submission', fields.report),
    equality: await sealBox('equality', fields.equality),
    note: await sealBox('note', fields.note),
    message: await sealBox('message', fields.message, [reporter]),
  }
  const written = new Map(
    Object.entries(boxes).map(([name, box]) => [box.id, fields[name as keyof typeof fields]]),
  )
  return { id, reference: `PROOF-${id}`, boxes, written, publicKey: pair.publicKey }
}

async function store(cases: readonly Awaited<ReturnType<typeof sealOne>>[]): Promise<void> {
  const db = ownerDb()
  const force = currentForce().id
  const at = new Date()
  await storeBoxes(cases.flatMap(({ boxes }) => Object.values(boxes)))
  const common = { force, kind: 'report', channel: 'online', receivedAt: at }
  await db.submission.createMany({
    data: cases.map(({ id, reference, boxes }) => ({
      ...common,
      ...{ id, reference, locale: 'en', journeyVersion: 1, tokenHash: hashOf(`token ${id}`) },
      ...{ boxId: boxes.report.id, equalityBoxId: boxes.equality.id },
    })),
  })
  await db.case.createMany({
    data: cases.map(({ id, reference }) => ({
      ...common,
      ...{
        id,
        reference,
        submissionId: id,
        strands: ['race'],
        languages: [],
        status: 'closed',
        closedAt: at,
      },
      ...{ riskSuggested: 'low', riskRank: 2, riskRules: ['any'], wantsOfficer: true, excludedDistricts: [] },
      ...{ promisedBy: at, disposition: 'advice' },
    })),
  })
  await db.returnCode.createMany({
    data: cases.map(({ id, publicKey }) => ({
      ...{ lookup: hashOf(`code ${id}`), submissionId: id, reporterPublicKey: new Uint8Array(publicKey) },
      wrappedPrivateKey: new Uint8Array(72),
    })),
  })
  await db.caseEvent.createMany({
    data: cases.map(({ id, boxes }) => ({
      id: randomUUID(),
      caseId: id,
      at,
      type: 'noted',
      boxId: boxes.note.id,
    })),
  })
  await db.message.createMany({
    data: cases.map(({ id, boxes }) => ({
      ...{ id: randomUUID(), submissionId: id, at, author: 'staff', boxId: boxes.message.id },
    })),
  })
  await db.routingDecision.createMany({
    data: cases.map(({ id }) => ({ id: randomUUID(), caseId: id, at, decision: {} })),
  })
}

/** Stores boxes as the database's functions would. */
export async function storeBoxes(boxes: readonly SealedBoxRow[]): Promise<void> {
  const db = ownerDb()
  await db.sealedBox.createMany({ data: boxes.map(({ id, purpose, suite }) => ({ id, purpose, suite })) })
  await db.sealedField.createMany({
    data: boxes.flatMap(({ id, fields }) =>
      fields.map((field) => ({ ...field, boxId: id, ciphertext: new Uint8Array(field.ciphertext) })),
    ),
  })
  await db.keyWrap.createMany({
    data: boxes.flatMap(({ id, wraps }) =>
      wraps.map(({ keyId, wrap }) => ({ keyId, boxId: id, wrap: new Uint8Array(wrap) })),
    ),
  })
}

function hashOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(text).digest())
}
