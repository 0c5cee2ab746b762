import { ownerDb } from '@/lib/db/owner'

/** A case as erasing leaves it: marked, and what was sent with it opened by no key any more. */
export async function eraseAsOwner(reference: string): Promise<void> {
  const { submission } = await ownerDb().case.update({
    where: { reference },
    data: { erasedAt: new Date() },
    select: { submission: { select: { boxId: true } } },
  })
  await ownerDb().keyWrap.deleteMany({ where: { boxId: submission.boxId } })
}
