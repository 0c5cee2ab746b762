import { Heading } from '@/components/ui/heading'
import { currentForce } from '@/lib/config/current-force'
import { publicPaths } from '@/lib/config/paths'
import type { Period } from '@/lib/domain/force-endings'
import { keepRange } from '@/lib/domain/retention'
import { translator } from '@/lib/i18n/translate'
import type { Translate } from '@/lib/i18n/translate'
import { localeOf } from '../_shell/locale-of'
import { PublicPage } from '../_shell/public-page'

interface Props {
  readonly params: Promise<{ locale: string }>
}

/** Each part with its paragraphs; `list` holds the lines shown as a list under them. */
const parts = [
  { id: 'device', lines: ['device1', 'device2', 'device3', 'device4'], list: [] },
  { id: 'draft', lines: ['draft1', 'draft2'], list: [] },
  { id: 'sent', lines: ['sent1', 'sent2'], list: [] },
  { id: 'kept', lines: ['kept'], list: [] },
  { id: 'open', lines: ['open'], list: ['open1', 'open2', 'open3', 'open4', 'open5', 'open6', 'open7'] },
  { id: 'cannot', lines: [], list: ['cannot1', 'cannot2', 'cannot3'] },
  { id: 'code', lines: ['code'], list: [] },
  { id: 'rights', lines: ['rights'], list: [] },
] as const

/** What is kept, who can read it, and what cannot be promised. */
export default async function PrivacyPage({ params }: Props) {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  const { name: force, retention } = currentForce()
  const period = keptWords(keepRange(retention), t)
  return (
    <PublicPage locale={locale} title={t('public.privacy.title')} path={publicPaths.privacy}>
      <div className="prose max-w-measure pt-2">
        <Heading lead={t('public.privacy.lead')}>{t('public.privacy.heading')}</Heading>
        {parts.map(({ id, lines, list }) => (
          <section key={id} className="prose">
            <h2>{t(`public.privacy.${id}Title`)}</h2>
            {lines.map((line) => (
              <p key={line}>{t(`public.privacy.${line}`, { force, period })}</p>
            ))}
            {list.length === 0 ? null : (
              <ul>
                {list.map((line) => (
                  <li key={line}>{t(`public.privacy.${line}`)}</li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </PublicPage>
  )
}

function keptWords({ least, most }: Record<'least' | 'most', Period>, t: Translate): string {
  const words = ({ amount, unit }: Period) => t('public.privacy.keptPeriod', { amount, unit })
  const [shortest, longest] = [words(least), words(most)]
  return shortest === longest ? longest : t('public.privacy.keptFrom', { least: shortest, most: longest })
}
