import type { MaskableSection } from '@/lib/journeys/address-mask'
import type { Translate } from '@/lib/i18n/translate'
import { SafeUntil } from '@/components/staff/live/safe-until'
import { hasHiddenMarks, PlainText } from '@/components/staff/plain-text'

interface Props {
  /** Without addresses, unless they were asked for, and without what belongs to a way that is not safe. */
  readonly sections: readonly MaskableSection[]
  /** Language of the words the person saw. */
  readonly locale: string
  /** When a number in it may be rung no more, and when the page was made; null: no hour ends that. */
  readonly calls: { readonly until: Date | null; readonly now: Date }
  /** What stands in the place of words of hatred; null where they are shown. */
  readonly folded: string | null
  readonly t: Translate
}

/** Questions and answers as the person saw them, in their language. */
export function Transcript({ sections, locale, calls, folded, t }: Props) {
  const hasMarks = sections.some(({ rows }) => rows.some(({ value }) => hasHiddenMarks(value)))
  return (
    <>
      {hasMarks ? <p className="notice tone-warn mb-3 py-2 text-sm">{t('staff.case.marks')}</p> : null}
      {sections.map((section) => (
        <section key={section.id} lang={locale} className="mb-5">
          <h3 className="mb-1 border-b border-line-strong pb-1 text-sm font-semibold text-ink-soft">
            {section.title}
          </h3>
          <dl>
            {section.rows
              .filter(({ blank }) => blank === undefined)
              .map((row) => (
                <div
                  key={`${row.stepSlug}/${row.questionId}`}
                  className="grid gap-x-6 border-b border-line py-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
                >
                  <dt className="text-sm text-ink-soft">{row.label}</dt>
                  <dd>
                    {row.hidden === undefined && row.keptBack === undefined ? (
                      <SafeUntil
                        until={row.questionId === 'phone' ? calls.until : null}
                        now={calls.now}
                        after={<span lang="en">{t('reach.number.over')}</span>}
                      >
                        <PlainText folded={folded}>{row.value}</PlainText>
                      </SafeUntil>
                    ) : (
                      <span className="text-ink-soft" lang="en">
                        {t(row.keptBack === undefined ? 'accounts.reveal.hidden' : 'reach.keptBack')}
                      </span>
                    )}
                  </dd>
                </div>
              ))}
          </dl>
          <Blanks section={section} t={t} />
        </section>
      ))}
    </>
  )
}

/** Questions they saw and left blank, together: that they were asked is told, without a line for each. */
function Blanks({ section, t }: { readonly section: MaskableSection; readonly t: Translate }) {
  const labels = section.rows.filter(({ blank }) => blank === true).map(({ label }) => label)
  if (labels.length === 0) return null
  return (
    <p className="py-2 text-sm text-ink-soft">
      {t('staff.case.blank')}: {labels.join('; ')}
    </p>
  )
}
