import type { Actor } from '@/lib/domain/policy'
import type { Translate } from '@/lib/i18n/translate'
import { sealedListState } from '@/lib/queries/sealed-list-state'

/** Says plainly when nobody is on the list for sealed cases, and when one of these has nobody to read it. */
export async function SealedListNotice({ actor, t }: { readonly actor: Actor; readonly t: Translate }) {
  const { isEmpty, isUnread } = await sealedListState(actor)
  if (!isEmpty && !isUnread) return null
  return (
    <section
      aria-labelledby="sealed-list-title"
      className={`notice mb-4 py-2 ${isUnread ? 'tone-danger' : 'tone-warn'}`}
    >
      <h2 id="sealed-list-title" className="font-bold">
        {t('standing.list.title')}
      </h2>
      {isUnread ? <p>{t('standing.list.unread')}</p> : null}
      {isEmpty ? <p>{t('standing.list.empty')}</p> : null}
    </section>
  )
}
