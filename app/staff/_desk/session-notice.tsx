import 'server-only'
import type { ReactNode } from 'react'
import { SessionNotice } from '@/components/staff/session-notice'
import { now } from '@/lib/adapters/clock'
import { currentSession } from '@/lib/auth/require-actor'
import { leftOf } from '@/lib/auth/session-life'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'

/** What warns of the end of this request's session; null for nobody. */
export async function sessionNotice(): Promise<ReactNode> {
  const session = await currentSession()
  if (session === null) return null
  const t = translator('en')
  const said = (word: string) => t(`accounts.session.${word}`, { time: '{time}' })
  return (
    <SessionNotice
      url={staffPaths.session}
      left={leftOf(session, now())}
      signInHref={staffPaths.signIn}
      timeZone={currentForce().timeZone}
      words={{
        idleTitle: said('idleTitle'),
        idle: said('idle'),
        wholeTitle: said('wholeTitle'),
        whole: said('whole'),
        endedTitle: said('endedTitle'),
        ended: said('ended'),
        stay: said('stay'),
        stayed: said('stayed'),
        signIn: said('signIn'),
      }}
    />
  )
}
