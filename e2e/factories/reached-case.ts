import { readDraft } from '@/lib/drafts/read-draft'
import { answerStep } from '@/lib/commands/answer-step'
import { changePlan } from '@/lib/commands/change-plan'
import { safeContact } from '@/lib/journeys/safe-contact'
import { scenarios } from './scenarios'

const least = scenarios.find(
  ({ journey, fields }) => journey === 'liaison' && fields.contactChoice === 'code-only',
)

/** A request by somebody who gives a name and a number, and may be sent texts. */
export const withName: Record<string, string | string[]> = {
  ...least?.fields,
  ...{ contactChoice: 'plan', safeWays: ['code', 'text'], name: 'Sam Reyes', phone: '07700900123' },
}

/** Puts a plan in the place of the one that held, as whoever has the code can. */
export async function putPlan(cookie: string, name: string, phone: string): Promise<void> {
  const steps = {
    how: { contactChoice: 'plan' },
    ways: { safeWays: 'text', othersSee: 'no' },
    details: { name, phone },
    times: { contactWhen: 'any-time' },
    say: { maySay: 'neutral' },
  }
  for (const [slug, fields] of Object.entries(steps)) {
    const step = { slot: 'public', journeyId: safeContact.id, slug, channel: 'online', cookie } as const
    await answerStep({ ...step, form: new URLSearchParams(fields) })
  }
  const token = (await readDraft('public', cookie))?.journeys[safeContact.id]?.token ?? ''
  const { to } = await changePlan({ cookie, token, locale: 'en' })
  if (to !== 'kept') throw new Error(`The plan was not kept: ${to}`)
}
