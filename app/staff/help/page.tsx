import { Key } from '@/components/staff/key'
import { requireActor } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import { translator } from '@/lib/i18n/translate'
import { DeskPage } from '../_desk/desk-page'

const keys = [
  ['j', 'j'],
  ['k', 'k'],
  ['Enter', 'enter'],
  ['a', 'a'],
  ['/', 'slash'],
  ['?', 'question'],
] as const

/** The keys of the desk, and what its rules mean for the person using it. */
export default async function HelpPage() {
  const actor = await requireActor()
  const t = translator('en')
  return (
    <DeskPage actor={actor} here="help" title={t('staff.help.title')}>
      <div className="prose max-w-measure px-4 py-4 md:px-6">
        <h1 className="text-xl">{t('staff.help.title')}</h1>
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
        <section className="mt-6">
          <h2 className="mb-1 text-lg">{t('staff.help.keys')}</h2>
          <p className="mb-2">{t('staff.help.keysLead')}</p>
          <dl className="grid grid-cols-[max-content_1fr] gap-x-5 gap-y-1.5">
            {keys.map(([key, word]) => (
              <div key={key} className="contents">
                <dt>
                  <Key>{key}</Key>
                  <span className="md:sr-only">{key}</span>
                </dt>
                <dd>{t(`staff.help.key.${word}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </DeskPage>
  )
}
