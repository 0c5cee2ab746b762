import type { ReactNode } from 'react'
import { DeskNav } from '@/components/staff/desk-nav'
import type { DeskPlace, NavCounts } from '@/components/staff/desk-nav'
import { DeskShell } from '@/components/staff/desk-shell'
import { DeskKeys } from '@/components/staff/desk-keys'
import { DeskTitle } from '@/components/staff/desk-title'
import { deskAreas, mayEnter } from '@/lib/domain/desk-areas'
import { mayHoldCases } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { translator } from '@/lib/i18n/translate'
import { countQueue } from '@/lib/queries/count-queue'
import { GlassBanner } from './glass-banner'
import { sessionNotice } from './session-notice'

interface Props {
  readonly actor: Actor
  readonly here: DeskPlace | null
  /** What kind of page it is, for its title: never a reference or a name. */
  readonly title: string
  /** True when the page shows something to put right. */
  readonly problem?: boolean
  /** Counts a page has already; asked for when absent. */
  readonly counts?: NavCounts
  readonly children: ReactNode
}

/** A page of the desk for somebody who is signed in. It draws; each page asks for itself who may see it. */
export async function DeskPage({ actor, here, title, problem = false, counts, children }: Props) {
  const t = translator('en')
  const hasQueue = mayEnter(actor.role, 'queue')
  const shown = counts ?? (hasQueue ? await countQueue(actor) : null)
  const areas = deskAreas.filter((area) => mayEnter(actor.role, area))
  return (
    <DeskShell
      t={t}
      notice={await sessionNotice()}
      signedIn={t('staff.nav.signedIn', { name: actor.name, role: t(`staff.role.${actor.role}`) })}
      nav={<DeskNav here={here} areas={areas} counts={shown} holdsCases={mayHoldCases(actor.role)} t={t} />}
    >
      <DeskTitle page={title} problem={problem} t={t} />
      <GlassBanner actor={actor} />
      {children}
      <DeskKeys />
    </DeskShell>
  )
}
