import { staffPaths } from '@/lib/config/paths'
import type { Translate } from '@/lib/i18n/translate'
import type { WhyNotOpened } from '../_act/read-case'

interface Props {
  readonly reference: string
  readonly why: WhyNotOpened
  /** They may break its glass for a threat to life. */
  readonly mayBreak: boolean
  readonly t: Translate
}

const said = {
  locked: 'locked',
  erased: 'erased',
  'made-up': 'madeUp',
  'not-logged': 'notLogged',
  unreadable: 'unreadable',
} as const satisfies Record<WhyNotOpened, string>

/** Why nothing that was said in the case is here: in red where it ought to be. */
export function NotOpened({ reference, why, mayBreak, t }: Props) {
  const isWrong = why === 'not-logged' || why === 'unreadable'
  return (
    <section className={isWrong ? 'notice tone-danger' : 'card'}>
      <h2 className="mb-1 font-bold">{t(`staff.case.${said[why]}`)}</h2>
      <p>{t(`staff.case.${said[why]}More`)}</p>
      {mayBreak && why === 'locked' ? (
        <p className="mt-2">
          <a href={staffPaths.breakGlassOf(reference)}>{t('glass.link')}</a>
        </p>
      ) : null}
    </section>
  )
}
