import 'server-only'
import { Temporal } from 'temporal-polyfill'
import { asOf } from '@/lib/adapters/clock'
import { rebuildDuty } from '@/lib/commands/duty/rebuild-duty'
import { ownerDb } from '@/lib/db/owner'
import { localTime } from '@/lib/domain/calendar'
import type { Force } from '@/lib/domain/force'
import type { Turn } from '@/lib/domain/rota/duty-sources'
import { turnOn } from '@/lib/domain/rota/duty-of'
import { firstMoment } from '@/lib/domain/rota/first-moment'
import { seedId } from './seed-accounts'

const week = 7 * 86_400_000

/**
 * When officers are on duty: a pattern for each, and for the first an evening and some days away. Only for whoever has no pattern and whom nobody has
 * changed: what somebody tries out in the demonstration stays as they left it. The weeks to come are added by the job that extends duty.
 */
export async function seedDuty(
  force: Force,
  at: Date,
  officers: readonly { readonly email: string }[],
): Promise<void> {
  const untouched = await ownerDb().officer.findMany({
    where: { version: 1, patterns: { none: {} } },
    select: { id: true },
  })
  const ids = new Set(untouched.map(({ id }) => id))
  for (const [index, { email }] of officers.entries()) {
    const officerId = seedId('officer', email)
    if (!ids.has(officerId)) continue
    await ownerDb().dutyPattern.create({
      data: { id: seedId('pattern', email), officerId, madeAt: at, ...patternOf(index) },
    })
    if (index === 0) await seedOccasions(officerId, force, at)
    // From last week on, so that the weeks on the page have begun.
    await asOf(new Date(at.getTime() - week), () =>
      ownerDb().$transaction((tx) => rebuildDuty(tx, officerId)),
    )
  }
}

const early = { from: '07:00', to: '15:00' } as const
const late = { from: '14:00', to: '22:00' } as const

/** Two early, two late, three off, each officer a day further on; the first officer works every day but one. */
function patternOf(index: number) {
  const perTurn = index === 0 ? 3 : 2
  const turns = Array.from({ length: 2 * perTurn }, (_, day): Turn => ({
    day,
    ...(day < perTurn ? early : late),
  }))
  const back = (index * 3) % 7
  const startsOn = Temporal.PlainDate.from('2026-01-05').subtract({ days: back })
  return {
    startsOn: new Date(startsOn.toString()),
    cycleDays: 7,
    turns: turns.map((turn) => ({ ...turn })),
  }
}

/** An evening in two weeks, and three days away in five. */
async function seedOccasions(officerId: string, force: Force, at: Date): Promise<void> {
  const today = localTime(at, force).toPlainDate()
  const made = { officerId, source: 'own', madeAt: at }
  const evening = turnOn(today.add({ days: 14 }), '18:00', '23:00', force)
  const away = {
    startsAt: firstMoment(today.add({ days: 35 }), '00:00', force),
    endsAt: firstMoment(today.add({ days: 38 }), '00:00', force),
  }
  await ownerDb().dutyExtra.create({ data: { id: seedId('extra', officerId), ...made, ...evening } })
  await ownerDb().officerLeave.create({ data: { id: seedId('leave', officerId), ...made, ...away } })
}
