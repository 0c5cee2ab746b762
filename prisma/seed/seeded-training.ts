import { Temporal } from 'temporal-polyfill'
import { localTime } from '@/lib/domain/calendar'
import type { Force } from '@/lib/domain/force'
import { expiresOn } from '@/lib/domain/training'
import type { Training } from '@/lib/domain/training'

/** A course as the demonstration records it. */
export interface SeededTraining extends Training {
  readonly heldWith: readonly string[]
}

/**
 * The courses of an officer whose required training is to end so many years after `at`, or as late as courses that are over can make it
 * last. Null: none. Every third course is held with another force, and every fourth officer knows something that is not required.
 */
export function seededTraining(
  years: number | null,
  index: number,
  force: Force,
  at: Date,
): readonly SeededTraining[] {
  if (years === null) return []
  const today = localTime(at, force).toPlainDate()
  const end = today.add({ days: Math.round(years * 365) })
  const { topics, partners } = force.training
  const taken = topics.filter(({ required }, place) => required || (index + place) % 4 === 0)
  return taken.map((topic, place) => {
    const latest = today.subtract({ days: 10 + place })
    const planned = end.subtract({ months: topic.validMonths })
    const completedOn = (Temporal.PlainDate.compare(planned, latest) > 0 ? latest : planned).toString()
    return {
      ...{ topic: topic.id, completedOn, expiresOn: expiresOn(completedOn, topic), withdrawn: false },
      heldWith: (index + place) % 3 === 0 ? partners.slice(0, 1 + (index % 2)) : [],
    }
  })
}
