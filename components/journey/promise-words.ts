import { promiseKind } from '@/lib/domain/clocks/promise-words'
import type { ShownPromise } from '@/lib/domain/clocks/promise-words'
import type { Translate } from '@/lib/i18n/translate'

/** A promise in words that are true at `now`; `say` puts a time in the words of whoever reads it. */
export function promiseWords(
  promise: ShownPromise,
  now: Date,
  t: Translate,
  say: (at: Date) => string,
): string {
  const { by, dutyAt } = promise
  return t(`public.promise.${promiseKind(promise, now)}`, { by: say(by), duty: say(dutyAt ?? by) })
}

/** A confirmation's own promise. One from before promises came from the rota names nobody. */
export function promiseOfSent(sent: {
  readonly promisedBy: string
  readonly reachable: boolean
  readonly dutyAt?: string | null
  readonly beyondTarget?: boolean
  readonly asked?: ShownPromise['asked']
}): ShownPromise {
  const { dutyAt = null } = sent
  return {
    asked: sent.asked ?? 'nobody',
    reachable: sent.reachable,
    by: new Date(sent.promisedBy),
    dutyAt: dutyAt === null ? null : new Date(dutyAt),
    beyondTarget: sent.beyondTarget ?? false,
  }
}
