import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import type { Support } from '@/lib/queries/list-support'
import { TellForm } from './tell-form'

interface Props {
  readonly supports: readonly Support[]
  /** Services by id. */
  readonly names: ReadonlyMap<string, string>
  readonly clock: Clock
  readonly action: string
  readonly actorId: string
  readonly typed: Readonly<Record<string, string>>
}

/** To which services somebody agreed, what these may be told, and what came of it; of what holds, a form to tell it or to end it. */
export function Supports({ supports, names, clock, action, actorId, typed }: Props) {
  const { t } = clock
  if (supports.length === 0) return null
  return (
    <section className="mb-6 max-w-3xl" aria-labelledby="supports-title">
      <h2 id="supports-title" className="mb-2 text-lg">
        {t('waysOut.refer.list')}
      </h2>
      <ul className="grid gap-4">
        {supports.map((one) => {
          const service = names.get(one.service) ?? one.service
          return (
            <li key={one.id} data-support={one.service} className="card">
              <h3 className="font-semibold">{service}</h3>
              {linesOf(one, clock).map((line) => (
                <p key={line} className="text-sm">
                  {line}
                </p>
              ))}
              {one.endedAt === null ? (
                <TellForm
                  {...{ action, actorId, service, t }}
                  referral={one.id}
                  hasLetter={one.letterAt !== null && one.toldAt === null}
                  typed={typed.referral === one.id ? typed.words : undefined}
                />
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function linesOf(one: Support, clock: Clock): readonly string[] {
  const { t } = clock
  const { way, givenBy, agreedOn, account, letterAt, toldAt, toldWay, endedAt } = one
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' }).format(agreedOn)
  return [
    t('waysOut.refer.agreed', {
      way: t(`waysOut.refer.way.${way}`),
      by: t(`waysOut.refer.by.${givenBy}`),
      day,
    }),
    t(account ? 'waysOut.refer.tellsAll' : 'waysOut.refer.tells'),
    toldAt === null || toldWay === null
      ? letterAt === null
        ? t('waysOut.refer.notTold')
        : t('waysOut.refer.letterMade', { at: saidTime(letterAt, clock) })
      : t(`waysOut.refer.told.${toldWay}`, { at: saidTime(toldAt, clock) }),
    ...(endedAt === null ? [] : [t('waysOut.refer.ended', { at: saidTime(endedAt, clock) })]),
  ]
}
