import { Link } from '@remix-run/react'
import { paths } from '#app/http/paths.ts'

/** A clause of the regulation, such as R7.3.1, linked to its words. */
export function Clause({ id }: { id: string }) {
  return (
    <Link className="clause" to={paths.regulation(id)}>
      {id}
    </Link>
  )
}
