import type { ReactNode } from 'react'
import { ForceNotice } from '@/components/staff/force-notice'
import { env } from '@/lib/config/env'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import { translator } from '@/lib/i18n/translate'
import { DeskPage } from '../../_desk/desk-page'
import { OwnNotice } from './own-notice'

interface Props {
  readonly actor: Actor
  readonly title: string
  readonly query: Readonly<Record<string, string | string[] | undefined>>
  /** A page for one thing leads back to the list of all. */
  readonly isPart?: boolean
  readonly children: ReactNode
}

/** The frame of the pages about one's own sign-in. */
export function OwnPage({ actor, title, query, isPart = false, children }: Props) {
  const t = translator('en')
  const { forceSignIn } = env()
  return (
    <DeskPage actor={actor} here="own" title={title} problem={query.problem !== undefined}>
      <div className="max-w-measure px-4 py-4 md:px-6">
        {isPart ? (
          <p className="mb-2 text-sm">
            <a href={staffPaths.ownSignIn}>{t('signIn.own.back')}</a>
          </p>
        ) : null}
        <h1 className="mb-3 text-xl">{title}</h1>
        <OwnNotice query={query} t={t} />
        {forceSignIn === null ? null : <ForceNotice name={forceSignIn.name} problem={query.problem} t={t} />}
        {children}
      </div>
    </DeskPage>
  )
}
