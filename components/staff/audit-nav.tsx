import { staffPaths } from '@/lib/config/paths'
import type { Translate } from '@/lib/i18n/translate'

/** The pages of whoever answers for looking. */
export const auditTabs = ['log', 'who', 'flags', 'sample', 'glass', 'decoys', 'health'] as const
export type AuditTab = (typeof auditTabs)[number]

const hrefs: Readonly<Record<AuditTab, string>> = {
  log: staffPaths.audit,
  who: staffPaths.auditWho,
  flags: staffPaths.auditFlags,
  sample: staffPaths.auditSample,
  glass: staffPaths.auditGlass,
  decoys: staffPaths.auditDecoys,
  health: staffPaths.auditHealth,
}

interface Props {
  readonly here: AuditTab
  /** The pages that are this person's, in order. */
  readonly tabs: readonly AuditTab[]
  /** How much waits on a page, where something can. */
  readonly waiting: Readonly<Partial<Record<AuditTab, number>>>
  readonly t: Translate
}

const look =
  'inline-flex items-baseline gap-1.5 border-b-2 border-transparent py-1.5 text-ink no-underline hover:border-line-strong aria-[current]:border-brand aria-[current]:font-semibold aria-[current]:text-brand'

/** The way between the pages of the audit, each with how much waits there. */
export function AuditNav({ here, tabs, waiting, t }: Props) {
  return (
    <nav aria-label={t('oversight.nav.label')} className="no-print mb-4 border-b border-line">
      <ul className="flex flex-wrap gap-x-6">
        {tabs.map((tab) => (
          <li key={tab}>
            <a href={hrefs[tab]} aria-current={tab === here ? 'page' : undefined} className={look}>
              {t(`oversight.nav.${tab}`)}
              <Waiting count={waiting[tab] ?? 0} t={t} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Waiting({ count, t }: { readonly count: number; readonly t: Translate }) {
  if (count === 0) return null
  return (
    <span className="rounded-full border border-line-strong px-1.5 text-sm font-normal text-ink-soft tabular-nums">
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t('oversight.nav.waiting', { count })}</span>
    </span>
  )
}
