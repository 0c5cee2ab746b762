import type { Translate } from '@/lib/i18n/translate'

interface Props {
  /** What kind of page it is: never a reference or a name, because it stands in the browser's history. */
  readonly page: string
  /** True when the page shows something to put right, which the title then says. */
  readonly problem?: boolean
  readonly t: Translate
}

/** The title of a page of the desk. */
export function DeskTitle({ page, problem = false, t }: Props) {
  return <title>{t(problem ? 'staff.errorTitle' : 'staff.pageTitle', { page })}</title>
}
