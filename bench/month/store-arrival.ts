import { createHash, randomUUID } from 'node:crypto'
import { ownerDb } from '@/lib/db/owner'
import type { Force } from '@/lib/domain/force'
import { risks } from '@/lib/domain/words'
import { promiseOf } from '@/lib/queries/promise-of'
import type { Arrival } from './arrivals'
import type { People } from './store-people'

/** Stores what comes in, as a row that is indexed and holds nothing, with what its sender is promised by the rota as it is then. */
export async function storeArrival(arrival: Arrival, force: Force, people: People): Promise<void> {
  const { id, receivedAt, kind, risk } = arrival
  const facets = facetsOf(arrival)
  const { by, dutyAt, beyondTarget, asked, reach } = await promiseOf({
    ...{ facets, force, at: receivedAt, reach: 'out' },
    risk: { suggested: risk, rules: [...arrival.riskRules] },
  })
  const reference = `HC-M${String(arrival.number).padStart(5, '0')}`
  const sent = { id, reference, force: force.id, kind, channel: 'online', receivedAt }
  const conflicted = arrival.conflicted === null ? [] : [people.actorOf(arrival.conflicted).id]
  await ownerDb().$transaction(async (tx) => {
    await tx.sealedBox.create({ data: { id, purpose: 'month', suite: 1 } })
    await tx.submission.create({
      data: { ...sent, boxId: id, journeyVersion: 1, locale: 'en', tokenHash: hashOf(id) },
    })
    await tx.case.create({
      data: {
        ...{ ...sent, ...facets, submissionId: id, promisedBy: by },
        ...{ riskSuggested: risk, riskRank: risks.indexOf(risk), riskRules: [...arrival.riskRules] },
        ...{ namedIds: arrival.restricted ? [people.supervisor.id] : [], conflictedIds: conflicted },
      },
    })
    await tx.caseClock.updateMany({
      where: { caseId: id, kind: 'first-contact' },
      data: { dutyAt, beyondTarget, asked, reach },
    })
    await tx.caseIndex.create({
      data: { caseId: id, keyId: 'none', kind: 'surname', term: new Uint8Array(3) },
    })
    await tx.caseEvent.create({ data: { id: randomUUID(), caseId: id, at: receivedAt, type: 'received' } })
  })
}

function facetsOf({ district, strands, languages, excludedDistricts, ...arrival }: Arrival) {
  const { wantsOfficer, namesExclusion, restricted } = arrival
  return {
    ...{ district, wantsOfficer, namesExclusion, restricted },
    ...{ strands: [...strands], languages: [...languages], excludedDistricts: [...excludedDistricts] },
  }
}

function hashOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(text).digest())
}
