import type { ReactNode } from 'react'
import { DeskNav } from '@/components/staff/desk-nav'
import type { DeskPlace } from '@/components/staff/desk-places'
import type { NavCounts } from '@/components/staff/nav-items'
import { DeskShell } from '@/components/staff/desk-shell'
import { DeskKeys } from '@/components/staff/desk-keys'
import { DeskTitle } from '@/components/staff/desk-title'
import { deskAreas, mayEnter } from '@/lib/domain/desk-areas'
import { mayHoldCases } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { translator } from '@/lib/i18n/translate'
import type { Translate } from '@/lib/i18n/translate'
import { countQueue } from '@/lib/queries/count-queue'
import { ownDesk } from '@/lib/queries/own-desk'
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
  const [shown, own] = await Promise.all([counts ?? (hasQueue ? countQueue(actor) : null), ownDesk(actor)])
  const areas = deskAreas.filter((area) => mayEnter(actor.role, area))
  return (
    <DeskShell
      t={t}
      notice={await sessionNotice()}
      signedIn={t('staff.nav.signedIn', { name: actor.name, role: t(`staff.role.${actor.role}`) })}
      hasKeys={own.keys}
      asked={shown?.asked ?? 0}
      nav={
        <DeskNav
          {...{ here, areas, t }}
          counts={shown}
          holdsCases={mayHoldCases(actor.role)}
          views={own.views}
        />
      }
    >
      <DeskTitle page={title} problem={problem} t={t} />
      <GlassBanner actor={actor} />
      {children}
      {own.keys ? <DeskKeys words={paletteWords(t)} /> : null}
    </DeskShell>
  )
}

function paletteWords(t: Translate) {
  return {
    title: t('speed.palette.title'),
    label: t('speed.palette.label'),
    none: t('speed.palette.none'),
    close: t('speed.palette.close'),
  }
}
