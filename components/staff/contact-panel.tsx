import type { ReactNode } from 'react'
import type { Clock } from '@/components/staff/clock'
import { saidHour, saidTime } from '@/components/staff/clock'
import { mayReachThem, safeLines } from '@/components/staff/contact-words'
import { ContactWays, standingWords } from '@/components/staff/contact-ways'
import { hoursWords } from '@/components/staff/hours-words'
import { SafeUntil } from '@/components/staff/live/safe-until'
import { NotSafe } from '@/components/staff/not-safe'
import { PlainText } from '@/components/staff/plain-text'
import { WithdrawalLine } from '@/components/staff/withdrawal'
import type { Withdrawal } from '@/components/staff/withdrawal'
import { endOfCalls } from '@/lib/domain/contact/standing'
import type { WayStanding } from '@/lib/domain/contact/standing'
import { inOurDigits } from '@/lib/domain/telephone'
import type { Translate } from '@/lib/i18n/translate'
import { mayBeOverheard } from '@/lib/journeys/contact-plan'
import type { ContactPlan } from '@/lib/journeys/contact-plan'
import type { NumberState } from '@/lib/journeys/reach-mask'

/** How the plan stands now. */
interface PlanNow {
  readonly changed: { readonly at: Date; readonly by: 'reporter' | 'staff' } | null
  readonly ways: readonly WayStanding[]
  readonly number: NumberState
  readonly clock: Clock
}

interface Props {
  /** Without what is kept back. */
  readonly plan: ContactPlan
  readonly now?: PlanNow
  /** They want nothing more done. */
  readonly withdrawal?: Withdrawal | null
  /** They gave an address to write to, and it is not in the plan because nobody asked to see it. */
  readonly addressHidden?: boolean
  /** The form that asks for a number that is kept back. */
  readonly children?: ReactNode
  readonly t: Translate
}

/** The first thing on a case: how this person may be reached without harm, loudest where something is not safe. */
export function ContactPanel({ plan, now, withdrawal, addressHidden = false, children, t }: Props) {
  const { behalf, headline, unsafe, more } = safeLines(plan, t, now !== undefined && now.changed !== null)
  return (
    <section
      id="contact-plan"
      className="rounded-lg border border-warn bg-warn-wash px-5 py-4"
      aria-labelledby="contact-title"
    >
      <h2 id="contact-title" className="mb-1 text-sm font-semibold text-ink-soft">
        {t('staff.contact.title')}
      </h2>
      <WithdrawalLine of={withdrawal} t={t} />
      {now === undefined ? null : <Changed {...now} />}
      {behalf.map((line) => (
        <p key={line} className="mb-1 font-bold">
          {line}
        </p>
      ))}
      {unsafe === null ? null : <NotSafe words={unsafe} />}
      <p className="text-lg font-bold text-warn">
        {headline} {plan.choice === 'plan' ? <OnlyAt plan={plan} t={t} /> : null}
      </p>
      {now === undefined ? null : <ContactWays plan={plan} ways={now.ways} clock={now.clock} />}
      {more === null ? null : <p className="mt-1">{more}</p>}
      {now?.number === 'asked' ? (
        <p role="status" data-shown-once="" className="notice tone-danger my-2 py-2 font-bold">
          {t('reach.number.shown')}
        </p>
      ) : null}
      {plan.choice === 'plan' ? (
        <Details
          plan={plan}
          addressHidden={addressHidden}
          phone={plan.phone === null ? keptBackWords(now) : numberWords(plan.phone)}
          now={now}
          t={t}
        />
      ) : null}
      {children}
    </section>
  )
}

/** That the plan which was sent holds no more, for whoever knew the old one. */
function Changed({ changed, clock }: PlanNow) {
  if (changed === null) return null
  return (
    <p className="notice tone-warn mb-2 py-2">
      {clock.t(`reach.changed.${changed.by}`, { at: saidTime(changed.at, clock) })}
    </p>
  )
}

/** The times are part of what must be read first: the right way at the wrong time is not safe. */
function OnlyAt({ plan, t }: Pick<Props, 'plan' | 't'>) {
  if (!plan.onlyAt) return null
  const hours = hoursWords(plan, t)
  if (plan.times === null) return hours
  // In quotes, as theirs: read as hours, words against a time would say the reverse.
  return (
    <>
      {hours} {t('reach.hours.adds')} “<PlainText>{plan.times}</PlainText>”
    </>
  )
}

interface DetailsProps extends Pick<Props, 'plan' | 'addressHidden' | 't'> {
  readonly now: PlanNow | undefined
  /** The number, or why it is not here; null where there is none. */
  readonly phone: string | null
}

function Details({ plan, phone, now, addressHidden, t }: DetailsProps) {
  const shown = addressHidden === true && plan.ways.includes('post') ? t('accounts.reveal.hidden') : null
  const rows = detailRows({ ...plan, phone, postalAddress: plan.postalAddress ?? shown }, t)
  return (
    <dl className="mt-3 grid gap-x-6 gap-y-1.5 sm:grid-cols-[max-content_minmax(0,1fr)]">
      {rows.map(({ id, value }) => (
        <div key={id} className="contents">
          <dt className="text-sm font-semibold text-ink-soft max-sm:mt-1">{t(`staff.contact.${id}`)}</dt>
          <dd>
            {id === 'phone' && now !== undefined ? (
              <Phone {...now}>{value}</Phone>
            ) : (
              <PlainText>{value}</PlainText>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A number for as long as it is safe to ring, with until when; or why it is not here. */
function Phone({ ways, clock, children }: PlanNow & { readonly children: string }) {
  const until = endOfCalls(ways)
  return (
    <SafeUntil until={until} now={clock.now} after={clock.t('reach.number.over')}>
      <PlainText>{children}</PlainText>
      {until === null ? null : ` (${clock.t('reach.number.until', { time: saidHour(until, clock) })})`}
    </SafeUntil>
  )
}

/** A number as they typed it, and in digits that whoever rings can read where theirs are others. */
function numberWords(typed: string): string {
  const readable = inOurDigits(typed)
  return readable === typed ? typed : `${typed} (${readable})`
}

/** Why the number is not here; null where there is none. */
function keptBackWords(now: PlanNow | undefined): string | null {
  if (now === undefined || typeof now.number !== 'object') return null
  const { refused } = now.number
  const { t } = now.clock
  const from = now.ways.find(({ way }) => way === 'call')?.from ?? null
  return t('reach.number.keptBack', {
    why: standingWords({ refused, from, until: null, isUnsaid: false }, now.clock),
  })
}

/** What is known of the plan, each by the name of its words. */
function detailRows(plan: ContactPlan, t: Translate): { id: string; value: string }[] {
  const calls = plan.ways.includes('call')
  const who = plan.mustNotKnow.map((id) => t(`staff.contact.who.${id}`)).join(', ')
  const rows: readonly (readonly [id: string, value: string | null])[] = [
    ['askFor', plan.name ?? t('staff.contact.noName')],
    ['pronouns', plan.pronouns],
    ['phone', plan.phone],
    ['email', plan.email],
    ['postalAddress', plan.postalAddress],
    ['trustedPerson', plan.trustedPerson],
    ['reachThem', plan.behalf !== null && mayReachThem(plan.behalf) ? plan.behalf.reachThem : null],
    ['times', plan.onlyAt ? null : timesWords(plan, t)],
    ['voicemail', calls ? t(`staff.contact.voicemailIs.${voicemailOf(plan)}`) : null],
    ['someoneElse', calls ? t(`staff.contact.someoneElseIs.${someoneElseOf(plan)}`) : null],
    // Written for a choice that was changed since, it is not what they want said.
    ['coverStory', plan.ifSomeoneElse === 'reason' ? plan.coverStory : null],
    ['mustNotKnow', who === '' ? null : who],
    ['mustNotSay', plan.mustNotKnowWho],
  ]
  return rows.flatMap(([id, value]) => (value === null ? [] : [{ id, value }]))
}

function timesWords({ times, anyTime }: ContactPlan, t: Translate): string {
  return times ?? t(anyTime ? 'staff.contact.anyTime' : 'staff.contact.noTimes')
}

/** A reason that they never wrote cannot be given, and nobody makes one up. */
function someoneElseOf({ ifSomeoneElse, coverStory }: ContactPlan): string {
  return ifSomeoneElse === 'reason' && coverStory === null ? 'reason-none' : (ifSomeoneElse ?? 'blank')
}

/** A message may be heard by others too: then it says no more than a name and a number. */
function voicemailOf(plan: ContactPlan): string {
  if (plan.voicemail === 'police' && mayBeOverheard(plan)) return 'name-only'
  return plan.voicemail ?? 'blank'
}
