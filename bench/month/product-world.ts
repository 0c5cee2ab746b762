import { asOf } from '@/lib/adapters/clock'
import { acceptOffer, declineOffer } from '@/lib/commands/answer-offer'
import { assignCase } from '@/lib/commands/assign-case'
import { recordContact } from '@/lib/commands/record-contact'
import { asActor } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { promisedBy } from '@/lib/domain/promise'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { reckonTraining } from '@/lib/jobs/reckon-training'
import { routeCases } from '@/lib/jobs/route-cases'
import { watchClocks } from '@/lib/jobs/watch-clocks'
import { firstDues } from '@/lib/queries/first-due'
import { answersOf } from '@/lib/queries/offer-answers'
import { loadRota } from '@/lib/queries/load-rota'
import { suggestOfficers } from '@/lib/queries/suggest-officers'
import type { Arrival } from './arrivals'
import { storeArrival } from './store-arrival'
import { awaySaid, handingOverSaid, peopleIn, trainedAgain, type People } from './store-people'
import { mayHave } from './simple-rules'
import { dutyKnown, type Stage, type Volunteer } from './volunteers'
import type { Act, Outcome, SeenCase, World } from './world'

/** A row of a case as it stands. */
interface Row {
  readonly id: string
  readonly reference: string
  readonly version: number
  readonly status: string
  readonly heldBy: string | null
  readonly askedOf: string | null
  readonly heldSince: Date | null
  readonly openedAt: Date | null
  readonly contactedAt: Date | null
  readonly toldAt: Date | null
  readonly promisedBy: Date
  readonly isEscalated: boolean
}

/** What routing did that it must not: somebody was asked who was excluded, had a conflict, was not trained, handed over or was away. */
interface WrongAsk {
  readonly volunteer: number
  readonly arrival: number
  readonly at: Date
}

interface ProductWorld extends World {
  readonly wrong: readonly WrongAsk[]
  /** How many officers were asked in all. */
  readonly asked: () => Promise<number>
}

const day = 86_400_000

/**
 * The month in the product: its jobs, its commands and its database, which is to be empty. Arrivals are rows without anything sealed in
 * them, and are found by the index at once; a case is closed by its row alone.
 */
export async function productWorld(
  stage: Stage,
  volunteers: readonly Volunteer[],
  arrivals: readonly Arrival[],
): Promise<ProductWorld> {
  const people = await peopleIn(stage, volunteers)
  const byId = new Map(arrivals.map((one) => [one.id, one]))
  const rows = new Map<Arrival, Row>()
  const wrong: WrongAsk[] = []
  let next = 0
  let today = ''

  async function turn(at: Date): Promise<void> {
    for (; (arrivals[next]?.receivedAt ?? at) < at; next += 1) {
      const arrival = arrivals[next]
      if (arrival === undefined) break
      await storeArrival(arrival, stage.force, people)
    }
    await change(at)
    await asOf(at, routeCases)
    await asOf(at, watchClocks)
    await findWrong(at)
  }

  /** What people say of themselves, when they say it. */
  async function change(at: Date): Promise<void> {
    await awaySaid(people, at)
    await handingOverSaid(people, at)
    if (at.toISOString().slice(0, 10) === today) return
    today = at.toISOString().slice(0, 10)
    await trainedAgain(people, today, stage.force)
    await asOf(at, reckonTraining)
  }

  async function findWrong(at: Date): Promise<void> {
    const offers = await ownerDb().caseOffer.findMany({ where: { offeredAt: at } })
    for (const { accountId, caseId } of offers) {
      const number = people.numberOf(accountId)
      const one = volunteers.find((volunteer) => volunteer.number === number)
      const arrival = byId.get(caseId)
      if (one === undefined || arrival === undefined)
        throw new Error('An offer of the month is of nobody in it.')
      const ahead = { startsAt: at, endsAt: new Date(at.getTime() + 14 * day) }
      const isAway = dutyKnown(one, ahead, stage.force, at).length === 0
      const isForPerson = !arrival.wantsOfficer || arrival.namesExclusion
      if (isAway || isForPerson || !mayHave(one, arrival, at, stage))
        wrong.push({ volunteer: one.number, arrival: arrival.number, at })
    }
  }

  async function open(): Promise<readonly SeenCase[]> {
    const found = await openRows()
    return found.flatMap((row): SeenCase[] => {
      const arrival = byId.get(row.id)
      if (arrival === undefined) return []
      rows.set(arrival, row)
      return [{ ...row, arrival, heldBy: numberOrNull(row.heldBy), askedOf: numberOrNull(row.askedOf) }]
    })
  }

  const numberOrNull = (account: string | null) => (account === null ? null : people.numberOf(account))

  return {
    turn,
    open,
    wrong,
    act: async (act, at) => {
      const row = rows.get(act.about.arrival)
      if (row === undefined) return false
      try {
        return await asOf(at, () => doing(act, row, at, people))
      } catch (error) {
        // Another was first, within this step.
        if (error instanceof DomainError && (error.code === 'offer-over' || error.code === 'conflict'))
          return false
        throw error
      }
    },
    outcomes: () => outcomesOf(arrivals, stage),
    asked: () => ownerDb().caseOffer.count(),
  }
}

async function doing({ do: what, about, by }: Act, row: Row, at: Date, people: People): Promise<boolean> {
  const actor = by === 'desk' ? people.supervisor : people.actorOf(by)
  const seen = { reference: row.reference, version: row.version }
  switch (what) {
    case 'accept':
      await acceptOffer(actor, seen)
      await noteOpening(actor, row.id, 'my-case', at)
      return true
    case 'decline':
      await declineOffer(actor, row.reference, 'too-much')
      return true
    case 'open':
      await noteOpening(actor, row.id, 'supervision', at)
      return true
    case 'contact':
    case 'update':
      await reached(actor, about, row, at)
      return true
    case 'close':
      await ownerDb().case.update({
        where: { id: row.id },
        data: { status: 'closed', closedAt: at, disposition: 'advice', version: { increment: 1 } },
      })
      return true
    case 'give':
      return await give(row, people)
  }
}

/** The audit's row, as whoever opens it leaves one; there are no words to open. */
async function noteOpening(actor: Actor, id: string, reason: string, at: Date): Promise<void> {
  const [row] = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ noted: boolean }[]>`
      SELECT note_opening(${id}::uuid, ${at}::timestamptz, ${JSON.stringify({ reason })}::jsonb) AS noted`,
  )
  if (row?.noted !== true) throw new Error('Whoever opens a case of the month may not.')
}

/** They spoke to the reporter, whose case they have looked at. */
async function reached(
  actor: Actor,
  { openedAt }: SeenCase,
  { id, reference, version }: Row,
  at: Date,
): Promise<void> {
  if (openedAt === null) await noteOpening(actor, id, 'my-case', at)
  const attempt = { way: 'they-contacted', result: 'spoke', next: 'nothing', reason: '', words: '' }
  await recordContact(actor, { reference, version, planVersion: 0, ...attempt }, null)
}

/** To whom the product suggests first. */
async function give({ reference, version }: Row, { supervisor }: People): Promise<boolean> {
  const found = await ownerDb().case.findUniqueOrThrow({ where: { reference } })
  const rota = await loadRota(supervisor)
  const asked = await asActor(supervisor, async (tx) => ({
    ...(await answersOf(tx, found.id)),
    dueAt: (await firstDues(tx, [found])).get(found.id) ?? null,
  }))
  const [first] = suggestOfficers({ ...found, ...asked }, rota).candidates
  const officer = rota.find(({ id }) => id === first?.officerId)
  if (officer === undefined) return false
  await assignCase(supervisor, { reference, version, to: officer.accountId })
  return true
}

async function openRows(): Promise<readonly Row[]> {
  return ownerDb().$queryRaw<Row[]>`
    SELECT c.id::text, c.reference, c.version, c.status, c.assignee_id::text AS "heldBy", c.offered_to_id::text AS "askedOf",
      c.first_opened_at AS "openedAt", c.promised_by AS "promisedBy", first.ended_at AS "contactedAt",
      told.at AS "toldAt", given.at AS "heldSince",
      EXISTS (SELECT FROM escalation e WHERE e.case_id = c.id AND e.settled_at IS NULL) AS "isEscalated"
    FROM "case" c
    LEFT JOIN case_clock first ON first.case_id = c.id AND first.kind = 'first-contact' AND first.ended_at IS NOT NULL
    LEFT JOIN LATERAL (SELECT max(e.at) AS at FROM case_event e
      WHERE e.case_id = c.id AND e.type IN ('taken', 'assigned', 'transferred')) given ON true
    LEFT JOIN LATERAL (SELECT max(e.at) AS at FROM case_event e WHERE e.case_id = c.id AND e.type = 'contact-recorded') told ON true
    WHERE c.status <> 'closed' ORDER BY c.received_at, c.id`
}

/** As the product's own clocks have it. */
async function outcomesOf(arrivals: readonly Arrival[], stage: Stage): Promise<readonly Outcome[]> {
  const cases = await ownerDb().case.findMany({ include: { clocks: { where: { kind: 'first-contact' } } } })
  const found = new Map(cases.map((one) => [one.id, one]))
  return arrivals.flatMap((arrival): Outcome[] => {
    const one = found.get(arrival.id)
    if (one === undefined) return []
    return [
      {
        arrival,
        promisedBy: one.promisedBy,
        target: promisedBy(arrival.risk, arrival.receivedAt, stage.force),
        openedAt: one.firstOpenedAt,
        contactedAt: one.clocks[0]?.endedAt ?? null,
      },
    ]
  })
}
