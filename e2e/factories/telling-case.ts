import { randomBytes, randomUUID } from 'node:crypto'
import { ownerDb } from '@/lib/db/owner'
import { newReference } from '@/lib/domain/reference'
import { sealBox } from '@/lib/sealing/seal'
import { parityRow, storeParityRows } from './parity-rows'
import { storeBoxes } from './sealed-cases'

const row = (questionId: string, label: string, value: string) => ({
  questionId,
  stepSlug: 's',
  label,
  value,
})

/** A closed case with words of its own and of others in it, taken once by `taker` and with a note of `writer`'s: ids of accounts. */
export async function tellingCase(taker: string, writer: string) {
  const answers = {
    journey: 'report',
    version: 2,
    answers: { role: 'victim', account: 'Dana Cole shouted', suspectWords: 'tall', mayKnow: null },
    apart: true,
  }
  const transcript = [
    {
      ...{ id: 'happened', title: 'What happened' },
      rows: [
        row('account', 'What happened?', 'Dana Cole shouted at me, DANA from 07700 900123'),
        row('suspectWords', 'Who did it?', 'A tall neighbour'),
        row('address', 'Where exactly?', '1 High Street'),
        row('oldQuestion', 'An old question', 'an old answer'),
      ],
    },
  ]
  const identity = {
    journey: 'report',
    answers: { identityWords: 'mine' },
    sections: [{ id: 'identity', title: 'You', rows: [row('identityWords', 'About you', 'my own words')] }],
  }
  const sealed = (value: object) => JSON.stringify(value)
  const box = await sealBox('submission', {
    ...{ answers: sealed(answers), transcript: sealed(transcript), identity: sealed(identity) },
  })
  const note = await sealBox('note', { text: 'Spoke with Dana Cole about it' })
  const facts = {
    ...{ district: null, status: 'closed', assigneeId: null, recordedById: null, receivedAt: new Date() },
    ...{ restricted: false, excludedDistricts: [], namesExclusion: false },
  }
  const reference = newReference('report', randomBytes(8))
  const stored = parityRow(reference, facts)
  await storeParityRows([stored])
  await storeBoxes([box, note])
  await ownerDb().submission.update({
    where: { id: stored.id },
    data: { boxId: box.id, equalityBoxId: null },
  })
  const noteId = randomUUID()
  await ownerDb().message.deleteMany({ where: { submissionId: stored.id } })
  await ownerDb().caseEvent.deleteMany({ where: { caseId: stored.id } })
  await ownerDb().caseEvent.createMany({
    data: [
      { id: randomUUID(), caseId: stored.id, at: new Date(Date.now() - 1000), type: 'taken', actorId: taker },
      { id: noteId, caseId: stored.id, at: new Date(), type: 'noted', boxId: note.id, actorId: writer },
    ],
  })
  await ownerDb().case.update({
    where: { id: stored.id },
    data: { closedAt: new Date(), disposition: 'advice' },
  })
  return { id: stored.id, reference, noteId }
}
