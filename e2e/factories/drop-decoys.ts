import { ownerDb } from '@/lib/db/owner'

/** Takes every decoy away again, with all that hangs on it but what the audit says: other tests count cases, and open what they find. */
export async function dropDecoys(): Promise<void> {
  const decoys = await ownerDb().decoy.findMany({ include: { case: { include: { submission: true } } } })
  const caseId = { in: decoys.map((decoy) => decoy.caseId) }
  await ownerDb().caseEvent.deleteMany({ where: { caseId } })
  await ownerDb().case.deleteMany({ where: { id: caseId } })
  await ownerDb().submission.deleteMany({
    where: { id: { in: decoys.map((decoy) => decoy.case.submissionId) } },
  })
  await ownerDb().sealedBox.deleteMany({
    where: { id: { in: decoys.map((decoy) => decoy.case.submission.boxId) } },
  })
}
