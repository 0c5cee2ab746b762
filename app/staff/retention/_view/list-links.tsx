import { staffPaths } from '@/lib/config/paths'
import { retentionLists } from '@/lib/domain/retention'
import type { RetentionList } from '@/lib/domain/retention'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly here: RetentionList
  readonly counts: Readonly<Record<RetentionList, number>>
  readonly t: Translate
}

/** The lists, with how many cases are in each. */
export function ListLinks({ here, counts, t }: Props) {
  return (
    <nav aria-label={t('retention.lists')} className="mb-4">
      <ul className="flex flex-wrap gap-1">
        {retentionLists.map((list) => (
          <li key={list}>
            <a
              href={staffPaths.retentionList(list)}
              aria-current={list === here ? 'page' : undefined}
              className="flex gap-2 rounded-md px-2.5 py-1.5 text-ink no-underline hover:bg-brand-wash hover:text-ink aria-[current]:bg-brand-wash aria-[current]:font-semibold aria-[current]:text-brand"
            >
              {t(`retention.list.${list}`)}
              <span className="font-normal text-ink-soft tabular-nums">{counts[list]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
