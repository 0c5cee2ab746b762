import { AsidePart } from '../../_shell/two-columns'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly t: Translate
  /** When submissions are read, in words. */
  readonly hours: string
  /** The promise, in words. */
  readonly when: string
  readonly anonymous: boolean
}

/** What sending means: who reads it and when, what we aim for, and the one exception to keeping it private. */
export function WhatHappens({ t, hours, when, anonymous }: Props) {
  const lines = ['next1', 'next2', 'next3', 'next4'] as const
  return (
    <>
      <AsidePart title={t('public.check.nextTitle')}>
        <ul className="grid gap-2">
          {lines.map((line) => (
            <li key={line}>{t(`public.check.${line}`, { hours, when })}</li>
          ))}
        </ul>
      </AsidePart>
      {anonymous ? <p>{t('public.check.nextAnonymous')}</p> : null}
      <p>{t('public.check.exception')}</p>
    </>
  )
}
