import { Heading } from '@/components/ui/heading'
import { Notice } from '@/components/ui/notice'
import { currentForce } from '@/lib/config/current-force'
import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { localeOf } from '../_shell/locale-of'
import { PublicPage } from '../_shell/public-page'
import { ServiceCard } from '../_shell/service-card'
import { servicesByTopic } from './services-by-topic'

interface Props {
  readonly params: Promise<{ locale: string }>
}

/** Who can help without the police, by what it is about. */
export default async function SupportPage({ params }: Props) {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  const force = currentForce()
  const groups = servicesByTopic(force)
  const name = (topic: string) => t(`public.support.topic.${topic}`, { area: force.area })
  return (
    <PublicPage locale={locale} title={t('public.support.title')} path={publicPaths.support}>
      <Heading lead={t('public.support.lead')}>{t('public.support.heading')}</Heading>
      <nav aria-label={t('public.support.jump')} className="mb-6">
        <ul className="flex flex-wrap gap-2 text-sm">
          {groups.map(({ topic }) => (
            <li key={topic}>
              <a href={`#${topic}`} className="chip">
                {name(topic)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Notice>
        <p>{t('public.support.note')}</p>
      </Notice>
      {groups.map(({ topic, services }) => (
        <section key={topic} id={topic} className="mt-10">
          <h2 className="mb-3 text-lg">{name(topic)}</h2>
          <div className="grid gap-2.5 md:grid-cols-2">
            {services.map((service) => (
              <ServiceCard key={service.id} service={service} t={t} locale={locale} />
            ))}
          </div>
        </section>
      ))}
    </PublicPage>
  )
}
