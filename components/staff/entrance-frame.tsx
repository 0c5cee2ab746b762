import type { ReactNode } from 'react'
import { DeskTitle } from '@/components/staff/desk-title'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  /** The heading. */
  readonly title: string
  /** What kind of page it is, where the heading names somebody: the title of the document does not. */
  readonly page?: string
  /** True when the page shows something to put right. */
  readonly problem?: boolean
  /** Room for two steps in place of one short form. */
  readonly isWide?: boolean
  /** Outside the card: says in good time that a session ends. */
  readonly notice?: ReactNode
  readonly t: Translate
  readonly children: ReactNode
}

/** The frame of the pages before the desk: one card, however long a name or an address in it is. */
export function EntranceFrame({
  title,
  page = title,
  problem = false,
  isWide = false,
  notice = null,
  t,
  children,
}: Props) {
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] place-items-center bg-paper-2 px-4 py-8">
      <DeskTitle page={page} problem={problem} t={t} />
      {notice}
      <main
        className={`w-full min-w-0 ${isWide ? 'max-w-[32rem]' : 'max-w-[24rem]'} rounded-lg border border-line bg-paper px-6 py-7 wrap-anywhere`}
      >
        <p className="mb-4 font-bold text-brand">{t('staff.product')}</p>
        <h1 className="text-xl">{title}</h1>
        {children}
      </main>
    </div>
  )
}
