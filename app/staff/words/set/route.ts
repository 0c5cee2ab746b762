import { setForceWords } from '@/lib/commands/set-force-words'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import { deskPost } from '../../_http/desk-post'
import { keepForm, withQuery } from '../../_http/kept-form'

/** Sets one sentence of the page for return codes, takes it back, or shows how it would read. */
export function POST(request: Request): Promise<Response> {
  const form = {
    page: staffPaths.words,
    form: 'words',
    fields: ['key', 'locale', 'words', 'version'],
    closedPart: ({ actor }: Parameters<Parameters<typeof deskPost>[2]>[0]) =>
      mayEnter(actor.role, 'record-types') ? null : ('record-types' as const),
  }
  return deskPost(request, form, async ({ actor }, field, posted) => {
    if (field('act') === 'preview') {
      await keepForm(actor.id, form, posted)
      return `${withQuery(staffPaths.words, { preview: 'yes' })}#preview`
    }
    const words = field('act') === 'own' ? field('words') : null
    const said = { key: field('key'), locale: field('locale'), version: Number(field('version')), words }
    await setForceWords(actor, said)
    return withQuery(staffPaths.words, { done: 'words' })
  })
}
