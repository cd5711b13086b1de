import because from './because.ts'
import dataClass from './dataClass.ts'
import frame from './frame.ts'
import front from './front.ts'
import live from './live.ts'
import notice from './notice.ts'
import parts from './parts.ts'
import people from './people.ts'
import person from './person.ts'
import problem from './problem.ts'
import purpose from './purpose.ts'
import relationship from './relationship.ts'
import role from './role.ts'
import signin from './signin.ts'
import start from './start.ts'
import when from './when.ts'

/** Every sentence the product says in Welsh, by area. */
export default {
  because,
  dataClass,
  frame,
  front,
  live,
  notice,
  parts,
  people,
  person,
  problem,
  purpose,
  relationship,
  role,
  signin,
  start,
  when,
} as const
