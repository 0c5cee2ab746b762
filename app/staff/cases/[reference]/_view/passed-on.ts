import 'server-only'
import type { Actor } from '@/lib/domain/policy'
import type { Translate } from '@/lib/i18n/translate'
import { listPassings } from '@/lib/queries/list-passings'
import { forceNames } from '../../../_desk/clock'

/** That another force has the case, under which reference, and that it can be closed here for it; null where none has. */
export async function passedOnWords(actor: Actor, caseId: string, t: Translate): Promise<string | null> {
  const has = (await listPassings(actor, caseId)).find(({ state }) => state === 'acknowledged')
  if (has === undefined) return null
  const force = forceNames().get(has.partner) ?? has.partner
  return t('waysOut.pass.closes', { force, reference: has.theirReference ?? '' })
}
