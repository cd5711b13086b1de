import type { SeedPerson } from '../shape.ts'
import { bevan } from './bevan.ts'
import { bowen } from './bowen.ts'
import { breese } from './breese.ts'
import { fromElsewhere } from './from-elsewhere.ts'
import { maelor } from './maelor.ts'
import { manyUnderOneRoof } from './many-under-one-roof.ts'
import { matching } from './matching.ts'
import { mostyn } from './mostyn.ts'
import { neighbours } from './neighbours.ts'
import { otherNames, welshNames } from './other-names.ts'
import { ownChoices } from './own-choices.ts'
import { pritchard } from './pritchard.ts'
import { rhodriEllis } from './rhodri-ellis.ts'
import { sameHouse } from './same-house.ts'
import { threeMairs } from './three-mairs.ts'
import { twoIdentities } from './two-identities.ts'
import { venkataraman } from './venkataraman.ts'

/** The people of Glan Hafren, always in this order: what is planted from it has the same ids every time. */
export const people: readonly SeedPerson[] = [
  ...pritchard,
  ...threeMairs,
  ...sameHouse,
  ...ownChoices,
  ...bowen,
  ...matching,
  ...otherNames,
  ...welshNames,
  ...bevan,
  ...fromElsewhere,
  ...venkataraman,
  ...rhodriEllis,
  ...breese,
  ...mostyn,
  ...neighbours,
  ...twoIdentities,
  ...manyUnderOneRoof,
  ...maelor,
]
