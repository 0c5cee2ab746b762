import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import type { ShownCase } from '@/components/staff/act-form'
import { PatternList } from '@/components/staff/work/pattern-list'
import { WorkForm } from '@/components/staff/work/work-form'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import type { LinkRequests } from '@/lib/queries/link-requests'
import type { Pattern } from '@/lib/queries/pattern-of-case'

interface Props {
  readonly shown: ShownCase
  readonly patterns: readonly Pattern[]
  readonly requests: LinkRequests
  /** Nobody is asked about a sealed case: that there is one is for those named for it. */
  readonly mayAsk: boolean
  readonly clock: Clock
}

/** Whether a case is the first, and the question to whoever has the others. Nothing where nothing came before or since. */
export function PatternSection({ shown, patterns, requests, mayAsk, clock }: Props) {
  const { t } = clock
  const { agreed, askedAt } = requests
  if (patterns.length === 0 && agreed.length === 0) return null
  return (
    <section className="card" aria-labelledby="pattern-title">
      <h2 id="pattern-title" className="card-title">
        {t('work.pattern.title')}
      </h2>
      <PatternList patterns={patterns} t={t} />
      <p className="mt-2 text-sm text-ink-soft">{t('work.pattern.hint')}</p>
      {agreed.map(({ reference, who, at }) => (
        <p key={reference} className="notice tone-good mt-2 py-2">
          {t('work.ask.agreed', { name: who, reference, at: saidTime(at, clock) })}{' '}
          <a href={staffPaths.case(reference)}>{reference}</a>
        </p>
      ))}
      {patterns.length === 0 || !mayAsk ? null : (
        <WorkForm shown={shown} act="ask" className="mt-3">
          <p className="mb-2">{t('work.ask.hint')}</p>
          {askedAt === null ? null : (
            <p className="mb-2 text-sm text-ink-soft">
              {t('work.ask.asked', { at: saidTime(askedAt, clock) })}
            </p>
          )}
          <Button look="quiet">{t(askedAt === null ? 'work.ask.submit' : 'work.ask.again')}</Button>
        </WorkForm>
      )}
    </section>
  )
}
