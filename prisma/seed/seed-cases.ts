import 'server-only'
import { asOf } from '@/lib/adapters/clock'
import { submitJourney } from '@/lib/commands/submit-journey'
import { currentForce } from '@/lib/config/current-force'
import { db } from '@/lib/db/client'
import { createDraft } from '@/lib/drafts/change-draft'
import { emptyDraft, emptyJourneyDraft } from '@/lib/drafts/draft'
import { findJourney } from '@/lib/journeys/find-journey'
import { completeAnswers } from './complete-answers'
import { everydayCases } from './everyday-cases'
import { playAct } from './play-act'
import { seedId } from './seed-accounts'
import type { SeedCase } from './seed-case'
import { seedDistricts } from './seed-districts'
import { urgentCases } from './urgent-cases'

const hour = 3_600_000

/** The demonstration cases, sent and worked on through the product's own commands at times before `at`. Once only. */
export async function seedCases(at: Date): Promise<void> {
  if ((await db().case.count()) > 0) return
  const cases = [...urgentCases, ...everydayCases].sort((a, b) => b.hoursAgo - a.hoursAgo)
  for (const one of cases) {
    const received = new Date(at.getTime() - one.hoursAgo * hour)
    const reference = await asOf(received, () => sendCase(one))
    for (const { hours, ...act } of one.acts ?? []) {
      await asOf(new Date(received.getTime() + hours * hour), () => playAct(reference, act))
    }
  }
}

/** Sends one case through the product's own submission and gives its reference. */
export async function sendCase({ journey: id, channel, district, answers }: SeedCase): Promise<string> {
  const journey = findJourney(id)
  if (journey === undefined) throw new Error('A demonstration case names no journey')
  const context = { force: currentForce(), channel }
  const held = emptyJourneyDraft()
  const given = { ...answers, district: districtOf(district) }
  const draft = { ...held, answers: completeAnswers(journey, given, context) }
  const slot = channel === 'online' ? 'public' : 'record'
  const cookie = await createDraft(slot, { ...emptyDraft(channel), journeys: { [id]: draft } })
  const recordedById = seedId('account', 'call-handler@example.test')
  const result = await submitJourney({
    ...{ slot, journeyId: id, token: held.token, cookie, locale: 'en', channel },
    ...(channel === 'online' ? {} : { recordedById }),
  })
  if (!result.ok) throw new Error('A demonstration case was not taken')
  return result.sent.reference
}

function districtOf(district: SeedCase['district']): string {
  const { home, beside, others } = seedDistricts(currentForce())
  if (district === null) return 'not-sure'
  if (typeof district === 'number') return others[district % others.length] ?? home
  return district === 'home' ? home : beside
}
