import { Button } from '@/components/ui/button'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { reasonWords } from '@/components/staff/looker-words'
import { staffPaths } from '@/lib/config/paths'
import { sampleOutcomes } from '@/lib/domain/looking/sample'
import type { Translate } from '@/lib/i18n/translate'

/** A look that was drawn, as its page shows it. */
interface ShownLook {
  readonly id: string
  readonly who: string
  readonly role: string | null
  readonly at: Date
  readonly reference: string | null
  readonly reason: string | null
  readonly seesCase: boolean
}

interface Props {
  readonly look: ShownLook
  /** Whether this person may open cases at all. */
  readonly mayOpen: boolean
  readonly clock: Clock
}

/** One look to be signed: who opened which case when and why, the ways to find out more, and a button for each outcome. */
export function SampledLook({ look, mayOpen, clock }: Props) {
  const { t } = clock
  const title = `look-${look.id}`
  return (
    <li className="card grid gap-2">
      <h3 id={title} className="text-base">
        <bdi className="wrap-anywhere">{look.who}</bdi>
        {look.role === null ? null : (
          <span className="font-normal text-ink-soft">, {t(`staff.role.${look.role}`)}</span>
        )}
      </h3>
      <p>{lookWords(look, clock)}</p>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
        {look.reference === null ? null : (
          <a href={`${staffPaths.audit}?${new URLSearchParams({ find: look.reference }).toString()}`}>
            {t('oversight.sample.log', { reference: look.reference })}
          </a>
        )}
        {mayOpen && look.seesCase ? <OpenForm look={look} t={t} /> : null}
      </div>
      <SignForm look={look} titleId={title} t={t} />
    </li>
  )
}

function lookWords({ at, reference, reason }: ShownLook, clock: Clock): string {
  const { t } = clock
  const opened = t('oversight.sample.opened', { reference: reference ?? '', at: saidTime(at, clock) })
  return reason === null
    ? opened
    : `${opened} ${t('oversight.who.because', { reasons: reasonWords(reason, t) })}`
}

function OpenForm({ look, t }: { readonly look: ShownLook; readonly t: Translate }) {
  return (
    <form method="post" action={staffPaths.auditSampleOpen}>
      <input type="hidden" name="look" value={look.id} />
      <button
        type="submit"
        className="cursor-pointer py-1 text-brand underline underline-offset-3"
        aria-describedby={`look-${look.id}`}
      >
        {t('oversight.sample.open', { reference: look.reference ?? '' })}
      </button>
    </form>
  )
}

function SignForm({
  look,
  titleId,
  t,
}: {
  readonly look: ShownLook
  readonly titleId: string
  readonly t: Translate
}) {
  return (
    <form method="post" action={staffPaths.auditSampleSign} className="flex flex-wrap gap-2">
      <input type="hidden" name="look" value={look.id} />
      {sampleOutcomes.map((outcome) => (
        <Button key={outcome} look="quiet" name="outcome" value={outcome} aria-describedby={titleId}>
          {t(`oversight.sample.outcome.${outcome}`)}
        </Button>
      ))}
    </form>
  )
}
