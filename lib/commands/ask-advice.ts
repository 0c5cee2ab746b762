import 'server-only'
import { asActor, deskDb } from '@/lib/db/client'
import { tellLive } from '@/lib/db/tell-live'
import { longestAdvice } from '@/lib/domain/advice'
import { mayEnter } from '@/lib/domain/desk-areas'
import { districtsOn } from '@/lib/domain/districts/over-time'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { isUuid } from '@/lib/domain/uuid'
import { currentForce } from '@/lib/config/current-force'
import { translator } from '@/lib/i18n/translate'
import { cleanLine, cleanText } from '@/lib/journey/clean-text'
import type { Section } from '@/lib/journey/present'
import { liaison } from '@/lib/journeys/liaison'
import { today } from './journey-setting'
import { makeSubmission } from './make-submission'

interface Asked {
  /** Single use: the same form sent again is the same question. */
  readonly token: string
  readonly district: string
  readonly question: string
  /** How the colleague is reached, and the number of what it is about, where there is one. */
  readonly reach: string
  readonly about: string
}

/**
 * A colleague asks a liaison officer's advice on something they are at: a request in the queue like any other, sealed, never offered to
 * whoever asks. Gives its reference. DomainErrors: `forbidden`, and `invalid` where no district, no question or no way to answer is given.
 */
export async function askAdvice(actor: Actor, given: Asked): Promise<string> {
  if (!mayEnter(actor.role, 'advice')) throw new DomainError('forbidden')
  const asked = readAsked(given)
  const { rows, caseId } = await makeSubmission({
    journey: liaison,
    journeyId: 'liaison',
    answers: { reason: ['advice'], account: asked.question, district: asked.district },
    token: `advice:${actor.id}:${given.token}`,
    locale: 'en',
    channel: 'colleague',
    recordedBy: actor,
    beside: [whoAsks(actor, asked)],
  })
  const [row] = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ outcome: string; reference: string | null }[]>`
      select outcome, reference from record_advice(${JSON.stringify(rows)}::jsonb)`,
  )
  if (row === undefined || row.reference === null) throw new DomainError('conflict')
  if (row.outcome === 'accepted') tellLive(deskDb, caseId)
  return row.reference
}

function readAsked({ token, district, question, reach, about }: Asked) {
  const asked = { district, question: cleanText(question), reach: cleanLine(reach), about: cleanLine(about) }
  const isKnown = districtsOn(today(), currentForce()).some(({ id }) => id === district)
  const isShort = ([name, most]: [string, number]) => asked[name as keyof typeof asked].length <= most
  const isSaid = asked.question !== '' && asked.reach !== ''
  if (!isUuid(token) || !isKnown || !isSaid || !Object.entries(longestAdvice).every(isShort))
    throw new DomainError('invalid')
  return asked
}

function whoAsks({ name, role }: Actor, { reach, about }: ReturnType<typeof readAsked>): Section {
  const t = translator('en')
  const row = (id: string, value: string) => ({
    ...{ questionId: `advice-${id}`, stepSlug: 'advice', label: t(`advice.kept.${id}`), value },
  })
  const rows = [row('who', `${name}, ${t(`staff.role.${role}`)}`), row('reach', reach)]
  return {
    id: 'advice',
    title: t('advice.kept.title'),
    rows: about === '' ? rows : [...rows, row('about', about)],
  }
}
