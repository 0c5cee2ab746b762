import { staffPaths } from '@/lib/config/paths'
import { LinkButton, Button } from '@/components/ui/button'
import { ActForm } from '@/components/staff/act-form'
import type { ShownCase } from '@/components/staff/act-form'
import { AssignForm } from '@/components/staff/assign-form'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { DeskAlertsNotice } from '@/components/staff/desk-alerts-notice'
import { Key } from '@/components/staff/key'
import { RiskCard } from '@/components/staff/risk-card'
import { RiskMark } from '@/components/staff/risk-mark'
import { SuggestedOfficers } from '@/components/staff/suggested-officers'
import type { Suggestion } from '@/components/staff/suggestion'
import { WithName } from '@/components/staff/with-name'
import type { DeskAlerts } from '@/lib/domain/desk-alerts'
import type { Risk } from '@/lib/domain/words'

/** A case in view beside the queue: what is published of it, and what this person may do. */
export interface Preview {
  readonly shown: ShownCase
  readonly risk: Risk
  readonly riskSuggested: Risk
  readonly riskDecided: boolean
  readonly riskRules: readonly string[]
  readonly alerts: DeskAlerts
  readonly told: { readonly at: Date; readonly who: string | null } | null
  readonly receivedAt: Date
  readonly firstOpenedAt: Date | null
  /** Who is asked to take it, since when. */
  readonly asked: { readonly name: string; readonly at: Date } | null
  readonly may: {
    readonly open: boolean
    readonly tell: boolean
    readonly take: boolean
    readonly assign: boolean
  }
  /** Null where somebody holds the case already. */
  readonly suggestion: Suggestion | null
}

interface Props {
  readonly preview: Preview
  readonly clock: Clock
  /** Query of the queue as it is shown, to come back to. */
  readonly back: string
}

/** The pane on wide screens. Nothing sealed is here, so looking leaves no trace; opening does. */
export function PreviewPane({ preview, clock, back }: Props) {
  const { t } = clock
  const { shown, may, suggestion } = preview
  const { reference } = shown
  const act = { shown, back }
  return (
    <>
      <div>
        <h2 className="text-lg">{reference}</h2>
        <p className="text-ink-soft">
          {t('staff.pane.received', { at: saidTime(preview.receivedAt, clock) })}{' '}
          <OpenedWords {...{ preview, clock }} />
        </p>
        {preview.asked === null ? null : <AskedWords {...preview.asked} clock={clock} />}
      </div>
      {may.open ? (
        <DeskAlertsNotice
          alerts={preview.alerts}
          told={preview.told}
          telling={may.tell ? act : null}
          level={3}
          clock={clock}
        />
      ) : null}
      {may.open ? (
        <section className="card border-warn bg-warn-wash">
          <h3 className="font-bold text-warn">{t('staff.pane.safeTitle')}</h3>
          <p>{t('staff.pane.safe')}</p>
        </section>
      ) : (
        <div className="card text-ink-soft">
          <RiskMark risk={preview.risk} t={t} />
          <p>{t('staff.pane.cannotOpen')}</p>
        </div>
      )}
      {suggestion === null ? null : (
        <SuggestedOfficers
          suggestion={suggestion}
          t={t}
          assign={
            may.assign
              ? (officer, first) => <AssignForm {...act} officer={officer} first={first} t={t} />
              : undefined
          }
        />
      )}
      <div className="flex flex-wrap gap-2">
        {may.take ? (
          <ActForm {...act} act="take">
            <Button look={may.assign ? 'quiet' : 'main'}>{t('staff.act.take')}</Button>
          </ActForm>
        ) : null}
        {may.open ? (
          <LinkButton look="quiet" href={staffPaths.case(reference)}>
            {t('staff.act.open')} <Key>Enter</Key>
          </LinkButton>
        ) : null}
      </div>
      {may.open ? (
        <RiskCard
          risk={preview.risk}
          suggested={preview.riskSuggested}
          decided={preview.riskDecided}
          again={null}
          rules={preview.riskRules}
          t={t}
        />
      ) : null}
    </>
  )
}

function OpenedWords({ preview, clock }: Pick<Props, 'preview' | 'clock'>) {
  const { t } = clock
  if (preview.firstOpenedAt === null) return t('staff.pane.notOpened')
  return t('staff.pane.opened', { at: saidTime(preview.firstOpenedAt, clock) })
}

function AskedWords({ name, at, clock }: NonNullable<Preview['asked']> & { readonly clock: Clock }) {
  const since = saidTime(at, clock)
  return (
    <p className="text-ink-soft">
      <WithName name={name} say={(named) => clock.t('offer.asked.inPane', { name: named, at: since })} />
    </p>
  )
}
