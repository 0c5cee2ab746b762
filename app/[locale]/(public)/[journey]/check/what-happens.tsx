import { Notice } from '@/components/ui/notice'
import type { Translate } from '@/lib/i18n/translate'
import type { Facets } from '@/lib/journeys/facets'

/** Who can open what is sent: by its rules, those who read first choose whom else, or supervisors alone. */
type Readers = 'usual' | 'named' | 'restricted'

const readersWords = { usual: 'next3', named: 'next3Named', restricted: 'next3Restricted' } as const

/** The readers these facts leave. */
export function readersOf({
  restricted,
  namesExclusion,
}: Pick<Facets, 'restricted' | 'namesExclusion'>): Readers {
  if (restricted) return 'restricted'
  return namesExclusion ? 'named' : 'usual'
}

interface Props {
  readonly t: Translate
  /** When submissions are read, in words. */
  readonly hours: string
  /** The promise, in words. */
  readonly promise: string
  /** Whether the person left any way back to them. */
  readonly reachable: boolean
  /** That they ticked no safe hour, in words; null where that bars nothing. */
  readonly noHour: string | null
  /** That nobody may be in touch in their own hours by the promised time, in words; null where somebody may. */
  readonly ownHours: string | null
  /** Where hours are ticked. */
  readonly hoursHref: string
  readonly readers: Readers
  /** Whether a return code is made: without one nothing is said about codes. */
  readonly hasCode: boolean
}

/** What sending means: who reads it and when, what we aim for, and the one exception to keeping it private. */
export function WhatHappens(props: Props) {
  const { t, hours, promise, reachable, noHour, ownHours, hoursHref, readers, hasCode } = props
  const lines = [readersWords[readers], hasCode ? 'next4Code' : 'next4'] as const
  return (
    <div className="mb-8">
      <Notice level={2} title={t('public.check.nextTitle')}>
        <ul className="grid list-disc gap-1 ps-5">
          <li>{t('public.check.next1', { hours })}</li>
          <li>
            {promise} {hasCode ? t('public.promise.slips') : null}
          </li>
          {ownHours === null ? null : <li className="font-semibold">{ownHours}</li>}
          {lines.map((line) => (
            <li key={line}>{t(`public.check.${line}`)}</li>
          ))}
          <li>{t(reachable ? 'public.check.nextWays' : 'public.check.nextAnonymous')}</li>
          {noHour === null ? null : (
            <li className="font-semibold">
              {noHour} <a href={hoursHref}>{t('public.noHour.tick')}</a>
            </li>
          )}
        </ul>
        <p className="mt-3 text-sm text-ink-soft">{t('public.check.exception')}</p>
      </Notice>
    </div>
  )
}
