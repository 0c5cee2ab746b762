import { goKeys } from '@/components/staff/desk-places'
import type { DeskPlace } from '@/components/staff/desk-places'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { deskAreas, mayEnter } from '@/lib/domain/desk-areas'
import { mayHoldCases } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import type { Translate } from '@/lib/i18n/translate'

const keys = [
  ['j', 'staff.help.key.j'],
  ['k', 'staff.help.key.k'],
  ['Enter', 'staff.help.key.enter'],
  ['x', 'speed.keys.key.tick'],
  ['a', 'staff.help.key.a'],
  ['/', 'staff.help.key.slash'],
  ['?', 'staff.help.key.question'],
  ['Ctrl K, ⌘ K', 'speed.keys.key.palette'],
] as const

interface Props {
  readonly actor: Actor
  readonly isOn: boolean
  readonly t: Translate
}

/** What each key does for this person, and the button that turns them off. */
export function KeysHelp({ actor, isOn, t }: Props) {
  const places = placesOf(actor)
  return (
    <section className="mt-6" id="keys">
      <h2 className="mb-1 text-lg">{t('staff.help.keys')}</h2>
      <p className="mb-2">{t('staff.help.keysLead')}</p>
      <dl className="grid grid-cols-[max-content_1fr] gap-x-5 gap-y-1.5">
        {keys.map(([key, words]) => (
          <Pair key={key} name={key} words={t(words)} />
        ))}
      </dl>
      <h3 className="mt-4 mb-1 font-semibold">{t('speed.keys.go')}</h3>
      <dl className="grid grid-cols-[max-content_1fr] gap-x-5 gap-y-1.5">
        {places.map(([place, key]) => (
          <Pair key={place} name={key} words={t(`staff.nav.${place}`)} />
        ))}
      </dl>
      <h3 className="mt-4 mb-1 font-semibold">{t('speed.keys.title')}</h3>
      <p className="mb-2">{t(isOn ? 'speed.keys.on' : 'speed.keys.off')}</p>
      <form method="post" action={staffPaths.ownKeys}>
        <input type="hidden" name="shown-to" value={actor.id} />
        <Button look="quiet" name="keys" value={isOn ? 'no' : 'yes'}>
          {t(isOn ? 'speed.keys.turnOff' : 'speed.keys.turnOn')}
        </Button>
      </form>
    </section>
  )
}

function Pair({ name, words }: { readonly name: string; readonly words: string }) {
  return (
    <div className="contents">
      <dt>
        <kbd className="font-mono font-semibold">{name}</kbd>
      </dt>
      <dd>{words}</dd>
    </div>
  )
}

/** The places of the navigation that this person has at all, with their keys. */
function placesOf({ role }: Actor): readonly (readonly [string, string])[] {
  const has = (place: string) => {
    if (place === 'own' || place === 'help') return true
    if (place === 'mine' || place === 'tasks' || place === 'waiting' || place === 'sealed')
      return mayHoldCases(role)
    if (place === 'nobody' || place === 'views') return mayEnter(role, 'queue')
    const area = deskAreas.find((one) => one === place)
    return area !== undefined && mayEnter(role, area)
  }
  return (Object.entries(goKeys) as [DeskPlace, string][]).filter(([place]) => has(place))
}
