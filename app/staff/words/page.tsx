import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { ownStandings } from '@/lib/domain/force-words'
import { locales } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { ownForceWords } from '@/lib/queries/own-force-words'
import { numbers } from '../_desk/numbers'
import { deskClock } from '../_desk/clock'
import { DeskPage } from '../_desk/desk-page'
import { DoneNotice } from '../_desk/done-notice'
import { KeptNotice } from '../_desk/kept-notice'
import { keptForm } from '../_http/kept-form'
import { WordsForm } from './_view/words-form'
import { WordsPreview } from './_view/words-preview'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Where a force says its own way how a case stands, as whoever has a return code reads it. */
export default async function ForceWordsPage({ searchParams }: Props) {
  const actor = await requireEntrance('record-types')
  const [own, query, kept] = await Promise.all([
    ownForceWords(actor),
    searchParams,
    keptForm(actor, staffPaths.words),
  ])
  const { t } = deskClock()
  const typed = (standing: string, locale: string) =>
    kept?.values.key === standing && kept.values.locale === locale ? kept.values.words : undefined
  return (
    <DeskPage
      actor={actor}
      here="record-types"
      title={t('agreeing.words.title')}
      problem={query.problem !== undefined}
    >
      <div className="mx-auto max-w-[60rem] px-4 py-4 md:px-6">
        <h1 className="text-xl">{t('agreeing.words.title')}</h1>
        <p className="mt-1 mb-4 max-w-measure text-ink-soft">{t('agreeing.words.lead')}</p>
        <DoneNotice query={query} t={t} />
        <KeptNotice query={query} kept={kept} t={t} />
        {query.preview === 'yes' && kept !== null ? (
          <WordsPreview words={kept.values.words ?? ''} locale={kept.values.locale ?? 'en'} t={t} />
        ) : null}
        {ownStandings.map((standing) => (
          <section key={standing} aria-labelledby={`${standing}-title`} className="mb-8">
            <h2 id={`${standing}-title`} className="mb-2 text-lg">
              {t(`agreeing.words.standing.${standing}`)}
            </h2>
            <div className="grid gap-4 md:grid-cols-2">
              {locales.map((locale) => (
                <WordsForm
                  key={locale}
                  {...{ actorId: actor.id, standing, locale, t }}
                  given={translator(locale)(`public.followUp.status.${standing}`, numbers())}
                  own={own.find((one) => one.key === standing && one.locale === locale)}
                  typed={typed(standing, locale)}
                />
              ))}
            </div>
          </section>
        ))}
      </div>
    </DeskPage>
  )
}
