import type { Translate } from '@/lib/i18n/translate'

interface Props {
  /** What was asked for, by the name of its button. */
  readonly act: string
  readonly outcomes: readonly { readonly reference: string; readonly code: string }[]
  readonly t: Translate
}

/** What became of each of several cases: how many it was done to, and which not and why. */
export function RetentionOutcomes({ act, outcomes, t }: Props) {
  const done = outcomes.filter(({ code }) => code === 'done').length
  const others = outcomes.filter(({ code }) => code !== 'done')
  const words = (code: string) =>
    t(t.has(`retention.why.${code}`) ? `retention.why.${code}` : 'retention.why.other')
  return (
    <div role="status" className={`notice mb-4 ${others.length === 0 ? 'tone-good' : 'tone-warn'}`}>
      {done === 0 || !t.has(`retention.done.${act}`) ? null : (
        <p className="font-bold">{t(`retention.done.${act}`, { count: done })}</p>
      )}
      {others.length === 0 ? null : (
        <>
          <p className="font-bold">{t('retention.notDone', { count: others.length })}</p>
          <ul className="bullets">
            {others.map(({ reference, code }) => (
              <li key={reference}>{`${reference}: ${words(code)}.`}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
