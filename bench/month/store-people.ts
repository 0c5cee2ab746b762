import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { asOf } from '@/lib/adapters/clock'
import { rebuildDuty } from '@/lib/commands/duty/rebuild-duty'
import { ownerDb } from '@/lib/db/owner'
import type { Force } from '@/lib/domain/force'
import type { Actor } from '@/lib/domain/policy'
import { lengthOf, type Away, type Stage, type Volunteer } from './volunteers'

/** Whoever is at the desk in the month, and what they have still to say of themselves. */
export interface People {
  readonly supervisor: Actor
  readonly actorOf: (number: number) => Actor
  readonly numberOf: (account: string) => number
  readonly members: readonly Member[]
}

interface Member {
  readonly volunteer: Volunteer
  readonly officerId: string
  /** What is still to be said, and is taken out as it is. */
  readonly away: Away[]
  isHandingOver: boolean
  isTrainedAgain: boolean
}

/** Stores a supervisor and the volunteers, their training and their rota from before the stage begins. */
export async function peopleIn(stage: Stage, volunteers: readonly Volunteer[]): Promise<People> {
  const begins = new Date(lengthOf(stage).startsAt.getTime() - 86_400_000)
  const supervisor = await account('supervisor', 'Supervisor')
  const actors = new Map<number, Actor>()
  const members: Member[] = []
  for (const volunteer of volunteers) {
    const actor = await account('liaison-officer', `Volunteer ${String(volunteer.number)}`)
    actors.set(volunteer.number, { ...actor, districts: volunteer.districts })
    const officerId = await storeOfficer(actor.id, volunteer, stage.force)
    await storePattern(officerId, volunteer, begins)
    members.push({
      volunteer,
      officerId,
      away: [...volunteer.away],
      isHandingOver: false,
      isTrainedAgain: false,
    })
  }
  const numbers = new Map([...actors].map(([number, { id }]) => [id, number]))
  return {
    supervisor,
    members,
    actorOf: (number) => found(actors.get(number)),
    numberOf: (id) => found(numbers.get(id)),
  }
}

/** Keeps when people are away that have said so by now. */
export async function awaySaid({ members }: People, at: Date): Promise<void> {
  for (const { officerId, away } of members) {
    const said = away.filter(({ saidAt }) => saidAt <= at)
    if (said.length === 0) continue
    away.splice(0, away.length, ...away.filter(({ saidAt }) => saidAt > at))
    await ownerDb().officerLeave.createMany({
      data: said.map(({ startsAt, endsAt }) => ({
        ...{ id: randomUUID(), officerId, startsAt, endsAt, source: 'own', madeAt: at },
      })),
    })
    await rebuild(officerId, at)
  }
}

/** Keeps who says by now that they must hand over. */
export async function handingOverSaid({ members }: People, at: Date): Promise<void> {
  for (const member of members) {
    const { handsOverAt } = member.volunteer
    if (handsOverAt === null || handsOverAt > at || member.isHandingOver) continue
    member.isHandingOver = true
    await ownerDb().officer.update({ where: { id: member.officerId }, data: { handingOverAt: at } })
  }
}

/** Records the courses of a day. Until when somebody is trained is reckoned by the job. */
export async function trainedAgain({ members }: People, today: string, force: Force): Promise<void> {
  for (const member of members) {
    const { trainedAgain: on } = member.volunteer
    if (on === null || on > today || member.isTrainedAgain) continue
    member.isTrainedAgain = true
    await storeTraining(member.officerId, on, Temporal.PlainDate.from(on).add({ years: 2 }).toString(), force)
  }
}

async function account(role: Actor['role'], name: string): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name, role } })
  return { id, name, role, districts: [] }
}

async function storeOfficer(accountId: string, volunteer: Volunteer, force: Force): Promise<string> {
  const { districts, languages, specialisms, openLimit, trainedUntil } = volunteer
  // Routing's last word is the id: one that is the same in every run.
  const id = `00000000-0000-4000-8000-${String(volunteer.number).padStart(12, '0')}`
  await ownerDb().officer.create({
    data: {
      ...{ id, accountId, openLimit, trainingUntil: new Date(trainedUntil) },
      ...{ districts: [...districts], languages: [...languages], specialisms: [...specialisms] },
    },
  })
  const completed = Temporal.PlainDate.from(trainedUntil).subtract({ years: 2 })
  await storeTraining(id, completed.toString(), trainedUntil, force)
  return id
}

async function storeTraining(
  officerId: string,
  completedOn: string,
  until: string,
  force: Force,
): Promise<void> {
  const required = force.training.topics.filter((topic) => topic.required)
  await ownerDb().trainingRecord.createMany({
    data: required.map(({ id: topic }) => ({
      ...{ id: randomUUID(), officerId, topic, recordedAt: new Date(completedOn) },
      ...{ completedOn: new Date(completedOn), expiresOn: new Date(until) },
    })),
  })
}

async function storePattern(officerId: string, { pattern }: Volunteer, at: Date): Promise<void> {
  const { startsOn, cycleDays, turns } = pattern
  await ownerDb().dutyPattern.create({
    data: {
      ...{ id: randomUUID(), officerId, madeAt: at, startsOn: new Date(startsOn), cycleDays },
      turns: turns.map((turn) => ({ ...turn })),
    },
  })
  await rebuild(officerId, at)
}

function rebuild(officerId: string, at: Date): Promise<number> {
  return asOf(at, () => ownerDb().$transaction((tx) => rebuildDuty(tx, officerId)))
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Somebody of the month is not there.')
  return value
}
