import { heldDraft } from '@/app/_form/draft-cookie'
import { noteFailure } from '@/app/_form/guarded'
import { Button, LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { journeySetting } from '@/lib/commands/journey-setting'
import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { unsentOf } from '@/lib/journeys/unsent'
import type { Locale } from '@/lib/i18n/locales'
import type { Unsent } from '@/lib/journeys/unsent'

/** Says that this browser holds answers that are not sent, whoever wrote them: to go on with, or to delete. */
export async function UnsentNotice({ locale }: { readonly locale: Locale }) {
  const unsent = await unsentHere()
  if (unsent.length === 0) return null
  const t = translator(locale)
  return (
    <div className="mb-8">
      <Notice level={2} title={t('public.unsent.heading')}>
        <p>{t('public.unsent.text')}</p>
        <form
          method="post"
          action={publicPaths.startOver(locale)}
          className="mt-4 flex flex-wrap items-center gap-3"
        >
          {unsent.map(({ id, slug }) => (
            <LinkButton
              key={id}
              look="quiet"
              href={slug === null ? publicPaths.check(locale, id) : publicPaths.step(locale, id, slug)}
            >
              {t(`public.unsent.${id}`)}
            </LinkButton>
          ))}
          <Button look="quiet">{t('public.unsent.delete')}</Button>
        </form>
      </Notice>
    </div>
  )
}

/** The pages that show this must work without a database too: what cannot be read is not spoken of. */
async function unsentHere(): Promise<readonly Unsent[]> {
  try {
    const draft = await heldDraft('public')
    const begun = await Promise.all(
      Object.entries(draft?.journeys ?? {}).map(async ([id, held]) =>
        unsentOf({ [id]: held }, await journeySetting('online', held.answers)),
      ),
    )
    return begun.flat()
  } catch (error) {
    noteFailure('draft-unreadable', error)
    return []
  }
}
