import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { Button } from '@/components/ui/button'
import type { Passing } from '@/lib/queries/list-passings'

interface Props {
  readonly passings: readonly Passing[]
  /** Police forces by id. */
  readonly names: ReadonlyMap<string, string>
  readonly clock: Clock
  /** Where it is said under which reference a force has it. */
  readonly action: string
  readonly actorId: string
  readonly typed: string | undefined
}

/** To whom a case was passed and what they said; of one that went as a file, a place for what they say. */
export function Passings({ passings, names, clock, action, actorId, typed }: Props) {
  const { t } = clock
  if (passings.length === 0) return null
  return (
    <section className="card mb-6 max-w-3xl" aria-labelledby="passed-title">
      <h2 id="passed-title" className="card-title">
        {t('waysOut.pass.before')}
      </h2>
      <ul className="grid gap-3">
        {passings.map((one) => (
          <li key={one.id}>
            <p>{passingWords(one, names, clock)}</p>
            {one.way === 'file' && one.state === 'waiting' ? (
              <form method="post" action={action} className="mt-2 flex flex-wrap items-end gap-2">
                <input type="hidden" name="shown-to" value={actorId} />
                <input type="hidden" name="passing" value={one.id} />
                <div>
                  <label className="label" htmlFor={`theirs-${one.id}`}>
                    {t('waysOut.pass.reference')}
                  </label>
                  <p id={`hint-${one.id}`} className="mb-1 text-sm text-ink-soft">
                    {t('waysOut.pass.sayHint')}
                  </p>
                  <input
                    id={`theirs-${one.id}`}
                    name="theirs"
                    required
                    defaultValue={typed}
                    autoComplete="off"
                    aria-describedby={`hint-${one.id}`}
                    className="input w-52"
                  />
                </div>
                <Button look="quiet">{t('waysOut.pass.say')}</Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function passingWords(one: Passing, names: Props['names'], clock: Clock): string {
  const { t } = clock
  const { partner, state, refusal, theirReference, madeAt, answeredAt } = one
  return t(`waysOut.pass.state.${state}`, {
    force: names.get(partner) ?? partner,
    at: saidTime(answeredAt ?? madeAt, clock),
    reference: theirReference ?? '',
    why: refusal === null ? '' : t(`waysOut.refusal.${refusal}`),
  })
}
