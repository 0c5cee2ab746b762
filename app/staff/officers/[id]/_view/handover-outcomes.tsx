import type { Translate } from '@/lib/i18n/translate'

interface Props {
  /** Lines of a reference and the code of what became of it. */
  readonly told: string
  readonly t: Translate
}

/** What became of each case of a handover: how many went, and which did not and why. */
export function HandoverOutcomes({ told, t }: Props) {
  const outcomes = told.split('\n').map((line) => line.split(' '))
  const stayed = outcomes.filter(([, code]) => code !== 'done')
  return (
    <div role="status" className={`notice mb-4 ${stayed.length === 0 ? 'tone-good' : 'tone-warn'}`}>
      <p className="font-bold">{t('offer.handover.moved', { count: outcomes.length - stayed.length })}</p>
      {stayed.length === 0 ? null : (
        <>
          <p className="font-bold">{t('offer.handover.stayed', { count: stayed.length })}</p>
          <ul className="bullets">
            {stayed.map(([reference = '', code = '']) => (
              <li key={reference}>{`${reference}: ${whyWords(code, t)}.`}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function whyWords(code: string, t: Translate): string {
  const key = `offer.handover.why.${code}`
  return t(t.has(key) ? key : 'offer.handover.why.other')
}
