import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { asSuperuser } from '../../scripts/testing/as-superuser'
import { expectAccessible } from '../fixtures/axe'
import { openCase, test } from '../fixtures/desk'
import { sendJourney } from '../fixtures/send-journey'

/** Has the database answer this one person as it does when the log's disk is full; others go on. Gives the way to end it. */
async function fillFor(id: string): Promise<() => Promise<unknown>> {
  const file = join(process.env.DATA_DIR ?? '', 'running.json')
  const { url } = JSON.parse(readFileSync(file, 'utf8')) as { url: string }
  const name = `full_${id.replaceAll('-', '')}`
  await asSuperuser(url, [
    `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF NEW.actor_id = '${id}' THEN
         RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100';
       END IF;
       RETURN NEW;
     END $$`,
    `CREATE TRIGGER ${name} BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION ${name}()`,
  ])
  return () => asSuperuser(url, [`DROP TRIGGER ${name} ON audit_event`, `DROP FUNCTION ${name}()`])
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('while the log cannot be written nothing is opened or done, and the page says so calmly', async ({
      page,
      enter,
    }) => {
      const account = `Full ${String(Date.now())}`
      const fields = { role: 'victim', whatHappened: ['abuse'], account, placeKind: 'online' }
      const reference = await sendJourney(page, 'report', {
        ...fields,
        contactChoice: 'anonymous',
        returnCode: 'no',
      })
      const supervisor = await enter('supervisor')
      await openCase(page, reference)
      await expect(page.getByText(account)).toBeVisible()

      const empty = await fillFor(supervisor.id)
      try {
        await page.reload()
        await expect(
          page.getByText('This could not be written to the log, so nothing was opened'),
        ).toBeVisible()
        await expect(page.getByText(account)).toBeHidden()
        expect(await page.content()).not.toContain(account)
        if (javaScriptEnabled) await expectAccessible(page)
      } finally {
        await empty()
      }
      await page.reload()
      await expect(page.getByText(account)).toBeVisible()
    })
  })
}
