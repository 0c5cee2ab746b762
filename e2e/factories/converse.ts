import { asker, play } from './play'
import { scenarios } from './scenarios'
import { enterFollowUp } from '@/lib/commands/enter-follow-up'
import { submitJourney } from '@/lib/commands/submit-journey'
import type { FollowUp } from '@/lib/drafts/draft'
import { readDraft } from '@/lib/drafts/read-draft'

/** A person with a code, whose follow-up is open in a browser of its own, and their case. */
export interface Conversation {
  readonly reference: string
  readonly submissionId: string
  readonly cookie: string
  readonly returnCode: string
}

/** Sends a request with answers of its own and opens its follow-up. */
export async function converse(
  fields: Parameters<typeof play>[1] = leastRequest(),
  player: typeof asker = asker,
): Promise<Conversation> {
  const cookie = await play(player, fields)
  const { journeyId } = player
  const token = (await readDraft('public', cookie))?.journeys[journeyId]?.token ?? ''
  const post = { slot: 'public', channel: 'online', locale: 'en', journeyId, token, cookie } as const
  const result = await submitJourney(post)
  if (!result.ok) throw new Error(`Not sent: ${result.go.to}`)
  const { reference, submissionId, returnCode } = result.sent
  const opened = await enterFollowUp(returnCode ?? '', undefined)
  if (opened === null || returnCode === null) throw new Error('the code was just made')
  return { reference, submissionId, returnCode, cookie: opened }
}

function leastRequest(): Parameters<typeof play>[1] {
  const least = scenarios.find(
    ({ journey, fields }) => journey === 'liaison' && fields.contactChoice === 'code-only',
  )
  return least?.fields ?? {}
}

/** The follow-up that is open in a browser. */
export async function followUpOf(cookie: string): Promise<FollowUp> {
  const followUp = (await readDraft('public', cookie))?.followUp ?? null
  if (followUp === null) throw new Error('no follow-up is open')
  return followUp
}
