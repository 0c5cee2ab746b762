import { languageName } from '@/components/staff/officer-words'
import { TickList } from '@/components/staff/tick-list'
import { Button } from '@/components/ui/button'
import { currentForce } from '@/lib/config/current-force'
import { chosenIn, OfficerForm } from './officer-form'
import type { OfficerFormProps } from './officer-form'

/** Which languages somebody speaks and what they know more of: theirs to say. */
export function OwnWordForm({
  officer,
  actorId,
  kept,
  isOwn,
  clock: { t },
}: OfficerFormProps & { readonly isOwn: boolean }) {
  const { officerLanguages, specialisms } = currentForce()
  const prefix = t('signIn.errorPrefix')
  return (
    <section className="card" aria-labelledby="own-word-title">
      <h2 id="own-word-title" className="text-lg">
        {t('staff.officer.ownWord.title')}
      </h2>
      <p className="mt-1 mb-3 max-w-measure text-ink-soft">
        {t(isOwn ? 'staff.officer.ownWord.lead' : 'staff.officer.ownWord.leadOf')}
      </p>
      <OfficerForm officer={officer} actorId={actorId} act="own-word" className="grid gap-4">
        <TickList
          id="officer-languages"
          name="languages"
          legend={t('staff.officers.languages')}
          prefix={prefix}
          options={officerLanguages.map((value) => ({ value, label: languageName(value, t) }))}
          ticked={chosenIn(kept, 'officer-own-word', 'languages', officer.languages)}
        />
        <TickList
          id="officer-specialisms"
          name="specialisms"
          legend={t('staff.officers.specialisms')}
          hint={t('staff.officer.ownWord.specialismsHint')}
          prefix={prefix}
          options={specialisms.map(({ id }) => ({ value: id, label: t(`staff.officer.specialism.${id}`) }))}
          ticked={chosenIn(kept, 'officer-own-word', 'specialisms', officer.specialisms)}
        />
        <div>
          <Button>{t('staff.officer.ownWord.submit')}</Button>
        </div>
      </OfficerForm>
    </section>
  )
}
