import type { Kept } from '@/components/staff/case-acts'
import type { Clock } from '@/components/staff/clock'
import { LetterForm } from '@/components/staff/letter-form'
import { OutboundCard } from '@/components/staff/outbound-card'
import { againstOf } from '@/lib/commands/write-letter'
import { currentForce } from '@/lib/config/current-force'
import { forbiddenIn } from '@/lib/domain/outbound/check-words'
import { letterTexts } from '@/lib/domain/outbound/letter-texts'
import { strandWords } from '@/lib/domain/outbound/strand-words'
import type { Actor } from '@/lib/domain/policy'
import type { CaseAction } from '@/lib/domain/role-grants'
import { isNeutral } from '@/lib/journeys/contact-plan'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import { listOutbound } from '@/lib/queries/list-outbound'
import type { OpenedCase } from '@/lib/queries/open-case'
import { shownTo } from '../../../_desk/shown-to'
import { waysToSend } from './ways-to-send'

interface Props {
  readonly actor: Actor
  readonly headline: CaseHeadline
  readonly may: ReadonlySet<CaseAction>
  readonly opened: OpenedCase
  readonly kept: Kept | null
  readonly problem: unknown
  readonly clock: Clock
}

/** What went out to whoever reported, and the form of a text or an e-mail, where one is safe and something sends it. */
export async function CaseLetters({ actor, headline, may, opened, kept, problem, clock }: Props) {
  const lines = await listOutbound(actor, headline.id)
  const ways = may.has('send-message') && headline.status !== 'closed' ? waysToSend(opened, clock.now) : []
  const typed = kept?.form === 'letter' ? kept.values : {}
  return (
    <>
      <OutboundCard lines={lines} clock={clock} />
      {ways.length === 0 ? null : (
        <LetterForm
          shown={shownTo(actor, headline)}
          plan={opened.reach.version}
          ways={ways}
          times={opened.plan.times}
          neutral={isNeutral(opened.plan)}
          templates={letterTexts(currentForce(), headline.locale, opened.plan, clock.now)}
          locale={headline.locale}
          typed={typed}
          found={problem === 'telling-words' ? foundIn(typed.text, headline, opened) : null}
          open={kept?.form === 'letter'}
          clock={clock}
        />
      )}
    </>
  )
}

/** What of what was typed tells too much, but for words they use of themselves, which are shown to nobody here. */
function foundIn(text: string | undefined, { reference, strands }: CaseHeadline, { plan }: OpenedCase) {
  return forbiddenIn(text ?? '', againstOf(isNeutral(plan), strandWords(strands), reference))
}
