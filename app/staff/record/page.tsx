import { Button } from '@/components/ui/button'
import { requireEntrance } from '@/lib/auth/require-actor'
import { channelsOf } from '@/lib/commands/start-recording'
import { staffPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { centreOf } from '@/lib/queries/centre-of'
import { DeskPage } from '../_desk/desk-page'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const journeys = ['report', 'liaison'] as const

/** Where recording for somebody else begins: how they reached us and what they want. */
export default async function RecordPage({ searchParams }: Props) {
  const actor = await requireEntrance('record')
  const { problem } = await searchParams
  const t = translator('en')
  const channels = channelsOf(actor.role)
  const isPlaceless = actor.role === 'centre-worker' && (await centreOf(actor)) === null
  const choice = (name: string, legend: string, options: readonly { value: string; label: string }[]) => (
    <fieldset>
      <legend className="label text-base">{legend}</legend>
      <div className="grid gap-2">
        {options.map(({ value, label }) => (
          <label key={value} className="option">
            <input type="radio" name={name} value={value} required className="tick" />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
  return (
    <DeskPage actor={actor} here="record" title={t('staff.record.title')} problem={problem !== undefined}>
      <div className="max-w-measure px-4 py-4 md:px-6">
        <h1 className="text-xl">{t('staff.record.title')}</h1>
        <p className="mt-1 text-ink-soft">{t('staff.record.lead')}</p>
        <p className="notice tone-danger my-4 py-2 font-semibold">{t('staff.record.danger')}</p>
        {problem === undefined ? null : (
          <p role="alert" className="notice tone-danger mb-4 py-2">
            {t('staff.record.choose')}
          </p>
        )}
        {isPlaceless ? <p className="notice tone-warn mb-4 py-2">{t('sent.noCentre')}</p> : null}
        <form method="post" action={`${staffPaths.record}/start`} className="grid gap-5">
          {channels.length === 1 ? (
            <input type="hidden" name="channel" value={channels[0]} />
          ) : (
            choice(
              'channel',
              t('staff.record.channel'),
              channels.map((value) => ({ value, label: t(`staff.record.channels.${value}`) })),
            )
          )}
          {choice(
            'journey',
            t('staff.record.journey'),
            journeys.map((value) => ({ value, label: t(`staff.record.journeys.${value}`) })),
          )}
          <div>
            <Button>{t('staff.record.start')}</Button>
          </div>
        </form>
      </div>
    </DeskPage>
  )
}
