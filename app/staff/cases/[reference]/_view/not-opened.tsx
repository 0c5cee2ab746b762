import { staffPaths } from '@/lib/config/paths'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly reference: string
  /** They may, and it did not open; otherwise they may not. */
  readonly mayOpen: boolean
  /** There is nothing left to open, for anybody. */
  readonly erased: boolean
  /** The look could not be written to the log. */
  readonly unlogged: boolean
  /** It was made up for a demonstration: there never was anything in it. */
  readonly madeUp: boolean
  /** They may break its glass for a threat to life. */
  readonly mayBreak: boolean
  readonly t: Translate
}

/** Why nothing that was said in the case is here. */
export function NotOpened({ reference, mayOpen, erased, unlogged, madeUp, mayBreak, t }: Props) {
  const key = keyOf({ mayOpen, erased, unlogged, madeUp })
  return (
    <section className={mayOpen && !erased && !madeUp ? 'notice tone-danger' : 'card'}>
      <h2 className="mb-1 font-bold">{t(`staff.case.${key}`)}</h2>
      <p>{t(`staff.case.${key}More`)}</p>
      {mayBreak && key === 'locked' ? (
        <p className="mt-2">
          <a href={staffPaths.breakGlassOf(reference)}>{t('glass.link')}</a>
        </p>
      ) : null}
    </section>
  )
}

type Why = Pick<Props, 'mayOpen' | 'erased' | 'unlogged' | 'madeUp'>

function keyOf({ mayOpen, erased, unlogged, madeUp }: Why) {
  if (erased) return 'erased'
  if (madeUp) return 'madeUp'
  if (unlogged) return 'notLogged'
  return mayOpen ? 'unreadable' : 'locked'
}
