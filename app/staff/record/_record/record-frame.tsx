import type { ComponentProps, ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import type { Channel } from '@/lib/domain/words'
import { translator } from '@/lib/i18n/translate'
import { DeskPage } from '../../_desk/desk-page'

interface Props extends Pick<ComponentProps<typeof DeskPage>, 'title' | 'problem'> {
  readonly actor: Actor
  readonly channel: Channel
  /** What to tell the person now, line by line. */
  readonly readOut: readonly { readonly title?: string; readonly text: string }[]
  readonly children: ReactNode
}

/** A page of a recording: the questions, and beside them what to say aloud and the way to stop. */
export function RecordFrame({ actor, channel, readOut, children, ...titled }: Props) {
  const t = translator('en')
  return (
    <DeskPage actor={actor} here="record" {...titled}>
      <div className="grid gap-6 px-4 py-4 md:px-6 xl:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="max-w-[56rem] min-w-0">{children}</div>
        <aside className="grid content-start gap-4 max-xl:order-first">
          <section className="rounded-lg border border-brand bg-brand-wash px-4 py-3">
            <h2 className="mb-1 text-sm font-semibold text-brand">{t('staff.record.readOut')}</h2>
            <ul className="grid gap-1.5">
              {readOut.map(({ title, text }) => (
                <li key={text}>
                  {title === undefined ? null : <b className="block">{title}</b>}
                  {text}
                </li>
              ))}
            </ul>
          </section>
          <form
            method="post"
            action={`${staffPaths.record}/leave`}
            className="flex flex-wrap items-center gap-3 text-sm"
          >
            <span className="text-ink-soft">{t(`staff.record.channels.${channel}`)}.</span>
            <Button look="quiet">{t('staff.record.leave')}</Button>
          </form>
        </aside>
      </div>
    </DeskPage>
  )
}
