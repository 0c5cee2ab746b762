import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly path: string
  /** What the page is narrowed to. */
  readonly narrowed: Readonly<Record<string, string>>
  readonly page: number
  readonly more: boolean
  /** What is listed has the newest first. */
  readonly isNewestFirst?: boolean
  readonly t: Translate
}

/** The way to the pages before and after, where there are some. */
export function NewerOlder({ path, narrowed, page, more, isNewestFirst = false, t }: Props) {
  const hrefOf = (to: number) =>
    `${path}?${new URLSearchParams({ ...narrowed, page: String(to) }).toString()}`
  return (
    <p className="mt-4 flex gap-4">
      {page > 1 ? (
        <a href={hrefOf(page - 1)}>{t(isNewestFirst ? 'staff.audit.newer' : 'staff.queue.previous')}</a>
      ) : null}
      {more ? (
        <a href={hrefOf(page + 1)}>{t(isNewestFirst ? 'staff.audit.older' : 'staff.queue.next')}</a>
      ) : null}
    </p>
  )
}
