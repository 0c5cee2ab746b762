import 'server-only'
import { asOf } from '@/lib/adapters/clock'
import { submitJourney } from '@/lib/commands/submit-journey'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { createDraft } from '@/lib/drafts/change-draft'
import { emptyDraft, emptyJourneyDraft } from '@/lib/drafts/draft'
import type { Sent } from '@/lib/drafts/draft'
import { completeAnswers } from '@/lib/journey/complete-answers'
import { findJourney } from '@/lib/journeys/find-journey'
import { everydayCases } from './everyday-cases'
import { actorOf, playAct } from './play-act'
import { playReply } from './play-reply'
import type { SeedCase } from './seed-case'
import { seedDistricts } from './seed-districts'
import { urgentCases } from './urgent-cases'

const hour = 3_600_000

/** The demonstration cases, sent and worked on through the product's own commands at times before `at`. Once only. */
export async function seedCases(at: Date): Promise<void> {
  if ((await ownerDb().case.count()) > 0) return
  const deeds = [...urgentCases, ...everydayCases].flatMap((one) => deedsOf(one, at))
  for (const deed of deeds.sort((a, b) => a.at.getTime() - b.at.getTime())) await asOf(deed.at, deed.run)
}

interface Deed {
  readonly at: Date
  readonly run: () => Promise<void>
}

/** A case's arrival and what was done to it since, each at its time, so that all cases can be told in one order. */
function deedsOf(one: SeedCase, at: Date): Deed[] {
  let sent: Sent | null = null
  const received = at.getTime() - one.hoursAgo * hour
  const arrival = async () => {
    sent = await submitCase(one)
  }
  const acts = (one.acts ?? []).map(({ hours, ...act }) => ({
    at: new Date(received + hours * hour),
    run: () => playAct(sent?.reference ?? '', act),
  }))
  const replies = (one.replies ?? []).map(({ hours, text }) => ({
    at: new Date(received + hours * hour),
    run: () => playReply(sent?.returnCode ?? '', text),
  }))
  return [{ at: new Date(received), run: arrival }, ...acts, ...replies]
}

/** Sends one case through the product's own submission and gives its reference. */
export async function sendCase(one: SeedCase): Promise<string> {
  return (await submitCase(one)).reference
}

async function submitCase({
  journey: id,
  channel,
  district,
  answers,
  locale = 'en',
}: SeedCase): Promise<Sent> {
  const journey = findJourney(id)
  if (journey === undefined) throw new Error('A demonstration case names no journey')
  const context = { force: currentForce(), channel }
  const held = emptyJourneyDraft()
  const given = { ...answers, district: districtOf(district) }
  const draft = { ...held, answers: completeAnswers(journey, given, context) }
  const slot = channel === 'online' ? 'public' : 'record'
  const cookie = await createDraft(slot, { ...emptyDraft(channel), journeys: { [id]: draft } })
  const result = await submitJourney({
    ...{ slot, journeyId: id, token: held.token, cookie, locale, channel },
    ...(channel === 'online' ? {} : { recordedBy: await actorOf(recorderOf(channel)) }),
  })
  if (!result.ok) throw new Error('A demonstration case was not taken')
  return result.sent
}

/** Whoever of the demonstration records what comes in this way. */
function recorderOf(channel: SeedCase['channel']): 'call-handler' | 'centre' {
  return channel === 'third-party-centre' ? 'centre' : 'call-handler'
}

function districtOf(district: SeedCase['district']): string {
  const { home, beside, others } = seedDistricts(currentForce())
  if (district === null) return 'not-sure'
  if (typeof district === 'number') return others[district % others.length] ?? home
  return district === 'home' ? home : beside
}
