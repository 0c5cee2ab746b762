import { staffPaths } from '@/lib/config/paths'
import type { SeveralAct } from '@/lib/domain/own-queue/several'
import type { Translate } from '@/lib/i18n/translate'

interface Outcome {
  readonly reference: string
  readonly code: string
}

interface Props {
  readonly act: SeveralAct
  readonly outcomes: readonly Outcome[]
  readonly t: Translate
}

/** What was done to several cases, one by one, and what was not and why. */
export function SeveralOutcomes({ act, outcomes, t }: Props) {
  const done = outcomes.filter(({ code }) => code === 'done')
  const others = outcomes.filter(({ code }) => code !== 'done')
  const why = (code: string) => t(t.has(`speed.why.${code}`) ? `speed.why.${code}` : 'speed.why.other')
  return (
    <div role="status" className="grid gap-4">
      <section className={`notice ${done.length === 0 ? '' : 'tone-good'}`.trim()}>
        <h2 className="text-lg">{t(`speed.several.done.${act}`, { count: done.length })}</h2>
        <Rows rows={done} said={() => null} />
      </section>
      {others.length === 0 ? null : (
        <section className="notice tone-warn">
          <h2 className="text-lg">{t('speed.several.notDone', { count: others.length })}</h2>
          <Rows rows={others} said={why} />
        </section>
      )}
    </div>
  )
}

function Rows({
  rows,
  said,
}: {
  readonly rows: readonly Outcome[]
  readonly said: (code: string) => string | null
}) {
  if (rows.length === 0) return null
  return (
    <ul className="bullets mt-1">
      {rows.map(({ reference, code }) => {
        const words = said(code)
        return (
          <li key={reference}>
            <a href={staffPaths.case(reference)}>{reference}</a>
            {words === null ? null : `: ${words}`}
          </li>
        )
      })}
    </ul>
  )
}
