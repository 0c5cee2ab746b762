import { dutyPost } from '@/app/staff/duty/_duty/duty-post'

/** Takes a form about an officer’s duty. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  return dutyPost(request, (await params).id)
}
