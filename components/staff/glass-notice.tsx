import { Button } from '@/components/ui/button'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { staffPaths } from '@/lib/config/paths'

/** That somebody broke the glass of a case. */
interface GlassNotice {
  readonly id: string
  readonly reference: string
  readonly who: string
  readonly role: string
  readonly brokenAt: Date
  readonly until: Date
  /** Whoever is told holds the case. */
  readonly mine: boolean
}

interface Props {
  readonly notices: readonly GlassNotice[]
  /** There are others, older ones. */
  readonly more: boolean
  /** Whether this person reviews them. */
  readonly reviews: boolean
  readonly clock: Clock
}

/** That the glass of a case was broken, for whoever holds it and whoever reviews it, until it is reviewed. */
export function GlassNotices({ notices, more, reviews, clock }: Props) {
  const { t } = clock
  if (notices.length === 0) return null
  return (
    <section aria-label={t('glass.notice.title')} className="no-print px-4 pt-4 md:px-6">
      <ul className="notice tone-danger grid gap-2 py-2.5">
        {notices.map((notice) => (
          <li key={notice.id} data-glass={notice.reference}>
            <b>{brokenWords(notice, clock)}</b> {stateWords(notice, clock)}{' '}
            {notice.mine ? `${t('glass.notice.mine')} ` : ''}
            {reviews ? (
              <a href={staffPaths.auditGlassOf(notice.id)}>
                {t('glass.notice.review')}
                <span className="sr-only"> {notice.reference}</span>
              </a>
            ) : null}
          </li>
        ))}
        {more ? (
          <li>
            {reviews ? <a href={staffPaths.auditGlass}>{t('glass.notice.more')}</a> : t('glass.notice.more')}
          </li>
        ) : null}
      </ul>
    </section>
  )
}

function brokenWords({ who, role, reference, brokenAt }: GlassNotice, clock: Clock): string {
  const { t } = clock
  const at = saidTime(brokenAt, clock)
  return t('glass.notice.broken', { who, role: t(`staff.role.${role}`), reference, at })
}

function stateWords({ until }: GlassNotice, clock: Clock): string {
  const { t, now } = clock
  return until > now ? t('glass.notice.open', { at: saidTime(until, clock) }) : t('glass.notice.over')
}

interface StripProps {
  readonly reference: string
  readonly actorId: string
  readonly until: Date
  readonly clock: Clock
}

/** At the top of a case whose glass this person broke: until when it is open, and how to close it before. */
export function GlassStrip({ reference, actorId, until, clock }: StripProps) {
  const { t } = clock
  return (
    <section
      aria-labelledby="glass-title"
      className="notice tone-danger mb-4 flex flex-wrap items-center gap-x-6 gap-y-2"
    >
      <div className="min-w-60 flex-1">
        <h2 id="glass-title" className="font-bold text-danger">
          {t('glass.strip.title')}
        </h2>
        <p>{t('glass.strip.until', { at: saidTime(until, clock) })}</p>
      </div>
      <form method="post" action={staffPaths.caseAction(reference, 'glass')}>
        <input type="hidden" name="shown-to" value={actorId} />
        <Button look="quiet">{t('glass.strip.close')}</Button>
      </form>
    </section>
  )
}
