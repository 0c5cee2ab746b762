import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import type { Translate } from '@/lib/i18n/translate'

/** Finds cases by a reference or by what people gave of themselves. It is posted, so that what is typed is in no address and no history. */
export function SearchForm({ t }: { readonly t: Translate }) {
  const hint = t('staff.search.hint')
  return (
    <form
      method="post"
      action={staffPaths.searchAnswer}
      role="search"
      aria-label={t('staff.search.label')}
      className="mb-2.5 flex flex-wrap items-center gap-2"
    >
      <input
        type="search"
        name="text"
        required
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        aria-label={`${t('staff.search.label')}: ${hint}`}
        placeholder={hint}
        data-find
        className="chip min-w-64 grow md:max-w-md"
      />
      <Button look="quiet">{t('staff.search.go')}</Button>
    </form>
  )
}
