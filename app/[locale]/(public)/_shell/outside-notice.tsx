import { Notice } from '@/components/ui/notice'
import { forcesElsewhere } from '@/lib/journeys/place-facts'
import type { Answers, JourneyContext } from '@/lib/journey/definition'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly answers: Answers
  readonly context: JourneyContext
  readonly t: Translate
}

/** The police forces that cover the place, as far as the answers tell, each with its own site. */
export function OutsideNotice({ answers, context, t }: Props) {
  const forces = forcesElsewhere(answers, context).flatMap((id) => context.force.policeForces[id] ?? [])
  if (forces.length === 0) return null
  return (
    <div className="mb-8">
      <Notice level={2} title={t('public.outside.noticeTitle')}>
        <p>{t('public.outside.notice')}</p>
        <ul className="mt-2 font-semibold">
          {forces.map(({ name, web }) => (
            <li key={name}>
              <a href={web} rel="noreferrer" className="inline-block py-1">
                {t('public.outside.go', { force: name })}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
