import { requireActor } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import { translator } from '@/lib/i18n/translate'
import { ownDesk } from '@/lib/queries/own-desk'
import { DeskPage } from '../_desk/desk-page'
import { DoneNotice } from '../_desk/done-notice'
import { KeysHelp } from './_keys/keys-help'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The keys of the desk, and what its rules mean for the person using it. */
export default async function HelpPage({ searchParams }: Props) {
  const actor = await requireActor()
  const query = await searchParams
  const { keys } = await ownDesk(actor)
  const t = translator('en')
  return (
    <DeskPage actor={actor} here="help" title={t('staff.help.title')}>
      <div className="prose max-w-measure px-4 py-4 md:px-6">
        <h1 className="text-xl">{t('staff.help.title')}</h1>
        <DoneNotice query={query} own="speed" t={t} />
        {(['seeing', 'order', 'idle'] as const).map((topic) => (
          <section key={topic} className="mt-6">
            <h2 className="mb-1 text-lg">{t(`staff.help.${topic}`)}</h2>
            <p>{t(`staff.help.${topic}Text`)}</p>
          </section>
        ))}
        {mayEnter(actor.role, 'glass') ? (
          <section className="mt-6">
            <h2 className="mb-1 text-lg">{t('glass.title')}</h2>
            <p>{t('glass.lead')}</p>
            <p>
              <a href={staffPaths.breakGlass}>{t('glass.link')}</a>
            </p>
          </section>
        ) : null}
        <KeysHelp actor={actor} isOn={keys} t={t} />
      </div>
    </DeskPage>
  )
}
