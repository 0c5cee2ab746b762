import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly page: number
  readonly pages: number
  readonly hrefOf: (page: number) => string
  /** What it is the pages of, where there is more than one list. */
  readonly label?: string
  readonly t: Translate
}

/** The way to further pages; nothing when there is only one. */
export function Pager({ page, pages, hrefOf, label, t }: Props) {
  if (pages <= 1) return null
  return (
    <nav aria-label={label ?? t('staff.queue.pages')} className="mt-4 flex items-center gap-4 text-sm">
      {page > 1 ? <a href={hrefOf(page - 1)}>{t('staff.queue.previous')}</a> : null}
      <span className="text-ink-soft">{t('staff.queue.page', { page, pages })}</span>
      {page < pages ? <a href={hrefOf(page + 1)}>{t('staff.queue.next')}</a> : null}
    </nav>
  )
}
