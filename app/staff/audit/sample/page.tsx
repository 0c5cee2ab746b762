import { SampledLook } from '@/components/staff/sampled-look'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Translate } from '@/lib/i18n/translate'
import { listSample } from '@/lib/queries/list-sample'
import { deskClock } from '../../_desk/clock'
import { KeptNotice } from '../../_desk/kept-notice'
import { keptForm } from '../../_http/kept-form'
import { AuditFrame } from '../_audit/audit-frame'
import { AuditNotice } from '../_audit/audit-notice'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The looks of the weeks that were drawn and wait to be signed, and how many of them are. None of whoever asks. */
export default async function SamplePage({ searchParams }: Props) {
  const actor = await requireEntrance('audit')
  const [{ looks, more, lastWeek, lastWeeks }, query, kept] = await Promise.all([
    listSample(actor),
    searchParams,
    keptForm(actor, staffPaths.auditSample),
  ])
  const clock = deskClock()
  const { t } = clock
  return (
    <AuditFrame actor={actor} tab="sample" problem={query.problem !== undefined}>
      <h1 className="text-xl">{t('oversight.sample.title')}</h1>
      <p className="mt-1 mb-4 max-w-measure text-ink-soft">{t('oversight.sample.lead')}</p>
      <AuditNotice query={query} t={t} />
      <KeptNotice query={query} kept={kept} t={t} />
      <dl className="mb-4 grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]" data-figures="">
        <Figure label={t('oversight.sample.lastWeek')} figure={lastWeek} t={t} />
        <Figure label={t('oversight.sample.lastWeeks')} figure={lastWeeks} t={t} />
      </dl>
      {lastWeeks.own === 0 ? null : (
        <p className="notice mb-4 max-w-measure">{t('oversight.sample.own', { count: lastWeeks.own })}</p>
      )}
      <h2 className="mb-2 text-lg">{t('oversight.flags.waiting')}</h2>
      {more ? <p className="mb-2">{t('oversight.sample.more', { shown: looks.length })}</p> : null}
      {looks.length === 0 ? (
        <p className="card text-ink-soft">{t('oversight.sample.none')}</p>
      ) : (
        <ul className="grid max-w-[60rem] gap-4">
          {looks.map((look) => (
            <SampledLook key={look.id} look={look} mayOpen={mayEnter(actor.role, 'queue')} clock={clock} />
          ))}
        </ul>
      )}
    </AuditFrame>
  )
}

interface FigureProps {
  readonly label: string
  readonly figure: { readonly drawn: number; readonly signed: number }
  readonly t: Translate
}

function Figure({ label, figure: { drawn, signed }, t }: FigureProps) {
  return (
    <>
      <dt className="font-semibold">{label}</dt>
      <dd className="tabular-nums">
        {drawn === 0
          ? t('oversight.sample.notDrawn')
          : t('oversight.sample.signed', { signed, drawn, percent: Math.floor((signed / drawn) * 100) })}
      </dd>
    </>
  )
}
