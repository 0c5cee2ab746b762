import type { Actor } from '@/lib/domain/policy'
import type { Translate } from '@/lib/i18n/translate'
import { exposureBandOf, ownExposure } from '@/lib/queries/exposure-of'

/** How much hatred somebody read lately, for themselves alone, and what their supervisor is told of it. */
export async function OwnExposure({ actor, t }: { readonly actor: Actor; readonly t: Translate }) {
  const [count, band] = await Promise.all([ownExposure(actor), exposureBandOf(actor, actor.id)])
  return <p>{t('work.words.ownSaid', { count, band: t(`work.words.band.${band}`) })}</p>
}
