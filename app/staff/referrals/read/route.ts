import { readDocument } from '@/lib/commands/read-document'
import { staffPaths } from '@/lib/config/paths'
import { largestReferral } from '@/lib/journeys/referral/document'
import { referralSource } from '@/lib/queries/referral-sources'
import { fileUpload } from '../../_http/file-upload'
import { forgetKept, keepForm, withQuery } from '../../_http/kept-form'
import { keepReferral } from '../_view/kept-referral'
import { referralPost } from '../_view/referral-post'

/** Reads a referral out of a file, and keeps it for the page that shows what was understood. Nothing is recorded yet. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.referrals
  const { read, bytes } = fileUpload('file', largestReferral)
  const form = { page, form: 'referral-file', fields: ['sender'], read }
  return referralPost(request, form, async ({ actor }, field, posted) => {
    const { id } = await referralSource(actor, field('sender'))
    await forgetKept(actor.id, 'referral')
    const file = bytes()
    const document = file === null ? null : readDocument(file)
    if (file !== null && document?.ok === true) {
      await keepReferral(actor, id, file)
      return page
    }
    await keepForm(actor.id, form, posted)
    const where = document?.ok === false ? { where: document.where.join(',') } : {}
    return withQuery(page, { file: file === null ? 'none' : 'not-referral', ...where })
  })
}
