import 'server-only'
import { asOf } from '@/lib/adapters/clock'
import { declineOffer } from '@/lib/commands/answer-offer'
import { storeRouting } from '@/lib/commands/route-cases'
import { ownerDb } from '@/lib/db/owner'
import { noAnswers } from '@/lib/domain/offers/answers-in'
import { recordOf } from '@/lib/domain/offers/decision-record'
import { routeCases } from '@/lib/jobs/route-cases'
import { loadRota } from '@/lib/queries/load-rota'
import { suggestOfficers } from '@/lib/queries/suggest-officers'
import { actorOf } from './play-act'

const hour = 3_600_000

/** What the officer of the demonstration said no to and is asked to take, through the product's own routing; it asks others for the rest. */
export async function seedOffers(at: Date): Promise<void> {
  if ((await ownerDb().caseOffer.count()) > 0) return
  const officer = await actorOf('officer')
  const [declined, waiting] = await ownerDb().case.findMany({
    where: {
      ...{ status: 'new', assigneeId: null, wantsOfficer: true, namesExclusion: false, restricted: false },
      ...{ district: { in: [...officer.districts] }, decoy: null },
    },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
  })
  if (declined !== undefined) {
    await asOf(new Date(at.getTime() - hour), () => ask(declined.id))
    await asOf(new Date(at.getTime() - hour / 2), () => declineOffer(officer, declined.reference, 'too-much'))
  }
  if (waiting !== undefined) await asOf(at, () => ask(waiting.id))
  await asOf(at, routeCases)
}

/** Has the officer of the demonstration asked for a case, whoever would come first as the rota is just now. */
async function ask(id: string): Promise<void> {
  const officer = await actorOf('officer')
  const [found, rota] = await Promise.all([
    ownerDb().case.findUniqueOrThrow({ where: { id } }),
    loadRota(officer),
  ])
  const result = suggestOfficers({ ...found, ...noAnswers }, rota)
  const isOfficer = (officerId: string) =>
    rota.some((one) => one.id === officerId && one.accountId === officer.id)
  const chosen = result.candidates.find(({ officerId }) => isOfficer(officerId))
  if (chosen === undefined) return
  const decision = recordOf({ ...result, candidates: [chosen] })
  await storeRouting([{ id, account: officer.id, officer: chosen.officerId, decision }])
}
