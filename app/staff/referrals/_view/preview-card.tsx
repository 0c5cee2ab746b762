import { PlainText } from '@/components/staff/plain-text'
import { Button } from '@/components/ui/button'
import type { ReferralPreview } from '@/lib/commands/preview-referral'
import { staffPaths } from '@/lib/config/paths'
import type { ReferralSource } from '@/lib/domain/referral'
import type { Translate } from '@/lib/i18n/translate'
import type { ReferralDocument } from '@/lib/journeys/referral/document'

interface Props {
  readonly source: ReferralSource
  readonly document: ReferralDocument
  readonly preview: ReferralPreview
  readonly actorId: string
  readonly t: Translate
}

/** What was understood of a file, what was not and what it leaves out, and a button that records it as it is. */
export function PreviewCard({ source, document, preview, actorId, t }: Props) {
  const { sections, notUnderstood, missing } = preview
  return (
    <section className="card mb-6 grid gap-4" aria-labelledby="understood">
      <h2 id="understood" className="text-lg">
        {t('referral.file.understood', { sender: source.name, reference: document.reference })}
      </h2>
      {sections.map(({ id, title, rows }) => (
        <section key={id}>
          <h3 className="text-sm font-semibold text-ink-soft">{title}</h3>
          <Pairs pairs={rows.map(({ questionId, label, value }) => ({ id: questionId, label, value }))} />
        </section>
      ))}
      {notUnderstood.length === 0 ? null : (
        <section className="notice tone-warn">
          <h3 className="font-semibold">{t('referral.file.notUnderstood')}</h3>
          <p>{t('referral.file.notUnderstoodMore')}</p>
          <Pairs pairs={notUnderstood.map(({ name, value }) => ({ id: name, label: name, value }))} />
        </section>
      )}
      {missing.length === 0 ? null : (
        <section>
          <h3 className="font-semibold">{t('referral.file.missing')}</h3>
          <ul className="list-disc ps-5">
            {missing.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </section>
      )}
      <form method="post" action={staffPaths.referralRecord}>
        <input type="hidden" name="shown-to" value={actorId} />
        <input type="hidden" name="reference" value={document.reference} />
        <Button>{t('referral.file.record')}</Button>
      </form>
    </section>
  )
}

interface Pair {
  readonly id: string
  readonly label: string
  readonly value: string
}

function Pairs({ pairs }: { readonly pairs: readonly Pair[] }) {
  return (
    <dl>
      {pairs.map(({ id, label, value }) => (
        <div
          key={id}
          className="grid gap-x-6 border-b border-line py-1.5 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
        >
          <dt className="text-sm break-words text-ink-soft">{label}</dt>
          <dd className="min-w-0 break-words">
            <PlainText>{value}</PlainText>
          </dd>
        </div>
      ))}
    </dl>
  )
}
