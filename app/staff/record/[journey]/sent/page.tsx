import { redirect } from 'next/navigation'
import { hoursBeginOf, noHourWords, ownHoursWords } from '@/components/journey/no-hour'
import { promiseOfSent, promiseWords } from '@/components/journey/promise-words'
import { NightNote } from '@/components/staff/night-note'
import { LinkButton } from '@/components/ui/button'
import { DeskAlertsNotice } from '@/components/staff/desk-alerts-notice'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { deskAlerts } from '@/lib/domain/desk-alerts'
import { formatReturnCode } from '@/lib/domain/return-code'
import type { Translate } from '@/lib/i18n/translate'
import { recordedCase } from '@/lib/queries/recorded-case'
import type { RecordedCase } from '@/lib/queries/recorded-case'
import { deskClock } from '../../../_desk/clock'
import { DeskPage } from '../../../_desk/desk-page'
import { DoneNotice } from '../../../_desk/done-notice'
import { firstAreaOf } from '../../../_desk/first-area'
import { shownTo } from '../../../_desk/shown-to'
import { heldRecording } from '../../_record/held-recording'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** It is sent: what to read out, the only time the return code is shown. */
export default async function RecordSentPage({ searchParams }: Props) {
  const actor = await requireEntrance('record')
  const sent = (await heldRecording(actor))?.sent ?? null
  if (sent === null) redirect(staffPaths.record)
  const recorded = await recordedCase(actor, sent.reference)
  const query = await searchParams
  const clock = deskClock()
  const { t } = clock
  const code = sent.returnCode === null ? null : formatReturnCode(sent.returnCode)
  const lines = [
    { label: t('staff.record.sentReference'), value: sent.reference },
    ...(code === null ? [] : [{ label: t('staff.record.sentCode'), value: code }]),
  ]
  return (
    <DeskPage
      actor={actor}
      here="record"
      title={t('staff.record.sentPageTitle')}
      problem={query.problem !== undefined}
    >
      <div className="max-w-measure px-4 py-4 md:px-6">
        <h1 className="mb-4 text-xl">{t('staff.record.sentTitle')}</h1>
        <DoneNotice query={query} t={t} />
        {recorded === null ? null : (
          <DeskAlertsNotice
            alerts={deskAlerts(recorded)}
            told={recorded.told}
            telling={recorded.mayTell ? { shown: shownTo(actor, recorded), from: 'recording' } : null}
            level={2}
            clock={clock}
          />
        )}
        <dl className="grid gap-4 rounded-lg border border-good bg-good-wash px-5 py-4">
          {lines.map(({ label, value }) => (
            <div key={label}>
              <dt className="text-ink-soft">{label}</dt>
              <dd className="font-mono text-lg font-bold tracking-wide">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 font-semibold">
          {promiseWords(promiseOfSent(sent), {
            now: clock.now,
            t,
            locale: 'en',
            voice: 'spoken',
          })}{' '}
          {t(sent.reachable ? 'staff.record.sentReachable' : 'staff.record.sentNoContact')}{' '}
          {noHourWords(sent.barred ?? [], t, 'en')} {ownHoursWords(hoursBeginOf(sent), t, 'en')}
        </p>
        <NightNote at={promiseOfSent(sent).by} t={t} />
        <p className="mt-3">{t(code === null ? 'staff.record.sentNoCode' : 'staff.record.sentCodeMore')}</p>
        <OfferCallBack recorded={recorded} t={t} />
        <div className="mt-5 flex flex-wrap gap-2">
          <LinkButton href={staffPaths.record}>{t('staff.record.sentDone')}</LinkButton>
          <LinkButton look="quiet" href={firstAreaOf(actor.role)}>
            {t(actor.role === 'centre-worker' ? 'sent.title' : 'staff.record.sentEnd')}
          </LinkButton>
        </div>
      </div>
    </DeskPage>
  )
}

function OfferCallBack({ recorded, t }: { readonly recorded: RecordedCase | null; readonly t: Translate }) {
  if (recorded?.mayAgreeCallBack !== true) return null
  return (
    <p className="mt-3">
      <a href={staffPaths.callBack(recorded.reference)} className="font-semibold">
        {t('callBack.offer')}
      </a>
    </p>
  )
}
