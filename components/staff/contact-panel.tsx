import type { ContactPlan } from '@/lib/journeys/contact-plan'
import type { Translate } from '@/lib/i18n/translate'
import { mayBeOverheard, mayReachThem, safeLines } from '@/components/staff/contact-words'
import { PlainText } from '@/components/staff/plain-text'

interface Props {
  readonly plan: ContactPlan
  /** They gave an address to write to, and it is not in the plan because nobody asked to see it. */
  readonly addressHidden?: boolean
  readonly t: Translate
}

/** The first thing on a case: how this person may be reached without harm, loudest where something is not safe. */
export function ContactPanel({ plan, addressHidden = false, t }: Props) {
  const { behalf, headline, unsafe, more } = safeLines(plan, t)
  return (
    <section className="rounded-lg border border-warn bg-warn-wash px-5 py-4" aria-labelledby="contact-title">
      <h2 id="contact-title" className="mb-1 text-sm font-semibold text-ink-soft">
        {t('staff.contact.title')}
      </h2>
      {behalf.map((line) => (
        <p key={line} className="mb-1 font-bold">
          {line}
        </p>
      ))}
      <p className="text-lg font-bold text-warn">
        {headline} {plan.choice === 'plan' ? <OnlyAt plan={plan} t={t} /> : null}
      </p>
      {unsafe === null ? null : <p className="mt-1 font-bold text-danger">{unsafe}</p>}
      {more === null ? null : <p className="mt-1">{more}</p>}
      {plan.choice === 'plan' ? <Details plan={plan} addressHidden={addressHidden} t={t} /> : null}
    </section>
  )
}

/** The times are part of what must be read first: the right way at the wrong time is not safe. */
function OnlyAt({ plan: { onlyAt, times }, t }: Props) {
  if (!onlyAt) return null
  if (times === null) return t('staff.contact.onlyAtUnsaid')
  return (
    <>
      {t('staff.contact.onlyAt')} <PlainText>{times}</PlainText>
    </>
  )
}

function Details({ plan, addressHidden, t }: Props) {
  const shown = addressHidden === true && plan.ways.includes('post') ? t('accounts.reveal.hidden') : null
  const rows = detailRows({ ...plan, postalAddress: plan.postalAddress ?? shown }, t)
  return (
    <dl className="mt-3 grid gap-x-6 gap-y-1.5 sm:grid-cols-[max-content_minmax(0,1fr)]">
      {rows.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="text-sm font-semibold text-ink-soft max-sm:mt-1">{label}</dt>
          <dd>
            <PlainText>{value}</PlainText>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function detailRows(plan: ContactPlan, t: Translate): { label: string; value: string }[] {
  const calls = plan.ways.includes('call')
  const who = plan.mustNotKnow.map((id) => t(`staff.contact.who.${id}`)).join(', ')
  const rows: readonly (readonly [label: string, value: string | null])[] = [
    ['askFor', plan.name ?? t('staff.contact.noName')],
    ['pronouns', plan.pronouns],
    ['phone', plan.phone],
    ['email', plan.email],
    ['postalAddress', plan.postalAddress],
    ['trustedPerson', plan.trustedPerson],
    ['reachThem', plan.behalf !== null && mayReachThem(plan.behalf) ? plan.behalf.reachThem : null],
    ['times', plan.onlyAt ? null : timesWords(plan, t)],
    ['voicemail', calls ? t(`staff.contact.voicemailIs.${voicemailOf(plan)}`) : null],
    ['someoneElse', calls ? t(`staff.contact.someoneElseIs.${plan.ifSomeoneElse ?? 'blank'}`) : null],
    ['coverStory', plan.coverStory],
    ['mustNotKnow', who === '' ? null : who],
    ['mustNotSay', plan.mustNotKnowWho],
  ]
  return rows.flatMap(([label, value]) =>
    value === null ? [] : [{ label: t(`staff.contact.${label}`), value }],
  )
}

function timesWords({ times, anyTime }: ContactPlan, t: Translate): string {
  return times ?? t(anyTime ? 'staff.contact.anyTime' : 'staff.contact.noTimes')
}

/** A message may be heard by others too: then it says no more than a name and a number. */
function voicemailOf(plan: ContactPlan): string {
  if (plan.voicemail === 'police' && mayBeOverheard(plan)) return 'name-only'
  return plan.voicemail ?? 'blank'
}
