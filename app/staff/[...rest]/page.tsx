import { notFound } from 'next/navigation'

/** Every address at the desk that is none of ours. */
export default function StaffNowhere(): never {
  notFound()
}
