import type { ReactNode } from 'react'
import { PasskeyList } from '@/components/staff/passkey-list'
import { SessionList } from '@/components/staff/session-list'
import { LinkButton } from '@/components/ui/button'
import { hasOnePasskeyAlone, isLastWayIn, ownFactors } from '@/lib/auth/own-factors'
import type { OwnFactors } from '@/lib/auth/own-factors'
import { requireSession } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import { translator } from '@/lib/i18n/translate'
import type { Translate } from '@/lib/i18n/translate'
import { listSessions } from '@/lib/queries/list-sessions'
import { ownOfficer } from '@/lib/queries/own-officer'
import { deskClock } from '../_desk/clock'
import { OwnExposure } from '../_desk/own-exposure'
import { CodesLeft } from './_own/codes-left'
import { ForceSection } from './_own/force-section'
import { LettersSection } from './_own/letters-section'
import { OwnPage } from './_own/own-page'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** How whoever is signed in signs in, and where they are. */
export default async function OwnSignInPage({ searchParams }: Props) {
  const session = await requireSession()
  const factors = await ownFactors(session)
  const [sessions, officer] = await Promise.all([
    listSessions(session.actor, session.actor.id),
    ownOfficer(session.actor),
  ])
  const t = translator('en')
  const clock = deskClock()
  return (
    <OwnPage actor={session.actor} title={t('signIn.own.title')} query={await searchParams}>
      <p className="mb-5 text-ink-soft">{t('signIn.own.lead')}</p>
      {hasOnePasskeyAlone(factors) ? <Alone t={t} /> : null}
      {factors.isPasswordClosed ? (
        <div role="alert" className="notice tone-danger mb-4">
          <p className="font-bold text-danger">{t('signIn.own.password.closedTitle')}</p>
          <p>{t('signIn.own.password.closed')}</p>
        </div>
      ) : null}
      <Part title={t('signIn.own.passkeys.title')}>
        {factors.passkeys.length === 0 ? <p>{t('signIn.own.passkeys.none')}</p> : null}
        <PasskeyList
          passkeys={factors.passkeys}
          action={staffPaths.ownPasskeys}
          isLast={isLastWayIn(factors)}
          clock={clock}
        />
        <Way href={staffPaths.ownPasskeys}>{t('signIn.own.add')}</Way>
      </Part>
      <PasswordParts factors={factors} t={t} />
      <ForceSection actor={session.actor} clock={clock} />
      <LettersSection actor={session.actor} t={t} />
      <Part title={t('standing.links.title')}>
        <p>{t('standing.links.lead')}</p>
        <Way href={staffPaths.ownLinks}>{t('standing.links.manage')}</Way>
      </Part>
      {officer === null ? null : (
        <Part title={t('staff.officer.ownTitle')}>
          <p>{t('staff.officer.ownLead')}</p>
          <Way href={staffPaths.officer(officer)}>{t('staff.officer.ownSee')}</Way>
        </Part>
      )}
      {mayEnter(session.actor.role, 'queue') ? (
        <Part title={t('work.words.own')}>
          <OwnExposure actor={session.actor} t={t} />
        </Part>
      ) : null}
      <Part title={t('signIn.own.sessions')}>
        <SessionList
          sessions={sessions}
          current={session.handle}
          action={`${staffPaths.ownSignIn}/sessions`}
          clock={clock}
        />
      </Part>
    </OwnPage>
  )
}

function PasswordParts({ factors, t }: { readonly factors: OwnFactors; readonly t: Translate }) {
  const { hasPassword, hasAuthenticator } = factors
  const said = (part: string, has: boolean) => t(`signIn.own.${part}.${has ? 'has' : 'none'}`)
  const act = (part: string, has: boolean) => t(`signIn.own.${part}.${has ? 'change' : 'set'}`)
  return (
    <>
      <Part title={t('signIn.own.password.title')}>
        <p>{said('password', hasPassword)}</p>
        <Way href={staffPaths.ownPassword}>{act('password', hasPassword)}</Way>
      </Part>
      <Part title={t('signIn.own.authenticator.title')}>
        <p>{said('authenticator', hasAuthenticator)}</p>
        {hasPassword ? (
          <Way href={staffPaths.ownAuthenticator}>{act('authenticator', hasAuthenticator)}</Way>
        ) : null}
      </Part>
      <Part title={t('signIn.own.codes.title')}>
        <CodesLeft factors={factors} t={t} />
        {hasPassword ? <Way href={staffPaths.ownRecoveryCodes}>{t('signIn.own.codes.manage')}</Way> : null}
      </Part>
    </>
  )
}

/** What to do next for somebody with one passkey and nothing else. */
function Alone({ t }: { readonly t: Translate }) {
  return (
    <section className="notice tone-warn mb-6" aria-labelledby="alone-title">
      <h2 id="alone-title" className="text-lg">
        {t('signIn.own.alone.title')}
      </h2>
      <p className="mt-1 mb-3">{t('signIn.own.alone.lead')}</p>
      <p className="flex flex-wrap gap-2">
        <LinkButton href={staffPaths.ownPasskeys}>{t('signIn.own.alone.passkey')}</LinkButton>
        <LinkButton look="quiet" href={staffPaths.ownPassword}>
          {t('signIn.own.password.set')}
        </LinkButton>
      </p>
    </section>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mb-6 grid gap-2 border-t border-line pt-3">
      <h2 className="text-lg">{title}</h2>
      {children}
    </section>
  )
}

function Way({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <p>
      <LinkButton look="quiet" href={href}>
        {children}
      </LinkButton>
    </p>
  )
}
