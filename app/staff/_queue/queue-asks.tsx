import { AnswerOffer } from '@/components/staff/answer-offer'
import { OwnOffers } from '@/components/staff/own-offers'
import { OwnTraining } from '@/components/staff/own-training'
import { staffPaths } from '@/lib/config/paths'
import { districtNames } from '../_desk/clock'
import { shownTo } from '../_desk/shown-to'
import { SupervisorNeeds } from '../_desk/supervisor-needs'
import { placeIn } from './read-queue'
import type { QueueRead } from './read-queue'

/** What waits for this person before any case does: their training, what they are asked to take, and what needs a supervisor. */
export function QueueAsks({ page }: { readonly page: QueueRead }) {
  const { actor, filters, rota, offers, escalations, back, clock } = page
  return (
    <>
      <OwnTraining officer={rota.find(({ accountId }) => accountId === actor.id)} clock={clock} />
      <OwnOffers
        offers={offers}
        districts={districtNames()}
        clock={clock}
        answer={(offer) => <AnswerOffer shown={shownTo(actor, offer)} back={back} t={clock.t} />}
      />
      <SupervisorNeeds
        {...{ actor, escalations, clock }}
        hrefOf={(needs) => `${staffPaths.queue}?${placeIn(filters, needs)}`}
        place={{ back }}
      />
    </>
  )
}
