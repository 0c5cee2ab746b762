import { staffPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'

/** Every address at the desk that is none of ours, in the words of app/staff/not-found.tsx. */
export function GET(): Response {
  const t = translator('en')
  const html = `<!doctype html>
<html lang="en" dir="ltr">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t('staff.pageTitle')}</title>
<link rel="stylesheet" href="/plain.css"><link rel="icon" href="/icon.svg">
<main><h1>${t('staff.missing.title')}</h1>
<p>${t('staff.missing.text')}</p>
<p><a href="${staffPaths.queue}">${t('staff.missing.back')}</a></p></main>
</html>`
  return new Response(html, { status: 404, headers: { 'content-type': 'text/html; charset=utf-8' } })
}

export { GET as POST, GET as PUT, GET as PATCH, GET as DELETE, GET as OPTIONS }
